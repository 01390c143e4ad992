"""Readers of calendar dates: days, months, years, decades, centuries, quarters, seasons, holidays.

Each reader looks at one token index and gives what it finds there, or None; none looks back for more than one token.
"""

from __future__ import annotations

from functools import cache

from newsclaims.annotate.times.forms import Form, Found
from newsclaims.annotate.times.words import Words, vocabulary
from newsclaims.lexicon import rows

_ORDINAL_ENDINGS = ("st", "nd", "rd", "th")
_CURRENCY = frozenset("$£€¥#")


def absolute(words: Words, i: int) -> Found | None:
    """Read the longest calendar date at ``i``.

    Example: "Thursday, April 6, 2000", "9 January 2025", "2025-01-09", "the third quarter of 2024", "mid-1990s".
    """
    return longest(words, i, (_weekday_date, _iso, _numeric, _month_day, _day_month, _month, _years, _decade, _quarter, _century))


def longest(words: Words, i: int, readers: tuple[object, ...]) -> Found | None:
    """Try every reader at ``i`` and give the longest find; the first of equals."""
    best: Found | None = None
    for reader in readers:
        found = reader(words, i)  # type: ignore[operator]
        if found is not None and (best is None or found.end > best.end):
            best = found
    return best


def month(words: Words, i: int) -> str | None:
    """Give the number ("10") of the month named at ``i``, however abbreviated; None if there is none."""
    return words.value(i, "month") or words.value(i, "month_abbreviation")


def day_number(words: Words, i: int) -> str | None:
    """Give the day of the month written at ``i`` ("6", "6th", "the sixth" without its article) as two digits."""
    text = words.at(i)
    if text.endswith(_ORDINAL_ENDINGS) and text[:-2].isdigit():
        text = text[:-2]
    elif not text.isdigit():
        text = words.value(i, "ordinal") or ""
    return f"{int(text):02d}" if text.isascii() and text.isdigit() and len(text) < 3 and 1 <= int(text) <= 31 else None


def four_digits(words: Words, i: int) -> str | None:
    """Give the year written at ``i`` in four digits, without asking whether it is one."""
    text = words.at(i)
    return text if len(text) == 4 and text.isascii() and text.isdigit() and "1000" <= text < "2100" else None


def year(words: Words, i: int) -> str | None:
    """Give the year at ``i``, by its neighbours no other number: "in 1998", "the 2016 election", not "1709 schoolchildren".

    Tags help where there are any: a number that counts a plural noun and has no preposition of time is none.
    """
    text = four_digits(words, i)
    if text is None:
        return None
    before, after = words.at(i - 1), words.at(i + 1)
    if before in _CURRENCY or after in ("%", "percent", "per", "°") or before in _numbered() or words.value(i + 1, "unit"):
        return None
    timely = before in vocabulary("preposition") or before in ("and", "-", "or", "(", "circa", "c.")
    counted = words.tag[i + 1] in ("NNS", "NNPS") if i + 1 < len(words.tag) else False
    if counted and not (timely and before not in ("of", "for", "at", "about", "over", "up", "around", "past", "to")):
        return text if before in ("the", "'s") and text >= "1900" else None
    named = words.capital(i - 1) and before.isalpha() and not _temporal(words, i - 1)
    if named and words.tag[i - 1] in ("NNP", "NNPS", ""):
        return None
    return text if timely or text >= "1800" else None


def year_phrase(words: Words, i: int) -> tuple[int, str, str] | None:
    """Read the year of a longer date at ``i``: "2024", ", 2024", "of 2024", "last year", "of that year", "'98".

    Returns:
        The index behind it, `Form.year`, and `Form.anchor`.
    """
    start = i + 1 if words.at(i) in (",", "of", "in") else i
    written = four_digits(words, start)
    if written is not None:
        return start + 1, written, ""
    if words.at(start) in ("the", "this", "that", "last", "next") or words.value(start, "shift"):
        at = start + 1 if words.at(start) == "the" else start
        shift = words.value(at, "shift")
        if shift in ("-1", "0", "1") and words.at(at + 1) == "year":
            anchored = words.at(at) in ("that", "same", "following", "previous", "preceding")
            return at + 2, f"{int(shift):+d}", "text" if anchored else ""
    if words.at(start) == "'" and words.at(start + 1).isdigit() and len(words.at(start + 1)) == 2:
        return start + 2, _short_year(words.at(start + 1)), ""
    if len(words.at(start)) == 3 and words.at(start)[0] == "'" and words.at(start)[1:].isdigit():
        return start + 1, _short_year(words.at(start)[1:]), ""
    return None


def weekday(words: Words, i: int) -> str | None:
    """Give the number ("1" is Monday) of the weekday at ``i``; an abbreviation counts only before a date."""
    full = words.value(i, "weekday")
    if full is not None:
        return full
    short = words.value(i, "weekday_abbreviation")
    if short is not None and words.capital(i):
        after = i + 2 if words.at(i + 1) == "," else i + 1
        if month(words, after) or day_number(words, after):
            return short
    return None


