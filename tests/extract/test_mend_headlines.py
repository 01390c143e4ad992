"""Headlines and entries of live blogs: Docs that are parsed wrong, and read right all the same."""

from __future__ import annotations

from newsclaims.extract.reader import clauses
from tests.docs import build
from tests.extract.reading import reading, subject


def test_a_headlines_infinitive_has_the_name_before_it_for_subject() -> None:
    doc = build("""
        Canada   NNP 0 root
        to       TO  3 mark
        send     VB  1 acl
        doctors  NNS 3 obj
    """)
    (clause,) = clauses(doc)
    assert clause.kind == "main"
    assert clause.subject is not None
    assert doc[clause.subject.head].text == "Canada"


def test_an_infinitive_in_a_headline_has_its_noun_for_subject_before_who_says_so() -> None:
    doc = build("""
        Brewer  NN  8 nsubj
        to      TO  3 mark
        shut    VB  1 acl
        two     CD  5 nummod
        plants  NNS 3 obj
        ,       ,   1 punct
        sources NNS 8 nsubj
        say     VBP 0 root  lemma=say
    """)
    found = reading(doc)
    assert subject(doc, found["shut"]) == "Brewer"
    assert subject(doc, found["say"]) == "sources"


def test_a_verb_right_behind_a_comma_shares_the_subject() -> None:
    doc = build("""
        Tribunal NN  2 nsubj
        rejects  VBZ 0 root
        appeal   NN  2 obj
        ,        ,   5 punct
        orders   VBZ 2 parataxis
        inquiry  NN  5 obj
    """)
    assert subject(doc, reading(doc)["orders"]) == "Tribunal"


def test_a_verb_without_object_is_no_passive_in_a_headline() -> None:
    doc = build("""
        Suspect NN  2 nsubj
        fled    VBD 0 root  lemma=flee
        to      IN  4 case
        Spain   NNP 2 obl
    """)
    found = reading(doc)["fled"]
    assert (found.voice, subject(doc, found)) == ("active", "Suspect")


def test_the_time_of_an_entry_is_no_subject() -> None:
    doc = build("""
        18:42    CD  7 nsubj
        Trains   NNS 5 nsubj:pass
        were     VBD 5 aux:pass lemma=be
        not      RB  5 advmod
        stopped  VBN 7 ccomp
        police   NNS 7 nsubj
        say      VBP 0 root lemma=say
    """)
    assert subject(doc, reading(doc)["say"]) == "police"
