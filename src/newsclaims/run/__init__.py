"""A run over many articles: each is read, understood and shaped, here or in other processes, in the order given."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from newsclaims.claim import Failure
from newsclaims.read import Article, Unread, articles, unread
from newsclaims.run.outcome import Done, Outcomes, Skipped
from newsclaims.settings import Settings

if TYPE_CHECKING:
    from newsclaims.flow import Reading
    from newsclaims.run.work import Work
    from newsclaims.run.worker import Start

__all__ = ["Done", "Skipped", "each", "outcomes", "over"]


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
    start = partial(_start, settings, work)
    if jobs > 1 and not held:
        return over(unread(paths, settings, front=front), start, jobs)
    return over(_new(articles(paths, settings, front=front), held), start, jobs)


def over(stream: Iterable[Article | Unread | Skipped | Failure], start: Start, jobs: int = 1) -> Outcomes:
    """Work on a stream of articles, read or unread, in its order; what is none is passed on in its place.

    Args:
        start: gives the function that does the work, and is called once in each process; with several it is sent there.
        jobs: how many processes; with one, nothing is read ahead.
    """
    stream = iter(stream)
    first = list(islice(stream, 2)) if jobs > 1 else []
    if len(first) > 1:
        from newsclaims.run.pool import spread

        return spread(chain(first, stream), start, jobs)
    return _here(chain(first, stream), start)


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


def _here(stream: Iterable[Article | Unread | Skipped | Failure], start: Start) -> Outcomes:
    """Work in this process."""
    understood: Callable[[Article | Unread], Done | Failure] | None = None
    for article in stream:
        if not isinstance(article, (Article, Unread)):
            yield article
        else:
            understood = understood or start()
            yield understood(article)


def _start(settings: Settings, work: Work) -> Callable[[Article | Unread], Done | Failure]:
    from newsclaims.run.work import understanding  # imports spaCy, which a process that only reads and writes can do without

    return understanding(settings, work)
