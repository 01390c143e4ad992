"""Words in names that tell what bears them: "Inc.", "Ministry", "Airways", "Street", "Typhoon"."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from newsclaims.lexicon import rows
from newsclaims.resolve.countries import state_named
from newsclaims.resolve.naming import comparable, head_word
from newsclaims.resolve.vocabulary import given_gender, noun

_GUESSED = {
    "ORG": frozenset({None, "PERSON", "NORP", "GPE", "LOC", "PRODUCT", "WORK_OF_ART"}),
    "LOC": frozenset({None, "PERSON"}),
    "FAC": frozenset({None, "PERSON", "GPE"}),
    "EVENT": frozenset({None, "PERSON", "GPE", "LOC", "ORG", "PRODUCT"}),
}
_LEGAL = frozenset({"company", "firm"})


class Told(NamedTuple):
    """What a word tells of the name it stands in: the entity type, what else it may be called, and whether that is sure."""

    type: str
    nouns: frozenset[str]
    sure: bool


@lru_cache(maxsize=10_000)
def told(name: str) -> Told | None:
    """Give what the words of a name tell of its bearer: a company of "Halvorsen Inc."; None where they tell nothing."""
    words = comparable(name)
    if len(words) < 2:
        return None
    return _table().get((words[0], "first")) or _table().get((head_word(name).strip(".,"), "last"))


def kind(name: str, guessed: str | None) -> str | None:
    """Give the entity type of a name, after its words where they tell it.

    Args:
        name: the name: "Lindqvist Airways".
        guessed: the type that the pipeline gives it.

    Returns:
        The type; ``guessed`` for a state, and for whoever has a given name: "Ruth Bank".
    """
    if guessed == "PERSON" and name.isupper() and state_named(name):
        return "GPE"
    if guessed in _GUESSED["ORG"] and comparable(name) in _known_bodies() and not state_named(name):
        return "ORG"
    known = told(name)
    if known is None or guessed not in _GUESSED[known.type] or state_named(name):
        return guessed
    if guessed == "PERSON" and not known.sure and given_gender(name.split()[0]):
        return guessed
    return known.type


@lru_cache(maxsize=10_000)
def called(name: str) -> frozenset[str]:
    """Give the nouns that a body may be called by, after its name: "bank", "lender" and "company" of "Fjord Bank".

    Of the bodies that everybody knows more is said: NATO is an "alliance".
    """
    word = head_word(name)
    known, entry = told(name), noun(word)
    more = _known_bodies().get(comparable(name), ())
    return frozenset((word, *(known.nouns if known else ()), *(entry.broader if entry else ()), *more))


def is_firm(name: str) -> bool:
    """Whether a name is a company's or a club's by its words, which is often called by the first of them alone."""
    known = told(name)
    return known is not None and not known.nouns.isdisjoint(("company", "club"))


def without_legal_form(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a company's name without what only says that it is one: ("pixelo",) of ("pixelo", "inc")."""
    while len(words) > 1 and (known := _table().get((words[-1], "last"))) and known.nouns == _LEGAL:
        words = words[:-1]
    return words


@cache
def _known_bodies() -> dict[tuple[str, ...], tuple[str, ...]]:
    return {comparable(row["name"]): tuple(row["nouns"].split("|")) for row in rows("known_bodies")}


@cache
def _table() -> dict[tuple[str, str], Told]:
    return {
        (row["word"], row["place"]): Told(row["type"], frozenset(filter(None, row["nouns"].split("|"))), bool(row["sure"]))
        for row in rows("name_words")
    }
