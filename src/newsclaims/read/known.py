"""What is known of an article besides its text, before and after it is made sure of."""

from __future__ import annotations

import datetime as dt
import itertools
import logging
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from newsclaims.claim import PublishedFrom
from newsclaims.read.article import Article
from newsclaims.read.blocks import too_large
from newsclaims.read.encoding import called
from newsclaims.read.english import looks_foreign
from newsclaims.read.published import day, published

FEW = 3
LONGEST = 1000  # characters: no title is longer, and every claim may repeat it
SURROGATE = re.compile("[\ud800-\udfff]")
log = logging.getLogger(__name__)
Notice = Callable[[str], None]


class Known(NamedTuple):
    """What front matter, a page, or a record says of its article, as it says it; ``date`` may be anything."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    date: str | None = None
    record_id: str | None = None


def make(
    text: str,
    path: str,
    known: Known,
    date: dt.date | None,
    *,
    front: int = 0,
    marks: Sequence[tuple[int, int]] = (),
    notice: Notice = log.warning,
) -> Article:
    """Make an Article.

    Args:
        text: its text, front matter included.
        path: where it comes from.
        known: what is said of it there.
        date: its publication date, if the user gave one; else ``known.date`` tells it, else its first lines.
        front, marks: what in the text is none; see `Article`.
        notice: is told what a user should know, such as a date that cannot be read.
    """
    if looks_foreign(text[front:]):
        notice(f"{called(path)} does not look like English prose; nothing else is understood")
    when, how = _published(text[front:], known.date, date, path, notice)
    return Article(
        text=text,
        path=path,
        title=_line(known.title),
        publisher=_line(known.publisher),
        author=_line(known.author),
        url=_line(known.url),
        published=when,
        published_from=how,
        front=front,
        marks=marks,
        record_id=_line(known.record_id),
    )


def sound(text: str) -> str:
    """Put the replacement character for halves of characters, which JSON can name and nothing can write."""
    return text if text.isascii() else SURROGATE.sub("�", text)


def few(path: str) -> Notice:
    """Give what tells a user of one source's first oddities, and that there are more: a file may hold a million records."""
    count = itertools.count(1)

    def tell(message: str) -> None:
        number = next(count)
        if number <= FEW:
            log.warning("%s", message)
        elif number == FEW + 1:
            log.warning("%s: more of this kind is not told", called(path))

    return tell


def check_size(text: str, path: str, limit: int) -> None:
    """Refuse a text that is too long.

    Raises:
        ReadError: it has more than ``limit`` bytes.
    """
    if 4 * len(text) > limit and len(text.encode("utf-8", "surrogatepass")) > limit:
        raise too_large(path, limit)


def _line(value: str | None) -> str | None:
    """A value on one line, of a length that a value may have; None where nothing is left."""
    if value is None:
        return None
    line = " ".join(sound(value[: 4 * LONGEST]).split())
    return (line if len(line) <= LONGEST else line[: LONGEST - 1] + "…") or None


def _published(
    text: str, stated: str | None, date: dt.date | None, path: str, notice: Notice
) -> tuple[dt.date | None, PublishedFrom | None]:
    """The day of publication and how it is known: the user's word, then the metadata's, then the text's own."""
    if date:
        return date, "option"
    if stated and stated.strip():
        read = day(stated)
        if read:
            return read, "metadata"
        shown = stated if len(stated) <= 60 else stated[:59] + "…"
        notice(f"{called(path)}: its date {shown!r} is no date that can be read; give it with --date")
    told = published(text)
    return told, "text" if told else None
