"""What stands before a subject, and was parsed as one: the claim is the subject's."""

from __future__ import annotations

from newsclaims.extract.reader import clauses
from tests.docs import build
from tests.extract.reading import claims


def test_a_noun_before_the_comma_is_no_subject() -> None:
    assert claims("""
        A      DT  2 det
        lawyer NN  6 nsubj
        ,      ,   2 punct
        Roe    NNP 6 nsubj
        twice  RB  6 advmod
        won    VBD 0 root lemma=win
        it     PRP 6 obj
        .      .   6 punct
    """) == ["Roe | won | it | actual"]


def test_a_name_between_commas_only_names() -> None:
    assert claims("""
        The   DT  2 det
        mayor NN  6 nsubj
        ,     ,   2 punct
        Roe   NNP 6 nsubj
        ,     ,   4 punct
        won   VBD 0 root lemma=win
        .     .   6 punct
    """) == ["The mayor | won | - | actual"]


def test_as_makes_a_phrase_of_the_first() -> None:
    assert claims("""
        As      IN  6 mark
        a       DT  3 det
        senator NN  6 nsubj
        ,       ,   3 punct
        she     PRP 6 nsubj
        opposed VBD 0 root lemma=oppose
        it      PRP 6 obj
        .       .   6 punct
    """) == ["she | opposed | it | actual"]


def test_the_verb_behind_a_relative_clause_is_the_main_one() -> None:
    assert claims("""
        Ann    NNP 4 nsubj
        ,      ,   4 punct
        who    WP  4 nsubj
        taught VBD 0 root lemma=teach
        Latin  NNP 4 obj
        ,      ,   1 punct
        died   VBD 4 conj lemma=die
        .      .   4 punct
    """) == ["Ann | taught | Latin | actual", "Ann | died | - | actual"]


def test_what_is_set_before_a_verb_without_subject_is_that() -> None:
    assert claims("""
        One       CD  7 dislocated
        of        IN  3 case
        them      PRP 1 nmod
        ,         ,   1 punct
        Roe       NNP 1 appos
        ,         ,   1 punct
        dissented VBD 0 root lemma=dissent
        .         .   7 punct
    """) == ["One of them | dissented | - | actual"]


def test_were_before_a_subject_and_an_infinitive_means_if() -> None:
    assert claims("""
        Were  VBD 9 cop lemma=be
        the   DT  3 det
        king  NN  9 nsubj
        to    TO  5 mark
        die   VB  3 acl lemma=die
        ,     ,   9 punct
        heirs NNS 9 nsubj
        would MD  9 aux
        sue   VB  0 root lemma=sue
        .     .   9 punct
    """) == ["the king | to die | - | conditional", "heirs | would sue | - | conditional"]


def test_a_time_before_a_semicolon_goes_with_what_precedes() -> None:
    doc = build("""
        They  PRP 2 nsubj
        paid  VBD 0 root lemma=pay
        this  DT  4 det
        year  NN  7 obl:tmod
        ;     ,   7 punct
        unions NNS 7 nsubj
        want  VBP 2 parataxis lemma=want
        more  JJR 7 obj
        .     .   2 punct
    """)
    paid, want = clauses(doc)
    assert [a.role for a in paid.arguments] == ["time"]
    assert [a.role for a in want.arguments] == ["object"]


def test_a_time_behind_a_colon_goes_with_what_follows() -> None:
    doc = build("""
        Nurses NNS 2 nsubj
        blame  VBP 0 root
        him    PRP 2 obj
        :      :   9 punct
        last   JJ  6 amod
        year   NN  2 obl:tmod
        ,      ,   6 punct
        he     PRP 9 nsubj
        left   VBD 2 parataxis lemma=leave
        .      .   2 punct
    """)
    blame, left = clauses(doc)
    assert [a.role for a in blame.arguments] == ["object"]
    assert [a.role for a in left.arguments] == ["time"]


def test_a_noun_behind_a_semicolon_goes_with_the_verb_behind_it() -> None:
    assert "Chad | urged | calm | actual" in claims("""
        Togo    NNP 2 nsubj
        said    VBD 0 root lemma=say
        it      PRP 4 nsubj
        closed  VBD 2 ccomp lemma=close
        ;       ,   6 punct
        Chad    NNP 4 nsubj
        ,       ,   6 punct
        which   WDT 10 nsubj
        also    RB  10 advmod
        trades  VBZ 6 acl:relcl lemma=trade
        ,       ,   6 punct
        urged   VBD 2 parataxis lemma=urge
        calm    NN  12 obj
        .       .   2 punct
    """)


def test_a_name_right_behind_an_office_is_part_of_the_subject() -> None:
    assert claims("""
        Clerk NNP 6 nsubj
        of    IN  3 case
        works NNS 1 nmod
        Ann   NNP 6 nsubj
        Roe   NNP 4 flat
        won   VBD 0 root lemma=win
        .     .   6 punct
    """) == ["Clerk of works Ann Roe | won | - | actual"]


def test_the_subject_before_the_reporting_verb_is_that_one_s() -> None:
    assert "It | drifted | - | actual" in claims("""
        It      PRP 2 nsubj
        sank    VBD 8 ccomp lemma=sink
        and     CC  4 cc
        drifted VBD 2 conj lemma=drift
        ,       ,   7 punct
        the     DT  7 det
        skipper NN  4 nsubj
        told    VBD 0 root lemma=tell
        judges  NNS 8 obj
        .       .   8 punct
    """)
