"""The year of a date that names none: "in May", "on 3 March", "the third quarter", "last summer"."""

from __future__ import annotations

import datetime as dt

from newsclaims.annotate.times.forms import Form
from newsclaims.claim import Tense

FAR = 300  # days: a day and month further off than this on the tense's side is looked for on the other
_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def year_of(form: Form, origin: dt.date | None, tense: Tense | None) -> int | None:
    """Give the year of a month, day of a month, quarter or season that names none."""
    if origin is None:
        return None
    year, month, length = origin.year, origin.month, 1
    if form.unit[:1] in ("Q", "H"):
        length = 3 if form.unit[0] == "Q" else 6
        start = (int(form.unit[1:]) - 1) * length + 1
    elif form.unit in _SEASON_STARTS:
        start, length = _SEASON_STARTS[form.unit], 3
        if start == 12 and month < 3:  # January and February belong to the winter that began the year before
            year, month = year - 1, month + 12
    else:
        start = int(form.month)
    day = int(form.day or 1)
    here, now = (start, day), (month, origin.day if form.day else 1)
    if form.shift:  # "last June", "next June"; "this June" is this year's
        ended = (start + length - 1, day)
        return year + {"-1": -(ended >= now), "+1": here <= now}.get(form.shift, 0)
    chosen = year + (here < now) if tense == "future" else year - (here > now)
    other = chosen + (-1 if tense == "future" else 1)
    apart = _distance(chosen, start, day, origin)
    doubtful = form.day or (tense != "past" and not form.unit)
    if doubtful and (apart > FAR or (tense is None and form.day and _distance(other, start, day, origin) < apart)):
        return other  # "set a 1 March deadline", in an article of February
    return chosen


def _distance(year: int, month: int, day: int, origin: dt.date) -> int:
    return abs((dt.date(year, month, min(day, 28)) - origin).days)
