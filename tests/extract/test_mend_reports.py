"""Reporting clauses behind, before and inside what they report: Docs that are parsed wrong, and read right all the same."""

from __future__ import annotations

from tests.docs import build
from tests.extract.reading import claims, phrases, reading, subject


def test_a_day_behind_the_reporting_verb_is_the_day_of_saying() -> None:
    doc = build("""
        Two      CD  2 nummod
        climbers NNS 3 nsubj
        died     VBD 8 ccomp
        on       IN  5 case
        Sunday   NNP 3 obl
        ,        ,   8 punct
        rescuers NNS 8 nsubj
        said     VBD 0 root
        on       IN  10 case
        Tuesday  NNP 3 obl
        .        .   8 punct
    """)
    found = reading(doc)
    assert phrases(doc, found["died"]) == ["Sunday"]
    assert "Tuesday" in phrases(doc, found["said"])
    assert doc[slice(*found["died"].extent)].text == "Two climbers died on Sunday"


def test_a_day_behind_a_verb_set_in_is_the_day_of_saying() -> None:
    doc = build("""
        Talks     NNS 7 nsubj
        ,         ,   4 punct
        officials NNS 4 nsubj
        said      VBD 7 parataxis
        on        IN  6 case
        Friday    NNP 7 obl
        failed    VBD 0 root
        .         .   7 punct
    """)
    assert "Friday" in phrases(doc, reading(doc)["said"])
    assert phrases(doc, reading(doc)["failed"]) == []


def test_what_follows_later_stays_where_it_is() -> None:
    """Only what stands right behind the verb set in is moved."""
    doc = build("""
        Talks     NNS 6 nsubj
        ,         ,   4 punct
        officials NNS 4 nsubj
        said      VBD 6 parataxis
        ,         ,   4 punct
        failed    VBD 0 root
        on        IN  8 case
        Friday    NNP 6 obl
        .         .   6 punct
    """)
    assert phrases(doc, reading(doc)["failed"]) == ["Friday"]


def test_a_reporting_clause_between_commas_is_no_relative_clause() -> None:
    doc = build("""
        Cranes NNS 8 nsubj:pass
        ,      ,   4 punct
        he     PRP 4 nsubj
        added  VBD 1 acl:relcl lemma=add
        ,      ,   1 punct
        are    VBP 8 aux:pass
        being  VBG 8 aux:pass
        tested VBN 0 root
        .      .   8 punct
    """)
    found = reading(doc)
    assert found["added"].kind == "parenthetical"
    assert found["added"].parent == found["tested"].head


def test_what_a_speaker_adds_is_no_part_of_the_infinitive() -> None:
    doc = build("""
        They    PRP 2 nsubj
        urged   VBD 0 root lemma=urge
        her     PRP 2 obj
        to      TO  5 mark
        stay    VB  2 xcomp
        ,       ,   7 punct
        arguing VBG 5 advcl lemma=argue
        it      PRP 10 nsubj
        was     VBD 10 cop lemma=be
        safe    JJ  7 ccomp
        .       .   2 punct
    """)
    assert subject(doc, reading(doc)["arguing"]) == "They"


def test_another_participle_stays_with_the_infinitive() -> None:
    doc = build("""
        They    PRP 2 nsubj
        urged   VBD 0 root lemma=urge
        her     PRP 2 obj
        to      TO  5 mark
        leave   VB  2 xcomp
        ,       ,   7 punct
        taking  VBG 5 advcl lemma=take
        food    NN  7 obj
        .       .   2 punct
    """)
    assert subject(doc, reading(doc)["taking"]) == "her"


def test_a_reporting_clause_behind_a_comma_is_set_in() -> None:
    doc = build("""
        The       DT  2 det
        firm      NN  3 nsubj
        merged    VBD 0 root lemma=merge
        ,         ,   7 punct
        its       PRP$ 6 nmod:poss
        boss      NN  7 nsubj
        announced VBN 3 advcl lemma=announce
        .         .   3 punct
    """)
    found = reading(doc)
    assert found["announced"].kind == "parenthetical"
    assert found["announced"].voice == "active"


def test_with_a_conjunction_it_is_not() -> None:
    doc = build("""
        The       DT  2 det
        firm      NN  3 nsubj
        merged    VBD 0 root lemma=merge
        ,         ,   8 punct
        because   IN  8 mark
        its       PRP$ 7 nmod:poss
        boss      NN  8 nsubj
        insisted  VBD 3 advcl lemma=insist
        .         .   3 punct
    """)
    assert reading(doc)["insisted"].kind == "adverbial"


def test_who_points_is_who_says() -> None:
    doc = build("""
        Dams     NNS 2 nsubj
        hold     VBP 5 ccomp lemma=hold
        ,        ,   2 punct
        Ruiz     NNP 5 nsubj
        said     VBD 0 root lemma=say
        ,        ,   7 punct
        pointing VBG 2 advcl lemma=point
        to       IN  9 case
        maps     NNS 7 obl
    """)
    assert subject(doc, reading(doc)["pointing"]) == "Ruiz"


def test_what_a_dam_does_is_not_what_the_speaker_does() -> None:
    doc = build("""
        Dams     NNS 2 nsubj
        burst    VBP 5 ccomp lemma=burst
        ,        ,   2 punct
        Ruiz     NNP 5 nsubj
        said     VBD 0 root lemma=say
        ,        ,   7 punct
        flooding VBG 2 advcl lemma=flood
        towns    NNS 7 obj
    """)
    assert subject(doc, reading(doc)["flooding"]) == "Dams"


def test_whom_one_tells_is_not_what_is_said() -> None:
    assert "War | ended | - | actual" in claims("""
        War      NN  2 nsubj
        ended    VBD 5 ccomp lemma=end
        ,        ,   2 punct
        Roe      NNP 5 nsubj
        told     VBD 0 root lemma=tell
        hundreds NNS 2 obj
        .        .   5 punct
    """)
