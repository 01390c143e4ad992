"""Names: which of them are the same, and which is the fullest.

A name is compared by its words, case folded, without full stops and without particles such as "al". Same are: equal
words; a person's surname, given name, or last words of the name, as long as the first names agree; an initialism ("HRW"); an
organisation's or a place's name that another one begins or ends with; the same words around "of".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

_SPLIT = re.compile(r"[\s\-‐‑–‎/]+")
_DROP = re.compile(r"[.,’‘'\"“”()‎‏]")
_LOW = frozenset({"of", "the", "and", "for", "in", "on", "de", "la", "du", "des", "to", "a", "an", "&"})
_PARTICLES = frozenset({"al", "el", "ul", "ad", "as", "ash", "ar", "bin", "ibn"})


class Name(NamedTuple):
    """One occurrence of a name: its verbatim text, its words made comparable, and its entity type."""

    text: str
    words: tuple[str, ...]
    type: str | None


@lru_cache(maxsize=10_000)
def comparable(text: str) -> tuple[str, ...]:
    """A name's words as they are compared.

    Example: ``("haider", "abadi")`` for "Haider al-Abadi", ``("us",)`` for "U.S.", ``("university", "mosul")`` for
    "University of Mosul".
    """
    plain = text
    if not text.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    words, kept = list[str](), list[str]()
    for word in plain.split():
        folded = word.casefold()
        parts = [folded] if word.isalpha() else [_DROP.sub("", part) for part in _SPLIT.split(folded)]
        if (len(parts) > 1 or word.islower()) and parts[0] in _PARTICLES:
            parts = parts[1:]
        words += filter(None, parts)
        kept += (part for part in parts if part and part not in _LOW)
    return tuple(kept or words)


@lru_cache(maxsize=10_000)
def initials(text: str) -> frozenset[str]:
    """The initialisms a name gives: with and without its small words; {"ISIL", "ISOIATL", …}; none for a single word."""
    words = [word for word in _SPLIT.split(text) if word] if not text.isalpha() else []
    if len(words) < 2:
        return frozenset()
    big = "".join(word[0] for word in words if word.casefold() not in _LOW)
    every = "".join(word[0] for word in words)
    return frozenset(one.upper() for one in (big, every) if len(one) > 1)


def is_initialism(text: str) -> bool:
    """Whether a name is written like an initialism: "HRW", "U.N.", "MoD"; two to six letters, most of them capitals."""
    letters = text.replace(".", "")
    return letters.isalpha() and 2 <= len(letters) <= 7 and sum(map(str.isupper, letters)) > len(letters) / 2


def same_person(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two people's names may belong to one person: the shorter is a part of the longer that people go by.

    Example: ("obama",) and ("barack", "obama"); ("donald", "trump") and ("donald", "j", "trump"); not ("ivana", "trump").
    """
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if not short:
        return False
    if len(short) == 1:
        return short[0] == long[-1] or short[0] == long[0]
    if tuple(long[-len(short) :]) == tuple(short) or tuple(long[: len(short)]) == tuple(short):
        return True
    first = short[0] == long[0] or (1 in (len(short[0]), len(long[0])) and short[0][0] == long[0][0])
    return first and short[-1] == long[-1]


def same_body(one: Name, other: Name, generic: frozenset[str], *, firm: bool = False) -> bool:
    """Whether two names of organisations, places or things are the same.

    Args:
        one: a name.
        other: another.
        generic: words that alone name nobody ("ministry", "Russian", "university").
        firm: whether the longer one is a company's, which goes by its first word too.

    Example: "Mosul University" and "University of Mosul"; "Intelligence Committee" and "House Intelligence Committee".
    """
    if sorted(one.words) == sorted(other.words):
        return True
    for short, long in ((one, other), (other, one)):
        if is_initialism(short.text) and short.text.replace(".", "").upper() in initials(long.text):
            return True
    short, long = (one, other) if len(one.words) <= len(other.words) else (other, one)
    if all(word in generic for word in short.words):
        return False
    n = len(short.words)
    ends = long.words[-n:] == short.words and (n > 1 or not _complement(long.text))
    return ends or ((n > 1 or firm) and long.words[:n] == short.words)


def head_word(text: str) -> str:
    """The noun that says what kind of thing a name's bearer is: "university" of "Moi University", "University of Pisa"."""
    words = text.casefold().split()
    stop = next((i for i, word in enumerate(words) if i and word in _LOW - {"the", "and", "&"}), len(words))
    return words[stop - 1] if words else ""


def _complement(text: str) -> bool:
    """Whether the last word of a name only complements its head: "Bank of Samoa" is no Samoa."""
    words = text.casefold().split()
    return any(word in _LOW - {"the", "and", "&"} for word in words[:-1])


def fullest(names: Iterable[Name]) -> Name:
    """The name with most words, spelt out rather than initials; the first among equals."""
    return max(names, key=lambda name: (not is_initialism(name.text), len(name.words), name.text.count(" ")))
