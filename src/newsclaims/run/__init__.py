"""A run over many articles: each is read, understood and shaped, here or in other processes, in the order given."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from newsclaims.claim import Failure
from newsclaims.read import Article, articles
from newsclaims.run.outcome import Done, Outcomes, Skipped
from newsclaims.settings import Settings

if TYPE_CHECKING:
    from newsclaims.flow import Reading
    from newsclaims.run.work import Work

__all__ = ["Done", "Skipped", "each", "outcomes"]


def outcomes(
    paths: Iterable[str],
    settings: Settings,
    shape: Callable[[Reading], Any],
    *,
    held: Container[str] = (),
    jobs: int = 1,
) -> Outcomes:
    """Find the claims of articles, in the order given.

    Args:
        paths: files, folders, patterns, or "-" for standard input.
        settings: the run's options.
        shape: what the output wants of a reading; see `newsclaims.render.sink.Sink`.
        held: ids of articles to pass over; of a Counter, as many articles with that id as it says.
        jobs: how many processes work at once, each on one core; the outcomes are the same with any number.

    Yields:
        What was made of each article, or a Failure in the place of one that could not be read or understood.

    Raises:
        ModelError: the model named in the settings cannot be loaded.
    """
    from newsclaims.run.work import shaped

    return each(paths, settings, partial(shaped, settings=settings, shape=shape), held=held, jobs=jobs)


def each(
    paths: Iterable[str],
    settings: Settings,
    work: Work,
    *,
    held: Container[str] = (),
    jobs: int = 1,
    front: bool = True,
) -> Outcomes:
    """Do something with each article, read and parsed, in the order given; see `outcomes`.

    Args:
        work: a function of a module, or a partial of one: it may be called in another process.
        front: take ``title:``, ``date:`` … lines at the top as metadata.
    """
    stream = _new(articles(paths, settings, front=front), held)
    first = list(islice(stream, 2))
    if jobs > 1 and len(first) > 1:
        from newsclaims.run.pool import spread

        return spread(chain(first, stream), partial(_start, settings, work), jobs)
    return _here(chain(first, stream), settings, work)


def _new(found: Iterable[Article | Failure], held: Container[str]) -> Iterator[Article | Skipped | Failure]:
    """Pass over the articles that are held already."""
    left = Counter(held) if isinstance(held, Counter) else None
    for article in found:
        if isinstance(article, Failure) or article.id not in held or (left is not None and not left[article.id]):
            yield article
        else:
            if left is not None:
                left[article.id] -= 1
            yield Skipped(article.path)


def _here(stream: Iterable[Article | Skipped | Failure], settings: Settings, work: Work) -> Outcomes:
    """Work in this process."""
    understood: Callable[[Article], Done | Failure] | None = None
    for article in stream:
        if not isinstance(article, Article):
            yield article
        else:
            understood = understood or _start(settings, work)
            yield understood(article)


def _start(settings: Settings, work: Work) -> Callable[[Article], Done | Failure]:
    from newsclaims.run.work import understanding  # imports spaCy, which a process that only reads and writes can do without

    return understanding(settings, work)
