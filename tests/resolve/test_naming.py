"""Names compared: which may be the same, and which is the fullest."""

from __future__ import annotations

import pytest

from newsclaims.resolve.naming import Name, comparable, fullest, head_word, initials, is_initialism, same_body, same_person


def body(text: str) -> Name:
    return Name(text, comparable(text), "ORG")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Idris al-Masri", ("idris", "masri")),
        ("U.S.", ("us",)),
        ("University of Pisa", ("university", "pisa")),
        ("Ash Fielding", ("ash", "fielding")),
        ("José Núñez", ("jose", "nunez")),
        ("the", ("the",)),
    ],
)
def test_names_are_compared_by_their_words(text: str, words: tuple[str, ...]) -> None:
    assert comparable(text) == words


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ruiz", "Ana Ruiz", True),
        ("Ana", "Ana Ruiz", True),
        ("Ana M. Ruiz", "Ana Ruiz", True),
        ("A. Ruiz", "Ana Ruiz", True),
        ("Leo Ruiz", "Ana Ruiz", False),
        ("Mary Kay", "Kay Boyle", False),
        ("Suu Kyi", "Aung San Suu Kyi", True),
    ],
)
def test_a_part_of_a_name_may_be_the_same_person(one: str, other: str, same: bool) -> None:
    assert same_person(comparable(one), comparable(other)) is same
    assert same_person(comparable(other), comparable(one)) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Pisa University", "University of Pisa", True),
        ("Harbour Committee", "Senate Harbour Committee", True),
        ("RFA", "River Fisheries Authority", True),
        ("Samoa", "Bank of Samoa", False),
        ("Ministry", "Ministry of Labour", False),
        ("Northern Rail", "Southern Rail", False),
    ],
)
def test_bodies_go_by_parts_of_their_names(one: str, other: str, same: bool) -> None:
    assert same_body(body(one), body(other), frozenset({"ministry", "university", "bank", "committee"})) is same


def test_initialisms() -> None:
    assert "RFA" in initials("River Fisheries Authority")
    assert "FAO" in initials("Food and Agriculture Organization")
    assert is_initialism("U.N.")
    assert not is_initialism("Unesco")
    assert not is_initialism("A")


def test_the_fullest_name_is_written_out_and_longest() -> None:
    assert (
        fullest([body("RFA"), body("Fisheries Authority"), body("River Fisheries Authority")]).text
        == "River Fisheries Authority"
    )


@pytest.mark.parametrize(
    ("text", "word"), [("University of Pisa", "university"), ("Moi University", "university"), ("Bank of Samoa", "bank")]
)
def test_the_head_of_a_name_says_what_its_bearer_is(text: str, word: str) -> None:
    assert head_word(text) == word
