"""Repairs as a whole: they end, whatever the arcs."""

from __future__ import annotations

from newsclaims.extract.arcs import Words
from newsclaims.extract.mend import mended


def test_a_cycle_is_left_alone() -> None:
    words = Words(forms=("a", "b", "c", "d"), tags=("NN",) * 4, void=(False,) * 4, reports=(True,) * 4)
    assert mended([1, 2, 0, 2], ["obl", "ccomp", "parataxis", "obl"], words)[0][:3] == [1, 2, 0]
