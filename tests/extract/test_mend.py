"""Parsers' usual slips: Docs that are parsed wrong, and read right all the same."""

from __future__ import annotations

from spacy.tokens import Doc

from newsclaims.extract.arcs import Words
from newsclaims.extract.clause import Clause
from newsclaims.extract.mend import mended
from newsclaims.extract.reader import clauses
from tests.docs import build
from tests.extract.reading import reading, subject


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


def test_a_plain_past_goes_with_said() -> None:
    doc = build("""
        Oslo    NNP 2 nsubj
        said    VBD 0 root  lemma=say
        it      PRP 5 nsubj
        had     VBD 5 aux
        lost    VBN 2 ccomp
        money   NN  5 obj
        and     CC  8 cc
        asked   VBD 5 conj lemma=ask
        clients NNS 8 obj
        .       .   2 punct
    """)
    found = reading(doc)
    assert found["asked"].conjunct_of == found["said"].head
    assert found["asked"].subject == found["said"].subject


def test_due_to_begin_is_a_chain() -> None:
    doc = build("""
        Work  NN  5 nsubj:outer
        is    VBZ 5 cop
        due   JJ  5 case
        to    TO  5 mark
        begin VB  0 root
        soon  RB  5 advmod
        .     .   5 punct
    """)
    (clause,) = clauses(doc)
    assert doc[clause.start : clause.end].text == "is due to begin"
    assert clause.subject is not None


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


def test_a_cycle_is_left_alone() -> None:
    words = Words(forms=("a", "b", "c", "d"), tags=("NN",) * 4, void=(False,) * 4, reports=(True,) * 4)
    assert mended([1, 2, 0, 2], ["obl", "ccomp", "parataxis", "obl"], words)[0][:3] == [1, 2, 0]


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


def test_a_name_behind_its_noun_is_no_second_subject() -> None:
    doc = build("""
        The     DT  2 det
        agency  NN  4 nsubj
        VZ      NNP 4 nsubj
        agrees  VBZ 0 root lemma=agree
        .       .   4 punct
    """)
    assert subject(doc, reading(doc)["agrees"]) == "The agency VZ"


def test_what_somebody_had_done_besides_stays_beside_it() -> None:
    """ "Pointed" reports nothing here, and so is no second verb of who speaks."""
    doc = build("""
        She      PRP 2 nsubj
        said     VBD 0 root lemma=say
        he       PRP 5 nsubj
        had      VBD 5 aux lemma=have
        knocked  VBN 2 ccomp lemma=knock
        and      CC  7 cc
        waved    VBD 5 conj lemma=wave
        .        .   2 punct
    """)
    assert subject(doc, reading(doc)["waved"]) == "he"


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
