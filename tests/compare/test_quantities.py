"""Numbers: read in words and digits, with what they count, and whether two of them fit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims.compare.quantities import Quantity, quantities


@pytest.mark.parametrize(
    ("text", "value", "unit", "kind"),
    [
        ("around 12,000 troops", 12_000, "troops", "about"),
        ("some 12,000 soldiers", 12_000, "troops", "about"),
        ("at least nine people", 9, "people", "least"),
        ("more than 500 people", 500, "people", "least"),
        ("up to 40 homes", 40, "house", "most"),
        ("twenty-five goats", 25, "goat", "exact"),
        ("1.2 million customers", 1_200_000, "customer", "exact"),
        ("$2 billion", 2_000_000_000, "$", "exact"),
        ("300 million dollars", 300_000_000, "$", "exact"),
        ("£40m", 40_000_000, "£", "exact"),
        ("8%", 8, "%", "exact"),
        ("five per cent", 5, "%", "exact"),
        ("three new battle tanks in 2023", 3, "tank", "exact"),
        ("a 3-1 win", 3001, "score", "exact"),
    ],
)
def test_a_number_is_read(text: str, value: float, unit: str, kind: str) -> None:
    (found,) = quantities(text)
    assert (found.value, found.unit, found.kind) == (value, unit, kind)


@pytest.mark.parametrize("text", ["in 2023", "one of them", "the troops", "dozens", "", "%"])
def test_what_is_no_number(text: str) -> None:
    assert quantities(text) == ()


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        ("around 12,000 troops", "11,500 troops", True),
        ("12,000 troops", "10,000 troops", False),
        ("more than 500 people", "520 people", True),
        ("more than 500 people", "480 people", False),
        ("more than 500 people", "9,000 people", False),
        ("up to 40 goats", "38 goats", True),
        ("3-1", "3-2", False),
        ("1.2 million goats", "1,200,000 goats", True),
    ],
)
def test_whether_two_fit(one: str, other: str, fit: bool) -> None:
    (a,), (b,) = quantities(one), quantities(other)
    assert a.fits(b) is b.fits(a) is fit


FIGURES = st.builds(
    Quantity, st.floats(0, 1e9), st.just("goat"), st.sampled_from(["exact", "about", "least", "most"]), st.just("")
)


@given(FIGURES, FIGURES)
def test_fitting_goes_both_ways(one: Quantity, other: Quantity) -> None:
    assert one.fits(other) == other.fits(one)
    assert one.fits(one)


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    assert all(found.value >= 0 for found in quantities(text))
