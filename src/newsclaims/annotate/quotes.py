"""Quotations: which stretches of a text stand between quotation marks.

The pairing works on marks alone, before any grammar is looked at, line by line, so that a missing or surplus mark costs
at most the quotation it belongs to. Every step is a single pass with a stack: the time is linear in the number of tokens,
whatever the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress
from typing import Literal, NamedTuple

from spacy.tokens import Doc

from newsclaims.annotate.marks import Quote
from newsclaims.annotate.quotemarks import Mark, double_marks, single_quotations
from newsclaims.parse.columns import columns

DEEPEST = 8  # quotations one in the other: what is deeper is a text of marks, and would take time by the square


class _Line(NamedTuple):
    """A line's tokens, without the line ends; ``gap`` is how many line ends stand before it."""

    start: int
    end: int
    gap: int


class _Pairing(NamedTuple):
    """The marks of one line: those that match, and those without a partner on the line."""

    pairs: tuple[tuple[Mark, Mark], ...]
    opener: Mark | None
    closer: Mark | None


class _Pending(NamedTuple):
    """An opening mark whose line ended before it was closed."""

    mark: Mark
    end: int
    starts_line: bool
    continues: bool


def quotes(doc: Doc) -> tuple[Quote, ...]:
    """Find the quotations of a text, also those inside others, in text order.

    Marks may be straight, curly, single, doubled (``…''), low („…“) or angular; an apostrophe is no mark. A quotation that
    runs over several paragraphs, each opening with a mark and only the last closing, gives one Quote a paragraph: all but
    the first are ``continues``, all but the last have ``closes`` None. A quotation that opens a paragraph and is never
    closed ends with that paragraph; any other mark without a partner is passed over.

    Args:
        doc: any Doc; only tokens and their spacing are read.

    Returns:
        Quotes whose ``start:end`` are the tokens between the marks. None is empty.

    Example:
        In 'The pact is "a gift to Pyongyang," Shea said.' the one Quote spans "a gift to Pyongyang,".
    """
    words, spaced = columns(doc).texts, columns(doc).spaced
    found: list[Quote] = []
    pending: _Pending | None = None
    for line in _lines(words):
        marks = _unescaped(double_marks(words, spaced, line.start, line.end), line)
        pairing = _pair(marks)
        continues = False
        if pending is not None and (marks or line.gap > 1):
            continues = bool(marks) and marks[0].start == line.start and marks[0].side != "close"
            if not continues and line.gap == 1 and pairing.closer is not None:  # a hard line break inside a quotation
                found.append(_quote(pending.mark, pairing.closer, continues=pending.continues))
            elif continues or pending.starts_line:
                found.append(Quote(pending.mark.end, pending.end, pending.mark.start, None, pending.continues))
            pending = None
        for left, right in pairing.pairs:
            found.append(_quote(left, right, continues=continues and left.start == line.start))
        if pairing.opener is not None:
            starts_line = pairing.opener.start == line.start
            pending = _Pending(pairing.opener, line.end, starts_line, continues and starts_line)
        found.extend(
            _quote(left, right, continues=False)
            for left, right in single_quotations(words, spaced, line.start, line.end, pairing.pairs)
        )
    if pending is not None and pending.starts_line:
        found.append(Quote(pending.mark.end, pending.end, pending.mark.start, None, pending.continues))
    return tuple(sorted(quote for quote in found if quote.end > quote.start))


def _quote(left: Mark, right: Mark, continues: bool) -> Quote:
    return Quote(left.end, right.start, left.start, right.start, continues)


def _lines(words: Sequence[str]) -> Iterator[_Line]:
    """Split at tokens of nothing but space that hold a line end."""
    start, gap = 0, 2
    for i in compress(range(len(words)), map(str.isspace, words)):
        if "\n" in words[i]:
            if i > start:
                yield _Line(start, i, gap)
                gap = 0
            gap += words[i].count("\n")
            start = i + 1
    if start < len(words):
        yield _Line(start, len(words), gap)


def _unescaped(marks: tuple[Mark, ...], line: _Line) -> tuple[Mark, ...]:
    """Leave out the marks around a whole line whose own marks are doubled: a field of a comma-separated file."""
    if len(marks) < 4 or marks[0].start != line.start or marks[-1].end != line.end:
        return marks
    inner = marks[1:-1]
    wrapped = marks[0].end - marks[0].start == marks[-1].end - marks[-1].start == 1
    return inner if wrapped and all(mark.end - mark.start == 2 for mark in inner) else marks


def _pair(marks: tuple[Mark, ...]) -> _Pairing:
    """Match closing marks with the nearest open one; of the rest, keep the line's last opener and its first closer."""
    stack: list[Mark] = []
    pairs: list[tuple[Mark, Mark]] = []
    closer: Mark | None = None
    for mark in marks:
        side: Literal["open", "close"]
        if mark.side == "either":
            side = "close" if stack else "open"
        elif mark.low_partner and stack and stack[-1].low:
            side = "close"
        else:
            side = mark.side
        if side == "open":
            if len(stack) < DEEPEST:
                stack.append(mark)
        elif stack:
            pairs.append((stack.pop(), mark))
        elif closer is None and not pairs:
            closer = mark
    opener = stack[0] if stack and not (pairs and pairs[-1][1].start > stack[-1].start) else None
    return _Pairing(tuple(pairs), opener, closer)
