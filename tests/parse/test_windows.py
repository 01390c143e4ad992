"""Windows: every word is kept exactly once, in order, within the encoder's limit."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from newsclaims.parse.windows import LIMIT, segments, windows

SIZES = st.lists(st.integers(1, 12), min_size=1, max_size=900)


def test_short_paragraphs_share_a_window() -> None:
    sizes = [1] * 30
    breaks = [i % 10 == 0 for i in range(30)]
    assert [(w.start, w.end) for w in windows(sizes, breaks, 0, 30)] == [(0, 30)]


def test_a_long_paragraph_is_cut_into_windows_that_overlap() -> None:
    sizes = [1] * 500
    cut = list(windows(sizes, [False] * 500, 0, 500))
    assert len(cut) > 2
    for left, right in itertools.pairwise(cut):
        assert right.start < left.keep_end < left.end
        assert right.start < right.keep_start


@settings(deadline=None)
@given(SIZES, st.data())
def test_each_word_is_kept_once(sizes: list[int], data: st.DataObject) -> None:
    breaks = data.draw(st.lists(st.booleans(), min_size=len(sizes), max_size=len(sizes)))
    kept = []
    for window in windows(sizes, breaks, 0, len(sizes)):
        assert window.start <= window.keep_start < window.keep_end <= window.end
        assert sum(sizes[window.start : window.end]) <= LIMIT
        kept.extend(range(window.keep_start, window.keep_end))
    assert kept == list(range(len(sizes)))


@settings(deadline=None)
@given(st.integers(0, 400), st.integers(5, 50))
def test_segments_cover_the_text(n: int, limit: int) -> None:
    words = [".", "word", "word"] * n
    cut = list(segments(words, [False] * len(words), limit))
    assert [i for a, b in cut for i in range(a, b)] == list(range(len(words)))
    assert all(b - a <= limit for a, b in cut)
