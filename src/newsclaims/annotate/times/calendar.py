"""Readers of calendar dates: days, months, years, decades, centuries, quarters, seasons, holidays.

Each reader looks at one token index and gives what it finds there, or None; none looks back for more than one token.
"""

from __future__ import annotations

from functools import lru_cache

from newsclaims.annotate.times.forms import Form, Found
from newsclaims.annotate.times.parts import (
    ORDINAL_ENDINGS,
    day_number,
    four_digits,
    longest,
    month,
    month_alone,
    short_year,
    weekday,
    year,
    year_phrase,
)
from newsclaims.annotate.times.words import LOOKED_AT, Words, vocabulary

_KINDS = ("month", "month_abbreviation", "weekday", "weekday_abbreviation", "ordinal", "decade")
_DATING = frozenset({"fiscal", "fy", "year", "'"})


def absolute(words: Words, i: int) -> Found | None:
    """Read the longest calendar date at ``i``.

    Example: "Thursday, April 6, 2000", "9 January 2025", "2025-01-09", "the third quarter of 2024", "mid-1990s".
    """
    if not _may_be_dated(words.low[i]):
        return None
    return longest(
        words, i, (_weekday_date, _iso, _numeric, _month_day, _day_month, _month, _years, _decade, _quarter, _century)
    )


@lru_cache(maxsize=LOOKED_AT)
def _may_be_dated(word: str) -> bool:
    """Whether a calendar date may begin with a word."""
    return any(char.isdigit() for char in word) or word in _DATING or any(word in vocabulary(kind) for kind in _KINDS)


def _weekday_date(words: Words, i: int) -> Found | None:
    name = weekday(words, i)
    if name is None:
        return None
    for start in (i + 1, i + 2):
        if start == i + 2 and words.low[i + 1] not in (",", "the", "(", "-", "on"):
            break
        found = longest(words, start, (_month_day, _day_month, _iso))
        if found is not None and found.form.day and not found.form.until:
            return found._replace(form=found.form._replace(weekday=name))
    return None


def _iso(words: Words, i: int) -> Found | None:
    parts, end = words.low[i].split("-"), i + 1
    if len(parts) == 1 and words.low[i + 1] in ("-", "/") and words.low[i + 3] == words.low[i + 1]:
        parts, end = [words.low[i], words.low[i + 2], words.low[i + 4]], i + 5
    if len(parts) != 3 or [len(part) for part in parts] != [4, 2, 2] or not "".join(parts).isdigit():
        return None
    return _date(end, *parts)


def _numeric(words: Words, i: int) -> Found | None:
    text = words.low[i]
    parts = text.split("/") if "/" in text else text.split(".")
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    if len(parts[0]) == 4:
        return _date(i + 1, *parts)
    first, second, last = parts
    if len(last) != 4 or len(first) > 2 or len(second) > 2:
        return None
    if "." in text or int(first) > 12:
        first, second = second, first
    return _date(i + 1, last, first, second)


