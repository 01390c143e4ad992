"""Which of two verbs a coordinated one goes with, told by tense: Docs that are parsed wrong, and read right all the same."""

from __future__ import annotations

from tests.docs import build
from tests.extract.reading import claims, reading, subject


def test_a_list_behind_had_stays_the_content() -> None:
    doc = build("""
        Oslo       NNP 2 nsubj
        said       VBD 0 root lemma=say
        it         PRP 5 nsubj
        had        VBD 5 aux
        lost       VBN 2 ccomp lemma=lose
        money      NN  5 obj
        ,          ,   8 punct
        apologised VBD 5 conj lemma=apologise
        and        CC  10 cc
        warned     VBD 5 conj lemma=warn
        clients    NNS 10 obj
    """)
    found = reading(doc)
    assert subject(doc, found["apologised"]) == "it"
    assert subject(doc, found["warned"]) == "it"


def test_a_past_beside_would_goes_with_the_reporting_verb() -> None:
    doc = build("""
        Amsel     NNP 2 nsubj
        announced VBD 0 root lemma=announce
        ports     NNS 5 nsubj
        would     MD  5 aux
        close     VB  2 ccomp
        and       CC  7 cc
        left      VBD 5 conj lemma=leave
    """)
    assert subject(doc, reading(doc)["left"]) == "Amsel"


def test_a_present_beside_a_past_content_goes_with_says() -> None:
    doc = build("""
        It      PRP 2 nsubj
        says    VBZ 0 root lemma=say
        mines   NNS 5 nsubj
        were    VBD 5 cop lemma=be
        unsafe  JJ  2 ccomp
        and     CC  7 cc
        urges   VBZ 5 conj lemma=urge
        repairs NNS 7 obj
    """)
    assert subject(doc, reading(doc)["urges"]) == "It"


def test_a_present_beside_a_present_content_stays() -> None:
    doc = build("""
        It      PRP 2 nsubj
        says    VBZ 0 root lemma=say
        Bonn    NNP 4 nsubj
        owns    VBZ 2 ccomp lemma=own
        mines   NNS 4 obj
        and     CC  7 cc
        runs    VBZ 4 conj lemma=run
        ports   NNS 7 obj
    """)
    assert subject(doc, reading(doc)["runs"]) == "Bonn"


def test_an_auxiliary_of_the_content_carries_a_list_on() -> None:
    doc = build("""
        Bonn     NNP 2 nsubj
        said     VBD 0 root lemma=say
        it       PRP 5 nsubj
        had      VBD 5 aux
        paid     VBN 2 ccomp lemma=pay
        ,        ,   8 punct
        was      VBD 8 aux lemma=be
        hiring   VBG 2 conj lemma=hire
        and      CC  10 cc
        expected VBD 2 conj lemma=expect
        profits  NNS 10 obj
    """)
    found = reading(doc)
    assert subject(doc, found["hiring"]) == "it"
    assert subject(doc, found["expected"]) == "it"


def test_would_not_say_stays_with_the_reporting_verb() -> None:
    doc = build("""
        Bonn  NNP 2 nsubj
        said  VBD 0 root lemma=say
        it    PRP 5 nsubj
        had   VBD 5 aux
        paid  VBN 2 ccomp lemma=pay
        but   CC  9 cc
        would MD  9 aux
        not   RB  9 advmod
        say   VB  2 conj
    """)
    assert subject(doc, reading(doc)["say"]) == "Bonn"


def test_a_singular_behind_a_plural_goes_with_the_speaker() -> None:
    doc = build("""
        Bonn   NNP 2 nsubj
        says   VBZ 0 root lemma=say
        people NNS 4 nsubj
        fled   VBD 2 ccomp lemma=flee
        and    CC  7 cc
        has    VBZ 7 aux lemma=have
        asked  VBN 4 conj lemma=ask
    """)
    assert subject(doc, reading(doc)["asked"]) == "Bonn"


def test_an_object_behind_three_verbs_is_that_of_all() -> None:
    doc = build("""
        Bonn  NNP 2 nsubj
        owns  VBZ 0 root lemma=own
        ,     ,   4 punct
        mends VBZ 2 conj lemma=mend
        and   CC  6 cc
        sells VBZ 2 conj lemma=sell
        boats NNS 4 obj
    """)
    found = reading(doc)
    for verb in ("owns", "mends", "sells"):
        assert [(one.role, doc[one.head].text) for one in found[verb].arguments] == [("object", "boats")]


def test_a_pronoun_that_goes_back_keeps_its_verb_in_the_content() -> None:
    doc = build("""
        Amsel    NNP 2 nsubj
        said     VBD 0 root lemma=say
        she      PRP 5 nsubj
        had      VBD 5 aux
        smelled  VBN 2 ccomp lemma=smell
        gas      NN  5 obj
        and      CC  8 cc
        reported VBD 5 conj lemma=report
        it       PRP 8 obj
    """)
    assert subject(doc, reading(doc)["reported"]) == "she"


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


def test_a_verb_in_the_singular_is_not_that_of_speakers() -> None:
    assert (
        claims("""
        Lawyers NNS 2 nsubj
        argued  VBD 0 root lemma=argue
        she     PRP 5 nsubj
        is      VBZ 5 cop lemma=be
        naive   JJ  2 ccomp
        and     CC  8 cc
        was     VBD 8 aux:pass lemma=be
        misled  VBN 2 conj lemma=mislead
        .       .   2 punct
    """)[-1]
        == "- | was misled | she | actual"
    )


def test_a_verb_in_the_plural_is_that_of_speakers() -> None:
    assert (
        claims("""
        Monks NNS 2 nsubj
        say   VBP 0 root lemma=say
        the   DT  4 det
        vote  NN  6 nsubj
        was   VBD 6 cop lemma=be
        fair  JJ  2 ccomp
        and   CC  9 cc
        have  VBP 9 aux
        urged VBN 6 conj lemma=urge
        calm  NN  9 obj
        .     .   2 punct
    """)[-1]
        == "Monks | have urged | calm | actual"
    )
