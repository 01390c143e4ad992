"""Numbers and amounts of time: "three", "2.5", "twenty-five", "two and a half years", "a couple of weeks"."""

from __future__ import annotations

from typing import NamedTuple

from newsclaims.annotate.times.words import Words

_ONE = ("a", "an")
_HALVES = {"H": "30M", "Y": "6M"}
_CODES = {"F": ("W", 2), "CE": ("Y", 100), "DE": ("Y", 10)}


class Amount(NamedTuple):
    """So many units: the index behind it, the number ("3", "2.5", "X" for an unknown one) and the unit's code."""

    end: int
    number: str
    unit: str


def digits(text: str) -> str | None:
    """Give the plain form of a number in digits ("1,500" is "1500"), None if it is none."""
    plain = text.replace(",", "")
    whole, _, rest = plain.partition(".")
    if whole.isascii() and whole.isdigit() and len(whole) <= 6 and (not rest or (rest.isascii() and rest.isdigit())):
        return plain.rstrip(".")
    return None


def number(words: Words, i: int) -> tuple[int, str] | None:
    """Read a number at ``i``.

    Returns:
        The index behind it and its value, "X" where the words leave it open ("several"); None if there is none.

    Example: in "twenty-five years" the value is "25".
    """
    text, known = words.low[i], words.known[i]
    if not known and text not in _ONE and not text[:1].isdigit() and text[:1] != ",":
        return None
    plain = digits(text)
    if plain is not None:
        top, slash, bottom = words.low[i + 1].partition("/")
        if slash and top.isdigit() and bottom.isdigit() and int(bottom) and len(top + bottom) < 4:  # "5 1/2 hours"
            return i + 2, _sum(plain, f"{int(top) / int(bottom):.2f}")
        return i + 1, plain
    found = known.get("number")
    if found is not None:
        end, total = i + 1, float(found)
        if total % 10 == 0 and 20 <= total < 100:
            after = end + 1 if words.low[end] == "-" else end
            unit = words.known[after].get("number")
            if unit is not None and 1 <= float(unit) < 10:
                end, total = after + 1, total + float(unit)
        if words.low[end] == "hundred":
            end, total = end + 1, total * 100
        return end, _plain(total)
    collective = known.get("collective")
    if collective is not None:
        return i + 1, collective
    open_amount = known.get("amount")
    if words.low[i - 1] in ("a", "an") or words.known[i - 1].get("shift"):  # "a few days", "the past couple of weeks"
        open_amount = open_amount or known.get("small_amount")
    if open_amount is not None:
        return (i + 2 if words.low[i + 1] == "of" else i + 1), open_amount
    if text in _ONE:
        if (
            words.known[i + 1].get("amount")
            or words.known[i + 1].get("small_amount")
            or words.known[i + 1].get("collective")
        ):
            return number(words, i + 1)
        return (i + 1, "1") if words.low[i + 1] != "-" else None  # not "$12-an-hour"
    return None


def amount(words: Words, i: int) -> Amount | None:
    """Read a number with its unit of time at ``i``; "two-day" and "two more weeks" too.

    Example: "two and a half years" has the count "2.5" and the unit "Y".
    """
    read = number(words, i)
    if read is None:
        return None
    end, count = read
    if count == "0.5" and words.low[end] in ("a", "an", "-"):  # "half an hour"
        end += 1
    elif words.follows(end, "and", "a", "half"):
        end, count = end + 3, _sum(count, "0.5")
    elif words.follows(end, "-", "and", "-", "a", "-", "half"):
        end, count = end + 6, _sum(count, "0.5")
    if words.low[end] in ("more", "full", "long", "straight", "consecutive", "short", "additional") or (
        words.low[end] == "-" and words.known[end + 1].get("unit") is not None
    ):
        end += 1
    unit = words.known[end].get("unit")
    if unit == "Q" and (count == "1" or words.low[end + 1] == "of"):  # a quarter of the voters
        return None
    if unit is None or not _agrees(words, i, end, count):
        return None
    end += 1
    if words.follows(end, "and", "a", "half"):  # "a year and a half"
        end, count = end + 3, _sum(count, "0.5")
    return Amount(end, count, unit)


def duration(count: str, unit: str) -> str:
    """Write an amount as an ISO 8601 duration: "3" and "D" give "P3D", "X" and "Y" "PXY"."""
    base, factor = _CODES.get(unit, (unit, 1))
    number = count if count == "X" else _plain(float(count) * factor)
    whole, _, rest = number.partition(".")
    if rest == "5" and base in _HALVES:  # "five and a half hours" is PT5H30M
        number, unit_of_half = (whole if whole != "0" else ""), _HALVES[base]
        return f"P{'T' if base == 'H' else ''}{number + base if number else ''}{unit_of_half}"
    if unit in ("S", "MIN", "H"):
        return f"PT{number}{base[0]}"
    if unit == "Q":
        return f"P{number if count == 'X' else _plain(float(count) * 3)}M"
    return f"P{number}{base}"


def _agrees(words: Words, start: int, end: int, count: str) -> bool:
    """Say whether number and unit go together: no "a weeks", no "2018 day"; "a six year stay" does."""
    plural = words.low[end].endswith("s")
    if words.low[start] in ("a", "an") and count == "1" and plural:
        return False
    return plural or count == "X" or float(count) < 1000 or words.low[end - 1] == "-"


def _sum(count: str, more: str) -> str:
    return count if count == "X" else _plain(float(count) + float(more))


def _plain(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