def season(words: Words, i: int) -> str | None:
    """Give the code (SU) of the season at ``i``."""
    return words.value(i, "season")


def holiday(words: Words, i: int) -> tuple[int, str] | None:
    """Read a holiday at ``i``: the index behind it and the rule it is reckoned by."""
    for name, rule in _holidays().get(words.at(i), ()):
        if words.low[i : i + len(name)] == name and words.capital(i):
            return i + len(name), rule
    return None


def _weekday_date(words: Words, i: int) -> Found | None:
    name = weekday(words, i)
    if name is None:
        return None
    for start in (i + 1, i + 2):
        if start == i + 2 and words.at(i + 1) not in (",", "the", "(", "-", "on"):
            break
        found = longest(words, start, (_month_day, _day_month, _iso))
        if found is not None and found.form.day and not found.form.until:
            return found._replace(form=found.form._replace(weekday=name))
    return None


def _iso(words: Words, i: int) -> Found | None:
    parts, end = words.at(i).split("-"), i + 1
    if len(parts) == 1 and words.at(i + 1) in ("-", "/") and words.at(i + 3) == words.at(i + 1):
        parts, end = [words.at(i), words.at(i + 2), words.at(i + 4)], i + 5
    if len(parts) != 3 or [len(part) for part in parts] != [4, 2, 2] or not "".join(parts).isdigit():
        return None
    return _date(end, *parts)


def _numeric(words: Words, i: int) -> Found | None:
    text = words.at(i)
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
    at = i + 2 if words.at(i + 1) in ("the", "-") else i + 1
    number = day_number(words, at)
    if number is None or words.value(at + 1, "unit") or words.at(at + 1) in ("%", "percent", "million", "billion"):
        return None
    end, form = at + 1, Form("calendar", month=name, day=number)
    until = day_number(words, end + 1) if words.at(end) in ("-", "to", "through") else None
    if until is not None and not month(words, end + 2) and int(until) > int(number):
        end, form = end + 2, form._replace(until=until)
    return _with_year(words, end, form)


def _day_month(words: Words, i: int) -> Found | None:
    number = day_number(words, i)
    if number is None:
        return None
    end, until = i + 1, ""
    last = day_number(words, i + 2) if words.at(i + 1) in ("-", "to") else None
    if last is not None and int(last) > int(number):
        end, until = i + 3, last
    if words.at(end) in ("of", "-"):
        end += 1
    name = month(words, end)
    if name is None or not words.capital(end):
        return None
    return _with_year(words, end + 1, Form("calendar", month=name, day=number, until=until))


def _with_year(words: Words, end: int, form: Form) -> Found:
    read = year_phrase(words, end)
    if read is not None and words.at(end) != "in":
        return Found(read[0], "DATE", form._replace(year=read[1], anchor=read[2]))
    return Found(end, "DATE", form)


def _month(words: Words, i: int) -> Found | None:
    name = month(words, i)
    if name is None:
        return None
    read = year_phrase(words, i + 1)
    if read is not None and words.at(i + 1) != "in" and words.capital(i):
        return Found(read[0], "DATE", Form("calendar", month=name, year=read[1], anchor=read[2]))
    if not month_alone(words, i):
        return None
    return Found(i + 1, "DATE", Form("calendar", month=name))


def month_alone(words: Words, i: int) -> bool:
    """Say whether the month's name at ``i`` without day or year means the month, and no verb and nobody's name."""
    if words.value(i, "month") is None or words.at(i) in words.names or _names(words, i):
        return words.value(i, "month_abbreviation") is not None and words.at(i).endswith(".") and words.capital(i)
    if words.at(i) not in vocabulary("unsure"):
        return words.capital(i) or words.tag[i].startswith("NNP")
    before = words.at(i - 1)
    led = any(before in vocabulary(kind) for kind in ("preposition", "shift", "modifier", "each"))
    listed = before in ("and", "or", "-", "to", ",") and month(words, i - 2) is not None
    return words.capital(i) and (led or listed) and words.tag[i] not in ("MD", "VB", "VBP")


def _names(words: Words, i: int) -> bool:
    before = i > 0 and words.capital(i - 1) and words.raw[i - 1][:1].isalpha() and not _temporal(words, i - 1)
    return before and words.tag[i - 1] in ("NNP", "NNPS", "") and words.at(i - 1) != "i"


def _temporal(words: Words, i: int) -> bool:
    kinds = ("month", "month_abbreviation", "weekday", "weekday_abbreviation", "preposition", "shift", "modifier", "season",
             "daypart", "each", "unit", "deictic")  # fmt: skip
    return words.at(i) in ("the", "a", "fiscal", "and", "but", "for") or any(words.at(i) in vocabulary(k) for k in kinds)


