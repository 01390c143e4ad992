"""The article: a text and what is known of it."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from typing import NamedTuple

from newsclaims.claim import ArticleRecord, PublishedFrom

BLANK = re.compile(r"[^\r\n]")


class Article(NamedTuple):
    """A news article as read.

    ``text`` is the decoded content, byte-order mark removed, line ends as they stand; every offset in the output
    counts code points into it. ``published`` is the day that relative dates are worked out from, None where unknown.
    ``front`` is the length of the front matter at its top, which is metadata and no text to draw claims from.
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

    @property
    def id(self) -> str:
        """Twelve hexadecimal digits derived from the text alone: the same text has the same id everywhere."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()[:12]

    @property
    def body(self) -> str:
        """The text with its front matter blanked out: what is parsed. Offsets into it are offsets into ``text``."""
        return BLANK.sub(" ", self.text[: self.front]) + self.text[self.front :]

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
        )
