"""Fit the model behind `Claim.confidence`: how likely are action, actor and target right, by what the extraction looks like.

    python -m training.confidence [--data ../shared/gold/dev] [--write]

A logistic regression with an L2 penalty over the features that `extract.candidates` leaves with each claim. It is fitted on
annotated articles: the project's own, and those of ``--data``. More claims come out right of cases, which are short and made
to be clear, and of articles whose errors were read and mended, than of those that are held out: indicators take up these
differences while fitting, and are left out of what is written, which so speaks of articles that nobody has read. What is
printed is cross-validated: each article is judged by a model that has not seen it, but for what was mended in it.
``--write`` puts the weights where the package reads them.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from benchmarks.claims import annotated
from numpy.typing import NDArray
from spacy.language import Language
from tests.casefile import Case
from tests.casefile import load as cases
from tests.scoring import pair, predicted, same_span

from newsclaims.annotate import annotate
from newsclaims.extract import extract
from newsclaims.flow import parse
from newsclaims.parse.models import model
from newsclaims.read.text import article
from newsclaims.resolve import resolve
from newsclaims.resolve.confidence import WEIGHTS, features

PENALTY = 3.0
STEPS = 60
BINS = 10
Floats = NDArray[np.float64]


READ = ("cases", "articles")  # what has been looked at while rules were made, each with an indicator of its own
HELD_OUT = "held-out"


class Judged(NamedTuple):
    """A claim's features, whether it is right, the article it stands in, and which of the groups that is of."""

    features: dict[str, float]
    right: bool
    article: str
    group: str


def judged(case: Case, nlp: Language, group: str, *, front: bool = True) -> Iterator[Judged]:
    """Extract a case's claims and compare each with the annotation; optional ones say nothing."""
    read = article(case.text, case.name, case.published, front=front)
    doc = parse(read.body, nlp)
    marks = annotate(doc)
    found = extract(doc, marks)
    made = [resolve(doc, read, marks, found._replace(candidates=(one,)))[0] for one in found.candidates]
    plain = [predicted(claim) for claim in made]
    pairs, _, _ = pair(list(case.claims), plain, case.text)
    wanted = {(got.action.start, got.action.end, got.actor, got.target): gold for gold, got in pairs}
    for candidate, got in zip(found.candidates, plain, strict=True):
        gold = wanted.get((got.action.start, got.action.end, got.actor, got.target))
        if gold is None or not gold.optional:
            right = gold is not None and same_span(gold.actor, got.actor) and same_span(gold.target, got.target)
            yield Judged(features(candidate), right, case.name, group)


def fit(rows: Floats, right: Floats) -> Floats:
    """Logistic regression by Newton's method; the first column is the intercept and is not penalised."""
    weights = np.zeros(rows.shape[1])
    penalty = np.full(rows.shape[1], PENALTY)
    penalty[0] = 0.0
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (chance - right) + penalty * weights
        curve = (rows * (chance * (1 - chance))[:, None]).T @ rows + np.diag(penalty + 1e-9)
        weights = weights - np.linalg.solve(curve, slope)
    return weights


def calibration_error(chance: Floats, right: Floats) -> float:
    """Expected calibration error over ten bins of equal width (Guo et al. 2017)."""
    bins = np.minimum((chance * BINS).astype(int), BINS - 1)
    gaps = [abs(chance[bins == at].mean() - right[bins == at].mean()) * (bins == at).sum() for at in set(bins.tolist())]
    return float(sum(gaps) / len(chance))


def ranking(chance: Floats, right: Floats) -> float:
    """The chance that a right claim is judged surer than a wrong one (area under the ROC curve)."""
    good, bad = chance[right == 1], chance[right == 0]
    wins = (good[:, None] > bad[None, :]).mean() + 0.5 * (good[:, None] == bad[None, :]).mean()
    return float(wins)


def table(data: Sequence[Judged], names: Sequence[str]) -> Floats:
    """Features as rows, an intercept first and the indicators of the groups that were read last."""
    return np.array(
        [
            [1.0, *(one.features.get(name, 0.0) for name in names), *(float(one.group == read) for read in READ)]
            for one in data
        ]
    )


def main() -> None:
    """Fit, print the cross-validated figures, and write the weights if told to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="folder of annotated articles, as benchmarks.claims reads it")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    nlp = model(None)
    data = [one for group in (*READ, HELD_OUT) for case in cases(group) for one in judged(case, nlp, group)]
    if options.data:
        data += [one for case in annotated(options.data) for one in judged(case, nlp, READ[1], front=False)]
    names = sorted({name for one in data for name in one.features})
    rows, right = table(data, names), np.array([float(one.right) for one in data])
    print("| judged on | claims | right | calibration error | ranking (AUC) |\n|---|---|---|---|---|")
    for group, label in ((READ[1], "articles that were read"), (HELD_OUT, "articles held out")):
        chance, truth = [], []
        for held in sorted({one.article for one in data if one.group == group}):
            inside = np.array([one.article == held and one.group == group for one in data])
            weights = fit(rows[~inside], right[~inside])
            chance.append(1 / (1 + np.exp(-rows[inside] @ weights)))
            truth.append(right[inside])
        if chance:
            p, t = np.concatenate(chance), np.concatenate(truth)
            print(f"| {label} | {len(t)} | {t.mean():.3f} | {calibration_error(p, t):.3f} | {ranking(p, t):.3f} |")
    if options.write:
        weights = fit(rows, right)
        lines = [
            f"{name}\t{weight:.3f}\n" for name, weight in zip(["intercept", *names], weights[: -len(READ)], strict=True)
        ]
        WEIGHTS.write_text("feature\tweight\n" + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
