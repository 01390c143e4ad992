"""Readers of stretches of months, as figures are given for: "the first eight months of 2024", "the year to March"."""

from __future__ import annotations

from newsclaims.annotate.times.calendar import absolute
from newsclaims.annotate.times.forms import Form, Found
from newsclaims.annotate.times.numbers import number
from newsclaims.annotate.times.parts import four_digits, month, year_phrase
from newsclaims.annotate.times.words import Words

_PARTS = {"first": "start", "opening": "start", "second": "mid", "third": "mid"} | dict.fromkeys(("last", "final"), "end")
_ENDS = ("to", "ended", "ending", "through", "until")


def stretch(words: Words, i: int) -> Found | None:
    """Read a stretch of months of a year, one that ends with a month, or the weeks or days of a month or year.

    Example: "the first eight months of 2024" is January to August 2024, "the three months to June" April to June, "the last
    week of June" the end of June.
    """
    if words.low[i] != "the":
        return None
    return _of_year(words, i + 1) or _up_to(words, i + 1) or _part_of(words, i + 1)


def _of_year(words: Words, i: int) -> Found | None:
    """Read "first eight months of this year", "last two months of 2023"."""
    if words.low[i] not in ("first", "last", "opening", "final"):
        return None
    counted = _months(words, i + 1)
    if counted is None or counted[1] > 11 or words.low[counted[0]] != "of":
        return None
    end, count = counted
    read = year_phrase(words, end)
    if read is None and words.follows(end, "of", "the", "year"):
        read = end + 3, "+0", ""
    if read is None:
        return None
    whole = Form("calendar", year=read[1], anchor=read[2])
    first = words.low[i] in ("first", "opening")
    if count in (3, 6):
        unit = {3: "Q1" if first else "Q4", 6: "H1" if first else "H2"}[count]
        return Found(read[0], "DATE", whole._replace(unit=unit))
    return Found(read[0], "DATE", whole._replace(month=f"{count if first else 12:02d}", value=f"P{count}M"))


def _up_to(words: Words, i: int) -> Found | None:
    """Read "12 months to March", "year ended June 30, 2024", "three months to the end of September"."""
    counted = (i + 1, 12) if words.low[i] == "year" else _months(words, i)
    if counted is None or words.low[counted[0]] not in _ENDS:
        return None
    start, count = counted[0] + 1, counted[1]
    if words.low[start] in ("in", "on"):
        start += 1
    if words.follows(start, "the", "end", "of"):
        start += 3
    read = absolute(words, start)
    if read is None or read.form.kind != "calendar" or not read.form.month or read.form.unit or read.form.until:
        return None
    return read._replace(form=read.form._replace(day="", weekday="", value=f"P{count}M"))


def _part_of(words: Words, i: int) -> Found | None:
    """Read "first week of March", "last two weeks of June", "second half of May 2023", "final days of 2019"."""
    part = _PARTS.get(words.low[i])
    counted = number(words, i + 1) if words.low[i + 1] != "half" else None
    at = counted[0] if counted is not None else i + 1
    if part is None or words.low[at + 1] != "of":
        return None
    if words.known[at].get("unit") not in ("D", "W", "F", "WE") and not (at == i + 1 and words.low[at] == "half"):
        return None
    name, start = month(words, at + 2), at + 2
    if name is not None and words.capital(start):
        dated = year_phrase(words, start + 1)
        end, year, anchor = dated if dated is not None else (start + 1, "", "")
        return Found(end, "DATE", Form("calendar", month=name, year=year, anchor=anchor, part=part))
    written = four_digits(words, start)
    if written is None or words.low[at] == "half":
        return None
    return Found(start + 1, "DATE", Form("calendar", year=written, part=part))


def _months(words: Words, i: int) -> tuple[int, int] | None:
    """Read a number of months: the index behind it, and how many."""
    read = number(words, i)
    if read is None or words.low[read[0]] != "months" or not read[1].isdigit() or not 1 < int(read[1]) < 100:
        return None
    return read[0] + 1, int(read[1])
