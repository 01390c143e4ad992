"""Measure `claims quotes` on PolNeAR: are the sources, cues and contents of attributions found.

    python benchmarks/quotations.py --data ../shared/data/attribution/polnear-dev [--model NAME_OR_PATH] [-v]

PolNeAR (Newell, Margolin & Ruths 2018) marks every attribution of political news: what anybody says, writes, thinks,
wants or feels, with its source, cue and content as brat stand-off. The spans of each role are matched one to one; two
spans match when twice the words they share is at least half of the words of both, best pairs first. An article that two
annotators worked on is scored against each. ``--save FILE`` writes the rows, ``--saved FILE`` scores rows written before.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from newsclaims.read.article import Article
from newsclaims.resolve.quotations import quotations

ROLES = ("source", "cue", "content")
WORD = re.compile(r"\w+(?:['’]\w+)?")
Words = frozenset[int]


class Attribution(NamedTuple):
    """The words of each role, as the places where they begin in the text; empty where the role is not filled."""

    source: Words
    cue: Words
    content: Words


class Counts(NamedTuple):
    """How many spans there are in the gold, how many of ours, how many match."""

    gold: int = 0
    ours: int = 0
    right: int = 0

    def figures(self) -> tuple[float, float, float]:
        """Give precision, recall and F1."""
        precision = self.right / self.ours if self.ours else 0.0
        recall = self.right / self.gold if self.gold else 0.0
        return precision, recall, 2 * self.right / (self.gold + self.ours) if self.gold + self.ours else 0.0


def words(text: str, stretches: Iterable[tuple[int, int]]) -> Words:
    """Give the places of the words in some stretches of a text; of marks alone ("―") those of the marks."""
    found = frozenset(a + m.start() for a, b in stretches for m in WORD.finditer(text[a:b]))
    return found or frozenset(i for a, b in stretches for i in range(a, b) if not text[i].isspace())


def gold(path: Path, text: str) -> list[Attribution]:
    """Read the attributions of one annotation file."""
    spans: dict[str, list[tuple[int, int]]] = {}
    events: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if line.startswith("T"):
            pieces = cells[1].split(" ", 1)[1].split(";")
            spans[cells[0]] = [(int(a), int(b)) for a, b in (piece.split() for piece in pieces)]
        elif line.startswith("E"):
            events.append(cells[1].split()[1:])
    found = []
    for event in events:
        roles: dict[str, list[tuple[int, int]]] = {role: [] for role in ROLES}
        for role, name in (part.split(":") for part in event):
            roles[role.rstrip("0123456789").lower()] += spans[name]
        found.append(Attribution(*(words(text, roles[role]) for role in ROLES)))
    return found


def ours(text: str, rows: Iterable[dict[str, Any]]) -> list[Attribution]:
    """Give the rows of `claims quotes` as attributions."""
    found = []
    for row in rows:
        spans = [[(row[role]["start"], row[role]["end"])] if row[role] else [] for role in ROLES]
        spans[2] = [(part["start"], part["end"]) for part in row["parts"]] or spans[2]
        found.append(Attribution(*(words(text, span) for span in spans)))
    return found


def match(left: list[Words], right: list[Words]) -> list[tuple[int, int]]:
    """Match spans one to one, the pairs that share most first."""
    pairs = []
    for i, one in enumerate(left):
        for k, other in enumerate(right):
            shared = len(one & other)
            if shared and 2 * shared / (len(one) + len(other)) >= 0.5:
                pairs.append((2 * shared / (len(one) + len(other)), i, k))
    taken: set[tuple[str, int]] = set()
    out = []
    for _, i, k in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if ("left", i) not in taken and ("right", k) not in taken:
            taken |= {("left", i), ("right", k)}
            out.append((i, k))
    return out


def score(text: str, expected: list[Attribution], found: list[Attribution], verbose: bool) -> dict[str, Counts]:
    """Count the matches of each role; a span that serves several attributions of one side counts once."""
    counts = {}
    for n, role in enumerate(ROLES):
        left = list(dict.fromkeys(one[n] for one in expected if one[n]))
        right = list(dict.fromkeys(one[n] for one in found if one[n]))
        pairs = match(left, right)
        counts[role] = Counts(len(left), len(right), len(pairs))
        if verbose:
            missed = set(range(len(left))) - {i for i, _ in pairs}
            extra = set(range(len(right))) - {k for _, k in pairs}
            for what, spans, which in (("missed", left, missed), ("extra", right, extra)):
                for i in sorted(which, key=lambda i: min(spans[i])):
                    print(f"  {role:7} {what:6} {_shown(text, spans[i])}")
    return counts


def _shown(text: str, span: Words) -> str:
    first, last = min(span), max(span)
    end = (WORD.match(text, last) or re.compile(".").match(text, last)).end()  # type: ignore[union-attr]
    return f"{text[max(0, first - 40) : first]}⟦{text[first:end]}⟧{text[end : end + 40]}".replace("\n", "¶")


def annotated(folder: Path) -> Iterator[tuple[str, str, list[Path]]]:
    """Give each article's name, text and annotation files."""
    for path in sorted(folder.glob("*.txt")):
        with path.open(encoding="utf-8", newline="") as file:
            yield path.stem, file.read(), sorted(folder.glob(f"{path.stem}_*.ann"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model")
    parser.add_argument("--save", type=Path)
    parser.add_argument("--saved", type=Path)
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    saved = json.loads(options.saved.read_text(encoding="utf-8")) if options.saved else None
    rows: dict[str, list[dict[str, Any]]] = saved or {}
    if saved is None:
        from newsclaims.parse.models import model

        nlp = model(options.model)
        for name, text, _ in annotated(options.data):
            rows[name] = list(quotations(nlp(text), Article(text)))
    if options.save:
        options.save.write_text(json.dumps(rows), encoding="utf-8")
    total = dict.fromkeys(ROLES, Counts())
    for name, text, files in annotated(options.data):
        for file in files:
            if options.verbose:
                print(file.stem)
            for role, counts in score(text, gold(file, text), ours(text, rows[name]), options.verbose).items():
                total[role] = Counts(*(a + b for a, b in zip(total[role], counts, strict=True)))
    print(f"{'':8} {'P':>6} {'R':>6} {'F1':>6}   gold   ours  right")
    for role, counts in total.items():
        print(f"{role:8} " + " ".join(f"{figure:6.3f}" for figure in counts.figures()) + "".join(f"{n:7}" for n in counts))


if __name__ == "__main__":
    main()
