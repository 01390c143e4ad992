"""Words made comparable: stems, nouns that stand for the same thing, names of states whatever they are called."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from newsclaims.lexicon import rows

STOP = frozenset(
    "the a an this that these those its his her their our my your it he she they we i who which what whose there here "
    "of to in on at by for from with without into onto over under about after before during between among through near off "
    "against as than and or but nor not no also still already again now then just only even very more most some any all "
    "both each other another such own same so too up down out is are was were be been being has have had do does did will "
    "would can could may might shall should must ever never yet when where while if because since until per via "
    "according there's n't s".split()
)
"""Words that say nothing of what a claim is about."""

_PIECE = re.compile(r"\d+(?:[.,]\d+)*(?:[^\W\d_]+|-\d+)?|[^\W_]+(?:[.'’&-][^\W_]+)*\.?|[$€£¥%]")
_SUFFIX = re.compile(r"['’]s?$")
_PLURALS = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "lives": "life", "wives": "wife",
    "thieves": "thief", "knives": "knife", "feet": "foot", "crises": "crisis", "news": "news", "talks": "talk",
}  # fmt: skip
_LONGEST = 6  # words in the name of a state
STATE = "@"
"""What the token of a state begins with: "@North Korea"."""


class Token(NamedTuple):
    """A word made comparable; ``name`` where it is a name's, or a part of one."""

    text: str
    name: bool


@lru_cache(maxsize=1 << 16)
def pieces(text: str) -> tuple[str, ...]:
    """Split a phrase into words, numbers and signs of money; a possessive ending and a last full stop are left out."""
    return tuple(_SUFFIX.sub("", piece) if len(piece) > 2 else piece for piece in map(_undotted, _PIECE.findall(text)))


@lru_cache(maxsize=1 << 16)
def tokens(text: str, *, initial: bool = False, name: bool = False) -> tuple[Token, ...]:
    """Make the words of a phrase comparable, function words left out.

    Args:
        text: the phrase.
        initial: whether it begins a sentence, so that its first word's capital means nothing, unless another one follows.
        name: whether it is a name even so.

    Example: "the Russian soldiers in Pyongyang" → @Russia (name), troops, @North Korea (name).
    """
    words = pieces(text)
    made, i = list[Token](), 0
    while i < len(words):
        length, state = _state(words, i)
        if state:
            made.append(Token(STATE + state, True))
            i += length
            continue
        word = words[i]
        i += 1
        if word.lower() in STOP and not (word.isupper() and len(word) > 1):
            initial = False
            continue
        sure = not initial or word[1:].isupper() or (i < len(words) and words[i][0].isupper())
        named = word[0].isupper() and (sure or name) and stem(word) not in (_commons() if initial else ())
        initial = False
        made.append(Token(word.casefold(), True) if named else Token(concept(word), False))
    return tuple(made)


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Give a word without its inflection as a noun, in lower case."""
    low = word.casefold()
    if low in _PLURALS:
        return _PLURALS[low]
    for ending, replaced in (("ies", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x")):
        if low.endswith(ending) and len(low) > 4:
            return low[: len(low) - len(ending)] + replaced
    return low[:-1] if low.endswith("s") and len(low) > 3 and not low.endswith(("ss", "us", "is")) else low


@lru_cache(maxsize=1 << 16)
def concept(word: str) -> str:
    """Give the class of a noun that news uses as others of it ("soldiers" → "troops"), else its stem."""
    plain = stem(word)
    return _classes().get(plain, plain)


def _undotted(piece: str) -> str:
    """ "U.S." stays as it is; a full stop that ends a sentence goes."""
    return piece if piece.count(".") > 1 else piece.rstrip(".")


def _state(words: Sequence[str], i: int) -> tuple[int, str | None]:
    """The state that words from ``i`` on name: by its name, demonym or capital; and how many words do."""
    if not words[i][0].isupper():
        return 0, None
    for length in range(min(_LONGEST, len(words) - i), 0, -1):
        name = " ".join(words[i : i + length])
        if state := place(name):
            return length, state
    return 0, None


@lru_cache(maxsize=1 << 14)
def place(name: str) -> str | None:
    """Give the state that a name means: its own, a demonym, or a capital that is one state's alone."""
    # its package needs spaCy, and whoever only asks how a claim is said has not loaded that
    from newsclaims.resolve.countries import state_named, state_of_demonym, states_of_capital

    if found := state_named(name) or (state_of_demonym(name) if name[:1].isupper() else None):
        return found
    capitals = states_of_capital(name) if name[:1].isupper() else ()
    return capitals[0] if len(capitals) == 1 else None


@cache
def _classes() -> Mapping[str, str]:
    return {noun: row["class"] for row in rows("noun_classes") for noun in (*map(stem, row["nouns"].split()), row["class"])}


@cache
def _commons() -> frozenset[str]:
    """Nouns that are no names, whatever their capital."""
    return frozenset(row["noun"] for row in rows("body_nouns")) | frozenset(_classes())
