"""The flow, read this first: articles are read, parsed, annotated; claims are extracted and resolved; the caller renders.

    for reading in readings(["wire.txt"], Settings()): …

Each call below is the door of a room: a package of the same name, which says more. All is lazy: the second article is
not opened before the first one's claims have been asked for.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from spacy.attrs import IS_PUNCT, IS_SPACE
from spacy.language import Language
from spacy.tokens import Doc

from newsclaims.annotate import annotate
from newsclaims.claim import Claim, Failure
from newsclaims.claim import Reading as Reading
from newsclaims.extract import extract
from newsclaims.parse.models import model
from newsclaims.parse.pieces import begins, pieces
from newsclaims.parse.prose import blanked, noise
from newsclaims.read import Article, articles
from newsclaims.resolve import resolve
from newsclaims.settings import Settings

log = logging.getLogger(__name__)
DEFAULT = Settings()
PASSED_OVER = ["claims"]  # components
SHORT = 8_000  # code points; longer articles gain nothing by company
T = TypeVar("T")


def readings(paths: Iterable[str], settings: Settings, nlp: Language | None = None) -> Iterator[Reading | Failure]:
    """Read articles and find their claims, one article after the other, in the order given.

    Args:
        paths: files, folders, patterns, or "-" for standard input.
        settings: the run's options.
        nlp: a pipeline that parses English; without one, what ``settings.model`` names is loaded for the first article.

    Yields:
        A Reading for each article, or a Failure in the place of one that could not be read or understood.

    Raises:
        ModelError: the model named in the settings cannot be loaded.
    """
    return each(paths, settings, lambda docs, article: reading(docs, article, settings), nlp)


def each(
    paths: Iterable[str],
    settings: Settings,
    work: Callable[[Iterable[Doc], Article], T],
    nlp: Language | None = None,
    *,
    front: bool = True,
) -> Iterator[T | Failure]:
    """Do something with each article, read and parsed, in pieces if it is long; what goes wrong is the article's Failure."""
    for article in articles(paths, settings, front=front):
        if isinstance(article, Failure):
            yield article
            continue
        nlp = nlp or model(settings.model)
        yield attempt(article, nlp, work)


def attempt(
    article: Article, nlp: Language, work: Callable[[Iterable[Doc], Article], T], doc: Doc | None = None
) -> T | Failure:
    """Do something with one article, parsed, or with its ``doc``; what goes wrong with it is its Failure."""
    try:
        return work(parsed(article, nlp) if doc is None else (doc,), article)
    except Exception as error:
        log.debug("%s", article.path, exc_info=True)
        what = f"{article.path} could not be understood: {type(error).__name__}: {error}"
        return Failure(path=article.path, message=what)


def together(articles: Sequence[Article], nlp: Language) -> list[Doc | None]:
    """Parse several articles at once.

    What the built-in model does once for all of them, and what stays in the processor's cache, makes articles of 100 words a
    seventh cheaper. The model sees each article by itself all the same.

    Returns:
        A Doc for each, or None for one that is to be parsed by itself: because it is long or partly no prose, another
        pipeline is used, or something goes wrong, which is then told of that article alone.
    """
    none: list[Doc | None] = [None] * len(articles)
    try:
        if not nlp.has_pipe("newswire"):
            return none
        apart = [len(article.body) > SHORT or bool(noise(article.body)) for article in articles]
        if apart.count(False) < 2:
            return none
        texts = [article.body for article, alone in zip(articles, apart, strict=True) if not alone]
        docs = nlp.pipe(texts, batch_size=len(texts), disable=PASSED_OVER)
        return [None if alone else next(docs) for alone in apart]
    except Exception:
        log.debug("%d articles at once", len(articles), exc_info=True)
        return none


def reading(docs: Iterable[Doc], article: Article, settings: Settings = DEFAULT) -> Reading:
    """Find the claims of a parsed article, and say of which article and how many words they are."""
    found: list[Claim] = []
    count = 0
    for doc in docs:
        count += words(doc)
        found += claims(doc, article, settings)
    record = article.record.model_copy(update={"text": article.text}) if settings.keep_text else article.record
    return Reading(record, tuple(found), count)


def words(doc: Doc) -> int:
    """Count the words of a parsed text: neither white space nor punctuation."""
    return int((doc.to_array([IS_SPACE, IS_PUNCT]).sum(axis=1) == 0).sum())


def parsed(article: Article, nlp: Language) -> Iterator[Doc]:
    """Analyse an article, a long one piece by piece; what is no prose is passed over, with a notice."""
    body = article.body
    passed_over = noise(body)
    if passed_over:
        count = sum(stretch.end - stretch.start for stretch in passed_over)
        log.warning("%s: %d characters are no prose and were passed over", article.path, count)
        body = blanked(body, passed_over)
    for piece in pieces(body):
        yield begins(parse(piece.text, nlp), piece.start)


def parse(text: str, nlp: Language) -> Doc:
    """Analyse a text; a component "claims" in the pipeline is passed over, since the flow does its work itself."""
    return nlp(text, disable=PASSED_OVER)


def claims(doc: Doc, article: Article, settings: Settings = DEFAULT) -> tuple[Claim, ...]:
    """Find the claims of a parsed article, or of a piece of one, in text order."""
    marks = annotate(doc)
    found = extract(doc, marks)
    resolved = resolve(doc, article, marks, found, explain=settings.explain)
    return tuple(claim for claim in resolved if claim.confidence >= settings.min_confidence)
