"""A text's words to windows that the encoder sees at once.

Whole paragraphs share a window while they fit, since a sentence's neighbours help to read it. A paragraph too long for one
window is cut into several that overlap; each word is then taken from the window in which it stands farthest from a cut.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

LIMIT = 160  # pieces; measured: 220 and 320 read worse
OVERLAP = 50
SEGMENT = 4000  # words worked on at once: keeps memory flat on long texts
STOPS = frozenset(".!?…")


class Window(NamedTuple):
    """Words ``start:end`` are encoded together; only the vectors of ``keep_start:keep_end`` are used."""

    start: int
    end: int
    keep_start: int
    keep_end: int


def segments(words: Sequence[str], breaks: Sequence[bool], limit: int = SEGMENT) -> Iterator[tuple[int, int]]:
    """Cut a text into stretches of whole paragraphs, about ``limit`` words each.

    Args:
        words: the text's words.
        breaks: for each word, whether a paragraph begins with it.
        limit: a paragraph longer than this is cut at the last full stop before it, or at the limit if there is none.

    Yields:
        ``(start, end)``, word indices, end exclusive.
    """
    start, fence = 0, 0
    for i in range(1, len(words)):
        if breaks[i]:
            fence = i
        if i - start >= limit:
            cut = fence
            if cut <= start:
                cut = next((k + 1 for k in range(i - 1, max(start, i - 300), -1) if words[k] in STOPS), i)
            yield start, cut
            start = cut
    if start < len(words):
        yield start, len(words)


def windows(sizes: Sequence[int], breaks: Sequence[bool], start: int, end: int) -> Iterator[Window]:
    """Cut one stretch into windows.

    Args:
        sizes: pieces of each word of the whole text.
        breaks: for each word, whether a paragraph begins with it.
        start: first word of the stretch.
        end: behind its last word.
    """
    opens = [start, *(i for i in range(start + 1, end) if breaks[i]), end]
    first, filled = start, 0
    for a, b in itertools.pairwise(opens):
        size = sum(sizes[a:b]) + 1
        if filled and filled + size > LIMIT:
            yield Window(first, a, first, a)
            first, filled = a, 0
        if size > LIMIT:
            yield from _overlapping(sizes, a, b)
            first, filled = b, 0
        else:
            filled += size
    if filled:
        yield Window(first, end, first, end)


def _overlapping(sizes: Sequence[int], start: int, end: int) -> Iterator[Window]:
    keep = a = start
    while a < end:
        b = _advance(sizes, a, end, LIMIT)
        if b >= end:
            yield Window(a, end, keep, end)
            return
        following = _retreat(sizes, b, a, OVERLAP)
        middle = max((following + b) // 2, keep + 1)
        yield Window(a, b, keep, middle)
        keep, a = middle, following


def _advance(sizes: Sequence[int], i: int, end: int, budget: int) -> int:
    while i < end and budget >= sizes[i]:
        budget -= sizes[i]
        i += 1
    return i


def _retreat(sizes: Sequence[int], i: int, start: int, budget: int) -> int:
    while i > start + 1 and budget >= sizes[i - 1]:
        i -= 1
        budget -= sizes[i]
    return i
