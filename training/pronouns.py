"""Learn the weights of the pronoun ranking: ``python -m training.pronouns --data DIR`` writes lexicon/pronoun_weights.tsv.

For every third-person pronoun of GUM train that has its antecedent among the candidates, the probability of that candidate
under a softmax over all of them is raised (maximum entropy ranking, Denis & Baldridge 2008), by gradient descent with an L2
penalty. Earlier pronouns stand on the card their chain says. A feature seen less than five times gets no weight.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import spacy
from spacy.tokens import Doc

from newsclaims.annotate import annotate
from newsclaims.extract import extract
from newsclaims.extract.reader import tree
from newsclaims.resolve.ranking import Candidate
from newsclaims.resolve.scene import scan
from newsclaims.resolve.speakers import Speakers
from training.chains import Chained, chained

LEAST_SEEN = 5
ROUNDS = 800
RATE = 0.5
PENALTY = 0.0005
TARGET = Path(__file__).parent.parent / "src/newsclaims/lexicon/pronoun_weights.tsv"


class Decision(NamedTuple):
    """One pronoun: the features of each candidate, and which of them are right."""

    options: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]


def speakers(doc: Doc) -> Speakers:
    """Who says what in a document, as the program finds out."""
    marks = annotate(doc)
    return Speakers(extract(doc, marks).attributions, marks.quotes)


def decisions(document: Chained) -> list[Decision]:
    """Run the scan over a document, the gold chains choosing, and note what there was to choose from."""
    doc, found = document.doc, list[Decision]()
    chains: defaultdict[int, set[int]] = defaultdict(set)
    for mention in document.mentions:
        chains[mention.head].add(mention.chain)

    def choose(pronoun: int, candidates: Sequence[Candidate]) -> int | None:
        right = tuple(bool(chains[one.mention] & chains[pronoun]) for one in candidates)
        if not any(right):
            return None
        found.append(Decision(tuple(one.features for one in candidates), right))
        return next(one.card for one, good in zip(candidates, right, strict=True) if good)

    scan(doc, tree(doc), speakers(doc), choose)
    return found


def learn(data: Sequence[Decision]) -> dict[str, float]:
    """Fit the weights."""
    seen = Counter(name for one in data for option in one.options for name in set(option))
    index = {name: i for i, name in enumerate(sorted(n for n, c in seen.items() if c >= LEAST_SEEN))}
    rows, columns, group = list[int](), list[int](), list[int]()
    right = list[bool]()
    for number, one in enumerate(data):
        for option, good in zip(one.options, one.right, strict=True):
            for name in option:
                if name in index:
                    rows.append(len(right))
                    columns.append(index[name])
            right.append(good)
            group.append(number)
    row, column, groups, good_ = np.array(rows), np.array(columns), np.array(group), np.array(right)
    weights = np.zeros(len(index))
    speed = np.zeros(len(index))
    for _ in range(ROUNDS):
        scores = np.bincount(row, weights[column], len(right))
        scores = np.exp(scores - scores.max())
        share = scores / np.bincount(groups, scores, len(data))[groups]
        inside = np.where(good_, scores, 0.0)
        wanted = inside / np.bincount(groups, inside, len(data))[groups]
        gradient = np.bincount(column, (wanted - share)[row], len(index)) / len(data) - PENALTY * weights
        speed = 0.9 * speed + gradient
        weights = weights + RATE * speed
    return {name: round(float(weights[i]), 3) for name, i in index.items()}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    options.add_argument("--data", type=Path, required=True, help="the folder that holds ud/gum-train.conllu")
    given = options.parse_args()
    vocab = spacy.blank("en").vocab
    data = [one for document in chained(given.data / "ud/gum-train.conllu", vocab) for one in decisions(document)]
    learned = learn(data)
    lines = [
        "# Learned by training/pronouns.py on GUM (CC BY-SA); what the features mean stands in resolve/ranking.py.",
        "feature\tweight\texample",
    ]
    lines += [f"{name}\t{weight}\t" for name, weight in sorted(learned.items()) if weight]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(data)} pronouns, {len(learned)} features")


if __name__ == "__main__":
    main()
