"""Nouns and pronouns drawn away from the verb that lacks them, and what "and" joins."""

from __future__ import annotations

from tests.docs import build
from tests.extract.reading import claims, phrase, reading


def test_a_noun_behind_and_before_a_verb_is_its_subject() -> None:
    assert claims("""
        She    PRP 2 nsubj
        sings  VBZ 0 root lemma=sing
        ,      ,   5 punct
        and    CC  5 cc
        pupils NNS 2 conj lemma=pupil
        of     IN  8 case
        two    CD  8 nummod
        towns  NNS 5 nmod lemma=town
        can    MD  10 aux lemma=can
        join   VB  2 conj lemma=join
        her    PRP 10 obj
    """)[-1:] == ["pupils of two towns | can join | her | possible"]


def test_a_list_of_verbs_has_one_subject() -> None:
    doc = build("""
        She      PRP 2 nsubj
        met      VBD 0 root lemma=meet
        bishops  NNS 2 obj
        and      CC  5 cc
        nuns     NNS 3 conj
        ,        ,   7 punct
        visited  VBD 2 conj lemma=visit
        a        DT  9 det
        dam      NN  7 obj
    """)
    assert phrase(doc, reading(doc)["visited"].subject) == "She"


def test_a_relative_pronoun_before_a_subject_is_the_object() -> None:
    assert (
        claims("""
        The       DT  2 det
        plan      NN  7 nsubj
        which     WDT 6 obl
        the       DT  5 det
        bank      NN  6 nsubj
        published VBD 2 acl:relcl lemma=publish
        failed    VBD 0 root lemma=fail
    """)[0]
        == "the bank | published | The plan | actual"
    )


def test_who_stands_behind_said_is_its_subject() -> None:
    doc = build("""
        It     PRP 2 nsubj
        broke  VBD 5 ccomp lemma=break
        up     RP  2 compound:prt
        ,      ,   2 punct
        said   VBD 0 root  lemma=say
        one    CD  7 nummod
        source NN  2 obj   lemma=source
    """)
    assert phrase(doc, reading(doc)["said"].subject) == "one source"


def test_and_joins_a_participle_to_a_participle() -> None:
    doc = build("""
        Rebels   NNS 3 nsubj
        have     VBP 3 aux  lemma=have
        fired    VBN 0 root lemma=fire
        ,        ,   5 punct
        killing  VBG 3 advcl lemma=kill
        two      CD  5 obj
        and      CC  8 cc
        wounding VBG 3 conj lemma=wound
        one      CD  8 obj
    """)
    assert reading(doc)["wounding"].kind == "participial"


def test_and_joins_a_noun_to_a_noun() -> None:
    assert claims("""
        It     PRP 2 nsubj
        sold   VBD 0 root lemma=sell
        maps   NNS 2 obj  lemma=map
        and    CC  6 cc
        old    JJ  6 amod
        globes NNS 2 conj lemma=globe
        .      .   2 punct
    """) == ["It | sold | maps and old globes | actual"]


def test_an_object_behind_three_verbs_is_the_object_of_all() -> None:
    assert claims("""
        Acme  NNP 2 nsubj
        plans VBZ 0 root lemma=plan
        ,     ,   4 punct
        builds VBZ 2 conj lemma=build
        and   CC  6 cc
        runs  VBZ 2 conj lemma=run
        ships NNS 6 obj  lemma=ship
    """) == [f"Acme | {verb} | ships | actual" for verb in ("plans", "builds", "runs")]


def test_what_somebody_is_doing_is_no_predicate() -> None:
    doc = build("""
        Doctors NNS 3 nsubj lemma=doctor
        are     VBP 3 cop   lemma=be
        warning VBG 0 root  lemma=warn
        of      IN  5 case
        measles NN  3 obl
    """)
    assert not reading(doc)["warning"].copular


def test_a_reporting_verb_at_the_end_has_the_subject_before_it() -> None:
    doc = build("""
        Sales  NNS 2 nsubj
        rose   VBD 0 root  lemma=rise
        ,      ,   5 punct
        a      DT  5 det
        survey NN  2 nsubj lemma=survey
        shows  VBZ 2 advcl lemma=show
        .      .   2 punct
    """)
    assert phrase(doc, reading(doc)["shows"].subject) == "a survey"


def test_a_noun_behind_an_object_and_and_is_the_next_verbs_subject() -> None:
    assert claims("""
        Half    NN  2 nsubj
        chose   VBD 0 root lemma=choose
        Roe     NNP 2 obj
        and     CC  5 cc
        others  NNS 3 conj lemma=other
        would   MD  7 aux  lemma=would
        back    VB  2 parataxis lemma=back
        Lund    NNP 7 obj
    """)[-1].startswith("others | would back | Lund")


def test_what_stands_between_a_modal_and_an_object_is_a_verb() -> None:
    assert claims("""
        Half    NN  3 nsubj
        would   MD  3 aux  lemma=would
        back    RB  0 root lemma=back
        Lund    NNP 3 obj
    """)[-1].startswith("Half | would back | Lund")
