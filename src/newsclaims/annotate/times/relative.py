"""Readers of times that count from the day of publication or from a day in the text.

"yesterday", "last month", "the next day", "three years ago", "two weeks later", "next Friday", "last summer", "recently".
"""

from __future__ import annotations

from newsclaims.annotate.times.amounts import plain_amount
from newsclaims.annotate.times.fixed import fixed
from newsclaims.annotate.times.forms import Form, Found
from newsclaims.annotate.times.numbers import number
from newsclaims.annotate.times.parts import day_number, holiday, longest, month, season, weekday, year_phrase
from newsclaims.annotate.times.words import Words
from newsclaims.claim import TimexType

_FROM_TEXT = ("previous", "preceding", "following", "that", "same")
_WITH_ARTICLE = ("previous", "preceding", "following")  # without one, "following" is a preposition
_STRETCHES = ("past", "coming")
_CALENDAR_UNITS = ("D", "W", "M", "Y", "Q", "WE", "DE", "CE", "H", "F")
_EXACT = {"today": "D", "week": "W", "weekend": "WE", "month": "M"}
_OPENERS = (
    *("the", "a", "an", "his", "her", "its", "their", "our", "my", "this", "that", "these", "those", "any", "being"),
    *("he", "she", "they", "it", "we", "i"),
)


def relative(words: Words, i: int) -> Found | None:
    """Read the longest relative time at ``i``.

    Example: "three years ago" is -3 Y from publication, "the next day" +1 D from the text.
    """
    return longest(
        words, i, (fixed, _deictic, _shifted, _away, _ahead, _before_after, _weekday, _holiday, _season, _week_of)
    )


def _deictic(words: Words, i: int) -> Found | None:
    if words.follows(i, "the", "day") and words.low[i + 2] in ("before", "after"):
        count = {"yesterday": "-2", "tomorrow": "+2"}.get(words.low[i + 3])
        if count is not None:
            return Found(i + 4, "DATE", Form("period", unit="D", shift=count))
    shift = words.known[i].get("deictic")
    if shift is None or (
        words.capital(i) and words.capital(i - 1) and words.raw[i - 1].isupper() and words.raw[i - 1].isalpha()
    ):
        return None
    form = Form("period", unit="D", shift=f"{int(shift):+d}")
    own = {"tonight": "TNI", "overnight": "TNI"}.get(words.low[i])
    part = words.known[i + 1].get("daypart") if own is None else None
    if own is not None or part is not None:
        return Found(i + (1 if own else 2), "TIME", form._replace(time=own or part or ""))
    return Found(i + 1, "DATE", form)


