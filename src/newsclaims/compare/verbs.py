"""What an action means: the classes of verbs that it belongs to, and which classes exclude each other."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from newsclaims.compare.words import stem
from newsclaims.lexicon import rows

LIGHT = frozenset(
    "be have do make take get go come give put keep let bring see say become seem need want know hold use show run".split()
)
"""Verbs that alone say little: claims with them are the same only if nearly all the rest is."""

_PARTICLES = frozenset("up down out off over away back in on through along apart aside together forward".split())
_OTHERS = (("denials", "verb"), ("irregular_verbs", "lemma"), ("reporting_verbs", "verb"))
_VOWELS = frozenset("aeiou")


class Sense(NamedTuple):
    """What an action means.

    ``lemma`` is the verb with its particle ("step_down"), ``classes`` the classes of `verb_classes` that it may stand for,
    ``subject`` what the grammatical subject is ("" the actor, "target", "recipient"), ``used`` the stems of other
    words that belong to the verb: "fine" of "imposed a fine".
    """

    lemma: str
    classes: frozenset[str]
    subject: str = ""
    used: frozenset[str] = frozenset()

    @property
    def light(self) -> bool:
        """Whether the verb alone says little."""
        return not self.used and self.lemma in LIGHT

    def same(self, other: Sense) -> bool:
        """Whether two actions may mean the same."""
        return self.lemma == other.lemma or not self.classes.isdisjoint(other.classes)

    def opposite(self, other: Sense) -> bool:
        """Whether two actions exclude each other: accept and reject, rise and fall."""
        return not self.same(other) and any(one in opposites(two) for two in self.classes for one in other.classes)


def sense(lemma: str, after: Sequence[str], near: Collection[str]) -> Sense:
    """Look a verb up.

    Args:
        lemma: the verb; one that is no word ("barricad", "fled") is mended if the lexicon knows what it is a form of.
        after: the words of the action after the verb, in lower case: "down" of "was shut down".
        near: stems of the words that its object or complement consists of: "fine" of "imposed a fine of $5 million".

    Example: ``sense("impose", [], {"fine"})`` has the class "fine" and has used up the word "fine".
    """
    verb = base(lemma)
    table = _table().get(verb, {})
    particle = next((word for word in after if word in _PARTICLES), "")
    words = {stem(word) for word in after} | set(near)
    special = {word: entries for word, entries in table.items() if word and stem(word) in words}
    if special:
        entries = [entry for found in special.values() for entry in found]
        used = frozenset(stem(word) for word in special)
        return Sense(f"{verb}_{min(special)}", frozenset(c for c, _ in entries), entries[0][1], used)
    if particle:
        return Sense(f"{verb}_{particle}", frozenset())
    entries = table.get("", [])
    return Sense(verb, frozenset(c for c, _ in entries), entries[0][1] if entries else "")


@lru_cache(maxsize=1 << 14)
def base(form: str) -> str:
    """Give the dictionary form of a verb, in lower case; one the lexicon does not know stays as it is."""
    word = form.lower()
    return next((known for known in _bases(word) if known in _known()), _irregular().get(word, word))


def is_verb(form: str) -> bool:
    """Whether a word is a form of a verb that the lexicon has."""
    return base(form) in _known()


def takes(verb: str, particle: str) -> bool:
    """Whether the lexicon has the verb with this particle."""
    return particle in _PARTICLES and particle in _table().get(verb, {})


def axis(name: str) -> str:
    """A name that a class shares with all classes that exclude it: where claims that may contradict each other meet."""
    return _axes()[name]


def opposites(name: str) -> frozenset[str]:
    """The classes that a class excludes."""
    return _opposites().get(name, frozenset())


def _bases(word: str) -> Iterator[str]:
    yield word
    if word in _irregular():
        yield _irregular()[word]
    yield word + "e"  # a lemma that lost it: "barricad"
    for ending, replaced in (
        ("ies", "y"),
        ("ied", "y"),
        ("es", ""),
        ("s", ""),
        ("ed", ""),
        ("ed", "e"),
        ("ing", ""),
        ("ing", "e"),
    ):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            short = word[: len(word) - len(ending)] + replaced
            yield short
            if not replaced and len(short) > 2 and short[-1] == short[-2] and short[-1] not in _VOWELS:
                yield short[:-1]


@cache
def _table() -> Mapping[str, Mapping[str, list[tuple[str, str]]]]:
    """Verb → word that goes with it, "" for none → (class, subject)."""
    table: dict[str, dict[str, list[tuple[str, str]]]] = {}
    for row in rows("verb_classes"):
        verb, _, word = row["verb"].partition("_")
        table.setdefault(verb, {}).setdefault(word, []).append((row["class"], row["subject"]))
    return table


@cache
def _known() -> frozenset[str]:
    """All verbs of the lexicon."""
    return frozenset(_table()) | LIGHT | {row[column] for name, column in _OTHERS for row in rows(name)}


@cache
def _irregular() -> Mapping[str, str]:
    return {row[column]: row["lemma"] for row in rows("irregular_verbs") for column in ("past", "participle")}


@cache
def _opposites() -> Mapping[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for row in rows("verb_opposites"):
        table.setdefault(row["class"], set()).add(row["opposite"])
        table.setdefault(row["opposite"], set()).add(row["class"])
    return {name: frozenset(others) for name, others in table.items()}


@cache
def _axes() -> Mapping[str, str]:
    """The connected classes of the graph of opposites, each named by its first."""
    axes: dict[str, str] = {}
    for name in dict.fromkeys(row["class"] for row in rows("verb_classes")):
        waiting = [] if name in axes else [name]
        while waiting:
            one = waiting.pop()
            axes[one] = name
            waiting += [other for other in opposites(one) if other not in axes]
    return axes
