"""Sources → articles: files, folders, patterns and standard input."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path

from newsclaims.claim import Failure
from newsclaims.errors import ReadError
from newsclaims.read.article import Article
from newsclaims.read.discover import sources
from newsclaims.read.text import article, content, decode

__all__ = ["Article", "article", "articles"]


def articles(paths: Iterable[str], date: dt.date | None = None, *, front: bool = True) -> Iterator[Article | Failure]:
    """Read one article after the other, in the order given.

    Args:
        paths: files, folders, patterns such as ``"news/*.txt"``, or "-" for standard input.
        date: the publication date of all of them, if the user gave one.
        front: take ``title:``, ``date:`` … lines at the top as metadata; without it they are text like any other.

    Yields:
        An Article, or in its place a Failure that says what is wrong with that source and how to mend it. A file that
        is named twice (by itself and by its folder, say) is read once.
    """
    seen: set[Path] = set()
    for path in paths:
        try:
            for source in sources(path):
                name = Path(source).resolve()
                if source != "-" and name in seen:
                    continue
                seen.add(name)
                try:
                    yield article(decode(content(source), source), source, date, front=front)
                except ReadError as error:
                    yield Failure(path=source, message=str(error))
        except ReadError as error:
            yield Failure(path=path, message=str(error))
