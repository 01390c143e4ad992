"""Front matter: the marks around its values."""

from __future__ import annotations

import pytest

from newsclaims.read.front import front_matter


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ('"Harbour board delays vote"', "Harbour board delays vote"),
        ("'Harbour board delays vote'", "Harbour board delays vote"),
        ('Harbour board warns of "borrowed time"', 'Harbour board warns of "borrowed time"'),
        ('"No" say voters, "never" says the board', '"No" say voters, "never" says the board'),
        ('"', '"'),
    ],
)
def test_marks_around_a_value_go_and_those_within_stay(written: str, title: str) -> None:
    fields, _ = front_matter(f"---\ntitle: {written}\n---\n\nThe harbour board put off its vote.\n")
    assert fields["title"] == title
