"""What is said goes on behind a reporting clause, or the reporting clause does: Docs built by hand."""

from __future__ import annotations

import pytest

from tests.docs import build
from tests.extract.reading import phrase, reading
from tests.extract.test_attribution import found, shown

BEHIND = """
    Bombs    NNS 2 nsubj
    fell     VBD 5 ccomp lemma=fall
    ,        , 5 punct
    police   NNS 5 nsubj
    said     VBD 0 root lemma=say
    ,        , 7 punct
    {verb}  VBG 5 advcl lemma={lemma}
    nine     CD 7 obj
    .        . 5 punct
"""


@pytest.mark.parametrize(
    ("verb", "lemma", "contents"),
    [
        ("killing", "kill", ["Bombs fell", "killing nine"]),
        ("pointing", "point", ["Bombs fell"]),
        ("naming", "name", ["Bombs fell"]),
    ],
)
def test_what_happened_is_said_how_it_is_said_is_not(verb: str, lemma: str, contents: list[str]) -> None:
    doc, attributions = found(BEHIND.format(verb=verb, lemma=lemma))
    assert [shown(doc, one) for one in attributions] == [("police", "said", contents)]


@pytest.mark.parametrize(("noun", "contents"), [("letter", ["It sank"]), ("storm", ["It sank", "in a storm"])])
def test_the_occasion_is_no_part_of_what_is_said(noun: str, contents: list[str]) -> None:
    doc, attributions = found(f"""
        It    PRP 2 nsubj
        sank  VBD 5 ccomp lemma=sink
        ,     , 5 punct
        Roe   NNP 5 nsubj ent=PERSON
        said  VBD 0 root lemma=say
        ,     , 9 punct
        in    IN 9 case
        a     DT 9 det
        {noun} NN 5 obl
        .     . 5 punct
    """)
    assert [shown(doc, one) for one in attributions] == [("Roe", "said", contents)]


def test_nothing_outside_the_marks_is_said() -> None:
    doc, attributions = found("""
        “      `` 3 punct
        It     PRP 3 nsubj
        sank   VBD 7 ccomp lemma=sink
        ,      , 3 punct
        ”      '' 3 punct
        Roe    NNP 7 nsubj ent=PERSON
        said   VBD 0 root lemma=say
        ,      , 9 punct
        opening VBG 3 advcl lemma=open
        it     PRP 9 obj
        .      . 7 punct
    """)
    assert [shown(doc, one)[2] for one in attributions] == [["“It sank,”"]]
    assert phrase(doc, reading(doc)["opening"].subject) == "Roe"


@pytest.mark.parametrize(
    ("verb", "lemma", "who"), [("adding", "add", "Police"), ("claiming", "claim", "Roe"), ("citing", "cite", "Police")]
)
def test_who_adds_is_who_speaks(verb: str, lemma: str, who: str) -> None:
    doc = build(f"""
        Police  NNS 2 nsubj
        said    VBD 0 root lemma=say
        Roe     NNP 4 nsubj ent=PERSON
        fled    VBD 2 ccomp lemma=flee
        ,       , 6 punct
        {verb}  VBG 4 advcl lemma={lemma}
        help    NN 6 obj
        .       . 2 punct
    """)
    assert phrase(doc, reading(doc)[verb].subject) == who


@pytest.mark.parametrize(("speaker", "tag", "who"), [("Ann", "NNP", "Ann"), ("Police", "NNS", "he")])
def test_a_pronoun_that_cannot_be_the_speaker_speaks_itself(speaker: str, tag: str, who: str) -> None:
    doc = build(f"""
        {speaker} {tag} 2 nsubj
        said    VBD 0 root lemma=say
        he      PRP 4 nsubj
        fled    VBD 2 ccomp lemma=flee
        ,       , 6 punct
        arguing VBG 4 advcl lemma=argue
        that    IN 9 mark
        it      PRP 9 nsubj
        burned  VBD 6 ccomp lemma=burn
        .       . 2 punct
    """)
    assert phrase(doc, reading(doc)["arguing"].subject) == who


@pytest.mark.parametrize(("noun", "contents"), [("summer", ["In summer", "it sank"]), ("interview", ["it sank"])])
def test_what_is_said_begins_before(noun: str, contents: list[str]) -> None:
    doc, attributions = found(f"""
        In    IN 2 case
        {noun} NN 5 obl
        ,     , 5 punct
        Roe   NNP 5 nsubj ent=PERSON
        said  VBD 0 root lemma=say
        ,     , 8 punct
        it    PRP 8 nsubj
        sank  VBD 5 ccomp lemma=sink
        .     . 5 punct
    """)
    assert [shown(doc, one) for one in attributions] == [("Roe", "said", contents)]


def test_the_hearer_says_nothing() -> None:
    assert not found("""
        Do    VBP 3 aux
        you   PRP 3 nsubj
        think VB 0 root lemma=think
        it    PRP 5 nsubj
        sank  VBD 3 ccomp lemma=sink
        ?     . 3 punct
    """)[1]


def test_in_a_relative_clause_only_that_clause_is_attributed() -> None:
    doc, attributions = found("""
        Men        NNS 8 nsubj lemma=man
        who        WP 7 nsubj
        ,          , 6 punct
        according  VBG 6 case lemma=accord
        to         IN 4 fixed
        Roe        NNP 7 obl ent=PERSON
        fled       VBD 1 acl:relcl lemma=flee
        returned   VBD 0 root lemma=return
        .          . 8 punct
    """)
    assert [shown(doc, one) for one in attributions] == [("Roe", "according to", ["who", "fled"])]
