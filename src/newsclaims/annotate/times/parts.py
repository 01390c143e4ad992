"""Parts of a calendar date, told from what only looks like them: "May" the verb, "Theresa May", "1709 schoolchildren"."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from newsclaims.annotate.times.forms import Found
from newsclaims.annotate.times.words import Words, vocabulary
from newsclaims.lexicon import rows

Reader = Callable[[Words, int], Found | None]
ORDINAL_ENDINGS = ("st", "nd", "rd", "th")
_CURRENCY = frozenset("$£€¥#")


def month(words: Words, i: int) -> str | None:
    """Give the number ("10") of the month named at ``i``, however abbreviated; None if there is none."""
    return words.known[i].get("month") or words.known[i].get("month_abbreviation")


def day_number(words: Words, i: int) -> str | None:
    """Give the day of the month written at ``i`` ("6", "6th", "the sixth" without its article) as two digits."""
    text = words.low[i]
    if text.endswith(ORDINAL_ENDINGS) and text[:-2].isdigit():
        text = text[:-2]
    elif not text.isdigit():
        text = words.known[i].get("ordinal") or ""
    return f"{int(text):02d}" if text.isascii() and text.isdigit() and len(text) < 3 and 1 <= int(text) <= 31 else None


def four_digits(words: Words, i: int) -> str | None:
    """Give the year written at ``i`` in four digits, without asking whether it is one."""
    text = words.low[i]
    return text if len(text) == 4 and text.isascii() and text.isdigit() and "1000" <= text < "2100" else None


def year(words: Words, i: int) -> str | None:
    """Give the year at ``i``, by its neighbours no other number: "in 1998", "the 2016 election", not "1709 schoolchildren".

    Tags help where there are any: a number that counts a plural noun and has no preposition of time is none.
    """
    text = four_digits(words, i)
    if text is None:
        return None
    before, after = words.low[i - 1], words.low[i + 1]
    if (
        before in _CURRENCY
        or after in ("%", "percent", "per", "°")
        or _is_numbered(words, i)
        or words.known[i + 1].get("unit")
    ):
        return None
    timely = before in vocabulary("preposition") or before in ("and", "-", "or", "(", "circa", "c.")
    counted = words.tag[i + 1] in ("NNS", "NNPS") if i + 1 < len(words.tag) else False
    if counted and not (timely and before not in ("of", "for", "at", "about", "over", "up", "around", "past", "to")):
        return text if before in ("the", "'s") and text >= "1900" else None
    named = words.capital(i - 1) and before.isalpha() and not _temporal(words, i - 1)
    if named and words.tag[i - 1] in ("NNP", "NNPS", ""):
        return None
    return text if timely or text >= "1800" else None


def _is_numbered(words: Words, i: int) -> bool:
    """Say whether the number belongs to a thing: "Resolution 1973", "No. 1912", "pages 1204 to 1207"."""
    if words.low[i - 1] in ("to", "and", "-") and four_digits(words, i - 2):
        i -= 2
    noun = words.low[i - 2] if words.low[i - 1] == "." else words.low[i - 1]
    return noun in _numbered()


def year_phrase(words: Words, i: int) -> tuple[int, str, str] | None:
    """Read the year of a longer date at ``i``: "2024", ", 2024", "of 2024", "last year", "of that year", "'98".

    Returns:
        The index behind it, `Form.year`, and `Form.anchor`.
    """
    start = i + 1 if words.low[i] in (",", "of", "in") else i
    written = four_digits(words, start)
    if written is not None:
        return start + 1, written, ""
    if words.low[start] in ("the", "this", "that", "last", "next") or words.known[start].get("shift"):
        at = start + 1 if words.low[start] == "the" else start
        shift = words.known[at].get("shift")
        if shift in ("-1", "0", "1") and words.low[at + 1] == "year":
            anchored = words.low[at] in ("that", "same", "following", "previous", "preceding")
            return at + 2, f"{int(shift):+d}", "text" if anchored else ""
    if words.low[start] == "'" and words.low[start + 1].isdigit() and len(words.low[start + 1]) == 2:
        return start + 2, short_year(words.low[start + 1]), ""
    if len(words.low[start]) == 3 and words.low[start][0] == "'" and words.low[start][1:].isdigit():
        return start + 1, short_year(words.low[start][1:]), ""
    return None


def weekday(words: Words, i: int) -> str | None:
    """Give the number ("1" is Monday) of the weekday at ``i``; an abbreviation counts only before a date."""
    full = words.known[i].get("weekday")
    if full is not None:
        return full
    short = words.known[i].get("weekday_abbreviation")
    if short is not None and words.capital(i):
        after = i + 2 if words.low[i + 1] == "," else i + 1
        if month(words, after) or day_number(words, after):
            return short
    return None


def season(words: Words, i: int) -> str | None:
    """Give the code (SU) of the season at ``i``."""
    return words.known[i].get("season")


def holiday(words: Words, i: int) -> tuple[int, str] | None:
    """Read a holiday at ``i``: the index behind it and the rule it is reckoned by."""
    if _named_before(words, i):  # "Chinese New Year", "Johnnie Christmas"; nor, below, "Easter Island"
        return None
    for name, rule in holidays().get(words.low[i], ()):
        end = i + len(name)
        if words.low[i:end] == name and words.capital(i) and not (words.low[end] and _named_before(words, end + 1)):
            return end, rule
    return None


def month_alone(words: Words, i: int) -> bool:
    """Say whether the month's name at ``i`` without day or year means the month, and no verb and nobody's name."""
    if words.known[i].get("month") is None or words.low[i] in words.names or _named_before(words, i):
        return words.known[i].get("month_abbreviation") is not None and words.low[i].endswith(".") and words.capital(i)
    if words.low[i] not in vocabulary("unsure"):
        return words.capital(i) or words.tag[i].startswith("NNP")
    before = words.low[i - 1]
    led = any(before in vocabulary(kind) for kind in ("preposition", "shift", "modifier", "boundary", "each"))
    listed = before in ("and", "or", "-", "to", ",") and month(words, i - 2) is not None
    modified = words.raw[i + 1 : i + 2] != () and words.raw[i + 1].islower() and not _leads(words, i + 1)
    if modified and (before in ("the", "a") or (words.tag[i] == "NNP" and words.tag[i + 1] in ("NN", "NNS"))):
        led = True  # "the March accession", "inconclusive March elections"
    return words.capital(i) and (led or listed) and words.tag[i] not in ("MD", "VB", "VBP")


def _leads(words: Words, i: int) -> bool:
    return words.low[i] in vocabulary("preposition") or words.tag[i] in ("IN", "TO")


def _named_before(words: Words, i: int) -> bool:
    before = (
        0 < i <= len(words.raw) and words.capital(i - 1) and words.raw[i - 1][:1].isalpha() and not _temporal(words, i - 1)
    )
    return before and words.tag[i - 1] in ("NNP", "NNPS", "") and words.low[i - 1] != "i"


def _temporal(words: Words, i: int) -> bool:
    kinds = ("month", "month_abbreviation", "weekday", "weekday_abbreviation", "preposition", "shift", "modifier", "season",
             "daypart", "each", "unit", "deictic")  # fmt: skip
    return words.low[i] in ("the", "a", "fiscal", "and", "but", "for") or any(words.low[i] in vocabulary(k) for k in kinds)


def short_year(text: str) -> str:
    return ("20" if text < "30" else "19") + text


@cache
def _numbered() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("numbered"))


@cache
def holidays() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Give the holidays by their first word: all words, longest first, and the rule."""
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in sorted(rows("holidays"), key=lambda row: -len(row["name"])):
        name = tuple(row["name"].replace("'s", " 's").replace("s' ", "s ' ").split())
        by_first.setdefault(name[0], []).append((name, row["rule"]))
    return by_first


def longest(words: Words, i: int, readers: tuple[Reader, ...]) -> Found | None:
    """Try every reader at ``i`` and give the longest find; the first of equals."""
    best: Found | None = None
    for reader in readers:
        found = reader(words, i)
        if found is not None and (best is None or found.end > best.end):
            best = found
    return best
