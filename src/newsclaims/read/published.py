"""The day of publication, as an article itself tells it: on a line of its own, in a label, or in a dateline with a year.

Only the top of the text is looked at, and only full dates count: "WASHINGTON, Jan. 9 —" names no year, and
"01/02/2025" may be two days.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from newsclaims.lexicon import rows

TOP = 14  # lines that are not empty
LONGEST = 160  # characters of a line that may be a date with its label, or a dateline before its dash
WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*\.?|\d+(?:[:.]\d+)*|\S")
YEAR = re.compile(r"\d{4}")
ISO = re.compile(r"(?<![\d/.-])(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d/-])")
DAY_FIRST = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\s(?:of\s)?\s?([A-Za-z]{3,9})\.?,?\s{1,2}(\d{4})\b")
MONTH_FIRST = re.compile(r"\b([A-Za-z]{3,9})\.?\s{1,2}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,2}(\d{4})\b")
NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?![\d/-])")
DASH = re.compile(r"\s(?:—|–|--?|_)\s|—|--")
SEPARATOR = re.compile(r"[|•·]|\s[—–-]\s")


def published(text: str) -> dt.date | None:
    """Find the day an article was published in its own text.

    Args:
        text: the article, without its front matter.

    Returns:
        The day; None where the text names none in full. A label "published" wins over "updated", and what stands first
        over what follows.

    Example::

        Harbour board delays vote
        Published: 4 March 2025 | Updated: 5 March 2025
    """
    updated: dt.date | None = None
    for line in _top(text):
        if len(line) <= LONGEST:
            for segment in SEPARATOR.split(line):
                found = _dated(segment)
                if found is not None and not found[1]:
                    return found[0]
                updated = updated or (found[0] if found is not None else None)
        head = DASH.split(line[:LONGEST], maxsplit=1)
        found_day = _dateline(head[0], line[len(head[0]) :]) if len(head) == 2 else None
        if found_day is not None:
            return found_day
    return updated


def day(text: str) -> dt.date | None:
    """Read a date from a field such as front matter's ``date:``.

    Args:
        text: "2025-01-09", "2025-01-09T10:40:00Z", "Thu, 09 Jan 2025 10:40:00 GMT", "January 9th, 2025", or another
            language's words, which dateparser reads.

    Returns:
        The day, as written there (no time zone is reckoned with); None where the text is no date or means two days, as
        "01/02/2025" does.
    """
    found = full_dates(text)
    if found:
        return found[0]
    if re.fullmatch(r"[12]\d{7}(?:T?\d{4,6}Z?)?", text.strip()):
        return _day(text.strip()[:4], text.strip()[4:6], text.strip()[6:8])
    if len(text) > 60 or not re.search(r"\d{4}", text) or not re.search(r"[^\W\d_]{3}", text):
        return None
    import dateparser  # slow to import, seldom needed

    settings = {"STRICT_PARSING": True, "REQUIRE_PARTS": ["day", "month", "year"], "PREFER_DATES_FROM": "current_period"}
    read: dt.datetime | None = dateparser.parse(text, settings=settings)
    return read.date() if read is not None else None


def full_dates(text: str) -> list[dt.date]:
    """Give the dates that name day, month and year and cannot be read in two ways, in text order."""
    if not YEAR.search(text):
        return []
    found = []
    for match in ISO.finditer(text):
        found.append((match.start(), match[1], match[2], match[3]))
    for match in DAY_FIRST.finditer(text):
        found.append((match.start(), match[3], _month(match[2]), match[1]))
    for match in MONTH_FIRST.finditer(text):
        found.append((match.start(), match[3], _month(match[1]), match[2]))
    for match in NUMERIC.finditer(text):
        first, second = match[1], match[3]
        if match[2] == "." or int(first) > 12 or first == second:
            first, second = second, first
        elif int(second) <= 12:
            continue  # 01/02/2025: January or February
        found.append((match.start(), match[4], first, second))
    return [read for _, *parts in sorted(found) if (read := _day(*parts)) is not None]


def _top(text: str) -> Iterator[str]:
    seen = 0
    for line in text[: 20 * LONGEST].splitlines():
        if line.strip():
            yield line.strip()
            seen += 1
            if seen == TOP:
                return


def _dated(segment: str) -> tuple[dt.date, bool] | None:
    """Read a segment that holds a full date and nothing but words of dates: the day, and whether it is an update's."""
    dates = full_dates(segment)
    if len(dates) != 1:
        return None
    plain = [word.lower() for word in WORD.findall(segment) if word[0].isalnum()]
    words = {word.rstrip(".") for word in plain}
    if plain[0] == "by" and len(segment) < 100:  # "By Jane Roe, 9 January 2025"
        return dates[0], False
    if not all(word[0].isdigit() or word in _calendar_words() or word in _labels() for word in words):
        return None
    return dates[0], any(_labels().get(word) for word in words)


def _dateline(head: str, rest: str) -> dt.date | None:
    """Read what stands before a dateline's dash ("CEBU CITY, March 14, 2025 (Northern Wire)"), or the date after it."""
    first = re.match(r"[^\W\d_]{2,}", head)
    if first is None or not (first[0].isupper() or "(" in head):
        return None
    dates = full_dates(head)
    plain = [word for word in WORD.findall(head) if word[0].isalpha()]
    if dates:
        return dates[0] if all(word[0].isupper() or word.lower() in _calendar_words() for word in plain) else None
    if head.rstrip().endswith(")") and first[0].isupper():
        after = rest.lstrip(" -—–_")[:10]
        return next(iter(full_dates(after)), None)
    return None


def _day(year: str, month: str | None, day: str) -> dt.date | None:
    try:
        return dt.date(int(year), int(month or 0), int(day)) if 1700 <= int(year) <= 2100 else None
    except ValueError:
        return None


def _month(name: str) -> str | None:
    return _words("month", "month_abbreviation").get(name.lower())


@cache
def _words(*kinds: str) -> dict[str, str]:
    return {row["word"].rstrip("."): row["value"] for row in rows("time_words") if row["kind"] in kinds}


def _calendar_words() -> dict[str, str]:
    return _words("month", "month_abbreviation", "weekday", "weekday_abbreviation", "meridiem", "zone", "ordinal_ending")


def _labels() -> dict[str, str]:
    return _words("publication")
