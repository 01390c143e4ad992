"""Texts as the page carries them: whole, or only the sentences that claims rest on; offsets count as JavaScript counts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from itertools import accumulate

BETWEEN = "\n\u2026\n"
ASTRAL = re.compile("[\U00010000-\U0010ffff]")

Place = Callable[[int], int]


def whole(text: str, first: int) -> tuple[str, Place]:
    """Give the text from an offset on, and what becomes of offsets into it.

    Offsets go from code points to UTF-16 units: ``text.slice(place(a), place(b))`` in JavaScript is ``text[a:b]`` here.
    """
    kept = text[first:].rstrip()
    units = _units(kept)
    return kept, lambda offset: units(offset - first)


def excerpt(text: str, spans: Iterable[tuple[int, int]]) -> tuple[str, Place]:
    """Give stretches of a text in text order, with an ellipsis between them, and what becomes of offsets into those.

    Args:
        text: the whole text.
        spans: the stretches, as (start, end) in code points; they may overlap.
    """
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if kept and start <= kept[-1][1]:
            kept[-1] = (kept[-1][0], max(kept[-1][1], end))
        else:
            kept.append((start, end))
    starts = [start for start, _ in kept]
    lengths = [end - start + len(BETWEEN) for start, end in kept]
    new = [0, *accumulate(lengths)]
    joined = BETWEEN.join(text[start:end] for start, end in kept)
    units = _units(joined)

    def place(offset: int) -> int:
        index = max(0, bisect_right(starts, offset) - 1)
        return units(new[index] + offset - starts[index])

    return joined, place


def _units(text: str) -> Place:
    astral = [match.start() for match in ASTRAL.finditer(text)]
    if not astral:
        return lambda offset: offset
    return lambda offset: offset + bisect_right(astral, offset - 1)
