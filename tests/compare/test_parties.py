"""Who is meant: names in all their forms are one, descriptions are told apart by what they say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims.claim import Mention
from newsclaims.compare.parties import described, fuller


def mention(name: str, kind: str | None = None) -> Mention:
    return Mention(text=name, start=0, end=len(name), type=kind, entity=name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pyongyang", "the DPRK"),
        ("the Turkish government", "Ankara"),
        ("Veltra Inc.", "Veltra"),
        ("the World Bank", "World Bank"),
        ("Russian soldiers", "Russia's troops"),
        ("Ukraine", "Ukrainian forces"),
        ("shares in Helix", "Helix shares"),
        ("the chip maker Ozon Semiconductors", "Ozon Semiconductors"),
        ("the mayor of Brevik", "the mayor"),
    ],
)
def test_these_may_be_one(one: str, other: str) -> None:
    a, b = described(one, initial=True), described(other)
    assert a is not None
    assert b is not None
    assert a.same(b)
    assert b.same(a)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("South Korea", "North Korea"),
        ("the Republic of the Congo", "the Democratic Republic of the Congo"),
        ("the tax reform", "the pension reform"),
        ("Anna Berg", "Ingrid Berg"),
        ("Russian hackers", "Russia"),
        ("the wealthiest Americans", "the United States"),
        ("the mayor of Brevik", "the mayor of Lund"),
        ("the Senate", "the House"),
    ],
)
def test_these_are_two(one: str, other: str) -> None:
    a, b = described(one, "PERSON"), described(other, "PERSON")
    assert a is not None
    assert b is not None
    assert not a.same(b)


@pytest.mark.parametrize("text", ["they", "It", "nobody", "who", "", "the"])
def test_nobody_that_could_be_known_again(text: str) -> None:
    assert described(text) is None


def test_a_short_name_stands_for_the_only_one_that_fits() -> None:
    people = [mention("Kim", "PERSON"), mention("Kim Jong Un", "PERSON")]
    assert fuller(people) == {"Kim": "Kim Jong Un"}
    assert fuller([*people, mention("Kim Yo Jong", "PERSON")]) == {}
    bodies = [mention("IMF", "ORG"), mention("International Monetary Fund", "ORG")]
    assert fuller(bodies) == {"IMF": "International Monetary Fund"}


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_can_be_compared(one: str, other: str) -> None:
    a, b = described(one), described(other)
    if a and b:
        assert a.same(b) == b.same(a)
        assert a.same(a)
