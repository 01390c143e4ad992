"""GUM's ``Entity=`` brackets to entity tags: a mention whose head is a proper noun is named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from training.entities import ANY, OUTSIDE, TITLE_WORDS, anything_but, place, tags
from training.examples import Allowed
from training.treebanks import RawSentence, Row

_BRACKET = re.compile(r"\((\d+)-([a-z]+)[^()]*|(\d+)\)|\)")
_LINKING = frozenset(
    {"of", "the", "and", "for", "de", "la", "&", "-", "’s", "'s", "on", "in", "al", "von", "van", "du", "del"}
)
THING = anything_but({"PERSON", "NORP", "ORG", "GPE", "LOC", "FAC", "EVENT"})
IDEA = anything_but({"PERSON", "ORG", "GPE", "LOC", "FAC"})
OTHERS = {"object": THING, "substance": THING, "abstract": IDEA, "time": OUTSIDE}
KINDS = {"person": "PERSON", "place": "PLACE", "organization": "ORG", "event": "EVENT"}


def brackets(rows: Sequence[Row]) -> Iterator[tuple[int, int, int, str]]:
    """Give each mention of a sentence as ``(start, end, chain, type)``, end exclusive."""
    open_: list[tuple[str, str, int]] = []
    for i, row in enumerate(rows):
        value = next((m[7:] for m in row[9].split("|") if m.startswith("Entity=")), "")
        for match in _BRACKET.finditer(value):
            if match[1]:
                open_.append((match[1], match[2], i))
            elif open_:
                k = next((k for k in range(len(open_) - 1, -1, -1) if match[3] and open_[k][0] == match[3]), len(open_) - 1)
                chain, kind, start = open_.pop(k)
                yield start, i + 1, int(chain), kind


def name_extent(rows: Sequence[Row], start: int, end: int) -> tuple[int, int] | None:
    """Give the proper name inside a noun phrase, around its head; None where the head is no proper noun."""
    inside = range(start, end)
    head = next((i for i in inside if int(rows[i][6]) - 1 not in inside), start)
    if rows[head][3] != "PROPN":
        return None

    def named(i: int) -> bool:
        return rows[i][3] == "PROPN" or (rows[i][1][:1].isupper() and rows[i][3] in {"ADJ", "NOUN", "VERB", "NUM"})

    first = last = head
    while first - 1 >= start and (
        named(first - 1) or (first - 2 >= start and rows[first - 1][1] in _LINKING and named(first - 2))
    ):
        first -= 1
    while last + 1 < end and (
        named(last + 1) or (last + 2 < end and rows[last + 1][1] in _LINKING and _name_follows(rows, last + 2, end))
    ):
        last += 1
    while first < last and rows[first][1].lower() in TITLE_WORDS:
        first += 1
    return first, last + 1


def _name_follows(rows: Sequence[Row], i: int, end: int) -> bool:
    return rows[i][1][:1].isupper() or (rows[i][1] == "the" and i + 1 < end and rows[i + 1][1][:1].isupper())


def allowed(sentence: RawSentence, norp: frozenset[str]) -> list[Allowed]:
    """Give for each word of a GUM sentence the entity tags that its annotation allows."""
    rows = sentence.rows
    out: list[Allowed] = []
    for i, row in enumerate(rows):
        if row[1] in norp:
            out.append(tags(["NORP"], True))
        else:
            out.append(ANY if row[3] == "PROPN" else OUTSIDE)
        if row[3] == "PROPN" and i and rows[i][4] == "NNP" and rows[i][1].isdigit():
            out[-1] = OUTSIDE
    taken: set[int] = set()
    for start, end, _, kind in sorted(brackets(rows), key=lambda m: (m[0] - m[1], m[0])):
        extent = name_extent(rows, start, end)
        if extent is None or taken & set(range(*extent)):
            continue
        taken |= set(range(*extent))
        target = KINDS.get(kind)
        for i in range(*extent):
            if target is None:
                out[i] = OTHERS.get(kind, ANY)
            elif target == "PERSON" and rows[i][4] == "NNPS":
                out[i] = tags(["NORP", "PERSON"], i == extent[0])
            else:
                words = [r[1] for r in rows[extent[0] : extent[1]]]
                out[i] = tags([place(words) if target == "PLACE" else target], i == extent[0])
    return out
