"""Numbers in the words of a claim: how many of what, how exactly, and whether two of them can both be right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from newsclaims.compare.words import STOP, concept, pieces

SLACK = 0.15
"""How far apart two figures may be, as a share of the larger, if one of them is called approximate."""

REACH = 2.0
"""How many times "more than 500" may be exceeded by a figure that still fits it."""

SCORE = "score"
"""The unit of a result such as 3-1; its value is that of 3,001."""

_UNITS = {
    "%": "%", "percent": "%", "pct": "%", "$": "$", "dollar": "$", "dollars": "$", "usd": "$", "€": "€",
    "euro": "€", "euros": "€", "£": "£", "pound": "£", "pounds": "£", "¥": "¥", "yen": "¥",
}  # fmt: skip
_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "bn": 1e9, "tn": 1e12,
    "k": 1e3, "dozen": 12,
}  # fmt: skip
_DIGITS = re.compile(r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<scale>bn|m|k|tn)?", re.IGNORECASE)
_RESULT = re.compile(r"(\d{1,3})[-–](\d{1,3})")
_WIDE = {
    "around": "about", "about": "about", "some": "about", "roughly": "about", "approximately": "about", "nearly": "about",
    "almost": "about", "estimated": "about", "close": "about", "more": "least", "over": "least", "least": "least",
    "exceeding": "least", "above": "least", "fewer": "most", "less": "most", "under": "most", "most": "most", "up": "most",
}  # fmt: skip


class Quantity(NamedTuple):
    """So many of something: the value, the unit ("%", "$", or the noun counted), how exact, and the words."""

    value: float
    unit: str
    kind: str  # exact, about, least, most
    text: str

    def fits(self, other: Quantity) -> bool:
        """Whether both can be right: "around 12,000" and "11,500", "more than 500" and "520"."""
        if self.unit == SCORE:
            return self.value == other.value
        low, high = sorted((self.value, other.value))
        if high - low <= 0.005 * high:
            return True
        if "about" in (self.kind, other.kind) and high - low <= SLACK * high:
            return True
        for one, two in ((self, other), (other, self)):
            if one.kind == "least" and two.kind != "most" and one.value <= two.value <= REACH * one.value:
                return True
            if one.kind == "most" and two.kind != "least" and one.value / REACH <= two.value <= one.value:
                return True
        return False


@lru_cache(maxsize=1 << 16)
def quantities(text: str) -> tuple[Quantity, ...]:
    """Find the numbers of a phrase, in text order; years and the word "one" alone are none.

    Example: "around 12,000 troops" gives the value 12,000, the unit "troops", the kind "about".
    """
    words = [part for piece in pieces(text) for part in ([piece] if piece[0].isdigit() else piece.split("-"))]
    return tuple(_found(words))


def _found(words: list[str]) -> Iterator[Quantity]:
    i = 0
    while i < len(words):
        if result := _RESULT.fullmatch(words[i]):
            yield Quantity(1000.0 * int(result[1]) + int(result[2]), SCORE, "exact", words[i])
        end, value = _number(words, i)
        if value is None:
            i += 1
            continue
        before = words[i - 1].lower() if i else ""
        unit, length = _unit(before, words[end : end + 3])
        if unit or not 1900 <= value < 2100:
            first, kind = _kind(words, i)
            yield Quantity(value, unit, kind, _shown(words[first : end + length]))
        i = end


def is_number(word: str) -> bool:
    """Whether a word is a number, or goes with one: "million", "%", "around"."""
    low = word.lower()
    known = low in _values() or low in _SCALES or low in _UNITS or low in _WIDE
    return known or _DIGITS.fullmatch(low) is not None or _RESULT.fullmatch(low) is not None


def _number(words: list[str], i: int) -> tuple[int, float | None]:
    """Read a number at ``i``: the index behind it, and its value."""
    low = words[i].lower()
    if found := _DIGITS.fullmatch(low):
        value = float(found["number"].replace(",", "")) * _SCALES.get(found["scale"] or "", 1.0)
    elif low == "one" and not (i + 1 < len(words) and words[i + 1].lower() in _SCALES):
        return i + 1, None
    elif low in _values():
        value = _values()[low]
        ones = _values().get(words[i + 1].lower(), 0.0) if i + 1 < len(words) else 0.0
        if value in range(20, 100, 10) and 0 < ones < 10:
            value, i = value + ones, i + 1
    else:
        return i + 1, None
    i += 1
    while i < len(words) and (scale := _SCALES.get(words[i].lower())):
        value, i = value * scale, i + 1
    return i, value


def _unit(before: str, after: list[str]) -> tuple[str, int]:
    """What is counted, and how many of the words after the number say so."""
    if _UNITS.get(before):
        return _UNITS[before], 0
    for n, word in enumerate(after):
        low = word.lower()
        if low == "per" and after[n + 1 : n + 2] == ["cent"]:
            return "%", n + 2
        if low in _UNITS:
            return _UNITS[low], n + 1
        if low in STOP or is_number(word):
            return "", 0
        if n + 1 == len(after) or after[n + 1].lower() in STOP or is_number(after[n + 1]):
            return concept(word), n + 1
    return "", 0


def _kind(words: list[str], i: int) -> tuple[int, str]:
    """Where the words before a number begin that say how exact it is, and what they say."""
    for start in range(i - 1, max(-1, i - 4), -1):
        low = words[start].lower()
        if low in _WIDE:
            return start, _WIDE[low]
        if low not in ("than", "to", "at", "an", "$", "€", "£", "¥"):
            break
    return i - (i > 0 and words[i - 1] in "$€£¥"), "exact"


def _shown(words: list[str]) -> str:
    return re.sub(r"([$€£¥]) | (?=%)", r"\1", " ".join(words))


@cache
def _values() -> Mapping[str, float]:
    values = {word: float(n) for n, word in enumerate(_SMALL)}
    return {**values, **{word: 20.0 + 10 * n for n, word in enumerate(_TENS)}, "hundred": 100.0, "dozen": 12.0}
