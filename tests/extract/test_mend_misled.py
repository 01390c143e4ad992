"""What nobody says or fears is the subject of what follows: Docs that are parsed wrong, and read right all the same."""

from __future__ import annotations

from tests.docs import build
from tests.extract.reading import reading, subject


def test_a_past_inside_the_phrase_is_the_verb_of_what_is_said() -> None:
    doc = build("""
        Oslo    NNP 2 nsubj
        says    VBZ 0 root lemma=say
        the     DT  4 det
        number  NN  2 obj
        of      IN  6 case
        cases   NNS 4 nmod
        soared  VBN 6 acl lemma=soar
        by      IN  10 case
        a       DT  10 det
        third   NN  7 obl:agent
        .       .   2 punct
    """)
    found = reading(doc)["soared"]
    assert found.kind == "content"
    assert subject(doc, found) == "the number of cases"
    assert found.voice == "active"


def test_what_stands_between_a_verb_of_fear_and_a_finite_one_is_feared_to_do_it() -> None:
    doc = build("""
        Doctors NNS 2 nsubj
        fear    VBP 0 root lemma=fear
        hunger  NN  2 obj
        and     CC  5 cc
        cold    NN  3 conj
        could   MD  7 aux
        kill    VB  2 conj lemma=kill
        more    JJR 7 obj
        .       .   2 punct
    """)
    found = reading(doc)["kill"]
    assert found.kind == "content"
    assert subject(doc, found) == "hunger and cold"
