"""The tree: where a subtree begins and ends."""

from __future__ import annotations

from newsclaims.extract.reader import clauses
from tests.docs import build


def test_a_misplaced_full_stop_does_not_stretch_a_clause() -> None:
    """A parser may hang the sentence's last mark on the clause inside; what stands between is no part of it."""
    doc = build("""
        Mines      NNS 3 nsubj
        were       VBD 3 cop
        unsafe     JJ  6 ccomp
        ,          ,   6 punct
        inspectors NNS 6 nsubj
        said       VBD 0 root
        .          .   3 punct
    """)
    unsafe = next(clause for clause in clauses(doc) if doc[clause.head].text == "unsafe")
    assert doc[slice(*unsafe.extent)].text == "Mines were unsafe"
