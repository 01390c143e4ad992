"""Subjects hung on the wrong word: Docs that are parsed wrong, and read right all the same."""

from __future__ import annotations

from tests.docs import build
from tests.extract.reading import claims, phrases, reading, subject


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


def test_of_two_subjects_the_first_is_the_contents() -> None:
    doc = build("""
        Rent     NN  3 nsubj
        ,        ,   3 punct
        says     VBZ 0 root lemma=say
        Kofi     NNP 3 nsubj
        Mensah   NNP 4 flat
        ,        ,   3 punct
        exploded VBD 3 ccomp
        .        .   3 punct
    """)
    found = reading(doc)
    assert found["exploded"].subject is not None
    assert doc[found["exploded"].subject.head].text == "Rent"


def test_of_two_subjects_before_said_the_first_is_the_contents() -> None:
    doc = build("""
        Norway    NNP 9 nsubj
        gave      VBD 9 ccomp
        Kyiv      NNP 2 iobj
        radars    NNS 2 obj
        Monday    NNP 2 obl:unmarked
        ,         ,   9 punct
        the       DT  8 det
        ministry  NN  9 nsubj
        said      VBD 0 root lemma=say
        .         .   9 punct
    """)
    found = reading(doc)
    assert subject(doc, found["gave"]) == "Norway"
    assert subject(doc, found["said"]) == "the ministry"


def test_of_two_subjects_around_said_without_a_comma_the_second_is_the_contents() -> None:
    doc = build("""
        Roe   NNP 2 nsubj
        said  VBD 0 root lemma=say
        the   DT  4 det
        aim   NN  2 nsubj
        was   VBD 7 cop lemma=be
        to    TO  7 mark
        win   VB  2 ccomp
        .     .   2 punct
    """)
    found = reading(doc)
    assert subject(doc, found["said"]) == "Roe"
    assert subject(doc, found["was"]) == "the aim"


def test_a_speaker_with_a_description_is_no_subject_of_the_content() -> None:
    doc = build("""
        Roe     NNP 9 nsubj
        ,       ,   4 punct
        a       DT  4 det
        nurse   NN  1 appos
        ,       ,   1 punct
        said    VBD 0 root lemma=say
        she     PRP 9 nsubj
        would   MD  9 aux
        stay    VB  6 ccomp
        .       .   6 punct
    """)
    found = reading(doc)
    assert subject(doc, found["said"]) == "Roe"
    assert subject(doc, found["stay"]) == "she"


def test_a_speaker_behind_said_is_no_subject_of_what_stands_before() -> None:
    doc = build("""
        The     DT  2 det
        ad      NN  4 nsubj
        may     MD  4 aux
        run     VB  6 ccomp
        ,       ,   6 punct
        said    VBD 0 root lemma=say
        Roe     NNP 4 nsubj
        .       .   6 punct
    """)
    found = reading(doc)
    assert subject(doc, found["said"]) == "Roe"
    assert subject(doc, found["run"]) == "The ad"


def test_one_subject_of_the_content_stays_there() -> None:
    """ "Said" without a subject takes none that the content needs."""
    doc = build("""
        It     PRP 2 nsubj
        rains  VBZ 4 ccomp
        ,      ,   4 punct
        said   VBD 0 root lemma=say
        .      .   4 punct
    """)
    found = reading(doc)
    assert found["said"].subject is None
    assert subject(doc, found["rains"]) == "It"


def test_a_noun_read_into_a_finite_verb_is_its_subject() -> None:
    doc = build("""
        The        DT  2 det
        loan       NN  8 nsubj
        ,          ,   6 punct
        the        DT  6 det
        opposition NN  6 compound
        claims     VBZ 2 appos lemma=claim
        ,          ,   2 punct
        broke      VBD 0 root lemma=break
        the        DT  10 det
        law        NN  8 obj
        .          .   8 punct
    """)
    found = reading(doc)
    assert subject(doc, found["claims"]) == "the opposition"
    assert subject(doc, found["broke"]) == "The loan"
    assert found["claims"].kind == "parenthetical"


