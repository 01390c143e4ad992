"""Where a time expression may begin: a glance at a token and those behind it, so that few are read in vain."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from newsclaims.annotate.times.parts import holidays
from newsclaims.annotate.times.words import LOOKED_AT, Words, phrases, vocabulary
from newsclaims.lexicon import rows

REACH = 9
"""How many tokens behind a number its unit stands at most: "about twenty-five and a half *years*"."""

_TIMES = ("month", "month_abbreviation", "weekday", "weekday_abbreviation", "weekdays", "unit", "daypart", "clock", "season")
_SURE = (*_TIMES, "modifier", "boundary", "set", "deictic")
_COUNTING = ("number", "collective", "amount", "ordinal", "shift", "each")
_TELLING = (*_TIMES, "decade", "deictic", "meridiem", "zone")
_ARTICLES = frozenset({"the", "a", "an"})
_DETERMINERS = _ARTICLES | {"this", "that", "these"}
_PREFIXES = ("mid-", "post-1", "post-2", "pre-1", "pre-2", "fy", "q1", "q2", "q3", "q4", "h1", "h2")


@lru_cache(maxsize=LOOKED_AT)
def may_begin(word: str) -> bool:
    """Whether a time expression may begin with a word, lower-cased, whatever comes behind it.

    Example: with "about" it may, with "bridge" it may not.
    """
    return word in _DETERMINERS or word in _beginnings() or word[:1] == "'" or _starts(word, "")


def begins(seen: Words, i: int) -> bool:
    """Whether a time expression may begin at ``i``, with what is behind in view.

    What only counts ("about", "the first", "next", "120") needs a word that tells of time not far behind it.

    Args:
        seen: the text.
        i: a token with which one `may_begin`.

    Example: not with "about" in "about forty sheep", but in "about forty minutes".
    """
    word, after = seen.low[i], seen.low[i + 1]
    if word in _DETERMINERS:
        if after in _beginnings().get(word, ()):
            return True
        if after not in _second_words() and not _starts(after, seen.low[i + 2]):
            return False
        return not _counts(after) or _tells_soon(seen, i + 1)
    if not _starts(word, after) or not _wanted_behind(seen, i, word, after):
        return False
    return not _counts(word) or _tells_soon(seen, i)


def _wanted_behind(seen: Words, i: int, word: str, after: str) -> bool:
    """Whether what a word needs in order to begin an expression is there: "end *of* the year", "night *of* 3 May", "May"."""
    wanted = _wants().get(word)
    return wanted is None or after in wanted or (word in vocabulary("unsure") and seen.capital(i))


@cache
def _wants() -> dict[str, tuple[str, ...]]:
    """Words that begin an expression only before certain others."""
    single = [word for word in vocabulary("daypart") if not word.endswith("s")]
    kinds: tuple[tuple[Iterable[str], tuple[str, ...]], ...] = (
        (vocabulary("boundary"), ("of",)),
        (single, ("of", "on")),
        (("high",), ("noon",)),
        (vocabulary("unsure"), ()),
    )
    return {word: after for words, after in kinds for word in words if word not in vocabulary("deictic")}


def _tells_soon(seen: Words, i: int) -> bool:
    return not _telling_words().isdisjoint(seen.low[i + 1 : i + 1 + REACH])


def _starts(word: str, after: str) -> bool:
    if word in _starters() or word[:1].isdigit() or word.startswith(_PREFIXES) or after in _beginnings().get(word, ()):
        return True
    return word[:1] == "'" and (word[1:2] or after[:1]).isdigit()  # "'98"


@lru_cache(maxsize=LOOKED_AT)
def _counts(word: str) -> bool:
    """Whether a word only counts or points, and says nothing of time itself: "about", "two", "next", "120", "2.5"."""
    plain = word.replace(",", "")
    return word in _counting_words() or (plain.isdecimal() and len(plain) != 4)


def _words_of(kinds: Iterable[str]) -> set[str]:
    return {word for kind in kinds for word in vocabulary(kind)}


@cache
def _counting_words() -> frozenset[str]:
    counting = _words_of(_COUNTING)
    rough = {entry[0] for entry in phrases("approximator")}
    sure = _words_of(_SURE)
    named = {entry[0] for entry in _time_phrases()} | holidays().keys()
    return frozenset((counting | rough | {"half"}) - sure - named)


@cache
def _telling_words() -> frozenset[str]:
    telling = _words_of(_TELLING)
    return frozenset(telling | holidays().keys() | {"half", "centuries", "time"})


@cache
def _starters() -> frozenset[str]:
    units = {word for word in vocabulary("unit") if not word.endswith("s") and word not in vocabulary("ordinal")}
    single = _words_of((*_SURE, *_COUNTING)) - units
    alone = {entry[0] for entry in _all_entries() if len(entry) == 1}
    return frozenset((single | alone | {"half", "fiscal", "high", "per"}) - _DETERMINERS)


@cache
def _beginnings() -> dict[str, set[str]]:
    """The first words of expressions that stand in the lexicon as several, with those that may be the second."""
    found: dict[str, set[str]] = {}
    for first, *rest in _all_entries():
        found.setdefault(first, set()).update(rest[:1])
    return found


def _all_entries() -> list[tuple[str, ...]]:
    """The words of each expression that stands in the lexicon as a whole."""
    named = [name for names in holidays().values() for name, _ in names]
    return [*phrases("approximator"), *_time_phrases(), *named]


def _time_phrases() -> list[tuple[str, ...]]:
    return [tuple(row["phrase"].split()) for row in rows("time_phrases")]


@cache
def _second_words() -> frozenset[str]:
    """The words that may follow an article or "this" at the beginning of an expression: "the moment", "a few", "an hour"."""
    entries = [*_time_phrases(), *(tuple(row["word"].split()) for row in rows("time_words"))]
    return frozenset(entry[entry[0] in _ARTICLES and len(entry) > 1] for entry in entries)
