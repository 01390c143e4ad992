"""A run over many articles: each is read, understood and shaped, here or in other processes, in the order given."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from typing import Any

from newsclaims.claim import Failure
from newsclaims.flow import Reading, readings
from newsclaims.run.outcome import Done
from newsclaims.settings import Settings

__all__ = ["Done", "outcomes"]


def outcomes(
    paths: Iterable[str],
    settings: Settings,
    shape: Callable[[Reading], Any],
    *,
    held: Container[str] = (),
) -> Iterator[Done | Failure]:
    """Work through articles in the order given.

    Args:
        paths: files, folders, patterns, or "-" for standard input.
        settings: the run's options.
        shape: what the output wants of a reading; see `newsclaims.render.sink.Sink`.
        held: ids of articles to pass over.

    Yields:
        What was made of each article, or a Failure in the place of one that could not be read or understood.
    """
    for reading in readings(paths, settings):
        if isinstance(reading, Failure):
            yield reading
        elif reading.record.id not in held:
            yield Done(reading.record, len(reading.claims), reading.words, shape(reading))
