"""Sources → articles: files, folders, patterns and standard input; texts, web pages and records."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from newsclaims.claim import Failure
from newsclaims.errors import ReadError
from newsclaims.read.article import Article
from newsclaims.read.discover import sources
from newsclaims.read.source import inside
from newsclaims.read.text import article
from newsclaims.read.unread import Unread, inside_or_unread
from newsclaims.settings import Settings

__all__ = ["Article", "Unread", "article", "articles", "unread"]

DEFAULT = Settings()
T = TypeVar("T")


def articles(paths: Iterable[str], settings: Settings = DEFAULT, *, front: bool = True) -> Iterator[Article | Failure]:
    """Read one article after the other, in the order given.

    Args:
        paths: files, folders, patterns such as ``"news/*.txt"``, or "-" for standard input.
        settings: the run's options: the publication date of all of them, if the user gave one, and what may be read.
        front: take ``title:``, ``date:`` … lines at the top as metadata; without it they are text like any other.

    Yields:
        An Article, or in its place a Failure that says what is wrong with that source and how to mend it. A file that
        is named twice (by itself and by its folder, say) is read once.
    """
    return _each(paths, lambda source: inside(source, settings, front=front))


def unread(
    paths: Iterable[str], settings: Settings = DEFAULT, *, front: bool = True
) -> Iterator[Article | Failure | Unread]:
    """Give the same, but leave files that hold one article for others to read, with the same settings; see `articles`."""
    return _each(paths, lambda source: inside_or_unread(source, settings, front=front))


def _each(paths: Iterable[str], opened: Callable[[str], Iterator[T]]) -> Iterator[T | Failure]:
    seen: set[bytes] = set()
    for path in paths:
        try:
            for source in sources(path):
                which = _digest(source)
                if which not in seen:
                    seen.add(which)
                    yield from opened(source)
        except ReadError as error:
            yield Failure(path=path, message=str(error))


def _digest(source: str) -> bytes:
    """Sixteen bytes that stand for a file, whatever name it goes by: of ten thousand names, little need be remembered."""
    name = source if source == "-" else os.path.realpath(source)
    return hashlib.blake2b(os.fsencode(name), digest_size=16).digest()
