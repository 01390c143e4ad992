"""Quotation marks: which tokens are marks, which side they face, and where an apostrophe is none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from newsclaims.lexicon import rows
from newsclaims.parse.places import positions

Side = Literal["open", "close", "either"]

_DOUBLE: dict[str, Side] = {
    **dict.fromkeys(("“", "„", "‟", "«", "``", "‘‘", "‚‚"), "open"),
    **dict.fromkeys(("”", "»", "''", "’’"), "close"),
    **dict.fromkeys(('"', "＂", "″"), "either"),
}
_SINGLE: dict[str, Side] = {
    **dict.fromkeys(("‘", "‚", "‛", "‹", "`"), "open"),
    **dict.fromkeys(("’", "›"), "close"),
    "'": "either",
}
_MARKS = frozenset(_DOUBLE.keys() | _SINGLE.keys())
_LOW = frozenset("„‚‚")
_BEFORE_OPENING = frozenset("([{—–-/:") | _DOUBLE.keys() | _SINGLE.keys()
_AFTER_CLOSING = frozenset(")]}.,!?…;:—–-/") | _DOUBLE.keys() | _SINGLE.keys()
_STOPS = frozenset(".,!?…;:)]")
_ELISIONS = frozenset(row["word"] for row in rows("elisions"))


class Mark(NamedTuple):
    """A quotation mark of one or two tokens. ``side`` is what its shape and its place say, "either" where they say nothing.

    ``low`` marks („) may be closed by a mark (“, ``low_partner``) that elsewhere opens.
    """

    start: int
    end: int
    side: Side
    low: bool = False
    low_partner: bool = False


def double_marks(words: Sequence[str], spaced: Sequence[bool], start: int, end: int) -> tuple[Mark, ...]:
    """Find the double marks among the tokens ``start:end`` of one line.

    Two single ones in a row make a double one; straight double ones in a row, as comma-separated files write them, are one.

    Args:
        words: the texts of all tokens.
        spaced: whether a space follows, for each token.
        start: first token of the line.
        end: end of the line, exclusive.

    Returns:
        The marks in text order.
    """
    marks: list[Mark] = []
    free = start  # the first token behind the last mark
    for i in [start + k for k in positions(_MARKS, words[start:end])]:
        if i < free:
            continue
        word, width = words[i], 1
        if word in _SINGLE and i + 1 < end and words[i + 1] == word and not spaced[i]:
            word, width = word * 2, 2
        while word == '"' and i + width < end and words[i + width] == word and not spaced[i + width - 1]:
            width += 1
        shape = _DOUBLE.get(word)
        if shape is not None:
            side = _side(shape, _place(words, spaced, i, i + width, start, end))
            marks.append(Mark(i, i + width, side, low=word in _LOW, low_partner=word == "“"))
            free = i + width
    return tuple(marks)


def single_quotations(
    words: Sequence[str], spaced: Sequence[bool], start: int, end: int, doubles: tuple[tuple[Mark, Mark], ...]
) -> tuple[tuple[Mark, Mark], ...]:
    """Find what stands between single marks on one line; no such quotation crosses a double one.

    An opening mark stands before a word and after a space, a bracket or another mark. It closes at the first mark that is
    clearly none of a possessive ("the workers' vote"), or, failing that, at the last one before the next opening mark.

    Args:
        words: the texts of all tokens.
        spaced: whether a space follows, for each token.
        start: first token of the line.
        end: end of the line, exclusive.
        doubles: the pairs of double marks on the line.

    Returns:
        Pairs of opening and closing mark.
    """
    singles = [start + k for k in positions(_SINGLE, words[start:end])]
    if not singles:
        return ()
    level = _levels(doubles)
    depth: list[int] = [start]
    opened: dict[int, Mark] = {}
    doubtful: dict[int, Mark] = {}
    pairs: list[tuple[Mark, Mark]] = []
    taken = {mark.start for pair in doubles for mark in pair}
    for i in sorted({*level, *singles}):
        if i in level:
            if level[i]:
                depth.append(i)
            else:
                depth.pop()
        word = words[i]
        if word not in _SINGLE or i in taken or (i > start and words[i - 1] == word and not spaced[i - 1]):
            continue
        key, mark = depth[-1], Mark(i, i + 1, _SINGLE[word])
        place = _place(words, spaced, i, i + 1, start, end)
        if mark.side != "close" and place == "open" and not _elides(words, spaced, i, end):
            if key in opened and key in doubtful:
                pairs.append((opened.pop(key), doubtful.pop(key)))
            opened[key] = mark
        elif mark.side != "open" and place == "close" and key in opened:
            if _possessive(words, spaced, i, end):
                doubtful[key] = mark
            else:
                pairs.append((opened.pop(key), mark))
                doubtful.pop(key, None)
    pairs.extend((opened[key], doubtful[key]) for key in opened if key in doubtful)
    return tuple(pairs)


def _place(words: Sequence[str], spaced: Sequence[bool], start: int, end: int, line_start: int, line_end: int) -> Side:
    """Which side a mark faces, from what is next to it."""
    free_before = start == line_start or spaced[start - 1] or words[start - 1] in _BEFORE_OPENING
    free_after = end == line_end or spaced[end - 1] or words[end] in _AFTER_CLOSING
    if free_before == free_after:
        return "either"
    return "open" if free_before else "close"


def _side(shape: Side, place: Side) -> Side:
    if shape == "either" or place == "either":
        return place if shape == "either" else shape
    return shape if shape == place else "either"


def _levels(doubles: tuple[tuple[Mark, Mark], ...]) -> dict[int, bool]:
    """Where a double quotation opens (True) and closes (False)."""
    return {mark.start: mark is left for left, right in doubles for mark in (left, right)}


def _elides(words: Sequence[str], spaced: Sequence[bool], i: int, end: int) -> bool:
    """Whether a mark before a word stands for letters left out: 'em, '90s."""
    if i + 1 >= end or spaced[i]:
        return True
    word = words[i + 1].lower()
    return word in _ELISIONS or word[0].isdigit()


def _possessive(words: Sequence[str], spaced: Sequence[bool], i: int, end: int) -> bool:
    """Whether a mark may be the apostrophe of a plural: "the workers' vote"."""
    follows = i + 1 < end and spaced[i] and words[i + 1][0].isalnum()
    return follows and words[i - 1][-1:] in ("s", "S", "z", "x")
