"""Which stretches lie over a token."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsclaims.extract.attribution.cover import cover

STRETCH = st.tuples(st.integers(0, 150), st.integers(1, 90)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(st.lists(st.lists(STRETCH, max_size=3), max_size=8), STRETCH)
def test_it_gives_what_looking_at_all_gives(groups: list[list[tuple[int, int]]], asked: tuple[int, int]) -> None:
    found = cover(groups)
    start, end = asked
    assert found.at(start) == [k for k, group in enumerate(groups) if any(a <= start < b for a, b in group)]
    assert found.between(start, end) == [k for k, group in enumerate(groups) if any(a < end and start < b for a, b in group)]
