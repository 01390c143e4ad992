"""The vocabulary of time, and a Doc as the readers of time expressions see it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import repeat

from spacy.tokens import Doc

from newsclaims.lexicon import rows
from newsclaims.parse.columns import Columns, columns
from newsclaims.parse.places import positions

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-", "‑": "-", "‐": "-"})

LOOKED_AT = 50_000  # words about which is remembered what they may begin
_NONE: dict[str, str] = {}
_BEYOND = ("",) * 100  # far more than any reader looks ahead or back


@cache
def vocabulary(kind: str) -> dict[str, str]:
    """Give the words of one kind ("month", "unit", "shift" …) with their values, lower-cased.

    Example: ``vocabulary("month")["october"]`` is "10".
    """
    return {row["word"]: row["value"] for row in rows("time_words") if row["kind"] == kind}


@cache
def _kinds() -> dict[str, dict[str, str]]:
    """The words with their values by kind: "second" is a unit, and a number."""
    table: dict[str, dict[str, str]] = {}
    for row in rows("time_words"):
        table.setdefault(row["word"], {})[row["kind"]] = row["value"]
    return table


@cache
def days() -> frozenset[str]:
    """Give the days of the week and the months, short forms too."""
    kinds = ("weekday", "weekday_abbreviation", "month", "month_abbreviation")
    return frozenset().union(*map(vocabulary, kinds))


@cache
def phrases(kind: str) -> dict[tuple[str, ...], str]:
    """Give a kind's entries as tuples of words ("more than" is two), longest first."""
    entries = sorted(vocabulary(kind).items(), key=lambda entry: -entry[0].count(" "))
    return {tuple(word.split()): value for word, value in entries}


@cache
def _by_first(kind: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """A kind's entries by their first word, longest first."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for entry, value in phrases(kind).items():
        table.setdefault(entry[0], []).append((entry, value))
    return table


@dataclass(frozen=True, slots=True)
class Words:
    """A Doc's tokens: lower-cased with plain apostrophes and hyphens, as written, and their Penn tags ("" where untagged).

    ``known`` are the values that each has, by kind of word. Of these two there are more than tokens: whoever looks a few
    words beyond the end of the text, or before its beginning, sees "", which is of no kind. ``names`` are the months' names
    that are somebody's name here.
    """

    low: tuple[str, ...]
    known: tuple[dict[str, str], ...]
    raw: tuple[str, ...]
    tag: tuple[str, ...]
    names: frozenset[str] = frozenset()

    def capital(self, i: int) -> bool:
        """Say whether token ``i`` begins with a capital letter."""
        return 0 <= i < len(self.raw) and self.raw[i][:1].isupper()

    def follows(self, i: int, *words: str) -> bool:
        """Say whether the tokens from ``i`` on are ``words``."""
        return self.low[i : i + len(words)] == words

    def phrase(self, i: int, kind: str) -> tuple[int, str] | None:
        """Read the longest entry of ``kind`` at ``i``: the index behind it and its value."""
        for words, value in _by_first(kind).get(self.low[i], ()):
            if self.low[i : i + len(words)] == words:
                return i + len(words), value
        return None


def words(doc: Doc) -> Words:
    """Look at a Doc as time expressions need it."""
    tokens = columns(doc)
    low = list(tokens.lower)
    for i in positions((False,), tuple(map(str.isascii, low))):
        low[i] = low[i].translate(_APOSTROPHES)
    low += _BEYOND
    known = tuple(map(_kinds().get, low, repeat(_NONE)))
    return Words(tuple(low), known, tokens.texts, tokens.tags, _surnames(doc, tokens))


def _surnames(doc: Doc, tokens: Columns) -> frozenset[str]:
    """Collect the months' names that somebody in this text bears: "Theresa May" makes "may" one."""
    months = vocabulary("month")
    if not any(tokens.ents[i] == "PERSON" for i in positions(months, tokens.lower)):
        return frozenset()
    return frozenset(
        ent[-1].lower_ for ent in doc.ents if ent.label_ == "PERSON" and len(ent) > 1 and ent[-1].lower_ in months
    )