def _shifted(words: Words, i: int) -> Found | None:
    """Read a shift word and what it shifts: "last month", "this past weekend", "the following morning", "that Friday"."""
    at = i
    shifted = words.known[at + 1].get("shift")
    if shifted is not None and (
        words.low[at] == "the" or (words.low[at], shifted) in {("this", "-1"), ("this", "1"), ("that", "0")}
    ):
        at += 1
    elif words.low[at] == "the" or words.low[at] in _WITH_ARTICLE:
        return None
    shift = words.known[at].get("shift")
    if shift is None or shift == "-X" or (shift == "0" and words.low[at] == "same" and words.low[i] not in ("the", "that")):
        return None
    anchored = words.low[at] in _FROM_TEXT or words.low[i] == "that" or (words.low[i] == "the" and words.low[at] == "next")
    anchor, count, end = ("text" if anchored else ""), f"{int(shift):+d}", at + 1
    if words.low[end] == "-":
        end += 1
    part = words.known[end].get("daypart")
    if part is not None and not words.low[end].endswith("s"):
        return Found(end + 1, "TIME", Form("period", unit="D", shift=count, anchor=anchor, time=part))
    unit = words.known[end].get("unit")
    if unit in _CALENDAR_UNITS and not words.low[end].endswith("s"):
        if words.low[at] in _STRETCHES and words.low[i] == "the" and unit != "WE":
            return None  # "over the past decade" lasts one
        if unit == "D" and not anchored and words.low[i] != "this":
            return None
        if "the" in (words.low[i], words.low[i - 1]) and words.low[at] == "last" and words.low[end + 1] == "of":
            return None  # "the last week of her term"
        if unit == "D" and count != "+0" and words.known[end + 1].get("daypart"):
            end += 1
        return Found(end + 1, "DATE" if unit != "H" else "TIME", Form("period", unit=unit, shift=count, anchor=anchor))
    day = weekday(words, end)
    if day is not None:
        return Found(end + 1, "DATE", Form("weekday", weekday=day, shift=count, anchor=anchor))
    name = month(words, end)
    if name is not None and words.capital(end):
        number = day_number(words, end + 1)
        form = Form("calendar", month=name, day=number or "", shift=count, anchor=anchor)
        return Found(end + (2 if number else 1), "DATE", form)
    code = season(words, end)
    if code is not None:
        return Found(end + 1, "DATE", Form("calendar", unit=code, shift=count, anchor=anchor))
    feast = holiday(words, end)
    if feast is not None:
        return Found(feast[0], "DATE", Form("holiday", value=feast[1], shift=count, anchor=anchor))
    if words.low[end] in ("fiscal", "financial", "academic", "calendar") and words.low[end + 1] == "year":
        return Found(end + 2, "DATE", Form("period", unit="Y", shift=count, anchor=anchor))
    return None


def _away(words: Words, i: int) -> Found | None:
    """Read an amount with its direction: "three years ago", "two weeks later", "a week from now", "days later"."""
    read = plain_amount(words, i)
    if read is not None:
        end, count, unit = read.end, read.number, read.unit
    else:
        code = words.known[i].get("unit")
        if code is None or not words.low[i].endswith("s"):
            return None
        end, count, unit = i + 1, "X", code
    if words.follows(end, "from", "now"):
        return _offset(end + 2, "+", count, unit, "")
    if words.low[end] in ("from", "after") and words.low[end + 1] in ("today", "tomorrow"):
        return _offset(end + 2, "+", count, unit, "")
    direction = words.known[end].get("direction")
    if direction is None or (words.low[end] in ("before", "earlier", "later") and _event_follows(words, end)):
        return None
    if direction == "-" and unit == "Y" and count.isdigit():
        exact = _EXACT.get(words.low[end + 1]) or (_EXACT.get(words.low[end + 2]) if words.low[end + 1] == "this" else None)
        if exact is not None:  # "three years ago today", "fifty years ago this week"
            last = end + 2 if words.low[end + 1] == "today" else end + 3
            return Found(last, "DATE", Form("period", unit=exact, shift="+0", value=f"-{count}"))
    return _offset(end + 1, direction[0], count, unit, direction[1:])


def _event_follows(words: Words, i: int) -> bool:
    """Say whether the direction word at ``i`` opens a phrase of its own: "two weeks before the election"."""
    if words.low[i + 1] == "than":
        return True
    tag = words.tag[i + 1] if i + 1 < len(words.tag) else ""
    return words.low[i] == "before" and (
        words.low[i + 1] in _OPENERS or tag[:2] in ("NN", "PR", "DT") or tag == "VBG" or words.capital(i + 1)
    )


def _ahead(words: Words, i: int) -> Found | None:
    """Read "two years' time" after "in"."""
    read = plain_amount(words, i) if words.low[i - 1] == "in" else None
    if read is None:
        return None
    end = read.end + 1 if words.low[read.end] in ("'", "'s") else read.end
    return _offset(end + 1, "+", read.number, read.unit, "") if end > read.end and words.low[end] == "time" else None


