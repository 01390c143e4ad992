"""What a time expression means before any calendar is applied."""

from __future__ import annotations

from typing import NamedTuple

from newsclaims.claim import TimexType


class Form(NamedTuple):
    """A calendar-free description; a tuple of strings, so that it travels in `Timex.form` as it is.

    ``kind`` says which fields matter:

    ==========  ====================================================================================================
    calendar    ``year``, ``month``, ``day``, ``weekday``, as far as given; ``unit`` for a season (SP, SU, FA, WI), quarter
                (Q1 …), half (H1, H2), decade (DE), century (CE) or fiscal year (FY) instead of a month
    weekday     ``weekday``, with ``shift`` -1 (last), 0 (this), +1 (next), or "" where the tense decides
    period      ``shift`` times ``unit`` away from ``anchor``: "last month" is -1 M, "two weeks later" +2 W from the text
    holiday     ``value`` is the rule of the holiday
    clock       ``time`` alone; the day comes from the context
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


class Found(NamedTuple):
    """A reader's success: the token index behind the expression, its type, and what it means."""

    end: int
    type: TimexType
    form: Form
