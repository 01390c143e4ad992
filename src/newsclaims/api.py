"""The calls for programs: claims of one article, of many; articles of files; the pipeline with its component "claims"."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
from collections.abc import Generator, Iterable, Iterator
from functools import lru_cache, partial
from typing import TypeVar

from spacy.language import Language

from newsclaims import component  # noqa: F401  registers the factory "claims", also where entry points are not installed
from newsclaims.claim import ArticleRecord, Claim, Failure
from newsclaims.errors import NewsclaimsError, ReadError, SettingsError
from newsclaims.flow import Reading, parsed, reading
from newsclaims.parse.models import model as pipeline
from newsclaims.read import Article
from newsclaims.read import article as read
from newsclaims.read import articles as read_all
from newsclaims.run import Done, over
from newsclaims.run.work import shaped, understanding
from newsclaims.settings import Settings

T = TypeVar("T")
Day = str | dt.date  # a string is written YYYY-MM-DD


def load(name: str | None = None) -> Language:
    """Build a pipeline that ends in the component "claims".

    Args:
        name: name or path of a spaCy pipeline for English; None for the one that ships with the package.

    Returns:
        A spaCy pipeline whose Docs have their claims in ``doc._.claims``: a list of plain dicts, as in the JSON.

    Raises:
        ModelError: there is no such pipeline, or it has no parser.

    Example:
        >>> nlp = load()
        >>> nlp("The DPRK tested a missile.")._.claims[0]["actor"]["entity"]
        'North Korea'
    """
    nlp = pipeline(name)
    if "claims" not in nlp.pipe_names:
        nlp.add_pipe("claims")
    return nlp


def extract(article: str | Article, *, published: Day | None = None, nlp: Language | None = None) -> list[Claim]:
    """Find the claims of one article.

    Args:
        article: its text, front matter included, or an Article, which knows its publication date and where it comes from.
        published: the day it was published (``"2025-01-09"``); it wins over what the article itself says. Where neither is
            known, relative dates ("on Monday") stay without a value.
        nlp: the pipeline to parse with; the built-in one, on one core, loaded once, where none is given.

    Returns:
        The claims in text order; offsets are code points into the text, end exclusive.

    Raises:
        SettingsError: ``published`` is no date.
        ReadError: the text is empty, or holds nothing but front matter.

    Example:
        >>> (claim,) = extract("The DPRK tested a missile on Monday, Seoul said.", published="2025-01-09")
        >>> claim.actor.entity, claim.action.text, claim.source.entity, claim.date.value
        ('North Korea', 'tested', 'Seoul', '2025-01-06')
    """
    known = _known(article, "-", _day(published))
    return list(reading(parsed(known, nlp or _on_one_core(None)), known).claims)


def articles(*paths: str | os.PathLike[str], published: Day | None = None) -> Iterator[Article | Failure]:
    """Read articles, one after the other, as `claims extract` does.

    Args:
        paths: files, folders (subfolders included) or patterns (``"news/*.txt"``): texts, Markdown, web pages, JSON and JSON
            Lines, packed (.gz) or not.
        published: the day all of them were published; without it, the one that each tells.

    Yields:
        An Article, or a Failure in the place of one that cannot be read.

    Raises:
        SettingsError: ``published`` is no date; at once.

    Example:
        >>> [failure.message for failure in articles("no-such-folder")]
        ['no such file: no-such-folder. Check the name and the folder you are in']
    """
    return read_all([os.fspath(path) for path in paths], Settings(date=_day(published)))


def extract_many(
    articles: Iterable[str | Article | Failure],
    *,
    published: Day | None = None,
    jobs: int = 1,
    model: str | None = None,
) -> Generator[Reading | Failure, None, None]:
    """Find the claims of many articles, in their order.

    Args:
        articles: texts or Articles, taken as they are needed. A Failure, which `newsclaims.articles` gives for a file that
            cannot be read, is passed on. A text goes by ``#1``, ``#2`` …: its place among them.
        published: the day all of them were published; without it, the one that each article tells.
        jobs: how many processes work at once, each on one core and with 0.4 GB of memory; 0: one a core. The results are the
            same with any number. More than one need a script whose work stands under ``if __name__ == "__main__":``, since
            each process begins by importing the script.
        model: name or path of another spaCy pipeline for English.

    Yields:
        For each article a Reading, which has its ``record`` and its ``claims``, or a Failure, which has its ``path`` and a
        ``message``: one bad article ends nothing. With several jobs at most 1,000 articles are held at a time. The
        processes are gone when the generator is exhausted, closed, or garbage.

    Raises:
        SettingsError: ``published`` is no date, or ``jobs`` no number of processes; at once.
        ModelError: there is no such pipeline, or it has no parser; at the first article.
        NewsclaimsError: no process could be started; at the first article.
        Exception: what the iterable itself raises.

    Example:
        >>> for result in extract_many(["The DPRK tested a missile.", "", "The court fined the company."]):
        ...     match result:
        ...         case Failure(path=path, message=message):
        ...             print(path, "failed:", message)
        ...         case Reading(record, claims):
        ...             print(record.path, [claim.text for claim in claims])
        #1 ['The DPRK tested a missile']
        #2 failed: #2 is empty. Give the article's text
        #3 ['The court fined the company']
    """
    stream = _stream(articles, _day(published))
    return _results(stream, Settings(model=model), _processes(jobs))


def _results(stream: Iterator[Article | Failure], settings: Settings, jobs: int) -> Generator[Reading | Failure, None, None]:
    """Give what became of each article; nothing is started or read before the first is asked for."""
    work = partial(shaped, settings=settings, shape=_itself)
    start = partial(understanding, settings, work)
    if jobs == 1:
        start = partial(start, _on_one_core(settings.model))
    with contextlib.closing(over(stream, start, jobs)) as outcomes:
        for outcome in outcomes:
            if isinstance(outcome, Done):
                yield outcome.shaped
            elif isinstance(outcome, Failure):
                yield outcome


def _itself(given: T) -> T:
    return given


def _stream(articles: Iterable[str | Article | Failure], day: dt.date | None) -> Iterator[Article | Failure]:
    """Make Articles of texts; what is none, a missing value of a table say, is a Failure."""
    for number, found in enumerate(articles, 1):
        if isinstance(found, Failure):
            yield found
            continue
        path = f"#{number}"
        try:
            yield _known(found, path, day)
        except NewsclaimsError as error:
            yield Failure(path=path, message=str(error))


def _known(article: str | Article, path: str, day: dt.date | None) -> Article:
    """Make an Article of a text, and date it if the day is given.

    Raises:
        ReadError: it is neither, or has no text, or what it says of itself is of a wrong kind.
    """
    if isinstance(article, str):
        if not article.strip():
            raise ReadError(f"{'the text' if path == '-' else path} is empty", "Give the article's text")
        return read(article, path, day)
    what = "the article" if path == "-" else path
    if not isinstance(article, Article):
        raise ReadError(f"{what} is of type {type(article).__name__}", "Give a text (str) or an Article")
    if not isinstance(article.text, str):
        raise ReadError(f"the text of {what} is of type {type(article.text).__name__}", "Decode or convert it")
    if day is not None:
        article = article._replace(published=day, published_from="option")
    try:
        article = article._replace(published=_day(article.published))
        ArticleRecord.model_validate(article.record)
    except (NewsclaimsError, ValueError, TypeError) as error:
        raise ReadError(f"{what} cannot be used: {str(error).splitlines()[0]}", "See newsclaims.Article") from error
    return article


def _day(published: Day | None) -> dt.date | None:
    """Give the day; of a time, its day.

    Raises:
        SettingsError: it is none.
    """
    try:
        if isinstance(published, str):
            return dt.date.fromisoformat(published)
        if published is None or type(published) is dt.date:
            return published
        return dt.date(published.year, published.month, published.day)
    except (AttributeError, TypeError, ValueError) as error:
        raise SettingsError(f"no such date: {published}", "Write it as YYYY-MM-DD") from error


def _processes(jobs: int) -> int:
    if jobs < 0:
        raise SettingsError(f"no such number of jobs: {jobs}", "Give 1 or more, or 0 for one a core")
    allowed = getattr(os, "sched_getaffinity", None)
    return jobs or (len(allowed(0)) if allowed else os.cpu_count() or 1)


@lru_cache(maxsize=2)
def _on_one_core(name: str | None) -> Language:
    """Keep the pipeline: loading it takes longer than most articles."""
    return pipeline(name, threads=1)
