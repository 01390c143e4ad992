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
    last = doc[end - 1]
    # the span's own text: `doc.text` is put together anew at every call
    return {"text": doc[start:end].text, "start": doc[start].idx, "end": last.idx + len(last)}


def span(doc: Doc, tokens: tuple[int, int] | None) -> TextSpan | None:
    """Give a range of tokens as a span, None for none."""
    return TextSpan(**place(doc, *tokens)) if tokens else None
