"""A file that is known to hold one article, not yet opened: whoever is handed it reads it, in whichever process that is."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import NamedTuple

from newsclaims.claim import Failure
from newsclaims.read.article import Article
from newsclaims.read.kinds import PACKED, SUFFIXES, holds_one, suffix
from newsclaims.read.source import inside
from newsclaims.settings import Settings

MARKUP = 8  # bytes of a web page for one of its article, about
LEAST = 1_000  # code points that a processor understands while it finds the article in a page
UNPACKS_TO = 4  # times its size, a .gz file of news


class Unread(NamedTuple):
    """A file: its name, how much text is in it (code points, about; never 0), and whether lines at its top are metadata."""

    path: str
    size: int
    front: bool = True

    def read(self, settings: Settings) -> Article | Failure:
        """Read its article."""
        return next(inside(self.path, settings, front=self.front))


def inside_or_unread(path: str, settings: Settings, *, front: bool = True) -> Iterator[Article | Failure | Unread]:
    """Give a file that holds one article as it is; of others, read the articles, as `newsclaims.read.source.inside` does."""
    return iter((Unread(path, _size(path), front),)) if holds_one(path) else inside(path, settings, front=front)


def _size(path: str) -> int:
    try:
        size = os.stat(path).st_size
    except OSError:  # told of by the one who reads it
        return 1
    unpacked = size * UNPACKS_TO if path.lower().endswith(PACKED) else size
    return LEAST + unpacked // MARKUP if SUFFIXES.get(suffix(path)) == "page" else max(unpacked, 1)
