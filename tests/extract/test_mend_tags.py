"""Words with the tag of another word class than the tree needs: Docs that are tagged wrong, and read right all the same."""

from __future__ import annotations

import pytest

from tests.docs import build
from tests.extract.reading import claims, phrase, reading


def test_a_participle_with_a_subject_and_an_object_bears_tense() -> None:
    assert claims("""
        Clerks NNS 2 nsubj
        said   VBD 0 root  lemma=say
        the    DT  4 det
        two    CD  5 nsubj
        raised VBN 2 ccomp lemma=raise
        money  NN  5 obj
    """)[-1:] == ["the two | raised | money | actual"]


@pytest.mark.parametrize("verb", ["taken", "seen"])
def test_a_participle_that_no_past_looks_like_bears_none(verb: str) -> None:
    doc = build(f"""
        Two    CD  2 nummod
        vans   NNS 3 nsubj
        {verb} VBN 0 root
        away   RB  3 advmod
    """)
    assert not reading(doc)[verb].finite


def test_what_is_seen_done_bears_no_tense() -> None:
    doc = build("""
        She    PRP 2 nsubj
        saw    VBD 0 root  lemma=see
        Chad   NNP 4 nsubj
        fined  VBN 2 ccomp lemma=fine
        .      .   2 punct
    """)
    assert not reading(doc)["fined"].finite


def test_what_stands_behind_with_bears_no_tense() -> None:
    doc = build("""
        It      PRP 2 nsubj
        sank    VBD 0 root  lemma=sink
        with    IN  5 mark
        sailors NNS 5 nsubj
        trapped VBN 2 advcl lemma=trap
    """)
    assert not reading(doc)["trapped"].finite


def test_a_plural_between_a_singular_and_an_infinitive_is_a_verb() -> None:
    assert claims("""
        Raas    NNP 2 nsubj
        says    VBZ 0 root     lemma=say
        his     PRP$ 4 nmod:poss
        town    NN  5 compound
        plans   NNS 2 ccomp    lemma=plan
        to      TO  7 mark
        sell    VB  5 acl
        land    NN  7 obj
    """)[-1:] == ["his town | plans to sell | land | future"]


def test_a_plural_that_no_infinitive_follows_as_a_verb_stays_a_noun() -> None:
    doc = build("""
        The      DT  3 det
        party    NN  3 compound
        friends  NNS 0 root     lemma=friend
        to       TO  5 mark
        trust    VB  3 acl
    """)
    assert "friends" not in reading(doc)


def test_a_noun_with_subject_and_object_is_a_verb() -> None:
    assert claims("""
        Bank  NN  2 nsubj
        cuts  NNS 0 root lemma=cut
        rates NNS 2 obj
    """) == ["Bank | cuts | rates | actual"]


def test_a_participle_between_a_subject_and_a_noun_is_the_verb() -> None:
    assert claims("""
        The     DT  2 det
        blast   NN  5 nsubj
        also    RB  4 advmod
        wounded VBN 5 amod lemma=wound
        men     NNS 0 root lemma=man
        ,       ,   7 punct
        guards  NNS 5 appos
        .       .   5 punct
    """) == ["The blast | wounded | men | actual"]


def test_an_adjective_between_a_copula_and_a_noun_stays_one() -> None:
    assert claims("""
        They    PRP 4 nsubj
        are     VBP 4 cop  lemma=be
        wounded VBN 4 amod lemma=wound
        men     NNS 0 root lemma=man
    """) == ["They | are | wounded men | actual"]


def test_a_participle_with_phrases_of_its_own_behind_be_is_the_verb() -> None:
    doc = build("""
        Raas    NNP 3 nsubj
        was     VBD 4 cop      lemma=be
        heating VBG 4 compound lemma=heat
        soup    NN  0 root
        when    WRB 7 advmod
        it      PRP 7 nsubj
        rained  VBD 3 advcl    lemma=rain
    """)
    found = reading(doc)["heating"]
    assert (phrase(doc, found.subject), doc[found.start : found.end].text) == ("Raas", "was heating")


def test_a_participle_before_a_noun_that_is_said_to_be_it_is_none() -> None:
    assert claims("""
        It       PRP 4 nsubj
        was      VBD 4 cop  lemma=be
        breaking VBG 4 amod lemma=break
        news     NN  0 root
    """) == ["It | was | breaking news | actual"]


