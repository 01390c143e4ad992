"""Pasts that bear the tag of a participle, told by an object, a number or the past that they are joined to."""

from __future__ import annotations

from tests.docs import build
from tests.extract.reading import claims, reading


def test_a_participle_with_an_object_in_a_whole_sentence_is_a_past() -> None:
    assert claims("""
        The     DT  2 det
        bomb    NN  3 nsubj:pass
        wounded VBN 0 root lemma=wound
        four    CD  5 nummod
        clerks  NNS 3 obj
        .       .   3 punct
    """) == ["The bomb | wounded | four clerks | actual"]


def test_what_takes_no_object_is_active_in_a_whole_sentence() -> None:
    doc = build("""
        Hundreds    NNS 2 nsubj:pass
        fled        VBN 0 root lemma=flee
        on          IN  4 case
        Monday      NNP 2 obl
        .           .   2 punct
    """)
    assert reading(doc)["fled"].voice == "active"


def test_what_and_joins_to_a_past_is_one() -> None:
    doc = build("""
        Rebels  NNS 2 nsubj
        took    VBD 0 root lemma=take
        the     DT  4 det
        fort    NN  2 obj
        and     CC  6 cc
        blocked VBN 2 conj lemma=block
        a       DT  8 det
        road    NN  6 obj
    """)
    assert reading(doc)["blocked"].finite


def test_a_participle_between_a_noun_and_a_number_is_the_verb() -> None:
    assert claims("""
        Police  NNS 2 nsubj
        say     VBP 0 root lemma=say
        Monday  NNP 5 nmod:poss
        's      POS 3 case
        blast   NN  6 compound
        wounded VBN 9 amod lemma=wound
        15      CD  9 nummod
        other   JJ  9 amod
        people  NNS 2 ccomp
        .       .   2 punct
    """)[-1:] == ["Monday's blast | wounded | 15 other people | actual"]


def test_a_participle_with_an_agent_is_no_predicate_of_a_copula() -> None:
    doc = build("""
        The     DT  2 det
        abbey   NN  4 nsubj
        was     VBD 4 cop lemma=be
        founded VBN 0 root lemma=found
        in      IN  6 case
        1563    CD  4 obl
    """)
    assert reading(doc)["founded"].voice == "passive"


def test_of_two_subjects_around_a_past_the_second_is_its_object() -> None:
    assert claims("""
        Roe     NNP 2 nsubj
        grilled VBD 0 root lemma=grill
        banker  NN  4 nmod:desc
        Lund    NNP 2 nsubj
        .       .   2 punct
    """) == ["Roe | grilled | banker Lund | actual"]


def test_a_participle_that_a_conjunction_introduces_across_a_noun_is_its_verb() -> None:
    assert claims("""
        Miners  NNS 2 nsubj
        died    VBD 0 root lemma=die
        after   IN  6 mark
        a       DT  5 det
        fire    NN  2 obl
        swept   VBN 5 acl lemma=sweep
        through IN  9 case
        a       DT  9 det
        ferry   NN  6 obl
        .       .   2 punct
    """)[1:] == ["a fire | swept | a ferry | actual"]
