"""What the lexicon knows of nouns, titles and given names: kind, gender, number, and other words for the same referent."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

from newsclaims.lexicon import rows

Gender = Literal["m", "f"]


class Noun(NamedTuple):
    """A common noun for a person, a body or a place.

    ``type`` is PERSON, ORG, GPE, LOC or FAC; ``group`` says that a singular form may be "they"; ``classifier`` that it may
    stand after a name and adds only what kind it is ("the Hamas movement"); ``wide`` that it says hardly more than
    that it is a body; ``broader`` are words that one may use of the
    same referent later on.
    """

    type: str
    gender: Gender | None
    group: bool
    classifier: bool
    wide: bool
    broader: frozenset[str]


class Title(NamedTuple):
    """A title before a name: the noun it amounts to ("" for a mere address such as "Mr"), and its gender."""

    role: str
    gender: Gender | None


class Kin(NamedTuple):
    """A kinship noun: its gender, and what the other is in turn."""

    gender: Gender | None
    inverse: str


def noun(lemma: str) -> Noun | None:
    """Give what is known of a common noun by its lemma, lower case: "ministry" is an ORG. None for an unknown one."""
    return _nouns().get(lemma)


def title(word: str) -> Title | None:
    """Give what a word amounts to as a title; full stops and case do not matter: "Sen." is a senator."""
    return _titles().get(word.casefold().replace(".", ""))


def post_nominal(word: str) -> bool:
    """Whether a word stands behind names and is no part of them: "QC", "PhD", "Jr."."""
    return word.casefold().replace(".", "") in _post_nominals()


def post_nominal_role(word: str) -> str:
    """Give the noun that letters behind a name amount to: "barrister" for "QC"; "" where they tell no office."""
    return _post_nominals().get(word.casefold().replace(".", ""), "")


def given_gender(name: str) -> Gender | None:
    """Give the gender of a given name, None where unknown or where both genders bear it."""
    return _given().get(name.casefold())


def kin(lemma: str) -> Kin | None:
    """Give what is known of a kinship noun: "wife" is f, and the other is a "husband"."""
    return _kin().get(lemma)


def is_calendar(word: str) -> bool:
    """Whether a word is the name of a month or a day: "friday", "may"."""
    return word.casefold() in _calendar()


def gender_of(cell: str) -> Gender | None:
    """Read a lexicon cell: m, f, or nothing."""
    return "m" if cell == "m" else "f" if cell == "f" else None


def may_be(later: str, earlier: str) -> bool:
    """Whether one may say ``later`` of someone introduced as ``earlier``: the same noun, a broader one, or a synonym of it.

    Example: "lawmaker" of a "senator"; "secretary" of a "secretary"; not "senator" of a "lawyer".
    """
    if later == earlier:
        return True
    known = noun(earlier)
    if known and later in known.broader:
        return True
    other = noun(later)
    return bool(other and earlier in other.broader)


@cache
def _nouns() -> dict[str, Noun]:
    people = {
        row["noun"]: Noun("PERSON", gender_of(row["gender"]), False, False, False, frozenset())
        for row in rows("kinship")
        if row["noun"]
    }
    listed = {
        row["noun"]: Noun(
            row["type"],
            gender_of(row["gender"]),
            row["number"] in ("group", "plur"),
            row["classifier"] != "",
            row["classifier"] == "any",
            frozenset(filter(None, row["broader"].split("|"))),
        )
        for row in rows("body_nouns")
    }
    return people | listed


@cache
def _calendar() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("time_words") if row["kind"] in ("month", "weekday"))


@cache
def _titles() -> dict[str, Title]:
    return {row["title"].casefold(): Title(row["role"], gender_of(row["gender"])) for row in rows("titles")}


@cache
def _post_nominals() -> dict[str, str]:
    return {row["letters"].casefold(): row["role"] for row in rows("post_nominals")}


@cache
def _given() -> dict[str, Gender]:
    pairs = ((row["name"].casefold(), gender_of(row["gender"])) for row in rows("given_names"))
    return {name: gender for name, gender in pairs if gender}


@cache
def _kin() -> dict[str, Kin]:
    return {row["noun"]: Kin(gender_of(row["gender"]), row["inverse"]) for row in rows("kinship")}