def test_a_past_that_looks_like_its_infinitive() -> None:
    assert claims("""
        Trams  NNS 2 nsubj
        halted VBD 0 root lemma=halt
        and    CC  4 cc
        set    VB  2 conj lemma=set
        off    RP  4 compound:prt
        alarms NNS 4 obj
        .      .   2 punct
    """) == ["Trams | halted | - | actual", "Trams | set off | alarms | actual"]


def test_a_plural_beside_a_verb_in_the_singular_is_one() -> None:
    assert claims("""
        The      DT  3 det
        firm     JJ  3 amod
        designs  NNS 0 root lemma=design
        and      CC  5 cc
        makes    VBZ 3 conj lemma=make
        bicycles NNS 5 obj
        .        .   3 punct
    """) == ["The firm | designs | bicycles | actual", "The firm | makes | bicycles | actual"]


def test_a_noun_with_a_subject_of_the_other_number_is_a_verb() -> None:
    assert claims("""
        Hospital   NN  2 nsubj
        apologises NNS 0 root lemma=apologise
        after      IN  4 case
        error      NN  2 obl
        .          .   2 punct
    """) == ["Hospital | apologises | - | actual"]


def test_an_adjective_between_to_and_an_object_is_a_verb() -> None:
    assert claims("""
        Cobrex NNP 2 nsubj
        plans  VBZ 0 root lemma=plan
        to     TO  5 case
        double JJ  2 xcomp lemma=double
        output NN  4 obj
        .      .   2 punct
    """) == ["Cobrex | plans to double | output | future"]


def test_who_has_done_something_was_not_done_it() -> None:
    assert claims("""
        The    DT  2 det
        clerk  NN  4 nsubj:pass
        has    VBZ 4 aux lemma=have
        netted VBN 0 root lemma=net
        $      $   4 obj
        90     CD  5 nummod
        .      .   4 punct
    """) == ["The clerk | has netted | $90 | actual"]


def test_the_second_of_two_participles_is_the_verb() -> None:
    assert claims("""
        A       DT  2 det
        fire    NN  0 root
        set     VBN 2 acl lemma=set
        off     RP  3 compound:prt
        by      IN  6 case
        rain    NN  3 obl:agent
        swept   VBN 2 acl lemma=sweep
        through IN  9 case
        town    NN  7 obl
        .       .   2 punct
    """) == ["A fire | swept | town | actual"]


def test_one_more_in_a_row_of_pasts() -> None:
    assert "She | faulted | - | actual" in claims("""
        She     PRP 2 nsubj
        played  VBD 0 root lemma=play
        in      IN  5 case
        the     DT  5 det
        wind    NN  2 obl
        ,       ,   7 punct
        faulted VBN 5 conj lemma=fault
        and     CC  9 cc
        left    VBD 2 conj lemma=leave
    """)


def test_the_noun_before_a_verb_with_a_hyphen_is_its_subject() -> None:
    assert claims("""
        The   DT  3 det
        army  NN  3 compound
        test  NN  5 obl:unmarked
        ~-    HYPH 3 punct
        ~fired VBD 0 root lemma=fire
        two   CD  7 nummod
        guns  NNS 5 obj
        .     .   5 punct
    """) == ["The army | test-fired | two guns | actual"]


def test_a_past_with_an_object_in_a_row_of_them() -> None:
    assert "Monks | raised | rents | actual" in claims("""
        Monks    NNS 2 nsubj
        launched VBD 0 root lemma=launch
        plans    NNS 2 obj lemma=plan
        ,        ,   5 punct
        raised   VBN 2 conj lemma=raise
        rents    NNS 5 obj lemma=rent
        and      CC  8 cc
        left     VBD 2 conj lemma=leave
        .        .   2 punct
    """)


def test_who_demonstrates_is_done_nothing() -> None:
    assert claims("""
        The          DT  2 det
        crowd        NN  3 nsubj:pass
        demonstrated VBN 0 root lemma=demonstrate
        in           IN  5 case
        Chad         NNP 3 obl
        .            .   3 punct
    """) == ["The crowd | demonstrated | - | actual"]
