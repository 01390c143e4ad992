"""Articles with their claims, wherever these come from: found now, or as `claims extract` has written them."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from newsclaims.claim import ArticleRecord, Claim, Failure
    from newsclaims.cli.report import Report
    from newsclaims.flow import Reading
    from newsclaims.settings import Settings

    Read = tuple[ArticleRecord, tuple[Claim, ...]]


class Collected(NamedTuple):
    """What the sources of a run hold, and what could not be read of them."""

    articles: list[Read]
    failures: list[Failure]


def collected(sources: Sequence[str], settings: Settings, jobs: int, report: Report) -> Collected:
    """Read all sources, and tell ``report`` of it."""
    from newsclaims.claim import Failure

    found = Collected([], [])
    for one in collection(sources, settings, jobs):
        if isinstance(one, Failure):
            report.failed(one)
            found.failures.append(one)
        else:
            report.read += 1
            found.articles.append(one)
    return found


def collection(sources: Sequence[str], settings: Settings, jobs: int) -> Iterator[Read | Failure]:
    """Give the claims of every source: found now, or as they were written down.

    Yields:
        Each article with its claims, and a Failure in the place of what could not be read.
    """
    from newsclaims.claim import Failure
    from newsclaims.run import Done, outcomes

    for written, group in groupby(sources, _written):
        if written is None:
            for outcome in outcomes(tuple(group), settings, read, jobs=jobs):
                if isinstance(outcome, Done):
                    yield outcome.record, outcome.shaped
                elif isinstance(outcome, Failure):
                    yield outcome
        else:
            for path in group:
                yield from _held(path, store=written == "store")


def _written(path: str) -> str | None:
    """What a file holds that `claims extract` may have written: "store", "claims", or None for articles."""
    from newsclaims.compare.recorded import is_recorded
    from newsclaims.store.sqlite import MAGIC

    if path == "-" or not os.path.isfile(path):
        return None
    with contextlib.suppress(OSError), open(path, "rb") as file:
        if file.read(len(MAGIC)) == MAGIC:
            return "store"
    return "claims" if is_recorded(path) else None


def _held(path: str, *, store: bool) -> Iterator[Read | Failure]:
    from newsclaims.claim import Failure
    from newsclaims.compare.recorded import recorded
    from newsclaims.errors import ReadError
    from newsclaims.store.sqlite import articles

    try:
        yield from articles(path) if store else recorded(path)
    except ReadError as error:
        yield Failure(path=path, message=str(error))


def read(reading: Reading) -> tuple[Claim, ...]:
    """What is wanted of a reading: its claims."""
    return reading.claims
