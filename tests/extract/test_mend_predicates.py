"""Predicates and the small words around them: Docs that are parsed wrong, and read right all the same."""

from __future__ import annotations

from newsclaims.extract.reader import clauses
from tests.docs import build


def test_a_measure_is_no_agent() -> None:
    doc = build("""
        Prices  NNS 3 nsubj:pass
        were    VBD 3 aux:pass
        raised  VBN 0 root
        by      IN  6 case
        4       CD  6 nummod
        percent NN  3 obl
        .       .   3 punct
    """)
    (clause,) = clauses(doc)
    assert [one.role for one in clause.arguments] == ["oblique"]


def test_due_to_begin_is_a_chain() -> None:
    doc = build("""
        Work  NN  5 nsubj:outer
        is    VBZ 5 cop
        due   JJ  5 case
        to    TO  5 mark
        begin VB  0 root
        soon  RB  5 advmod
        .     .   5 punct
    """)
    (clause,) = clauses(doc)
    assert doc[clause.start : clause.end].text == "is due to begin"
    assert clause.subject is not None
