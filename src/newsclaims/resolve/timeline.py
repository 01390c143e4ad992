"""The dates of a whole article, in text order: each is given its tense, and what was last mentioned before it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from itertools import zip_longest

from spacy.tokens import Doc

from newsclaims.annotate.marks import Timex
from newsclaims.annotate.times import Form, tense
from newsclaims.annotate.times.labels import continues, label_end
from newsclaims.annotate.times.words import vocabulary
from newsclaims.claim import Date, Tense
from newsclaims.parse.columns import Columns, columns
from newsclaims.resolve.bounds import Bounds, bounds
from newsclaims.resolve.dates import Resolved, value
from newsclaims.resolve.spans import place

LABELLED = 30
"""How many tokens behind a label its first verb is looked for."""
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
    tokens = columns(doc)
    found: dict[Timex, Resolved] = {}
    anchor: Bounds | None = None  # what was mentioned last
    last = entry = before = None  # its value, the beginning of what heads the line ("March 2021: …"), what was read last
    line = 0
    for timex, following in zip_longest(times, times[1:]):
        if _is_broken(tokens, line, timex.start):
            last = entry = None
            anchor = anchor if Form(*timex.form).anchor else None
        line = timex.start
        form = _dated(doc, timex, following)
        if last is not None and last.value and before is not None and continues(doc, before, timex):
            form = _in_year(form, last.value)
        colon = label_end(doc, timex)
        when = tense(doc, timex.start, timex.end) if colon is None else _tense_behind(doc, colon)
        if form.kind == "then":
            found[timex] = last or Resolved("FUTURE_REF" if when == "future" else "PAST_REF")
            continue
        yearless = form.kind in ("calendar", "holiday") and not (form.year or form.shift)
        resolved = value(form, entry, "future", anchor) if entry and yearless else value(form, published, when, anchor)
        found[timex] = resolved
        before = timex
        span = _span(form, resolved)
        if span is not None:
            anchor, last = span, resolved
            entry = span.first if form.year.isdecimal() and colon is not None else entry
    return found


def _is_broken(tokens: Columns, start: int, end: int) -> bool:
    """Whether a line ends between two tokens."""
    if True not in tokens.space[start:end]:
        return False
    return any(tokens.space[i] and "\n" in tokens.texts[i] for i in range(start, end))


def _tense_behind(doc: Doc, colon: int) -> Tense | None:
    """Which way a label points, "Friday:" or "In May:": ahead before a present, back before a past."""
    tags = columns(doc).tags
    for i in range(colon + 1, min(colon + 1 + LABELLED, len(doc))):
        if tags[i] in ("VBZ", "VBP", "MD"):
            return "future"
        if tags[i] == "VBD":
            return "past"
    return None


def _in_year(form: Form, year: str) -> Form:
    """Put a day or month that names no year into the one named right before it."""
    bare = form.kind == "calendar" and form.month and not (form.year or form.shift or form.unit)
    return form._replace(year=year) if bare and len(year) == 4 and year.isdigit() else form


def _dated(doc: Doc, timex: Timex, following: Timex | None) -> Form:
    """What an expression says, with the year or day that stands only behind its stretch: "between *March* and July 2023"."""
    form = Form(*timex.form)
    if following is None or following.start != timex.end + 1 or not _begins(doc, timex):
        return form
    last = Form(*following.form)
    if form.kind == "clock" and last.kind != "clock" and last.time:  # "from 3 a.m. until 11 a.m. on Saturday"
        return last._replace(time=form.time)
    bare = form.kind == last.kind == "calendar" and form.month and last.month and not form.year and last.year.isdecimal()
    if not bare or form.unit or last.unit or len(last.year) != 4:
        return form
    return form._replace(year=str(int(last.year) - (form.month > last.month)))


def date_of(doc: Doc, timex: Timex, resolved: Mapping[Timex, Resolved]) -> Date:
    """Give a claim's date: the expression with its preposition, and the day, month or year it means.

    A part of the day is dropped from the value ("Tuesday night" is a day, "10 a.m. on Tuesday" a time), what lies some
    weeks or years back or ahead is PAST_REF or FUTURE_REF, and "between July 2003 and December 2004" is 2003-07/2004-12.

    Args:
        doc: the parsed article.
        timex: one of its time expressions.
        resolved: what `timeline` made of them all.
    """
    read = resolved.get(timex, Resolved())
    value, kind, end, earliest, latest = read.value, timex.type, timex.end, read.earliest, read.latest
    if value and value.endswith(_PARTS_OF_DAY) and bounds(value):
        value, kind = value[:-3], "DATE"
    form = Form(*timex.form)
    if timex.type == "DURATION" and form.shift.endswith("X"):
        value, kind = ("FUTURE_REF" if form.shift[0] == "+" else "PAST_REF"), "DATE"
    last = _until(doc, timex, resolved)
    if last is not None and value and resolved[last].value:
        value, earliest = _not_after(value, resolved[last].value), _not_after(earliest, resolved[last].latest)
        value, end, latest = f"{value}/{resolved[last].value}", last.end, resolved[last].latest
    return Date(**place(doc, timex.begin, end), value=value, type=kind, earliest=earliest, latest=latest)


def _not_after(first: str | None, last: str | None) -> str | None:
    """The beginning of a stretch, in the year of its end if it came out later: "between March and May", both past."""
    if first is None or last is None or len(first) < 7 or first <= last or first[4] != "-" or first[4:] > last[4:]:
        return first
    return last[:4] + first[4:]


def _until(doc: Doc, timex: Timex, resolved: Mapping[Timex, Resolved]) -> Timex | None:
    """Find the expression that ends the stretch which ``timex`` begins: "between 1990 and 1994", "from May to July"."""
    if not _begins(doc, timex):
        return None
    return next((one for one in resolved if one.start == timex.end + 1 and one.type == timex.type), None)


def _begins(doc: Doc, timex: Timex) -> bool:
    """Whether an expression has the preposition and the word behind it that a stretch begins with: "from May *to*"."""
    if timex.preposition is None or timex.end >= len(doc) or timex.type not in ("DATE", "TIME"):
        return False
    lower = columns(doc).lower
    return lower[timex.end] in vocabulary("range").get(lower[timex.preposition], "").split(",")


def _span(form: Form, resolved: Resolved) -> Bounds | None:
    """Give the days that what follows counts from."""
    if form.kind in ("duration", "ref", "set") or resolved.value is None:
        return None
    return bounds(resolved.value)
