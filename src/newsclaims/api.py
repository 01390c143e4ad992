"""The two calls for programs: ``load()`` gives a spaCy pipeline with claims, ``extract()`` the claims of one article."""

from __future__ import annotations

import datetime as dt
from functools import cache

from spacy.language import Language

from newsclaims import component  # noqa: F401  registers the factory "claims", also where entry points are not installed
from newsclaims.claim import Claim
from newsclaims.errors import SettingsError
from newsclaims.flow import parsed, reading
from newsclaims.parse.models import model
from newsclaims.read import Article
from newsclaims.read import article as read


def load(name: str | None = None) -> Language:
    """Build a pipeline that ends in the component "claims".

    Args:
        name: name or path of a spaCy pipeline for English; None for the one that ships with the package.

    Returns:
        A spaCy pipeline: ``load()("Norway gave Kyiv two radar systems.")._.claims`` is a list of plain dicts.

    Raises:
        ModelError: there is no such pipeline, or it has no parser.
    """
    nlp = model(name)
    if "claims" not in nlp.pipe_names:
        nlp.add_pipe("claims")
    return nlp


def extract(article: str | Article, *, date: str | dt.date | None = None, nlp: Language | None = None) -> tuple[Claim, ...]:
    """Find the claims of one article.

    Args:
        article: its text, front matter included, or an Article, which knows its publication date and where it comes from.
        date: the day it was published (``"2025-01-09"``); it wins over what the article itself says.
        nlp: the pipeline to parse with; the built-in one, loaded once, where none is given.

    Returns:
        The claims in text order; offsets are code points into the text.

    Raises:
        SettingsError: ``date`` is no date.
        ReadError: the text holds nothing but front matter.

    Example: ``extract("Norway gave Kyiv two radar systems.")[0].target.entity`` is ``"Ukraine"``.
    """
    if isinstance(article, str):
        article = read(article)
    if date is not None:
        article = article._replace(published=_day(date), published_from="option")
    return reading(parsed(article, nlp or _built_in()), article).claims


def _day(date: str | dt.date) -> dt.date:
    try:
        return dt.date.fromisoformat(date) if isinstance(date, str) else date
    except ValueError as error:
        raise SettingsError(f"no such date: {date}", "Write it as YYYY-MM-DD") from error


@cache
def _built_in() -> Language:
    return model(None)
