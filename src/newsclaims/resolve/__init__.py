"""Candidates → claims: who is meant, which day is meant, and all of it in the shape of the contract."""

from __future__ import annotations

from spacy.tokens import Doc

from newsclaims.annotate.marks import Marks, Timex
from newsclaims.claim import Claim, Date
from newsclaims.extract import Found
from newsclaims.read.article import Article
from newsclaims.resolve.claims import assemble
from newsclaims.resolve.mentions import who
from newsclaims.resolve.timeline import date_of, timeline

__all__ = ["resolve"]


def resolve(doc: Doc, article: Article, marks: Marks, found: Found, *, explain: bool = False) -> tuple[Claim, ...]:
    """Make claims of what was found.

    Args:
        doc: the parsed article; its offsets are the article's.
        article: gives the id, and the publication date that relative dates are worked out from.
        marks: what was annotated.
        found: candidates and attributions.
        explain: say with each claim why it is as it is.

    Returns:
        The claims, in text order.
    """
    names = who(doc, found.attributions, marks.quotes)
    resolved = timeline(doc, marks.times, article.published)

    def dates(timex: Timex) -> Date:
        return date_of(doc, timex, resolved)

    return assemble(doc, article.id, found.candidates, found.attributions, names, dates, explain=explain)
