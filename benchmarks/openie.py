"""Measure claims as n-ary tuples on CaRB: how well they cover the facts that annotators drew from single sentences.

    python -m benchmarks.openie --data ../shared/data/openie/carb-dev [--model NAME_OR_PATH] [--peer]

CaRB (Bhardwaj, Aggarwal & Mausam 2019) gives for each sentence tuples (relation, argument 1, argument 2 …). This is its
default scorer written anew: words of relation and arguments are matched part by part, a tuple without a common word in the
relation is none; precision from a greedy one-to-one pairing, recall from the best tuple for each gold one, at every level of
confidence. ``--peer`` scores OpenIE 5's output, which comes with the data, by the same code. Prints a Markdown table.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from spacy.language import Language

from newsclaims.api import extract, load
from newsclaims.claim import Claim, Mention, Source
from newsclaims.read.text import article

SAYING = ("said", "told", "added", "adds", "says")
BE = frozenset("be is am are was were been being".split())
PART = re.compile(r"(?:SimpleArgument|TemporalArgument|SpatialArgument|Relation|Argument)\((.*?),List\(")
ROLES = frozenset({"object", "recipient", "complement", "adverb", "time"})


class Fact(NamedTuple):
    """A tuple: its relation, its arguments in order, and how sure its maker is of it."""

    relation: str
    arguments: tuple[str, ...]
    confidence: float = 1.0


Score = tuple[float, float]


def gold(folder: Path) -> dict[str, list[Fact]]:
    """Read the annotators' tuples by sentence."""
    facts: dict[str, list[Fact]] = {}
    for line in (folder / "gold-dev.tsv").read_text(encoding="utf-8").splitlines():
        sentence, relation, *arguments = line.split("\t")
        facts.setdefault(sentence, []).append(Fact(relation, tuple(arguments)))
    return facts


def peer(folder: Path) -> dict[str, list[Fact]]:
    """Read OpenIE 5's tuples by sentence."""
    facts: dict[str, list[Fact]] = {}
    for line in (folder / "openie5-output.txt").read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) < 5:
            continue
        confidence, _, first, relation, rest, sentence = cells[0], cells[1], cells[2], cells[3], cells[4:-1], cells[-1]
        parts = PART.findall(first) + PART.findall(" ".join(rest))
        named = PART.findall(relation)
        if named:
            facts.setdefault(sentence, []).append(Fact(named[0], tuple(parts), float(confidence)))
    return facts


def ours(sentences: Iterable[str], nlp: Language) -> dict[str, list[Fact]]:
    """Extract the claims of each sentence, read by itself, as tuples."""
    return {
        one: [fact for claim in extract(article(one, "-", front=False), nlp=nlp) for fact in facts(claim)]
        for one in sentences
    }


def facts(claim: Claim) -> list[Fact]:
    """A claim as a tuple, and what its source said as another one: *Shea*, "said", *the pact helps Chad*."""
    subject: Mention | None = claim.actor
    other: Mention | None = claim.target
    rest = [(argument.start, _worded(argument.role, argument.text)) for argument in claim.arguments]
    if (
        claim.action.voice == "passive"
        and claim.target is not None
        and (subject is None or subject.start > claim.target.start)
    ):
        subject, other = claim.target, None
        rest += [(claim.actor.start, f"by {claim.actor.text}")] if claim.actor else []
    after = [(other.start, other.text)] if other is not None else []
    arguments = [text for _, text in after + sorted(rest)]
    found = []
    if subject is not None and arguments:
        found.append(Fact(claim.action.text, (subject.text, *arguments), claim.confidence))
    elif subject is not None or arguments:
        found.append(Fact(claim.action.text, tuple([subject.text] if subject else arguments), claim.confidence * 0.5))
    source: Source | None = claim.source
    if source is not None and source.cue is not None:
        found.append(Fact(source.cue.text, (source.text, claim.text), claim.confidence))
    return found


def _worded(role: str, text: str) -> str:
    return text if role in ROLES else f"{role} {text}"


