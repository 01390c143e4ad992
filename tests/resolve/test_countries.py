"""The table of states."""

from __future__ import annotations

import pytest

from newsclaims.lexicon import rows
from newsclaims.resolve.countries import state_named, state_of_demonym, states, states_of_capital


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("the DPRK", "North Korea"),
        ("Democratic People's Republic of Korea", "North Korea"),
        ("Democratic People’s Republic of Korea", "North Korea"),
        ("U.S.", "United States"),
        ("US", "United States"),
        ("us", None),
        ("Burma", "Myanmar"),
        ("Britain", "United Kingdom"),
        ("the Holy See", "Vatican City"),
        ("Pyongyang", None),
        ("Atlantis", None),
    ],
)
def test_a_state_is_known_by_any_of_its_names(text: str, state: str | None) -> None:
    assert state_named(text) == state


def test_demonyms_and_capitals_point_to_their_states() -> None:
    assert state_of_demonym("Kenyan") == "Kenya"
    assert state_of_demonym("Kenyans") == "Kenya"
    assert state_of_demonym("table") is None
    assert state_of_demonym("UN") == "United Nations"
    assert state_of_demonym("Un") is None, "Kim Jong Un is a person"
    assert states_of_capital("Pyongyang") == ("North Korea",)
    assert set(states_of_capital("Brussels")) == {"Belgium", "European Union"}
    assert states_of_capital("Springfield") == ()


def test_no_name_means_two_states() -> None:
    seen: dict[str, str] = {}
    for state in states():
        for name in state.names:
            assert seen.setdefault(name.casefold(), state.name) == state.name


@pytest.mark.parametrize(
    ("lexicon", "column"),
    [
        ("states", "name"),
        ("titles", "title"),
        ("given_names", "name"),
        ("body_nouns", "noun"),
        ("kinship", "noun"),
        ("place_verbs", "word"),
        ("partner_prepositions", "word"),
    ],
)
def test_every_entry_stands_once_and_has_its_example(lexicon: str, column: str) -> None:
    entries = [row[column] for row in rows(lexicon)]
    assert len(entries) == len(set(entries))
    for row in rows(lexicon):
        word = row[column].casefold()
        assert (word[:1] if lexicon == "place_verbs" else word) in row["example"].casefold(), row
