"""Articles with their claims, wherever these come from: found now, or as `claims extract` has written them."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from newsclaims.claim import ArticleRecord, Claim, Failure, Reading
from newsclaims.run.outcome import Outcomes, Skipped

if TYPE_CHECKING:
    from newsclaims.cli.report import Report
    from newsclaims.settings import Settings


class Collected(NamedTuple):
    """What the sources of a run hold, and what could not be read of them."""

    articles: list[tuple[ArticleRecord, tuple[Claim, ...]]]
    failures: list[Failure]


def collected(sources: Sequence[str], settings: Settings, jobs: int, report: Report) -> Collected:
    """Read all sources, and tell ``report`` of it."""
    from newsclaims.run import Done

    found = Collected([], [])
    for outcome in collection(sources, settings, claims, jobs=jobs):
        if isinstance(outcome, Done):
            report.read += 1
            found.articles.append((outcome.record, outcome.shaped))
        elif not isinstance(outcome, Skipped):
            report.failed(outcome)
            found.failures.append(outcome)
    return found


def collection(sources: Sequence[str], settings: Settings, shape: Callable[[Reading], Any], *, jobs: int = 1) -> Outcomes:
    """Give what is wanted of the articles of every source: of claims found now, or as they were written down.

    Args:
        sources: what `claims extract` reads, or what it has written.
        settings: the run's options, for those that are read now.
        shape: what is wanted of a reading; see `newsclaims.render.sink.Sink`. Of claims that were written down without
            their article, its record has no text.
        jobs: how many processes work at once.

    Yields:
        What was made of each article, and a Failure in the place of what could not be read.
    """
    from newsclaims.run import Done, outcomes

    for written, group in groupby(sources, _written):
        if written is None:
            yield from outcomes(tuple(group), settings, shape, jobs=jobs)
            continue
        for path in group:
            for one in _held(path, store=written == "store"):
                if isinstance(one, Failure):
                    yield one
                else:
                    sure = tuple(claim for claim in one.claims if claim.confidence >= settings.min_confidence)
                    yield Done(one.record, len(sure), 0, shape(Reading(one.record, sure)))


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


def _held(path: str, *, store: bool) -> Iterator[Reading | Failure]:
    from newsclaims.compare.recorded import recorded
    from newsclaims.errors import ReadError
    from newsclaims.store.sqlite import articles

    try:
        for one in articles(path) if store else recorded(path):
            yield one if isinstance(one, Failure) else Reading(*one)
    except ReadError as error:
        yield Failure(path=path, message=str(error))


def claims(reading: Reading) -> tuple[Claim, ...]:
    """What is wanted of a reading where articles are compared: its claims."""
    return reading.claims