def test_a_compound_of_a_noun_stays_one() -> None:
    doc = build("""
        The        DT  3 det
        opposition NN  3 compound
        claims     NNS 4 nsubj lemma=claim
        failed     VBD 0 root
        .          .   4 punct
    """)
    assert subject(doc, reading(doc)["failed"]) == "The opposition claims"


def test_a_noun_behind_a_conjunction_is_its_verbs_subject() -> None:
    doc = build("""
        Ten     CD  2 nsubj
        died    VBD 0 root
        after   IN  6 mark
        a       DT  5 det
        fire    NN  2 obl
        swept   VBN 5 acl
        through IN  8 case
        Cebu    NNP 6 obl
        .       .   2 punct
    """)
    found = reading(doc)["swept"]
    assert found.kind in ("adverbial", "participial", "gerund")
    assert found.subject is not None
    assert doc[found.subject.start : found.subject.end].text == "a fire"


def test_a_name_behind_its_noun_is_no_second_subject() -> None:
    doc = build("""
        The     DT  2 det
        agency  NN  4 nsubj
        VZ      NNP 4 nsubj
        agrees  VBZ 0 root lemma=agree
        .       .   4 punct
    """)
    assert subject(doc, reading(doc)["agrees"]) == "The agency VZ"


def test_who_is_to_do_something_is_the_subject_of_it() -> None:
    doc = build("""
        rules  NNS 4 nsubj:outer
        were   VBD 4 cop lemma=be
        to     TO  4 mark
        take   VB  0 root
        effect NN  4 obj
    """)
    found = reading(doc)["take"]
    assert (doc[found.start : found.end].text, subject(doc, found), found.copular) == ("were to take", "rules", False)


def test_who_is_the_person_named_last() -> None:
    doc = build("""
        cases   NNS 0 root
        of      IN  3 case
        Diallo  NNP 1 nmod ent=PERSON
        ,       ,   6 punct
        who     WP  6 nsubj
        fled    VBD 1 acl:relcl lemma=flee
    """)
    assert subject(doc, reading(doc)["fled"]) == "Diallo"


def test_a_firm_is_to_do_something_and_an_aim_is_what_one_wants() -> None:
    table = """
        The  DT  2 det
        {}   NN  5 nsubj:outer
        is   VBZ 5 cop lemma=be
        to   TO  5 mark
        sell VB  0 root lemma=sell
        land NN  5 obj
        .    .   5 punct
    """
    assert claims(table.format("firm")) == ["The firm | is to sell | land | future"]
    assert claims(table.format("plan")) == ["The plan | is | to sell land | actual"]


def test_most_of_whom_stands_for_what_is_before_the_comma() -> None:
    assert "pilots | had left | - | actual" in claims("""
        It     PRP 2 nsubj
        hit    VBD 0 root lemma=hit
        pilots NNS 2 obj
        ,      ,   9 punct
        most   JJS 9 nsubj
        of     IN  7 case
        whom   WP  5 nmod
        had    VBD 9 aux lemma=have
        left   VBN 2 ccomp lemma=leave
        .      .   2 punct
    """)


def test_it_is_the_worst_of_its_kind() -> None:
    assert claims("""
        It   PRP 4 expl
        is   VBZ 4 cop lemma=be
        the  DT  4 det
        worst JJS 0 root
        to   TO  6 mark
        hit  VB  4 csubj lemma=hit
        Oslo NNP 6 obj
        .    .   4 punct
    """) == ["It | is | the worst to hit Oslo | actual"]


def test_what_is_somewhere_is_something() -> None:
    assert claims("""
        It       PRP 4 expl
        is       VBZ 4 cop lemma=be
        under    IN  4 case
        pressure NN  0 root
        to       TO  6 mark
        act      VB  4 acl
        .        .   4 punct
    """) == ["It | is | under pressure to act | actual"]


def test_who_does_it_in_a_relative_clause_without_pronoun() -> None:
    assert "farmers | have sold | the grain | actual" in claims("""
        Storms  NNS 2 nsubj lemma=storm
        hold    VBP 0 root
        the     DT  4 det
        grain   NN  2 obj
        farmers NNS 4 nmod lemma=farmer
        have    VBP 7 aux
        sold    VBN 4 acl:relcl lemma=sell
        .       .   2 punct
    """)
