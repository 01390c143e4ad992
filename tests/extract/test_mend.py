"""Parsers' usual slips: Docs that are parsed wrong, and read right all the same."""

from __future__ import annotations

from spacy.tokens import Doc

from newsclaims.extract.clause import Clause
from newsclaims.extract.mend import Words, mended
from newsclaims.extract.reader import clauses
from tests.docs import build


def reading(doc: Doc) -> dict[str, Clause]:
    return {doc[clause.head].text: clause for clause in clauses(doc)}


def phrases(doc: Doc, clause: Clause) -> list[str]:
    return [doc[one.start : one.end].text for one in clause.arguments]


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


def test_the_subject_of_a_linking_verb_is_not_that_of_its_predicate() -> None:
    doc = build("""
        The     DT  2 det
        road    NN  4 nsubj:pass
        remains VBZ 0 root
        closed  VBN 3 xcomp
        .       .   3 punct
    """)
    clause = reading(doc)["remains"]
    assert clause.subject is not None
    assert doc[clause.subject.start : clause.subject.end].text == "The road"
    assert phrases(doc, clause) == ["closed"]


def test_a_measure_is_no_agent() -> None:
    doc = build("""
        Prices  NNS 3 nsubj:pass
        were    VBD 3 aux:pass
        raised  VBN 0 root
        by      IN  6 case
        4       CD  6 nummod
        percent NN  3 obl
        .       .   3 punct
    """)
    (clause,) = clauses(doc)
    assert [one.role for one in clause.arguments] == ["oblique"]


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


def test_it_before_a_verb_with_an_object_is_a_subject() -> None:
    doc = build("""
        It      PRP 3 expl
        would   MD  3 aux
        seek    VB  0 root
        to      TO  5 mark
        recover VB  3 xcomp
        damages NNS 5 obj
        .       .   3 punct
    """)
    found = reading(doc)["recover"]
    assert found.subject is not None
    assert doc[found.subject.head].text == "It"


def test_it_that_announces_a_clause_is_none() -> None:
    doc = build("""
        It     PRP 2 expl
        seems  VBZ 0 root
        that   IN  5 mark
        talks  NNS 5 nsubj
        failed VBD 2 ccomp
        .      .   2 punct
    """)
    assert reading(doc)["seems"].subject is None


def test_a_cycle_is_left_alone() -> None:
    words = Words(forms=("a", "b", "c", "d"), void=(False,) * 4, reports=(True,) * 4)
    assert mended([1, 2, 0, 2], ["obl", "ccomp", "parataxis", "obl"], words)[0][:3] == [1, 2, 0]
