"""The first and the last day of a TIMEX3 value."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
_PARTS = {"start": (0, 1), "mid": (1, 2), "end": (2, 3)}


class Bounds(NamedTuple):
    """A stretch of days, both ends included."""

    first: dt.date
    last: dt.date


def bounds(value: str) -> Bounds | None:
    """Give the days that a value covers.

    Args:
        value: a TIMEX3 date: "2025-01-06", "2025-01-06TMO", "2025-W02", "2025-W02-WE", "2024-06", "2024-Q3", "2024-H1",
            "2024-SU", "2024", "198", "19", or two of them joined by "/".

    Returns:
        None where the value names no days (PAST_REF, P3D, FY2024) or none of the calendar.

    Example: ``bounds("2024-Q3")`` is 1 July to 30 September 2024. A winter ends in the year after the one it is named by.
    """
    if "/" in value:
        first, last = (bounds(part) for part in value.split("/", 1))
        return Bounds(first.first, last.last) if first and last and first.first <= last.last else None
    day = value.partition("T")[0]
    try:
        return _bounds(day)
    except (ValueError, OverflowError):
        return None


def narrowed(whole: Bounds, part: str, published: dt.date | None) -> Bounds:
    """Give the stretch that a modifier means: "early" is the first third, "earlier this month" ends with publication."""
    first, last = whole
    if part in _PARTS:
        length = (last - first).days + 1
        begin, end = _PARTS[part]
        if length < 3:
            return whole
        return Bounds(first + dt.timedelta(length * begin // 3), first + dt.timedelta(length * end // 3 - 1))
    if published is not None and first <= published <= last:
        return Bounds(first, published) if part == "earlier" else Bounds(published, last) if part == "later" else whole
    return whole


def month_end(year: int, month: int) -> dt.date:
    """Give the last day of a month."""
    return dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(1)


def _bounds(day: str) -> Bounds | None:
    head, _, rest = day.partition("-")
    if not head.isdigit() or len(head) > 4 or (rest and len(head) < 4):
        return None
    if not rest:
        scale = 10 ** (4 - len(head))
        year = int(head) * scale
        return Bounds(dt.date(max(year, 1), 1, 1), dt.date(year + scale - 1, 12, 31))
    year = int(head)
    if rest[0] == "W" and rest[1:3].isdigit():
        monday = dt.date.fromisocalendar(year, int(rest[1:3]), 1)
        return Bounds(monday + dt.timedelta(5 if rest.endswith("-WE") else 0), monday + dt.timedelta(6))
    if rest in _SEASONS:
        begin, end = _SEASONS[rest]
        return Bounds(dt.date(year, begin, 1), month_end(year + (end < begin), end))
    if rest[0] in "QH" and rest[1:].isdigit():
        months = 3 if rest[0] == "Q" else 6
        last = int(rest[1:]) * months
        return Bounds(dt.date(year, last - months + 1, 1), month_end(year, last))
    month, _, number = rest.partition("-")
    if not month.isdigit():
        return None
    if number:
        exact = dt.date(year, int(month), int(number))
        return Bounds(exact, exact)
    return Bounds(dt.date(year, int(month), 1), month_end(year, int(month)))
