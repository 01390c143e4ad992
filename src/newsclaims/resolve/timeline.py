"""The dates of a whole article, in text order: each is given its tense, and the day last mentioned before it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from spacy.tokens import Doc

from newsclaims.annotate.marks import Timex
from newsclaims.annotate.times import Form, tense
from newsclaims.claim import Date
from newsclaims.resolve.bounds import bounds
from newsclaims.resolve.dates import Resolved, value
from newsclaims.resolve.spans import place

_PARTS_OF_DAY = ("TMO", "TAF", "TEV", "TNI", "TMI", "TDT")


def timeline(doc: Doc, times: Sequence[Timex], published: dt.date | None) -> dict[Timex, Resolved]:
    """Work out every time expression of an article.

    Args:
        doc: the parsed article; without a parse no tense is known, and a bare weekday is past.
        times: what `annotate.times` found in it, in text order.
        published: the day of publication, None where unknown.

    Returns:
        Each expression's value and bounds.

    Example: in "Talks opened on 3 May 2019 and failed the next day." the second expression is 2019-05-04, whatever the
    day of publication.
    """
    found: dict[Timex, Resolved] = {}
    anchor: dt.date | None = None
    line = 0
    for timex in times:
        if any(token.is_space and "\n" in token.text for token in doc[line : timex.start]):
            anchor = anchor if Form(*timex.form).anchor else None
        line = timex.start
        form = Form(*timex.form)
        resolved = value(form, published, tense(doc, timex.start, timex.end), anchor)
        found[timex] = resolved
        anchor = _day(form, resolved) or anchor
    return found


def date_of(doc: Doc, timex: Timex, resolved: Mapping[Timex, Resolved]) -> Date:
    """Give a claim's date: the expression with its preposition, and the day, month or year it means.

    A part of the day is dropped from the value ("Tuesday night" is a day, "10 a.m. on Tuesday" a time), and what lies some
    weeks or years back or ahead is PAST_REF or FUTURE_REF.
    """
    read = resolved.get(timex, Resolved())
    start = timex.start if timex.preposition is None else min(timex.start, timex.preposition)
    plain, kind = read.value, timex.type
    if plain and plain.endswith(_PARTS_OF_DAY) and bounds(plain):
        plain, kind = plain[:-3], "DATE"
    form = Form(*timex.form)
    if timex.type == "DURATION" and form.shift.endswith("X"):
        plain, kind = ("FUTURE_REF" if form.shift[0] == "+" else "PAST_REF"), "DATE"
    return Date(**place(doc, start, timex.end), value=plain, type=kind, earliest=read.earliest, latest=read.latest)


def _day(form: Form, resolved: Resolved) -> dt.date | None:
    """Give the day that what follows counts from: the first of what was meant, of years and longer nothing."""
    if form.kind in ("duration", "ref", "set") or resolved.earliest is None or resolved.value is None:
        return None
    return dt.date.fromisoformat(resolved.earliest)