def _date(end: int, year: str, month: str, day: str) -> Found | None:
    if not (1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        return None
    return Found(end, "DATE", Form("calendar", year=year, month=f"{int(month):02d}", day=f"{int(day):02d}"))


def _month_day(words: Words, i: int) -> Found | None:
    name = month(words, i)
    if name is None or not words.capital(i):
        return None
    at = i + 2 if words.low[i + 1] in ("the", "-") else i + 1
    number = day_number(words, at)
    if number is None or words.known[at + 1].get("unit") or words.low[at + 1] in ("%", "percent", "million", "billion"):
        return None
    end, form = at + 1, Form("calendar", month=name, day=number)
    until = day_number(words, end + 1) if words.low[end] in ("-", "to", "through") else None
    if until is not None and not month(words, end + 2) and int(until) > int(number):
        end, form = end + 2, form._replace(until=until)
    return _with_year(words, end, form)


def _day_month(words: Words, i: int) -> Found | None:
    number = day_number(words, i)
    if number is None:
        return None
    end, until = i + 1, ""
    last = day_number(words, i + 2) if words.low[i + 1] in ("-", "to") else None
    if last is not None and int(last) > int(number):
        end, until = i + 3, last
    if words.low[end] in ("of", "-"):
        end += 1
    name = month(words, end)
    if name is None or not words.capital(end):
        return None
    return _with_year(words, end + 1, Form("calendar", month=name, day=number, until=until))


def _with_year(words: Words, end: int, form: Form) -> Found:
    read = year_phrase(words, end)
    if read is not None and words.low[end] != "in":
        return Found(read[0], "DATE", form._replace(year=read[1], anchor=read[2]))
    return Found(end, "DATE", form)


def _month(words: Words, i: int) -> Found | None:
    name = month(words, i)
    if name is None:
        return None
    read = year_phrase(words, i + 1)
    if read is not None and words.low[i + 1] != "in" and words.capital(i):
        return Found(read[0], "DATE", Form("calendar", month=name, year=read[1], anchor=read[2]))
    if not month_alone(words, i):
        return None
    return Found(i + 1, "DATE", Form("calendar", month=name))


def _years(words: Words, i: int) -> Found | None:
    text = words.low[i]
    for prefix, part in (("mid-", "mid"), ("post-", "later"), ("pre-", "earlier")):
        if text.startswith(prefix) and len(text) == len(prefix) + 4 and text[len(prefix) :].isdigit():
            return Found(i + 1, "DATE", Form("calendar", year=text[len(prefix) :], part=part))
    if len(text) in (7, 9) and text[4] in "-/" and (text[:4] + text[5:]).isdigit() and "1000" <= text[:4] < "2100":
        return _year_span(words, i + 1, text[:4], text[5:])
    if text[:2] == "fy" and text[2:].isdigit() and len(text) in (4, 6):
        return Found(i + 1, "DATE", Form("calendar", year=text[2:] if len(text) == 6 else short_year(text[2:]), unit="FY"))
    if text in ("fiscal", "fy"):
        at = i + 2 if words.low[i + 1] == "year" else i + 1
        written = four_digits(words, at)
        return Found(at + 1, "DATE", Form("calendar", year=written, unit="FY")) if written else None
    if text == "year" and words.low[i - 2] != "on" and (written := four_digits(words, i + 1)):  # not "bet on the year 2040"
        return Found(i + 2, "DATE", Form("calendar", year=written))
    number = year(words, i)
    if number is None:
        return None
    last = words.low[i + 2]
    if words.low[i + 1] in ("-", "/") and last.isdigit() and len(last) in (2, 4):
        span = _year_span(words, i + 3, number, last)
        if span is not None:
            return span
    return Found(i + 1, "DATE", Form("calendar", year=number))


def _year_span(words: Words, end: int, first: str, last: str) -> Found | None:
    until = last if len(last) == 4 else first[:2] + last
    if until <= first or words.low[end] in ("-", "/"):
        return None
    return Found(end, "DATE", Form("calendar", year=first, until=until))


def _decade(words: Words, i: int) -> Found | None:
    before = words.low[i - 1] if words.low[i - 1] not in ("early", "late", "mid") else words.low[i - 2]
    named = words.known[i].get("decade")
    if named is not None and before == "the":  # not "in his sixties"
        return Found(i + 1, "DATE", Form("calendar", year=named, unit="DE"))
    text, end, part = words.low[i], i + 1, ""
    if text == "'":
        text, end = "'" + words.low[i + 1], i + 2
    if text.startswith("mid-"):
        text, part = text[4:], "mid"
    if len(text) == 4 and text.isdigit() and words.low[end] == "'s" and before == "the":  # "the 1990's"
        text, end = text + "s", end + 1
    digits = text.lstrip("'").removesuffix("s").removesuffix("'")
    if digits == text.lstrip("'") or not digits.isdigit() or not digits.endswith("0"):
        return None
    if len(digits) == 2 and (text[0] == "'" or before == "the"):  # not "in her early 20s"
        digits = short_year(digits)
    if len(digits) != 4:
        return None
    if digits.endswith("00") and digits != "2000":
        return Found(end, "DATE", Form("calendar", year=digits[:2], unit="CE", part=part))
    return Found(end, "DATE", Form("calendar", year=digits[:3], unit="DE", part=part))


def _quarter(words: Words, i: int) -> Found | None:
    text = words.low[i]
    if len(text) == 2 and text[0] in "qh" and text[1] in "1234" and (text[0] == "q" or text[1] in "12"):
        unit, end = text.upper(), i + 1
    else:
        number = words.known[i].get("ordinal") or (text[:1] if text[1:] in ORDINAL_ENDINGS else None)
        at = i + 2 if words.low[i + 1] == "-" else i + 1
        name = words.low[at]
        if name == "fiscal":
            name, at = words.low[at + 1], at + 1
        if number is None or (name, number) not in {("quarter", n) for n in "1234"} | {("half", n) for n in "12"}:
            return None
        unit, end = ("Q" if name == "quarter" else "H") + number, at + 1
    read = year_phrase(words, end)
    if read is not None:
        return Found(read[0], "DATE", Form("calendar", year=read[1], unit=unit, anchor=read[2]))
    return Found(end, "DATE", Form("calendar", unit=unit)) if unit[0] == "Q" else None


def _century(words: Words, i: int) -> Found | None:
    text = words.low[i]
    number = text[:-2] if text.endswith(ORDINAL_ENDINGS) and text[:-2].isdigit() else words.known[i].get("ordinal")
    at = i + 2 if words.low[i + 1] == "-" else i + 1
    if number is None or len(number) > 2 or words.low[at] not in ("century", "centuries") or not 1 <= int(number) <= 21:
        return None
    return Found(at + 1, "DATE", Form("calendar", year=f"{int(number) - 1:02d}", unit="CE"))
