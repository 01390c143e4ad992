"""The day of publication is read from the top of the text, in full or not at all."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from newsclaims.read.published import day, full_dates, published


@pytest.mark.parametrize(
    "text",
    [
        "Harbour vote delayed\nThursday, January 9, 2025\nThe board met.",
        "Harbour vote delayed\nPublished: 9 January 2025\nThe board met.",
        "Harbour vote delayed\nUpdated: 10 January 2025 | Published: 9 January 2025, 10:40\nThe board met.",
        "Harbour vote delayed\nPosted at 10:40 a.m. EST on Jan. 9th, 2025\nThe board met.",
        "Harbour vote delayed\n09.01.2025\nThe board met.".replace("09.01", "9.1"),
        "Harbour vote delayed\n2025-01-09\nThe board met.",
        "WASHINGTON, Jan. 9, 2025 (AP) — The board met.",
        "CEBU CITY, Philippines, January 9, 2025 (Northern Wire) - The board met.",
        "BERLIN (Reuters) - 2025-01-09\nThe board met.",
        "Harbour vote delayed\nBy Anna Weiss, 9 January 2025\nThe board met.",
        "Harbour vote delayed\r\n\r\n9th of January 2025\r\n\r\nThe board met.",
    ],
)
def test_a_full_date_at_the_top_is_the_day_of_publication(text: str) -> None:
    assert published(text) == dt.date(2025, 1, 9)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "WASHINGTON, Jan. 9 — The board met.",
        "On January 9, 2025, the board met.",
        "The board - in office since January 9, 2025 - met.",
        "Harbour vote delayed\n01/02/2025\nThe board met.",
        "Harbour vote delayed\nFebruary 30, 2025\nThe board met.",
        "Harbour vote delayed\nThursday\nThe board met.",
        "The board met.\n" * 30 + "9 January 2025\n",
        "Minutes of 9 January 2025 and 10 January 2025\nThe board met.",
    ],
)
def test_anything_less_is_none(text: str) -> None:
    assert published(text) is None


def test_an_update_stands_in_where_nothing_else_is_known() -> None:
    assert published("Harbour vote delayed\nUpdated 10 January 2025\nThe board met.") == dt.date(2025, 1, 10)


@pytest.mark.parametrize(
    "text",
    [
        "2025-01-09",
        "2025-01-09T10:40:00Z",
        "20250109",
        "Thu, 09 Jan 2025 10:40:00 GMT",
        "January 9th, 2025",
        "9 janvier 2025",
        "2025/1/9",
    ],
)
def test_a_date_field_is_read_in_many_forms(text: str) -> None:
    assert day(text) == dt.date(2025, 1, 9)


@pytest.mark.parametrize("text", ["", "yesterday", "March 2025", "01/02/2025", "2025-13-40", "soon", "9" * 5000])
def test_a_date_field_that_names_no_one_day_is_none(text: str) -> None:
    assert day(text) is None


def test_an_unambiguous_number_is_a_date() -> None:
    assert full_dates("13/02/2025") == full_dates("02/13/2025") == [dt.date(2025, 2, 13)]


def test_hostile_text_is_read_in_linear_time() -> None:
    begun = time.perf_counter()
    for piece in ("a.", "9 ", "Jan 9 ", "- ", "(", "|", "2025-", "A "):
        published(piece * 50_000)
        published((piece * 50 + "\n") * 1000)
        day(piece * 50_000)
    assert time.perf_counter() - begun < 5
