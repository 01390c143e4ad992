"""The days of holidays, by the rules of `lexicon/holidays.tsv`."""

from __future__ import annotations

import datetime as dt

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def day_of(rule: str, year: int) -> dt.date:
    """Give the day a holiday falls on.

    Args:
        rule: "12-25" (a fixed day), "easter-2" (days from Easter Sunday), "thu4-11" (the fourth Thursday of November,
            with days added by "+1"), "lastmon-05" (the last Monday of May), "election" (November's Tuesday after its
            first Monday).
        year: the year, 1583 or later.

    Example: ``day_of("thu4-11", 1999)`` is 25 November 1999, Thanksgiving.
    """
    if rule == "election":
        return _nth(year, 11, 0, 1) + dt.timedelta(1)
    if rule.startswith("easter"):
        return easter(year) + dt.timedelta(int(rule[6:]))
    rule, _, more = rule.partition("+")
    kind, month = rule.split("-")
    if kind.isdigit():
        return dt.date(year, int(kind), int(month))
    if kind.startswith("last"):
        first = _nth(year, int(month), _WEEKDAYS.index(kind[4:]), 4)
        later = first + dt.timedelta(7)
        return later if later.month == int(month) else first
    return _nth(year, int(month), _WEEKDAYS.index(kind[:3]), int(kind[3:])) + dt.timedelta(int(more or 0))


def easter(year: int) -> dt.date:
    """Give Easter Sunday, by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, 1991, chapter 8)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap, odd = divmod(century, 4)
    shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - shift + 15) % 30
    days = (32 + 2 * odd + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * days) // 451
    month, day = divmod(epact + days - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)


def _nth(year: int, month: int, weekday: int, number: int) -> dt.date:
    first = dt.date(year, month, 1)
    return first + dt.timedelta((weekday - first.weekday()) % 7 + 7 * (number - 1))
