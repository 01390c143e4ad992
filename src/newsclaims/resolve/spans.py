"""Token ranges → spans of the article's text."""

from __future__ import annotations

from typing import TypedDict

from spacy.tokens import Doc

from newsclaims.claim import TextSpan


class Place(TypedDict):
    """The three fields that every span of the contract has."""

    text: str
    start: int
    end: int


def place(doc: Doc, start: int, end: int) -> Place:
    """Give text and code points of the tokens ``start:end``; white space at either end is left out."""
    while end - start > 1 and doc[start].is_space:
        start += 1
    while end - start > 1 and doc[end - 1].is_space:
        end -= 1
    first, last = doc[start], doc[end - 1]
    begin, stop = first.idx, last.idx + len(last)
    return {"text": doc.text[begin:stop], "start": begin, "end": stop}


def span(doc: Doc, tokens: tuple[int, int] | None) -> TextSpan | None:
    """Give a range of tokens as a span, None for none."""
    return TextSpan(**place(doc, *tokens)) if tokens else None
