"""Text and Markdown → Article."""

from __future__ import annotations

import datetime as dt

from newsclaims.errors import ReadError
from newsclaims.read.article import Article
from newsclaims.read.encoding import called
from newsclaims.read.front import front_matter
from newsclaims.read.known import Known, make, sound
from newsclaims.read.markdown import marks


def article(
    text: str, path: str = "-", date: dt.date | None = None, *, front: bool = True, markdown: bool = False
) -> Article:
    """Make an Article of a text.

    Args:
        text: the whole content; halves of characters, which only a program can hand over, become U+FFFD.
        path: where it comes from, "-" for standard input.
        date: its publication date, if the user gave one; else its front matter tells it, else its first lines.
        front: take front matter (``title: …``, ``date: …``) for metadata.
        markdown: pass over the characters that mark up headings, emphasis and links.

    Raises:
        ReadError: there is nothing, or nothing but front matter.
    """
    text = sound(text)
    fields, end = front_matter(text) if front else ({}, 0)
    if not text.strip():
        raise ReadError(f"{called(path)} is empty", "Give an article's text")
    if not text[end:].strip():
        raise ReadError(f"{called(path)} holds nothing but front matter", "Give the article's text below it")
    known = Known(fields.get("title"), fields.get("source"), fields.get("author"), fields.get("url"), fields.get("date"))
    return make(text, path, known, date, front=end, marks=marks(text, end) if markdown else ())
