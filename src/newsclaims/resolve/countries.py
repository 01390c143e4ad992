"""States: which names are one state's, which words are its demonyms, which cities its capitals."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from newsclaims.lexicon import rows


class State(NamedTuple):
    """A state: its common name, which is its name across articles, and the words that point to it."""

    name: str
    names: frozenset[str]
    demonyms: frozenset[str]
    capitals: frozenset[str]


@lru_cache(maxsize=10_000)
def state_named(text: str) -> str | None:
    """Give the common name of the state that a name means, None if it means none.

    Args:
        text: an official name, a short name or an abbreviation, with or without article: "the DPRK", "U.S.", "Burma".

    Example: "North Korea" for "the Democratic People's Republic of Korea"; None for "Pyongyang" (see `states_of_capital`).
    """
    words = _plain(text)
    exact = _abbreviations().get(words)
    return exact or _by_name().get(words.casefold())


@lru_cache(maxsize=10_000)
def states_of_capital(text: str) -> tuple[str, ...]:
    """Give the states whose capital bears this name: ("Belgium", "European Union") for "Brussels"; () for another place."""
    return _by_capital().get(_plain(text).casefold(), ())


@lru_cache(maxsize=10_000)
def state_of_demonym(text: str) -> str | None:
    """Give the state that a demonym belongs to: "Russia" for "Russian", "Russians"; None for another word."""
    plain = _plain(text)
    word = plain.casefold()
    exact = _abbreviated_demonyms().get(plain)
    return exact or _by_demonym().get(word) or _by_demonym().get(word.removesuffix("s"))


def state_of(word: str) -> str | None:
    """Give the state that a word names or that a demonym tells of: Kenya for "Kenyan" and for "Kenya"."""
    return state_of_demonym(word) or state_named(word)


@cache
def states() -> tuple[State, ...]:
    """The table of states."""

    def cells(row: dict[str, str], *columns: str) -> frozenset[str]:
        return frozenset(cell for column in columns for cell in row[column].split("|") if cell)

    return tuple(
        State(
            row["name"],
            cells(row, "name", "official", "aliases", "abbreviations"),
            cells(row, "demonyms"),
            cells(row, "capitals"),
        )
        for row in rows("states")
    )


def _plain(text: str) -> str:
    """A name without article and without the typographic variants of its marks."""
    words = text.replace("’", "'").split()
    if words and words[0].casefold() == "the":
        words = words[1:]
    return " ".join(words)


@cache
def _by_name() -> dict[str, str]:
    return {
        _plain(name).casefold(): state.name
        for state in states()
        for name in state.names
        if not (name.isupper() and len(name) < 5)
    }


@cache
def _abbreviations() -> dict[str, str]:
    """Abbreviations count only as they are written: "US" is a state, "us" is not."""
    return {name: state.name for state in states() for name in state.names if name.isupper() and len(name) <= 8}


@cache
def _by_capital() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for state in states():
        for capital in state.capitals:
            key = _plain(capital).casefold()
            table[key] = (*table.get(key, ()), state.name)
    return table


@cache
def _by_demonym() -> dict[str, str]:
    named = ((demonym, state.name) for state in states() for demonym in state.demonyms)
    return {demonym.casefold(): name for demonym, name in named if not demonym.isupper()}


@cache
def _abbreviated_demonyms() -> dict[str, str]:
    """These too count only as they are written: "UN" is an organisation's, Kim Jong Un is nobody's "un"."""
    return {demonym: state.name for state in states() for demonym in state.demonyms if demonym.isupper()}
