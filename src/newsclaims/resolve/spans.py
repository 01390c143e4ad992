"""Token ranges → spans of the article's text."""

from __future__ import annotations

from typing import TypedDict

from spacy.tokens import Doc

from newsclaims.parse.columns import Columns, columns


class Place(TypedDict):
    """The three fields that every span of the contract has."""

    text: str
    start: int
    end: int


def place(doc: Doc, start: int, end: int) -> Place:
    """Give text and code points, counted in the article, of the tokens ``start:end``, without white space at either end."""
    tokens = columns(doc)
    first, last = _edges(tokens, start, end)
    return {"text": tokens.whole[first:last], "start": tokens.before + first, "end": tokens.before + last}


def verbatim(doc: Doc, start: int, end: int) -> str:
    """Give the text of the tokens ``start:end``, without white space at either end."""
    tokens = columns(doc)
    first, last = _edges(tokens, start, end)
    return tokens.whole[first:last]


def _edges(tokens: Columns, start: int, end: int) -> tuple[int, int]:
    """Where the tokens begin and end in the Doc, in code points."""
    while end - start > 1 and tokens.space[start]:
        start += 1
    while end - start > 1 and tokens.space[end - 1]:
        end -= 1
    return tokens.offsets[start], tokens.offsets[end - 1] + len(tokens.texts[end - 1])
