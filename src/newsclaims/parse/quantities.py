"""Amounts of money, percentages and measures, found by rule: what they look like is regular enough to need no learning.

Types as in OntoNotes: MONEY ("$2.5 million", "40 million euros"), PERCENT ("3 percent", "12 %"), QUANTITY ("200 miles").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from newsclaims.lexicon import rows


class Amount(NamedTuple):
    """Words ``start:end`` (end exclusive) tell an amount of the given type."""

    start: int
    end: int
    type: str


@cache
def _units() -> dict[tuple[str, ...], str]:
    """Unit words in lower case, each with the type of amount that it makes."""
    return {tuple(row["unit"].lower().split()): row["type"] for row in rows("measures")}


@cache
def _scales() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("scales"))


@cache
def _signs() -> frozenset[str]:
    return frozenset(row["sign"] for row in rows("currency_signs"))


def amounts(words: Sequence[str], tags: Sequence[str]) -> Iterator[Amount]:
    """Find the amounts in a stretch of words.

    Args:
        words: the words.
        tags: their Penn tags; a number is tagged CD.

    Yields:
        The amounts, in text order, none overlapping.

    Example: of "The strike cost Lufthansa 55 million euros" it gives "55 million euros", MONEY.
    """
    free, signs = 0, _signs()  # the first word behind the last amount
    signed = not signs.isdisjoint(words)
    for i in [i for i, tag in enumerate(tags) if tag == "CD" or (signed and words[i] in signs)]:
        found = _amount(words, tags, i, words[i] in signs) if i >= free else None
        if found is not None:
            yield found
            free = found.end


def _amount(words: Sequence[str], tags: Sequence[str], start: int, signed: bool) -> Amount | None:
    i = start + signed
    number = _after_number(words, tags, i)
    if number == i:
        return None
    if signed:
        return Amount(start, number, "MONEY")
    unit = tuple([word.lower() for word in words[number : number + 2]])
    for size in range(len(unit), 0, -1):
        kind = _units().get(unit[:size])
        if kind:
            return Amount(start, number + size, kind)
    return None


def _after_number(words: Sequence[str], tags: Sequence[str], i: int) -> int:
    """Give the place behind a number that begins at ``i``, or ``i`` where none does."""
    begin = i
    while i < len(words) and (tags[i] == "CD" or (i > begin and words[i].lower() in _scales())):
        i += 1
    return i
