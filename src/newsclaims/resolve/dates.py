"""What a time expression means on the calendar: `Form` → TIMEX3 value, earliest and latest day.

Nothing is guessed: what counts from the day of publication has no value where that day is unknown.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from newsclaims.annotate.times.forms import Form
from newsclaims.claim import Tense
from newsclaims.resolve.bounds import Bounds, bounds, narrowed
from newsclaims.resolve.holidays import day_of
from newsclaims.resolve.years import FAR, year_of

_REACH = {"D": 1, "W": 7, "WE": 7, "F": 7, "M": 31, "Q": 92, "H": 1, "MIN": 1, "S": 1, "Y": 366, "DE": 3660, "CE": 36600}
_MONTHS = {"M": 1, "Q": 3, "H": 6, "Y": 12, "DE": 120, "CE": 1200}
_DAYS = {"D": 1, "W": 7, "F": 14, "WE": 7}


class Resolved(NamedTuple):
    """A value after TIMEX3 and the first and last day it may mean, in ISO form; all None where nothing is known."""

    value: str | None = None
    earliest: str | None = None
    latest: str | None = None


UNKNOWN = Resolved()


def value(form: Form, published: dt.date | None, tense: Tense | None = None, anchor: Bounds | None = None) -> Resolved:
    """Work out what a time expression means.

    Args:
        form: what the expression says, `Form(*timex.form)`.
        published: the day of publication, None where unknown.
        tense: the tense it stands in; decides between the last and the next "Friday" or "May". Without one, news is past.
        anchor: the stretch last mentioned before it, that "the next day" and "that year" count from. Where it is missing, or
            longer than what is counted (a day from a year), they are unknown, and "later in the day" is the day of
            publication.

    Returns:
        The value and its bounds. Relative without a publication date: all None. PAST_REF and its like, durations and
        repeated times name no days, so that only their value is given.

    Example: "in October", past, in an article of 14 January 2017 is "2016-10", 2016-10-01 to 2016-10-31.
    """
    try:
        if form.kind == "duration":
            return _duration(form, published)
        if form.kind in ("ref", "set"):
            return Resolved(form.value)
        found = _KINDS[form.kind](form, _origin(form, published, anchor, tense), tense)
    except (ValueError, OverflowError):  # "30 February", or before the calendar begins
        return UNKNOWN
    if found is None:
        return UNKNOWN
    if form.time and found.count("-") == 2 and "W" not in found:
        found += form.time
    whole = bounds(found)
    if whole is None:
        return Resolved(found)
    first, last = narrowed(whole, form.part, published)
    return Resolved(found, first.isoformat(), last.isoformat())


def _origin(form: Form, published: dt.date | None, anchor: Bounds | None, tense: Tense | None) -> dt.date | None:
    """Give the day that a form counts from."""
    if not form.anchor and form.kind != "clock":
        return published
    if form.anchor == "near" and form.unit != "D" and tense == "future":
        return published
    reach = 366 if form.year or form.kind == "calendar" else _REACH.get(form.unit, 1)
    if anchor is not None and (anchor.last - anchor.first).days < reach:
        return anchor.first
    return None if form.anchor == "text" else published


def _calendar(form: Form, origin: dt.date | None, tense: Tense | None) -> str | None:
    if form.year and form.year[0] in "+-":
        if origin is None:
            return None
        form = form._replace(year=f"{origin.year + int(form.year):04d}")
    if form.unit == "DE" or form.unit == "CE":
        return form.year or None
    if form.unit == "FY":
        return "FY" + form.year
    year = int(form.year) if form.year else year_of(form, origin, tense)
    if year is None:
        return None
    if form.unit in ("W", "WE"):
        return _week(dt.date(year, int(form.month), int(form.day)), form.unit)
    written = "-".join(part for part in (f"{year:04d}", form.unit or form.month, form.day) if part)
    if bounds(written) is None:
        return None
    if form.value:  # "the three months to June"
        return _months_up_to(written, int(form.value[1:-1]))
    return f"{written}/{_until(form, written)}" if form.until else written


def _months_up_to(last: str, count: int) -> str:
    """Write a stretch of so many months that ends with ``last``."""
    year, month = divmod(int(last[:4]) * 12 + int(last[5:7]) - count, 12)
    if count == 3 and month % 3 == 0:
        return f"{year:04d}-Q{month // 3 + 1}"
    return f"{year:04d}-{month + 1:02d}/{last}"


def _until(form: Form, written: str) -> str:
    return form.until if not form.day else f"{written[:-2]}{form.until}"


def _weekday(form: Form, origin: dt.date | None, tense: Tense | None) -> str | None:
    if origin is None:
        return None
    number = int(form.weekday)
    monday = origin - dt.timedelta(origin.isoweekday() - 1)
    if form.unit == "W":  # "Monday last week"
        chosen = monday + dt.timedelta(7 * int(form.shift) + number - 1)
    elif form.shift == "-1":
        chosen = origin - dt.timedelta((origin.isoweekday() - number - 1) % 7 + 1)
    elif form.shift == "+1" and form.anchor:
        chosen = origin + dt.timedelta((number - origin.isoweekday() - 1) % 7 + 1)
    elif form.shift == "+1":
        chosen = monday + dt.timedelta(7 + number - 1)
    elif form.shift == "+0":
        chosen = monday + dt.timedelta(number - 1)
        if chosen < origin and not form.anchor and tense != "past":
            chosen += dt.timedelta(7)
    elif tense == "future":
        chosen = origin + dt.timedelta((number - origin.isoweekday()) % 7)
    else:
        chosen = origin - dt.timedelta((origin.isoweekday() - number) % 7)
    return chosen.isoformat()


def _period(form: Form, origin: dt.date | None, tense: Tense | None) -> str | None:
    if "X" in form.shift:
        future = form.shift[0] == "+" and not (form.anchor and tense == "past")
        return "FUTURE_REF" if future else "PAST_REF"
    if origin is None:
        return None
    if form.value:
        origin = origin.replace(year=origin.year + int(form.value), day=min(origin.day, 28 if origin.month == 2 else 31))
    if form.unit == "WE" and form.shift in ("", "+0"):  # "the weekend", "this weekend"
        saturday = origin + dt.timedelta(6 - origin.isoweekday())
        if saturday > origin and (tense == "past" or (tense != "future" and not form.shift)):
            saturday -= dt.timedelta(7)
        return _week(saturday, "WE")
    amount = float(form.shift)
    if form.unit in ("S", "MIN", "H"):
        return origin.isoformat() if abs(amount) < 24 or form.unit != "H" else None
    if form.unit in _DAYS:
        day = origin + dt.timedelta(round(amount * _DAYS[form.unit]))
        return day.isoformat() if form.unit == "D" else _week(day, form.unit)
    return _months_away(origin, round(amount * _MONTHS[form.unit]), form.unit, amount)


def _months_away(origin: dt.date, months: int, unit: str, amount: float) -> str:
    year, month = divmod(origin.year * 12 + origin.month - 1 + months, 12)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise OverflowError(year)
    if unit == "M" or amount % 1:
        return f"{year:04d}-{month + 1:02d}"
    if unit in ("Q", "H"):
        return f"{year:04d}-{unit}{month // _MONTHS[unit] + 1}"
    if unit in ("DE", "CE") and abs(amount) <= 1:
        return f"{year:04d}"[:3] if unit == "DE" else f"{year:04d}"[:2]
    return f"{year:04d}"


def _holiday(form: Form, origin: dt.date | None, tense: Tense | None) -> str | None:
    rule = form.value
    if form.year and form.year[0] not in "+-":
        return day_of(rule, int(form.year)).isoformat()
    if origin is None:
        return None
    if form.year:
        return day_of(rule, origin.year + int(form.year)).isoformat()
    here = day_of(rule, origin.year)
    before = here if here <= origin else day_of(rule, origin.year - 1)
    after = here if here >= origin else day_of(rule, origin.year + 1)
    if form.shift == "-1":
        return (before if before < origin else day_of(rule, origin.year - 1)).isoformat()
    if form.shift in ("+1", "+0"):
        return (after if form.shift == "+1" else here).isoformat()
    chosen = after if tense == "future" else before
    if (tense is None or abs(chosen - origin).days > FAR) and abs(before - origin) > abs(after - origin):
        chosen = after
    return chosen.isoformat()


def _clock(form: Form, origin: dt.date | None, tense: Tense | None) -> str | None:  # noqa: ARG001
    return origin.isoformat() if origin else None


def _week(day: dt.date, unit: str) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}" + ("-WE" if unit == "WE" else "")


def _duration(form: Form, published: dt.date | None) -> Resolved:
    """Give a duration, with its days where it ends or begins on the day of publication ("the past three years")."""
    amount = form.shift[1:]
    if published is None or not amount or amount == "X" or form.unit not in (*_DAYS, *_MONTHS):
        return Resolved(form.value)
    sign = 1 if form.shift[0] == "+" else -1
    if form.unit in _DAYS:
        other = published + dt.timedelta(round(sign * float(amount) * _DAYS[form.unit]))
    else:
        year, month = divmod(
            published.year * 12 + published.month - 1 + round(sign * float(amount) * _MONTHS[form.unit]), 12
        )
        other = dt.date(year, month + 1, min(published.day, 28))
    first, last = sorted((published, other))
    return Resolved(form.value, first.isoformat(), last.isoformat())


_KINDS = {"calendar": _calendar, "weekday": _weekday, "period": _period, "holiday": _holiday, "clock": _clock}

__all__ = ["UNKNOWN", "Bounds", "Resolved", "value"]
