"""Phrases hung on the wrong one of a verb and its object, told by the preposition or by what the noun is."""

from __future__ import annotations

from tests.extract.reading import claims


def test_what_tells_when_is_the_verbs() -> None:
    assert claims("""
        Chad    NNP 2 nsubj
        lost    VBD 0 root lemma=lose
        two     CD  4 nummod
        wars    NNS 2 obj  lemma=war
        during  IN  7 case
        the     DT  7 det
        century NN  4 nmod lemma=century
    """) == ["Chad | lost | two wars | actual"]


def test_what_is_given_to_somebody_is_no_phrase_of_the_things() -> None:
    assert claims("""
        Oslo   NNP 2 nsubj
        gave   VBD 0 root lemma=give
        aid    NN  2 obj  lemma=aid
        to     IN  6 case
        the    DT  6 det
        army   NN  3 nmod lemma=army
    """) == ["Oslo | gave | the army | actual"]


def test_what_is_given_may_be_access_to_something() -> None:
    assert claims("""
        Oslo   NNP 2 nsubj
        gave   VBD 0 root lemma=give
        access NN  2 obj  lemma=access
        to     IN  5 case
        Chad   NNP 2 obl
    """)[0].startswith("Oslo | gave | access")


def test_what_people_do_is_done_by_them() -> None:
    assert claims("""
        She       PRP 2 nsubj
        prevented VBD 0 root lemma=prevent
        abuse     NN  2 obj  lemma=abuse
        by        IN  5 case
        soldiers  NNS 2 obl  lemma=soldier
    """) == ["She | prevented | abuse by soldiers | actual"]


def test_money_is_an_amount_in_something() -> None:
    assert claims("""
        Oslo    NNP 2 nsubj
        pledged VBD 0 root lemma=pledge
        $       $   2 obj
        40      CD  3 nummod
        million CD  3 nummod
        in      IN  7 case
        relief  NN  2 obl  lemma=relief
    """) == ["Oslo | pledged | $40 million in relief | actual"]


def test_a_noun_keeps_the_phrase_that_belongs_to_it() -> None:
    assert claims("""
        Rebels         NNS 2 nsubj
        claimed        VBD 0 root lemma=claim
        responsibility NN  2 obj  lemma=responsibility
        for            IN  6 case
        the            DT  6 det
        blast          NN  2 obl  lemma=blast
    """) == ["Rebels | claimed | responsibility for the blast | actual"]


def test_an_article_belongs_to_the_noun_behind_it() -> None:
    assert claims("""
        Acme    NNP 6 nsubj
        is      VBZ 6 cop  lemma=be
        the     DT  1 det
        United  NNP 5 amod
        States  NNP 6 compound
        arm     NN  0 root lemma=arm
    """) == ["Acme | is | the United States arm | actual"]


def test_a_participle_describes_what_stands_before_it() -> None:
    assert claims("""
        Among  IN  2 case
        those  DT  7 nmod
        tipped VBN 7 acl  lemma=tip
        for    IN  5 case
        it     PRP 3 obl
        is     VBZ 2 cop  lemma=be
        Ann    NNP 0 root
        Roe    NNP 7 flat
    """)[-1:] == ["Ann Roe | is | Among those | actual"]


def test_an_adjective_before_a_name_is_no_subject() -> None:
    assert claims("""
        Kenyan   JJ  5 nsubj
        Minister NNP 3 nmod:desc
        Ann      NNP 1 appos
        Roe      NNP 3 flat
        toured   VBD 0 root lemma=tour
        Oslo     NNP 5 obj
    """) == ["Kenyan Minister Ann Roe | toured | Oslo | actual"]


def test_a_title_belongs_to_the_name_behind_it() -> None:
    assert claims("""
        The    DT  2 det
        Senate NNP 3 nsubj
        said   VBD 0 root lemma=say
        Mr.    NNP 2 nmod:desc
        Roe    NNP 6 nsubj
        left   VBD 3 ccomp lemma=leave
        .      .   3 punct
    """)[-1:] == ["Mr. Roe | left | - | actual"]
