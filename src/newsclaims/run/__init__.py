"""A run over many articles: each is read, understood and shaped, here or in other processes, in the order given."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from newsclaims.claim import Failure
from newsclaims.read import Article, Unread, articles, unread
from newsclaims.run.outcome import Done, Outcomes, Skipped
from newsclaims.run.work import TOGETHER, Understanding, shaped, understanding
from newsclaims.settings import Settings

if TYPE_CHECKING:
    from newsclaims.flow import Reading
    from newsclaims.run.work import Work
    from newsclaims.run.worker import Start

Given = Article | Unread | Skipped | Failure

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
    start, paths = partial(understanding, settings, work), list(paths)
    if jobs > 1 and not held:
        return over(unread(paths, settings, front=front), start, jobs)
    ahead = 0 if any(map(_is_live, paths)) else TOGETHER
    return over(_new(articles(paths, settings, front=front), held), start, jobs, ahead=ahead)


def over(stream: Iterable[Article | Unread | Skipped | Failure], start: Start, jobs: int = 1, *, ahead: int = 0) -> Outcomes:
    """Work on a stream of articles, read or unread, in its order; what is none is passed on in its place.

    Args:
        start: gives the function that does the work, and is called once in each process; with several it is sent there.
        jobs: how many processes.
        ahead: with one process, about how many code points of short articles are read ahead, to be parsed together.
    """
    stream = iter(stream)
    first = list(islice(stream, 2)) if jobs > 1 else []
    if len(first) > 1:
        from newsclaims.run.pool import spread

        return spread(chain(first, stream), start, jobs)
    return _here(chain(first, stream), start, ahead)


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


def _here(stream: Iterable[Given], start: Start, ahead: int) -> Outcomes:
    """Work in this process."""
    understood: Callable[[Article | Unread], Done | Failure] | None = None
    for group in _groups(stream, ahead):
        coming = [one for one in group if isinstance(one, (Article, Unread))]
        understood = understood or (start() if coming else None)
        if isinstance(understood, Understanding):
            understood.expect(coming)
        for one in group:
            if not isinstance(one, (Article, Unread)):
                yield one
            elif understood is not None:
                yield understood(one)


def _groups(stream: Iterable[Given], size: int) -> Iterator[list[Given]]:
    """Cut a stream into groups that have, but for the last, at least so many code points; 0: each for itself."""
    group: list[Given] = []
    filled = 0
    for one in stream:
        group.append(one)
        filled += len(one.text) if isinstance(one, Article) else 0
        if filled >= size:
            yield group
            group, filled = [], 0
    if group:
        yield group


def _is_live(path: str) -> bool:
    """Whether somebody may be writing at the other end: what comes from there is answered as it comes."""
    return path == "-" or (os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path))
