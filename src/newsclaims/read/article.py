"""The article: a text and what is known of it."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Sequence
from typing import NamedTuple

from newsclaims.claim import ArticleRecord, PublishedFrom

BLANK = re.compile(r"[^\r\n]")


class Article(NamedTuple):
    """A news article as read.

    ``text`` is what every offset in the output counts code points into: a text file's decoded content, byte-order mark
    removed, line ends as they stand; the text that was found in a web page; the text that a record holds.
    ``published`` is the day that relative dates are worked out from, None where unknown. ``front`` is the length of the
    front matter at its top, which is metadata and no text to draw claims from; ``marks`` are the places of characters
    that only mark up the text (``**``, ``](https://…)``), start and end, in order. ``record_id`` is the name by which
    a record goes where it comes from.
    """

    text: str
    path: str = "-"
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: dt.date | None = None
    published_from: PublishedFrom | None = None
    front: int = 0
    marks: Sequence[tuple[int, int]] = ()
    record_id: str | None = None

    @property
    def id(self) -> str:
        """Twelve hexadecimal digits derived from the text alone: the same text has the same id everywhere."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()[:12]

    @property
    def body(self) -> str:
        """The text with front matter and marks blanked out: what is parsed. Offsets into it are offsets into ``text``."""
        pieces = []
        done = 0
        for start, end in ((0, self.front), *self.marks):
            pieces += [self.text[done:start], BLANK.sub(" ", self.text[start:end])]
            done = end
        return "".join(pieces) + self.text[done:]

    @property
    def record(self) -> ArticleRecord:
        """What the output says of the article."""
        return ArticleRecord(
            id=self.id,
            path=self.path,
            title=self.title,
            publisher=self.publisher,
            author=self.author,
            url=self.url,
            published=self.published.isoformat() if self.published else None,
            published_from=self.published_from,
            record_id=self.record_id,
        )
