"""Who speaks where, on Docs that are parsed wrong, and read right all the same."""

from __future__ import annotations

from tests.docs import build
from tests.extract.reading import reading, subject


def test_a_second_subject_is_who_warns() -> None:
    doc = build("""
        Floods NNS 3 nsubj
        will   MD  3 aux
        come   VB  0 root lemma=come
        ,      ,   5 punct
        Oslo   NNP 3 nsubj
        warned VBD 3 parataxis lemma=warn
        .      .   3 punct
    """)
    found = reading(doc)
    assert subject(doc, found["warned"]) == "Oslo"
    assert subject(doc, found["come"]) == "Floods"


def test_an_auxiliary_before_a_comma_is_not_the_reporting_verb_s() -> None:
    doc = build("""
        It    PRP 6 nsubj
        would MD  6 aux
        ,     ,   6 punct
        they  PRP 6 nsubj
        ,     ,   6 punct
        argue VBP 0 root lemma=argue
        ,     ,   6 punct
        turn  VBP 6 conj lemma=turn
        sour  JJ  8 xcomp
        .     .   6 punct
    """)
    found = reading(doc)
    assert subject(doc, found["turn"]) == "It"
    assert found["turn"].kind == "content"


def test_what_a_reporting_clause_is_set_into_is_said() -> None:
    doc = build("""
        Men   NNS 7 nsubj
        ,     ,   4 punct
        it    PRP 4 nsubj
        says  VBZ 0 root lemma=say
        ,     ,   4 punct
        have  VBP 7 aux
        had   VBN 4 parataxis lemma=have
        no    DT  9 det
        pay   NN  7 obj
        .     .   4 punct
    """)
    found = reading(doc)
    assert found["had"].kind == "content"
    assert found["had"].parent == found["says"].head


def test_a_subject_of_an_auxiliary_is_its_verb_s() -> None:
    doc = build("""
        Oslo  NNP 2 nsubj
        did   VBD 3 aux
        admit VB  0 root lemma=admit
        guilt NN  3 obj
        .     .   3 punct
    """)
    assert subject(doc, reading(doc)["admit"]) == "Oslo"


def test_an_infinitive_behind_who_says_so_is_theirs() -> None:
    doc = build("""
        She     PRP 3 nsubj
        may     MD  3 aux
        go      VB  0 root lemma=go
        and     CC  7 cc
        Roe     NNP 7 nsubj:pass
        is      VBZ 7 aux:pass
        said    VBN 3 conj lemma=say
        by      IN  9 case
        friends NNS 7 obl:agent
        to      TO  12 mark
        be      VB  12 cop
        ill     JJ  3 xcomp
        .       .   3 punct
    """)
    assert subject(doc, reading(doc)["ill"]) == "Roe"


def test_which_they_say_amount() -> None:
    doc = build("""
        They   PRP 2 nsubj
        left   VBD 0 root lemma=leave
        camps  NNS 2 obj
        which  WDT 6 obj
        she    PRP 6 nsubj
        says   VBZ 3 acl:relcl lemma=say
        amount NN  6 obj lemma=amount
        to     IN  9 case
        jails  NNS 7 nmod
        .      .   2 punct
    """)
    found = reading(doc)
    assert found["amount"].parent == found["says"].head
