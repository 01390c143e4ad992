"""The article: a text and what is known of it."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import NamedTuple

from newsclaims.claim import PublishedFrom


class Article(NamedTuple):
    """A news article as read.

    ``text`` is the decoded content, byte-order mark removed, line ends as they stand; every offset in the output
    counts code points into it. ``published`` is the day that relative dates are worked out from, None where unknown.
    """

    text: str
    path: str = "-"
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: dt.date | None = None
    published_from: PublishedFrom | None = None

    @property
    def id(self) -> str:
        """Twelve hexadecimal digits derived from the text alone: the same text has the same id everywhere."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
