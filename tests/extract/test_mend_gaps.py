"""What a clause has lost to the words beside it: Docs that are parsed wrong, and read right all the same."""

from __future__ import annotations

import pytest

from tests.docs import build
from tests.extract.reading import claims, phrase, reading


def test_a_subject_behind_a_phrase_is_no_apposition_in_it() -> None:
    doc = build("""
        At       IN  3 case
        a        DT  3 det
        dinner   NN  9 obl
        with     IN  5 case
        Lunn     NNP 3 nmod
        ,        ,   3 punct
        director NN  5 appos
        Raas     NNP 7 appos
        defended VBD 0 root lemma=defend
        it       PRP 9 obj
    """)
    assert phrase(doc, reading(doc)["defended"].subject) == "director Raas"


def test_a_place_behind_a_phrase_is_no_subject_where_there_is_one() -> None:
    doc = build("""
        In      IN  2 case
        Turin   NNP 5 obl
        ,       ,   2 punct
        Raas    NNP 5 nsubj
        defended VBD 0 root lemma=defend
        it      PRP 5 obj
    """)
    assert phrase(doc, reading(doc)["defended"].subject) == "Raas"


@pytest.mark.parametrize("tag", ["VBD", "VBN"])
def test_a_counted_subject_behind_a_passive_has_a_passive(tag: str) -> None:
    doc = build(f"""
        Three  CD  3 nsubj:pass
        were   VBD 3 aux:pass lemma=be
        fined  VBN 0 root lemma=fine
        and    CC  7 cc
        two    CD  6 nummod
        others NNS 7 nsubj:pass
        jailed {tag} 3 conj lemma=jail
    """)
    found = reading(doc)["jailed"]
    assert (found.voice, phrase(doc, found.subject)) == ("passive", "two others")


def test_a_participle_hung_on_those_it_counts_is_a_verb() -> None:
    doc = build("""
        Three   CD  3 nsubj:pass
        were    VBD 3 aux:pass lemma=be
        fined   VBN 0 root lemma=fine
        and     CC  7 cc
        40      CD  6 nummod
        others  NNS 3 nsubj:pass
        treated VBN 6 amod lemma=treat
    """)
    found = reading(doc)["treated"]
    assert (found.voice, phrase(doc, found.subject)) == ("passive", "40 others")


def test_a_number_beside_an_object_is_one_too() -> None:
    doc = build("""
        It        PRP 2 nsubj
        destroyed VBD 0 root lemma=destroy
        houses    NNS 2 obj
        and       CC  5 cc
        damaged   VBD 2 conj lemma=damage
        over      RB  7 advmod
        200       CD  5 obl
    """)
    assert [phrase(doc, one) for one in reading(doc)["damaged"].arguments if one.role == "object"] == ["over 200"]


def test_a_number_behind_a_verb_of_rest_is_none() -> None:
    doc = build("""
        Trains  NNS 2 nsubj
        carried VBD 0 root lemma=carry
        mail    NN  2 obj
        and     CC  5 cc
        arrived VBD 2 conj lemma=arrive
        around  RB  7 advmod
        6       CD  5 obl
    """)
    assert not [one for one in reading(doc)["arrived"].arguments if one.role == "object"]


def test_a_participle_before_the_verb_only_describes() -> None:
    doc = build("""
        The    DT  2 det
        trader NN  3 nsubj
        wanted VBD 0 root lemma=want
        for    IN  5 case
        fraud  NN  3 obl
        may    MD  8 aux
        have   VB  8 aux
        fled   VBN 3 ccomp lemma=flee
    """)
    found = reading(doc)
    assert phrase(doc, found["fled"].subject) == "The trader"
    assert found["wanted"].kind == "relative"


def test_two_verbs_with_a_comma_between_stay_two() -> None:
    doc = build("""
        Ruiz   NNP 2 nsubj
        walked VBD 0 root lemma=walk
        ,      ,   5 punct
        then   RB  5 advmod
        ran    VBD 2 conj lemma=run
    """)
    assert phrase(doc, reading(doc)["walked"].subject) == "Ruiz"


def test_the_event_kills_and_not_the_place() -> None:
    doc = build("""
        The     DT  2 det
        bombing NN  0 root
        of      IN  5 case
        a       DT  5 det
        church  NN  2 nmod
        that    WDT 7 nsubj
        killed  VBD 5 acl:relcl lemma=kill
        thirty  CD  7 obj
    """)
    assert phrase(doc, reading(doc)["killed"].subject) == "The bombing of a church"


def test_it_is_nobody_before_what_is_not_known() -> None:
    doc = build("""
        It      PRP 4 nsubj:pass
        was     VBD 4 aux:pass lemma=be
        not     RB  4 advmod
        known   VBN 0 root lemma=know
        if      IN  7 mark
        Ruiz    NNP 7 nsubj
        paid    VBD 4 advcl lemma=pay
    """)
    found = reading(doc)
    assert found["known"].subject is None
    assert found["paid"].kind == "content"


def test_a_participle_behind_a_conjunct_s_subject_only_describes_it() -> None:
    assert "the clerk | worked | - | actual" in claims("""
        Roe      NNP 2 nsubj
        left     VBD 0 root lemma=leave
        and      CC  7 cc
        the      DT  5 det
        clerk    NN  6 nsubj
        involved VBD 2 conj lemma=involve
        worked   VBD 2 conj lemma=work
        .        .   2 punct
    """)


def test_a_name_behind_a_participle_s_phrase_is_the_subject() -> None:
    assert "Ann Roe | gave | bread | actual" in claims("""
        Moved  VBN 7 advcl lemma=move
        by     IN  3 case
        tears  NNS 1 obl:agent
        ,      ,   1 punct
        Ann    NNP 3 appos
        Roe    NNP 5 flat
        gave   VBD 0 root lemma=give
        bread  NN  7 obj
        .      .   7 punct
    """)


def test_what_stands_behind_an_aside_is_the_object() -> None:
    assert claims("""
        Voters   NNS 2 nsubj
        approved VBD 0 root lemma=approve
        ,        ,   5 punct
        by       IN  5 case
        then     RB  2 obl
        ,        ,   8 punct
        a        DT  8 det
        tax      NN  2 parataxis
        .        .   2 punct
    """) == ["Voters | approved | a tax | actual"]
