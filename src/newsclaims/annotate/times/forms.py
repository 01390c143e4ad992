"""What a time expression means before any calendar is applied."""

from __future__ import annotations

from typing import NamedTuple

from newsclaims.claim import TimexType

_LENGTHS = {
    **dict.fromkeys(("S", "MIN", "D"), 0),
    **dict.fromkeys(("W", "WE", "F"), 1),
    "M": 2,
    **dict.fromkeys(("SP", "SU", "FA", "WI", "Q", "H"), 3),
    **dict.fromkeys(("Y", "FY"), 4),
    "DE": 5,
    "CE": 6,
}


class Form(NamedTuple):
    """A calendar-free description; a tuple of strings, so that it travels in `Timex.form` as it is.

    ``kind`` says which fields matter:

    ==========  ====================================================================================================
    calendar    ``year``, ``month``, ``day``, ``weekday``, as far as given; ``unit`` for a season (SP, SU, FA, WI), quarter
                (Q1 …), half (H1, H2), decade (DE), century (CE) or fiscal year (FY) instead of a month; ``value`` P12M
                where it ends a stretch of so many months
    weekday     ``weekday``, with ``shift`` -1 (last), 0 (this), +1 (next), or "" where the tense decides
    period      ``shift`` times ``unit`` away from ``anchor``: "last month" is -1 M, "two weeks later" +2 W from the text;
                ``value`` are years to count first: -3 for "three years ago today"
    holiday     ``value`` is the rule of the holiday
    clock       ``time`` alone; the day comes from the context
    then        what was mentioned last: "by then"
    ref         ``value``: PAST_REF, PRESENT_REF, FUTURE_REF
    duration    ``value``: P3D
    set         ``value``: P1W, XXXX-WXX-5
    ==========  ====================================================================================================

    ``year`` is "2024", a decade "199", a century "19", relative to publication ("-1", "+0"), or "" (unknown).
    ``anchor`` is "text" where the expression counts from the day last mentioned, "near" where it does if there is one
    ("later in the day"), else "" (publication). ``part`` is the stretch meant: start, mid, end, earlier, later. ``time``
    is "T10:00" or a part of the day, "TMO". ``until`` is the last day, month or year of a span.

    Example: "late on Tuesday night" is ``Form("weekday", weekday="2", part="end", time="TNI")``.
    """

    kind: str
    year: str = ""
    month: str = ""
    day: str = ""
    weekday: str = ""
    unit: str = ""
    shift: str = ""
    anchor: str = ""
    part: str = ""
    time: str = ""
    until: str = ""
    value: str = ""

    @property
    def fineness(self) -> int:
        """How long a stretch is named, as a rank: 0 a day or less, then a week, a month … and last what is vague."""
        if self.kind in ("weekday", "holiday", "clock") or (self.kind == "calendar" and self.day and not self.unit):
            return 0
        if self.kind in ("ref", "duration", "set") or "X" in self.shift:
            return len(_LENGTHS) + 1
        unit = self.unit[:1] if self.unit[:1] in ("Q", "H") and self.kind == "calendar" else self.unit
        return _LENGTHS.get(unit or ("M" if self.month else "Y"), len(_LENGTHS))


class Found(NamedTuple):
    """A reader's success: the token index behind the expression, its type, and what it means."""

    end: int
    type: TimexType
    form: Form
