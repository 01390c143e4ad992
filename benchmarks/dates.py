"""Measure `claims dates` on AQUAINT TimeML: are the time expressions found, and are their values right.

    python -m benchmarks.dates --data ../shared/data/dates/aquaint [--model NAME_OR_PATH | --model blank] [-v]

Scored as in TempEval-3 (UzZaman et al. 2013), for DATE and TIME together and for DURATION and SET:
*strict* asks for the same span, *relaxed* for any overlap, one to one; *value* for the right value on top of an
overlap. The document creation time (DCT) is given as the publication date. The corpus writes unknown digits as X
("198X", "1998-08-XX") and weeks without a zero ("2000-W7"); both are brought to the contract's form before comparing.
"""

from __future__ import annotations

import argparse
import datetime as dt
import html
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from spacy.language import Language

from newsclaims.annotate.times import times
from newsclaims.resolve.timeline import timeline

TIMEX = re.compile(r"<TIMEX3([^>]*)>([^<]*)</TIMEX3>")
OTHER = re.compile(r"<(?!/?TIMEX3)[^>]*>")
GROUPS = {"DATE": "DATE+TIME", "TIME": "DATE+TIME", "DURATION": "DURATION", "SET": "SET"}


class Expression(NamedTuple):
    """A time expression, the gold's or ours."""

    start: int
    end: int
    group: str
    value: str | None


class Article(NamedTuple):
    """An article of the corpus with its gold."""

    name: str
    text: str
    published: dt.date
    gold: tuple[Expression, ...]


class Counts(NamedTuple):
    """How many there are in the gold, how many of ours, and how many are right in each way."""

    gold: int = 0
    ours: int = 0
    strict: int = 0
    relaxed: int = 0
    value: int = 0

    def f1(self, right: int) -> float:
        """Give the F1 of so many right ones."""
        return 2 * right / (self.gold + self.ours) if self.gold + self.ours else 0.0


def corpus(folder: Path) -> Iterator[Article]:
    """Read the TimeML files of a folder."""
    for path in sorted(folder.rglob("*.tml")):
        source = path.read_text(encoding="utf-8")
        published = re.search(r'<DCT>[^>]*value="(\d{4}-\d\d-\d\d)', source)
        body = re.search(r"<TEXT>(.*?)</TEXT>", source, re.DOTALL)
        if published is None or body is None:
            raise SystemExit(f"{path}: no DCT or no TEXT")
        yield Article(path.stem, *_plain(OTHER.sub("", body[1]), dt.date.fromisoformat(published[1])))


def _plain(marked: str, published: dt.date) -> tuple[str, dt.date, tuple[Expression, ...]]:
    text, at, gold = "", 0, []
    for match in TIMEX.finditer(marked):
        text += html.unescape(marked[at : match.start()])
        words = html.unescape(match[2])
        kind, value = _attribute(match[1], "type"), _attribute(match[1], "value")
        gold.append(Expression(len(text), len(text) + len(words.rstrip(" .,")), GROUPS[kind], _normal(value)))
        text, at = text + words, match.end()
    return text + html.unescape(marked[at:]), published, tuple(gold)


def _attribute(attributes: str, name: str) -> str:
    match = re.search(rf'\b{name}="([^"]*)"', attributes)
    return match[1] if match else ""


def _normal(value: str) -> str:
    value = re.sub(r"(?:-XX)+$|(?<=^\d{3})X$|(?<=^\d{3})X-XX-XX$", "", value)
    return re.sub(r"-W(\d)$", r"-W0\1", value)


def ours(article: Article, nlp: Language) -> tuple[Expression, ...]:
    """Find the time expressions of an article."""
    doc = nlp(article.text)
    resolved = timeline(doc, times(doc), article.published)
    return tuple(
        Expression(doc[timex.start].idx, doc[timex.end - 1].idx + len(doc[timex.end - 1]), GROUPS[timex.type], found.value)
        for timex, found in resolved.items()
    )


def score(gold: Sequence[Expression], found: Sequence[Expression], text: str, verbose: bool) -> Counts:
    """Match one to one, the same span first, then whatever overlaps, and count."""
    left, right, strict, relaxed, value = list(gold), list(found), 0, 0, 0
    for exact in (True, False):
        for one in list(left):
            for other in list(right):
                same = (one.start, one.end) == (other.start, other.end)
                if same if exact else one.start < other.end and other.start < one.end:
                    left.remove(one)
                    right.remove(other)
                    strict, relaxed, value = strict + same, relaxed + 1, value + (one.value == other.value)
                    if verbose and not (same and one.value == other.value):
                        _show("span" if not same else "value", text, one, other)
                    break
    if verbose:
        for one in left:
            _show("missed", text, one, None)
        for one in right:
            _show("extra", text, None, one)
    return Counts(len(gold), len(found), strict, relaxed, value)


def _show(what: str, text: str, gold: Expression | None, found: Expression | None) -> None:
    one = gold or found
    assert one is not None
    around = text[max(0, one.start - 30) : one.end + 25].replace("\n", " ")
    shown = [f"{text[e.start : e.end]!r} {e.value}" if e else "–" for e in (gold, found)]
    print(f"  {what:7} gold {shown[0]}  ours {shown[1]}   …{around}…")


def pipeline(model: str | None) -> Language:
    """Load the pipeline: the built-in one, another, or "blank" for tokens alone."""
    if model == "blank":
        import spacy

        return spacy.blank("en")
    from newsclaims.parse.models import model as load

    return load(model)


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True, help="folder that holds *.tml files, itself or further down")
    options.add_argument("--model", help="a spaCy pipeline, or blank")
    options.add_argument("-v", "--verbose", action="store_true", help="list every difference")
    given = options.parse_args()
    nlp = pipeline(given.model)
    totals = dict.fromkeys(dict.fromkeys(GROUPS.values()), Counts())
    for article in corpus(given.data):
        found = ours(article, nlp)
        if given.verbose:
            print(article.name, article.published)
        for group, total in totals.items():
            gold, mine = ([e for e in side if e.group == group] for side in (article.gold, found))
            counts = score(gold, mine, article.text, given.verbose)
            totals[group] = Counts(*(a + b for a, b in zip(total, counts, strict=True)))
    print("| kind | gold | ours | strict F1 | relaxed F1 | value F1 |\n|---|---|---|---|---|---|")
    for group, total in totals.items():
        figures = " | ".join(f"{total.f1(right):.3f}" for right in (total.strict, total.relaxed, total.value))
        print(f"| {group} | {total.gold} | {total.ours} | {figures} |")


if __name__ == "__main__":
    main()
