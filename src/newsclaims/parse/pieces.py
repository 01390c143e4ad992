"""Long texts are parsed in pieces: memory stays flat, and no step after the parse has to be good at a million words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc

WHOLE = 250_000  # characters; a text up to this length, 40,000 words, is one piece
SIZE = 200_000  # characters of a piece of a longer one
_START = "newsclaims.start"
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]»]?\s")


class Piece(NamedTuple):
    """A part of a text that is parsed by itself, and the offset at which it begins."""

    text: str
    start: int


def pieces(text: str) -> Iterator[Piece]:
    """Cut a text that is longer than ``WHOLE`` into pieces; they put together are the text.

    A piece ends with a paragraph, or failing that with a line, a sentence, a word.

    Example: a transcript of a million characters gives five or six; an article of the usual length gives itself.
    """
    if len(text) <= WHOLE:
        yield Piece(text, 0)
        return
    start = 0
    while start < len(text):
        end = _cut(text, start)
        yield Piece(text[start:end], start)
        start = end


def begins(doc: Doc, start: int) -> Doc:
    """Note on a Doc at which offset of the article it begins."""
    if start:
        doc.user_data[_START] = start
    return doc


def beginning(doc: Doc) -> int:
    """Give the offset of the article at which a Doc begins: what its tokens' offsets have to be raised by."""
    start: int = doc.user_data.get(_START, 0)
    return start


def _cut(text: str, start: int) -> int:
    """Where the piece that begins at ``start`` ends."""
    last = start + SIZE
    if last >= len(text):
        return len(text)
    first = start + SIZE // 2
    for end in ("\n\n", "\n"):
        at = text.rfind(end, first, last)
        if at >= 0:
            return at + len(end)
    sentence = max((found.end() for found in _SENTENCE_END.finditer(text, first, last)), default=0)
    return sentence or text.rfind(" ", first, last) + 1 or last
