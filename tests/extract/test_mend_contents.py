"""What is reported, hung on the wrong word: Docs that are parsed wrong, and read right all the same."""

from __future__ import annotations

from newsclaims.extract.reader import clauses
from tests.docs import build
from tests.extract.reading import claims, reading, subject


def test_what_is_said_in_a_statement_is_said() -> None:
    doc = build("""
        Oslo      NNP 2 nsubj
        said      VBD 0 root
        in        IN  5 case
        a         DT  5 det
        statement NN  2 obl
        that      IN  9 mark
        talks     NNS 9 nsubj
        had       VBD 9 aux
        failed    VBN 5 acl
        .         .   2 punct
    """)
    found = reading(doc)
    assert found["failed"].kind == "content"
    assert found["failed"].parent == found["said"].head


def test_a_clause_on_a_noun_stays_there_behind_a_verb_that_reports_nothing() -> None:
    doc = build("""
        Oslo   NNP 2 nsubj
        grew   VBD 0 root
        on     IN  5 case
        the    DT  5 det
        belief NN  2 obl
        that   IN  8 mark
        oil    NN  8 nsubj
        lasts  VBZ 5 acl
        .      .   2 punct
    """)
    found = reading(doc)
    assert found["lasts"].kind == "content"
    assert not any(one.role == "complement" for one in found["grew"].arguments)


def test_a_clause_right_behind_said_is_its_content() -> None:
    doc = build("""
        Bonn     NNP 2 nsubj
        said     VBD 0 root lemma=say
        finds    NNS 4 nsubj
        proved   VBD 2 advcl
        guilt    NN  4 obj
    """)
    assert reading(doc)["proved"].kind == "content"


def test_a_passive_demand_is_a_finite_content() -> None:
    doc = build("""
        Bonn     NNP 2 nsubj
        demanded VBD 0 root lemma=demand
        that     IN  6 mark
        boys     NNS 6 nsubj:pass
        be       VB  6 aux:pass
        freed    VBN 2 ccomp
    """)
    assert (reading(doc)["freed"].kind, reading(doc)["freed"].finite) == ("content", True)


def test_that_right_behind_a_verb_is_what_this_verb_reports() -> None:
    doc = build("""
        When      WRB 3 advmod
        Bonn      NNP 3 nsubj
        signalled VBD 9 advcl lemma=signal
        that      IN  6 mark
        it        PRP 6 nsubj
        yielded   VBD 9 ccomp
        ,         ,   3 punct
        Amsel     NNP 9 nsubj
        said      VBD 0 root lemma=say
    """)
    found = reading(doc)
    assert found["yielded"].parent == found["signalled"].head


def test_who_was_asked_did_not_ask() -> None:
    doc = build("""
        Dallas  NNP 3 nsubj
        ,       ,   3 punct
        asked   VBD 7 parataxis lemma=ask
        why     WRB 3 advmod
        ,       ,   3 punct
        calmly  RB  7 advmod
        said    VBD 0 root lemma=say
        so      RB  7 advmod
    """)
    assert subject(doc, reading(doc)["said"]) == "Dallas"


def test_a_participle_before_the_speaker_is_the_speakers() -> None:
    doc = build("""
        Addressing VBG 7 advcl lemma=address
        fans       NNS 1 obj
        ,          ,   1 punct
        Ruiz       NNP 5 nsubj
        said       VBD 0 root lemma=say
        referees   NNS 7 nsubj
        erred      VBD 5 ccomp lemma=err
    """)
    assert subject(doc, reading(doc)["Addressing"]) == "Ruiz"


def test_a_that_before_a_clause_with_its_object_is_a_conjunction() -> None:
    doc = build("""
        He       PRP 2 nsubj
        assured  VBD 0 root lemma=assure
        judges   NNS 2 obj
        that     WDT 6 obj
        he       PRP 6 nsubj
        paid     VBD 3 acl:relcl lemma=pay
        rent     NN  6 obj
    """)
    found = next(clause for clause in clauses(doc) if doc[clause.head].text == "paid")
    assert (found.kind, found.marker) == ("content", "that")
    assert [doc[one.head].text for one in found.arguments] == ["rent"]


def test_a_condition_belongs_to_what_is_said() -> None:
    assert "spill | would stop | - | conditional" in claims("""
        If      IN  3 mark
        dams    NNS 3 nsubj
        held    VBD 9 advcl lemma=hold
        ,       ,   3 punct
        spill   NN  7 nsubj
        would   MD  7 aux
        stop    VB  9 ccomp lemma=stop
        ,       ,   9 punct
        said    VBD 0 root lemma=say
        Roe     NNP 9 nsubj
        .       .   9 punct
    """)


def test_who_is_told_and_who_does_what_they_are_told() -> None:
    assert "his bank | will sue | Chad | future" in claims("""
        She     PRP 2 nsubj
        told    VBD 0 root lemma=tell
        clerks  NNS 9 nsubj
        in      IN  5 case
        Lima    NNP 3 nmod
        his     PRP$ 7 nmod:poss
        bank    NN  3 nmod
        will    MD  9 aux
        sue     VB  2 ccomp
        Chad    NNP 9 obj
        .       .   2 punct
    """)


def test_what_stands_before_a_verb_without_subject_is_its_subject() -> None:
    assert "the general | could sell | arms | possible" in claims("""
        Monks   NNS 2 nsubj
        fear    VBP 0 root
        the     DT  4 det
        general NN  2 obj
        ,       ,   8 punct
        who     WP  8 nsubj
        has     VBZ 8 aux lemma=have
        fled    VBN 4 acl:relcl lemma=flee
        ,       ,   4 punct
        could   MD  11 aux
        sell    VB  2 ccomp
        arms    NNS 11 obj lemma=arm
        .       .   2 punct
    """)
