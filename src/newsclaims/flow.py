"""The flow, read this first: articles are read, parsed, annotated; claims are extracted and resolved; the caller renders.

    for reading in readings(["wire.txt"], Settings(), nlp): …

Each call below is the door of a room: a package of the same name, which says more. All is lazy: the second article is
not opened before the first one's claims have been asked for.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeVar

from spacy.language import Language
from spacy.tokens import Doc

from newsclaims.annotate import annotate
from newsclaims.claim import ArticleRecord, Claim, Failure
from newsclaims.extract import extract
from newsclaims.read import Article, articles
from newsclaims.resolve import resolve
from newsclaims.settings import Settings

log = logging.getLogger(__name__)
DEFAULT = Settings()
T = TypeVar("T")


class Reading(NamedTuple):
    """An article and the claims found in it."""

    record: ArticleRecord
    claims: tuple[Claim, ...]


def readings(paths: Iterable[str], settings: Settings, nlp: Language) -> Iterator[Reading | Failure]:
    """Read articles and find their claims, one article after the other, in the order given.

    Args:
        paths: files, folders, patterns, or "-" for standard input.
        settings: the run's options.
        nlp: a pipeline that parses English, such as `newsclaims.load()` gives.

    Yields:
        A Reading for each article, or a Failure in the place of one that could not be read or understood.
    """
    for article in articles(paths, settings.date):
        yield article if isinstance(article, Failure) else reading(article, settings, nlp)


def reading(article: Article, settings: Settings, nlp: Language) -> Reading | Failure:
    """Find the claims of one article."""
    return guarded(article, lambda one: Reading(one.record, claims(parse(one.body, nlp), one, settings)))


def guarded(article: Article, work: Callable[[Article], T]) -> T | Failure:
    """Do something with an article; what goes wrong inside becomes its Failure, and the other articles do not suffer."""
    try:
        return work(article)
    except Exception as error:
        log.debug("%s", article.path, exc_info=True)
        return Failure(path=article.path, message=f"{article.path} could not be understood: {type(error).__name__}: {error}")


def parse(text: str, nlp: Language) -> Doc:
    """Analyse a text; a component "claims" in the pipeline is passed over, since the flow does its work itself."""
    return nlp(text, disable=["claims"])


def claims(doc: Doc, article: Article, settings: Settings = DEFAULT) -> tuple[Claim, ...]:
    """Find the claims of a parsed article, in text order."""
    marks = annotate(doc)
    found = extract(doc, marks)
    resolved = resolve(doc, article, marks, found)
    return tuple(claim for claim in resolved if claim.confidence >= settings.min_confidence)