def _offset(end: int, sign: str, count: str, unit: str, anchor: str) -> Found:
    if unit in ("DE", "CE") and count != "X":  # "a decade ago" is a year
        unit, count = "Y", str(round(float(count) * (10 if unit == "DE" else 100)))
    kind: TimexType = "TIME" if unit in ("S", "MIN", "H") else "DATE"
    return Found(end, kind, Form("period", unit=unit, shift=sign + count, anchor=anchor))


def _before_after(words: Words, i: int) -> Found | None:
    """Read "the day before", "the night before", "the week after" where nothing follows that they count from."""
    if words.low[i] != "the" or words.low[i + 2] not in ("before", "after") or _counts_from(words, i + 3):
        return None
    count = "-1" if words.low[i + 2] == "before" else "+1"
    part, unit = words.known[i + 1].get("daypart"), words.known[i + 1].get("unit")
    if part is not None:
        return Found(i + 3, "TIME", Form("period", unit="D", shift=count, anchor="text", time=part))
    if unit in _CALENDAR_UNITS:
        return Found(i + 3, "DATE", Form("period", unit=unit, shift=count, anchor="text"))
    return None


def _counts_from(words: Words, i: int) -> bool:
    after = words.low[i]
    return not (after == "" or not after[0].isalnum() or after in ("and", "but", "when", "in", "at", "by", "as", "for"))


def _weekday(words: Words, i: int) -> Found | None:
    day = words.known[i].get("weekday")
    if day is None or not words.capital(i):
        return None
    form, end = Form("weekday", weekday=day), i + 1
    at = end + 1 if words.low[end] in ("of", ",") else end
    if words.low[at] in ("last", "this", "next") and words.low[at + 1] == "week" and words.low[at + 2] != "'s":
        return Found(at + 2, "DATE", form._replace(shift=f"{int(words.known[at].get('shift') or 0):+d}", unit="W"))
    if words.low[end] == "last":
        return Found(end + 1, "DATE", form._replace(shift="-1"))
    return Found(end, "DATE", form)


def _holiday(words: Words, i: int) -> Found | None:
    read = holiday(words, i)
    if read is None:
        return None
    end, rule = read
    year = year_phrase(words, end) if words.low[end] not in ("of", "in") else None
    if year is not None:
        return Found(year[0], "DATE", Form("holiday", value=rule, year=year[1], anchor=year[2]))
    return Found(end, "DATE", Form("holiday", value=rule))


def _season(words: Words, i: int) -> Found | None:
    """Read a season with its year or article: "summer 2016", "the fall of 2020", "in the spring"."""
    at = i + 1 if words.low[i] == "the" else i
    code = season(words, at)
    if code is None:
        return None
    year = year_phrase(words, at + 1)
    if year is not None:
        return Found(year[0], "DATE", Form("calendar", unit=code, year=year[1], anchor=year[2]))
    led = words.low[i - 1] in ("in", "by", "since", "until", "during", "over", "this", "early", "late")
    if led and words.low[at + 1] != "of" and words.tag[at][:2] in ("NN", "") and not (at == i and words.tag[at] == ""):
        return Found(at + 1, "DATE", Form("calendar", unit=code))
    return None


def _week_of(words: Words, i: int) -> Found | None:
    """Read "the week of March 6" and "the weekend of 5 May"."""
    if words.low[i] != "the":
        return None
    unit = words.known[i + 1].get("unit")
    if unit == "WE" and words.low[i + 2] != "of" and not words.low[i + 1].endswith("s"):
        return Found(i + 2, "DATE", Form("period", unit="WE"))
    if unit not in ("W", "WE") or words.low[i + 2] != "of":
        return None
    for start in (i + 3, i + 4):
        name = month(words, start)
        if name is not None and words.low[start + 1].isdigit():
            day = number(words, start + 1)
            return (
                Found(start + 2, "DATE", Form("calendar", month=name, day=f"{int(words.low[start + 1]):02d}", unit=unit))
                if day
                else None
            )
    return None
