"""Verbs: their classes, what excludes what, and a lexicon whose examples show what they are examples of."""

from __future__ import annotations

import re

import pytest

from newsclaims.compare.verbs import axis, base, opposites, sense
from newsclaims.lexicon import rows

ENTRIES = rows("verb_classes")


def test_there_are_many_classes() -> None:
    assert len({row["class"] for row in ENTRIES}) >= 100
    assert len(ENTRIES) >= 800


def test_an_example_has_a_form_of_its_verb() -> None:
    def shows(row: dict[str, str]) -> bool:
        verb = row["verb"].partition("_")[0]
        forms = re.findall(r"[\w-]+", row["example"])
        return any(base(form) == base(verb) for form in forms) or verb == "be"

    assert [row for row in ENTRIES if not shows(row)] == []


def test_opposites_are_classes_and_meet_on_one_axis() -> None:
    names = {row["class"] for row in ENTRIES}
    for row in rows("verb_opposites"):
        assert {row["class"], row["opposite"]} <= names
        assert row["opposite"] in opposites(row["class"])
        assert row["class"] in opposites(row["opposite"])
        assert axis(row["class"]) == axis(row["opposite"])


@pytest.mark.parametrize(
    ("form", "verb"),
    [
        ("fined", "fine"),
        ("barricad", "barricade"),
        ("slain", "slay"),
        ("fled", "flee"),
        ("cutting", "cut"),
        ("denies", "deny"),
    ],
)
def test_forms_have_their_dictionary_form(form: str, verb: str) -> None:
    assert base(form) == verb


def test_particles_and_objects_change_the_meaning() -> None:
    assert "close" in sense("shut", ["down"], []).classes
    assert "fine" in sense("impose", [], ["fine"]).classes
    assert sense("impose", [], ["fine"]).used == {"fine"}
    assert sense("look", ["up"], []).classes == frozenset()
    assert sense("step", ["down"], []).same(sense("resign", [], []))
    assert sense("turn", ["down"], []).opposite(sense("accept", [], []))
    assert not sense("rise", [], []).opposite(sense("reject", [], []))