def _years(words: Words, i: int) -> Found | None:
    text = words.at(i)
    for prefix, part in (("mid-", "mid"), ("post-", "later"), ("pre-", "earlier")):
        if text.startswith(prefix) and len(text) == len(prefix) + 4 and text[len(prefix) :].isdigit():
            return Found(i + 1, "DATE", Form("calendar", year=text[len(prefix) :], part=part))
    if len(text) in (7, 9) and text[4] in "-/" and (text[:4] + text[5:]).isdigit() and "1000" <= text[:4] < "2100":
        return _year_span(words, i + 1, text[:4], text[5:])
    if text[:2] == "fy" and text[2:].isdigit() and len(text) in (4, 6):
        return Found(i + 1, "DATE", Form("calendar", year=text[2:] if len(text) == 6 else _short_year(text[2:]), unit="FY"))
    if text in ("fiscal", "fy"):
        at = i + 2 if words.at(i + 1) == "year" else i + 1
        written = four_digits(words, at)
        return Found(at + 1, "DATE", Form("calendar", year=written, unit="FY")) if written else None
    number = year(words, i)
    if number is None:
        return None
    last = words.at(i + 2)
    if words.at(i + 1) in ("-", "/") and last.isdigit() and len(last) in (2, 4):
        span = _year_span(words, i + 3, number, last)
        if span is not None:
            return span
    return Found(i + 1, "DATE", Form("calendar", year=number))


def _year_span(words: Words, end: int, first: str, last: str) -> Found | None:
    until = last if len(last) == 4 else first[:2] + last
    if until <= first or words.at(end) in ("-", "/"):
        return None
    return Found(end, "DATE", Form("calendar", year=first, until=until))


def _decade(words: Words, i: int) -> Found | None:
    text, end, part = words.at(i), i + 1, ""
    if text == "'":
        text, end = words.at(i + 1), i + 2
    text = text.lstrip("'")
    if text.startswith("mid-"):
        text, part = text[4:].lstrip("'"), "mid"
    digits = text[:-2] if text.endswith("'s") else text[:-1] if text.endswith("s") else ""
    if text.isdigit() and words.at(end) == "'s" and text.endswith("0") and len(text) == 4 and words.at(i - 1) in ("the", "early", "late"):
        digits, end = text, end + 1  # "the 1990's"
    if not digits.isdigit() or not digits.endswith("0") or len(digits) not in (2, 4):
        return None
    if len(digits) == 2:
        if words.at(i - 1) not in ("the", "early", "late", "mid", "-") and words.at(i) != "'" and not words.at(i).startswith("'"):
            return None
        digits = _short_year(digits)
    if digits.endswith("00") and digits != "2000":
        return Found(end, "DATE", Form("calendar", year=digits[:2], unit="CE", part=part))
    return Found(end, "DATE", Form("calendar", year=digits[:3], unit="DE", part=part))


def _quarter(words: Words, i: int) -> Found | None:
    text = words.at(i)
    if len(text) == 2 and text[0] in "qh" and text[1] in "1234" and (text[0] == "q" or text[1] in "12"):
        unit, end = text.upper(), i + 1
    else:
        number = words.value(i, "ordinal") or (text[:1] if text[1:] in _ORDINAL_ENDINGS else None)
        at = i + 2 if words.at(i + 1) == "-" else i + 1
        name = words.at(at)
        if name == "fiscal":
            name, at = words.at(at + 1), at + 1
        if number is None or (name, number) not in {("quarter", n) for n in "1234"} | {("half", n) for n in "12"}:
            return None
        unit, end = ("Q" if name == "quarter" else "H") + number, at + 1
    read = year_phrase(words, end)
    if read is not None:
        return Found(read[0], "DATE", Form("calendar", year=read[1], unit=unit, anchor=read[2]))
    return Found(end, "DATE", Form("calendar", unit=unit)) if unit[0] == "Q" else None


def _century(words: Words, i: int) -> Found | None:
    text = words.at(i)
    number = text[:-2] if text.endswith(_ORDINAL_ENDINGS) and text[:-2].isdigit() else words.value(i, "ordinal")
    at = i + 2 if words.at(i + 1) == "-" else i + 1
    if number is None or len(number) > 2 or words.at(at) not in ("century", "centuries") or not 1 <= int(number) <= 21:
        return None
    return Found(at + 1, "DATE", Form("calendar", year=f"{int(number) - 1:02d}", unit="CE"))


def _short_year(text: str) -> str:
    return ("20" if text < "30" else "19") + text


@cache
def _numbered() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("numbered"))


@cache
def _holidays() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in sorted(rows("holidays"), key=lambda row: -len(row["name"])):
        name = tuple(row["name"].replace("'s", " 's").replace("s' ", "s ' ").split())
        by_first.setdefault(name[0], []).append((name, row["rule"]))
    return by_first
