"""Slips inside a clause: Docs that are parsed wrong, and read right all the same, with the counter-example beside each."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from newsclaims.annotate.marks import Marks
from newsclaims.extract.candidates import candidates
from newsclaims.extract.clause import Argument
from newsclaims.extract.reader import clauses
from tests.docs import build, text
from tests.extract.reading import claims, phrase, reading, subject


def told(doc: Doc) -> tuple[str | None, str | None, str | None]:
    """Actor, action and target of the only claim."""
    (found,) = candidates(doc, clauses(doc), (), Marks())
    return _words(doc, found.actor), text(doc, (found.clause.start, found.clause.end)), _words(doc, found.target)


def rest(doc: Doc) -> list[tuple[str, str]]:
    (found,) = candidates(doc, clauses(doc), (), Marks())
    return [(one.role, doc[one.start : one.end].text) for one in found.arguments]


def _words(doc: Doc, one: Argument | None) -> str | None:
    return None if one is None else doc[one.start : one.end].text


TOLD = {
    "a name beside its title": (
        "The DT 3 det\ntrade NN 3 compound\nunion NN 5 nsubj\nUSDAL NNP 5 nsubj\nstruck VBD 0 root lemma=strike",
        ("The trade union USDAL", "struck", None),
    ),
    "a name beside its title, behind a preposition": (
        "She PRP 3 nsubj:pass\nwas VBD 3 aux:pass lemma=be\nseconded VBN 0 root lemma=second\nby IN 6 case\n"
        "Cllr NNP 3 obl:agent\nTom NNP 3 obl:agent\nBird NNP 6 flat",
        ("Cllr Tom Bird", "was seconded", "She"),
    ),
    "a title taken for a recipient": (
        "The DT 2 det\nreferee NN 3 nsubj\nbooked VBD 0 root lemma=book\nkeeper NN 3 iobj\nIan NNP 3 obj\nPoe NNP 5 flat",
        ("The referee", "booked", "keeper Ian Poe"),
    ),
    "a recipient stays one": (
        "Oslo NNP 2 nsubj\nsent VBD 0 root lemma=send\nthe DT 4 det\nking NN 2 iobj\nStatoil NNP 2 obj",
        ("Oslo", "sent", "the king"),
    ),
    "a recipient before a number": (
        "Oslo NNP 2 nsubj\nsold VBD 0 root lemma=sell\nthe DT 6 det\nnavy NN 6 compound\ntwo CD 6 nummod\nships NNS 2 obj",
        ("Oslo", "sold", "the navy"),
    ),
    "a recipient under the object's label": (
        "Oslo NNP 2 nsubj\nsold VBD 0 root lemma=sell\nthe DT 6 det\nnavy NN 2 obj\ntwo CD 6 nummod\nships NNS 2 obj",
        ("Oslo", "sold", "the navy"),
    ),
    "a type with a number": (
        "Oslo NNP 2 nsubj\nsold VBD 0 root lemma=sell\nBoeing NNP 5 compound\n737 CD 5 nummod\njets NNS 2 obj",
        ("Oslo", "sold", "Boeing 737 jets"),
    ),
    "an object behind a particle": (
        "We PRP 2 nsubj\npass VBP 0 root\non RP 2 compound:prt\nevery DT 5 det\ncost NN 2 obl",
        ("We", "pass on", "every cost"),
    ),
    "a plea": (
        "He PRP 2 nsubj\npleaded VBD 0 root lemma=plead\nnot RB 2 advmod\nguilty JJ 2 xcomp",
        ("He", "pleaded", "not guilty"),
    ),
    "no longer": (
        "It PRP 6 nsubj\nwas VBD 6 cop lemma=be\nno RB 4 advmod\nlonger RBR 6 advmod\na DT 6 det\nport NN 0 root",
        ("It", "was no longer", "a port"),
    ),
    "no better": (
        "Bees NNS 2 nsubj\ndid VBD 0 root lemma=do\nno RB 4 advmod\nbetter RBR 2 advmod",
        ("Bees", "did", None),
    ),
    "an intransitive past": (
        "A DT 2 det\ntram NN 3 nsubj:pass\nderailed VBD 0 root lemma=derail\n. . 3 punct",
        ("A tram", "derailed", None),
    ),
    "a headline's passive": (
        "Nurse NN 2 nsubj\ncleared VBD 0 root lemma=clear\nof IN 4 case\ntheft NN 2 obl",
        (None, "cleared", "Nurse"),
    ),
    "a sentence with its article": (
        "The DT 2 det\nsky NN 3 nsubj\ncleared VBD 0 root lemma=clear\nby IN 5 case\nnoon NN 3 obl",
        ("The sky", "cleared", None),
    ),
    "due to": (
        "She PRP 3 nsubj\nis VBZ 5 cop lemma=be\ndue JJ 5 case\nto IN 3 fixed\nspeak VB 0 root",
        ("She", "is due to speak", None),
    ),
    "due to a thing": (
        "It PRP 5 nsubj\nis VBZ 5 cop lemma=be\ndue JJ 5 case\nto IN 3 fixed\nfog NN 0 root",
        ("It", "is", "due to fog"),
    ),
    "a participle of state": (
        "Farmers NNS 3 nsubj:pass\nwere VBD 3 aux:pass lemma=be\nworried VBN 0 root lemma=worry",
        ("Farmers", "were", "worried"),
    ),
    "its agent": (
        "Farmers NNS 3 nsubj:pass\nwere VBD 3 aux:pass lemma=be\nstunned VBN 0 root lemma=stun\n"
        "by IN 5 case\nhail NN 3 obl:agent",
        ("hail", "were stunned", "Farmers"),
    ),
    "a state only in the present": (
        "Maps NNS 3 nsubj:pass\nwere VBD 3 aux:pass lemma=be\nlost VBN 0 root lemma=lose",
        (None, "were lost", "Maps"),
    ),
    "an infinitive behind an object": (
        "They PRP 2 nsubj\nallowed VBD 0 root lemma=allow\nships NNS 2 obj\nof IN 5 case\nfood NN 3 nmod\nto TO 7 mark\n"
        "pass VB 5 acl",
        ("They", "allowed", "ships of food"),
    ),
    "an infinitive of an aim": (
        "They PRP 2 nsubj\nallowed VBD 0 root lemma=allow\nplans NNS 2 obj lemma=plan\nto TO 5 mark\nbuild VB 3 acl",
        ("They", "allowed", "plans to build"),
    ),
    "due somewhere": (
        "He PRP 5 nsubj\nis VBZ 5 cop lemma=be\ndue JJ 0 root\nin IN 5 case\nOslo NNP 3 obl",
        ("He", "is", "due"),
    ),
    "seen leaving": (
        "She PRP 3 nsubj:pass\nwas VBD 3 aux:pass lemma=be\nseen VBN 0 root lemma=see\nleaving VBG 3 xcomp lemma=leave",
        (None, "was seen", "She"),
    ),
    "somebody missing": (
        "31 CD 3 nsubj\nwere VBD 3 aux lemma=be\nmissing VBG 0 root lemma=miss",
        ("31", "were", "missing"),
    ),
    "somebody missing something": (
        "They PRP 3 nsubj\nwere VBD 3 aux lemma=be\nmissing VBG 0 root lemma=miss\nfuel NN 3 obj",
        ("They", "were missing", "fuel"),
    ),
    "who is let do something": (
        "Guards NNS 2 nsubj\nlet VBD 0 root\nprisoners NNS 4 nsubj\nsmoke VB 2 xcomp",
        ("Guards", "let", "prisoners"),
    ),
    "an amount": (
        "It PRP 2 nsubj\nsank VBD 0 root lemma=sink\nnine CD 4 nummod\nmetres NNS 2 obl:unmarked",
        ("It", "sank", "nine metres"),
    ),
    "a distance from something": (
        "It PRP 2 nsubj\nsank VBD 0 root lemma=sink\nnine CD 4 nummod\n"
        "miles NNS 2 obl:unmarked\noff IN 6 case\nCrete NNP 4 nmod",
        ("It", "sank", None),
    ),
    "seems to be due to": (
        "It PRP 2 nsubj\nseems VBZ 0 root lemma=seem\nto TO 7 mark\nbe VB 7 cop\ndue JJ 7 case\nto IN 5 fixed\nfog NN 2 obl",
        ("It", "seems to be", "due to fog"),
    ),
    "a title in straight quotes": (
        "Her PRP$ 2 nmod:poss\nbook NN 6 nsubj\n\" `` 4 punct\n~Salt NNP 2 appos\n~\" '' 4 punct\n"
        "sold VBD 0 root lemma=sell",
        ('Her book "Salt"', "sold", None),
    ),
}


@pytest.mark.parametrize("name", TOLD)
def test_what_is_told(name: str) -> None:
    table, expected = TOLD[name]
    assert told(build(table)) == expected


SCORES = {
    "in three words": (
        "City NNP 2 nsubj\nbeat VBD 0 root\nRovers NNP 2 obj\n2 CD 2 obl:unmarked\n- SYM 6 case\n1 CD 4 nmod",
        [("adverb", "2 - 1")],
    ),
    "in one, hung on the object": (
        "City NNP 2 nsubj\nwon VBD 0 root lemma=win\nthe DT 4 det\nderby NN 2 obj\n3–1 CD 4 nmod:unmarked",
        [("adverb", "3–1")],
    ),
    "no score": (
        "City NNP 2 nsubj\nwon VBD 0 root lemma=win\nthe DT 4 det\nrace NN 2 obj\n2019 CD 4 nmod:unmarked",
        [],
    ),
}


@pytest.mark.parametrize("name", SCORES)
def test_scores(name: str) -> None:
    table, expected = SCORES[name]
    assert rest(build(table)) == expected


def test_a_relative_clause_goes_with_the_title() -> None:
    doc = build("""
        The     DT  2 det
        referee NN  3 nsubj
        booked  VBD 0 root  lemma=book
        keeper  NN  3 obj
        Ian     NNP 3 obj
        Poe     NNP 5 flat
        ,       ,   8 punct
        who     WP  9 nsubj
        swore   VBD 5 acl:relcl lemma=swear
    """)
    _, swore = candidates(doc, clauses(doc), (), Marks())
    assert _words(doc, swore.actor) == "keeper Ian Poe"


def test_some_of_whom_is_the_antecedent_and_leaves_no_gap() -> None:
    doc = build("""
        Drivers NNS 8 nsubj
        ,       ,   6 punct
        some    DT  6 nsubj
        of      IN  5 case
        whom    WP  3 nmod
        waited  VBD 1 acl:relcl lemma=wait
        ,       ,   1 punct
        left    VBD 0 root  lemma=leave
    """)
    waited = next(one for one in candidates(doc, clauses(doc), (), Marks()) if doc[one.clause.head].text == "waited")
    assert (_words(doc, waited.actor), _words(doc, waited.target)) == ("Drivers", None)


def test_a_day_behind_the_subject_is_the_verbs() -> None:
    doc = build("""
        courts   NNS 4 nsubj
        on       IN  3 case
        Thursday NNP 1 nmod
        struck   VBD 0 root
        back     RB  4 advmod
    """)
    found = next(one for one in clauses(doc) if doc[one.head].text == "struck")
    assert found.subject is not None
    assert doc[found.subject.start : found.subject.end].text == "courts"
    assert ("oblique", "Thursday") in [(one.role, doc[one.head].text) for one in found.arguments]


def test_what_a_hyphen_joins_stays_together() -> None:
    doc = build("""
        It    PRP  2 nsubj
        gave  VBD  0 root lemma=give
        its   PRP$ 4 nmod:poss
        go    NN   2 obj
        -     HYPH 4 punct
        ahead RB   2 advmod
    """)
    assert [phrase(doc, one) for one in reading(doc)["gave"].arguments if one.role == "object"] == ["its go - ahead"]


def test_what_a_hyphen_joins_is_one_subject() -> None:
    doc = build("""
        Strip   NN   4 nsubj
        -       HYPH 3 punct
        mining  NN   4 nsubj
        poisons VBZ  0 root lemma=poison
        wells   NNS  4 obj
    """)
    assert subject(doc, reading(doc)["poisons"]) == "Strip - mining"


def test_the_second_thing_of_a_list_is_no_other_name() -> None:
    assert claims("""
        Thieves NNS 2 nsubj
        took    VBD 0 root lemma=take
        a       DT  4 det
        lamp    NN  2 obj
        ,       ,   7 punct
        two     CD  7 nummod
        clocks  NNS 4 appos
        and     CC  10 cc
        a       DT  10 det
        ring    NN  7 conj
        .       .   2 punct
    """) == ["Thieves | took | a lamp, two clocks and a ring | actual"]


def test_who_is_fined_stands_before_the_sum() -> None:
    assert claims("""
        It      PRP 2 nsubj
        fined   VBD 0 root lemma=fine
        Cobrex  NNP 6 nmod:poss
        41      CD  5 compound
        million CD  6 nummod
        soles   NNS 2 obj
        .       .   2 punct
    """) == ["It | fined | Cobrex | actual"]


def test_what_stands_between_marks_is_what_it_is_called() -> None:
    assert claims("""
        Roe    NNP 2 nsubj
        called VBD 0 root lemma=call
        the    DT  4 det
        vote   NN  2 obj
        “      ``  6 punct
        fair   JJ  4 acl
        and    CC  8 cc
        free   JJ  6 conj
        ”      ''  6 punct
        .      .   2 punct
    """) == ["Roe | called | the vote | actual"]


def test_what_more_stands_before_is_the_verb_s() -> None:
    assert claims("""
        Ports NNS 2 nsubj
        rely  VBP 0 root lemma=rely
        less  RBR 2 advmod
        on    IN  5 case
        oil   NN  3 obl
        .     .   2 punct
    """) == ["Ports | rely | oil | actual"]


def test_a_day_is_no_name_of_those_before_it() -> None:
    assert claims("""
        She       PRP 2 nsubj
        spoke     VBD 0 root lemma=speak
        to        IN  4 case
        reporters NNS 2 obl lemma=reporter
        Sunday    NNP 2 obl:unmarked
        .         .   2 punct
    """) == ["She | spoke | reporters | actual"]


def test_a_noun_between_article_and_subject_is_part_of_it() -> None:
    assert claims("""
        The    DT  4 det
        number NN  5 nsubj
        two    CD  4 nummod
        leader NN  5 nsubj
        urged  VBD 0 root lemma=urge
        calm   NN  5 obj
        .      .   5 punct
    """) == ["The number two leader | urged | calm | actual"]


def test_some_of_those_found() -> None:
    assert claims("""
        Divers    NNS 2 nsubj
        found     VBD 0 root lemma=find
        nine      CD  4 nummod
        men       NNS 2 obj lemma=man
        ,         ,   8 punct
        including VBG 7 case
        some      DT  8 nsubj
        believed  VBN 4 acl lemma=believe
        to        TO  10 mark
        flee      VB  8 xcomp
        .         .   2 punct
    """) == ["Divers | found | nine men | actual"]


def test_a_participle_with_a_hyphen_before_a_number_is_a_verb() -> None:
    assert claims("""
        The     DT  2 det
        guard   NN  3 nsubj
        has     VBZ 0 root lemma=have
        test    NN  6 compound
        ~-      HYPH 4 punct
        ~fired  VBN 8 amod lemma=fire
        several JJ  8 amod
        guns    NNS 3 obj
        .       .   3 punct
    """) == ["The guard | has test-fired | several guns | actual"]


def test_a_phrase_ends_before_another_ones_verb() -> None:
    assert claims("""
        She     PRP 2 nsubj
        visited VBD 0 root lemma=visit
        Malta   NNP 2 obj
        to      TO  5 mark
        dine    VB  2 advcl
        ,       ,   8 punct
        and     CC  8 cc
        Chad    NNP 3 conj
        .       .   2 punct
    """) == ["She | visited | Malta | actual"]