def match(wanted: Fact, got: Fact) -> Score:
    """CaRB's lenient match of two tuples, all arguments after the first taken as one; (precision, recall)."""
    straight = _lenient(_binary(wanted), _binary(got))
    if not any(verb in wanted.relation for verb in SAYING) or len(got.arguments) < 2:
        return straight
    first, second = _binary(got).arguments
    return max(straight, _lenient(_binary(wanted), Fact(got.relation, (second, first))))


def _binary(fact: Fact) -> Fact:
    if len(fact.arguments) < 2:
        return fact
    return Fact(fact.relation, (fact.arguments[0], " ".join(fact.arguments[1:])), fact.confidence)


def _common(wanted: Sequence[str], got: list[str]) -> int:
    """How many words two parts share; those found are taken out of ``got``."""
    count = 0
    for word in wanted:
        if word in got:
            got.remove(word)
            count += 1
    return count


def _lenient(wanted: Fact, got: Fact) -> Score:
    relation, predicted = wanted.relation.lower().split(), got.relation.lower().split()
    size_got, size_wanted = len(predicted), len(relation)
    shared = _common(relation, predicted)
    if "be" in predicted and BE & set(relation):
        shared += 1
    if not shared:
        return 0.0, 0.0
    for i, argument in enumerate(wanted.arguments):
        words = argument.lower().split()
        size_wanted += len(words)
        if i >= len(got.arguments):
            return 0.0, 0.0
        own = got.arguments[i].lower().split()
        size_got += len(own)
        shared += _common(words, own)
    return shared / size_got, shared / size_wanted


def curve(wanted: dict[str, list[Fact]], got: dict[str, list[Fact]]) -> list[tuple[float, float]]:
    """Precision and recall over all sentences at every level of confidence, from the highest down."""
    grids = {one: [[match(g, p) for p in got.get(one, [])] for g in facts] for one, facts in wanted.items()}
    levels = sorted({round(p.confidence, 2) for one in wanted for p in got.get(one, [])}, reverse=True)
    total = sum(map(len, wanted.values()))
    points = []
    for level in levels:
        right = found = covered = 0.0
        for one, grid in grids.items():
            kept = [j for j, p in enumerate(got.get(one, [])) if round(p.confidence, 2) >= level]
            found += len(kept)
            covered += sum(max((row[j][1] for j in kept), default=0.0) for row in grid)
            right += _paired(grid, kept)
        points.append((right / found if found else 0.0, covered / total))
    return points


def _paired(grid: list[list[Score]], kept: list[int]) -> float:
    """The precision of the best pairs, each tuple used once."""
    pairs = sorted(((grid[i][j][0], i, j) for i in range(len(grid)) for j in kept), key=lambda p: (-p[0], p[1], p[2]))
    rows, columns, total = set(), set(), 0.0
    for value, i, j in pairs:
        if i not in rows and j not in columns:
            rows.add(i)
            columns.add(j)
            total += value
    return total


def figures(points: Sequence[tuple[float, float]]) -> tuple[float, float, float, float]:
    """Precision, recall and F1 at the best level, and the area under the curve from recall 0 on."""
    if not points:
        return 0.0, 0.0, 0.0, 0.0
    best = max(points, key=lambda p: 2 * p[0] * p[1] / (p[0] + p[1] or 1))
    ordered = sorted(points, key=lambda p: p[1])
    ordered.insert(0, (ordered[0][0], 0.0))
    area = sum((b[1] - a[1]) * (a[0] + b[0]) / 2 for a, b in pairwise(ordered))
    return best[0], best[1], 2 * best[0] * best[1] / (best[0] + best[1] or 1), area


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True, help="the folder with gold-dev.tsv")
    options.add_argument("--model", help="a spaCy pipeline; default: the built-in one")
    options.add_argument("--peer", action="store_true", help="score OpenIE 5's output too")
    given = options.parse_args()
    wanted = gold(given.data)
    systems = {"newsclaims": ours(wanted, load(given.model))}
    if given.peer:
        systems["OpenIE 5"] = peer(given.data)
    print(f"{len(wanted)} sentences\n\n| system | precision | recall | F1 | AUC |\n|---|---|---|---|---|")
    for name, got in systems.items():
        print("| {} | {:.3f} | {:.3f} | {:.3f} | {:.3f} |".format(name, *figures(curve(wanted, got))))


if __name__ == "__main__":
    main()
