"""Markdown: its marks are no words, and offsets do not move."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims.read.markdown import marks
from newsclaims.read.text import article


def left(text: str) -> str:
    body = article(text, "a.md", markdown=True).body
    assert len(body) == len(text)
    return " ".join(body.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## The **board** met", "The board met"),
        ("### The board met ###", "The board met"),
        ("The board met\n===\nIt voted", "The board met It voted"),
        ("*Ana Reis* and __Rui Paz__ left.", "Ana Reis and Rui Paz left."),
        ("***All*** of _them_", "All of them"),
        ("a_snake_name and 5 * 3 and a s***ty day", "a_snake_name and 5 * 3 and a s***ty day"),
        ('The [minister](https://x.example/a_(b) "who") resigned', "The minister resigned"),
        ("The [minister][1] resigned\n\n[1]: https://x.example", "The minister resigned"),
        ("He said [sic] so", "He said [sic] so"),
        ("![The pier](pier.png) It burned", "It burned"),
        ("It ran `make`", "It ran make"),
        ("> He said no.\n> > Twice.", "He said no. Twice."),
        ("* a strike\n- a fire\n1. a vote", "* a strike - a fire 1. a vote"),
        ("One.\n\n* * *\n\nTwo.", "One. Two."),
        ("One.\n```sh\nrm **x**\n```\nTwo.", "One. Two."),
        ("One.\n```\nTwo.", "One. Two."),  # a fence that never closes hides nothing
        ("One <br> two <b>three</b> < 4", "One two three < 4"),
        ("Five \\* stars", "Five * stars"),
        ("#hashtag and #1", "#hashtag and #1"),
        ("<!-- note -->\nOne.", "One."),
    ],
)
def test_marks_are_blanked_and_words_stay(text: str, expected: str) -> None:
    assert left(text) == expected


def test_marks_of_the_example_in_the_docstring() -> None:
    assert marks("## The **board** met") == ((0, 2), (7, 9), (14, 16))


def test_front_matter_is_left_to_itself_and_offsets_go_on_after_it() -> None:
    text = "---\ntitle: A *vote*\n---\n\n# The board *met*"
    read = article(text, "a.md", markdown=True)
    assert read.title == "A *vote*"
    assert read.body.split() == ["The", "board", "met"]
    assert read.body.index("met") == text.index("met")


def test_a_text_file_keeps_its_stars() -> None:
    assert article("# The **board** met", "a.txt").body == "# The **board** met"


@given(st.text(alphabet="ab *_`[]()<>#\\!~|>-=\n\r\u2028", max_size=200))
def test_marks_are_in_order_apart_and_inside(text: str) -> None:
    end = 0
    for start, stop in marks(text):
        assert end <= start < stop <= len(text)
        end = stop


@pytest.mark.parametrize(
    "unit", ["[", "](", "[a](", "*", "* ", "_a", "<a ", "`", "![", "a](b ", "> ", "# ", "\\", "](" + " " * 99, "<!--"]
)
def test_time_is_linear_on_marks_that_never_close(unit: str) -> None:
    start = time.process_time()
    marks(unit * (400_000 // len(unit)))
    assert time.process_time() - start < 5
