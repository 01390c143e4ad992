"""Who passes on what somebody else said: Docs built by hand."""

from __future__ import annotations

import pytest

from tests.extract.test_attribution import found, shown

PASSIVE = """
    Roe     NNP 3 nsubj:pass ent=PERSON
    was     VBD 3 aux:pass lemma=be
    quoted  VBN 0 root lemma=quote
    {by}as      IN {as_} mark
    saying  VBG 3 advcl lemma=say
    it      PRP {sank} nsubj
    sank    VBD {saying} ccomp lemma=sink
    .       . 3 punct
"""
BY = """by      IN 5 case
    Tass    NNP 3 obl:agent ent=ORG
    """


def test_who_is_quoted_speaks_by_way_of_who_quotes() -> None:
    doc, attributions = found(PASSIVE.format(by=BY, as_=7, saying=7, sank=9))
    assert [shown(doc, one) for one in attributions] == [("Roe", "saying", ["it sank"]), ("Tass", "quoted", ["it sank"])]
    assert attributions[0].outer == 1


def test_nobody_need_be_said_to_quote() -> None:
    doc, attributions = found(PASSIVE.format(by="", as_=5, saying=5, sank=7))
    assert [(*shown(doc, one), one.outer) for one in attributions] == [("Roe", "saying", ["it sank"], None)]


@pytest.mark.parametrize("verb", ["quoted", "cited"])
def test_a_speaker_whom_somebody_quotes(verb: str) -> None:
    doc, attributions = found(f"""
        Doctors NNS 5 nsubj lemma=doctor
        {verb}  VBN 1 acl lemma={verb[:-1] if verb == "cited" else "quote"}
        by      IN 4 case
        Tass    NNP 2 obl:agent ent=ORG
        said    VBD 0 root lemma=say
        it      PRP 7 nsubj
        sank    VBD 5 ccomp lemma=sink
        .       . 5 punct
    """)
    assert {(*shown(doc, one)[:2], one.outer is None) for one in attributions} == {
        ("Doctors", "said", False),
        ("Tass", verb, True),
    }


def test_what_is_quoted_may_stand_before() -> None:
    doc, attributions = found("""
        “       `` 3 punct
        It      PRP 3 nsubj
        sank    VBD 7 ccomp lemma=sink
        ,       , 3 punct
        ”       '' 3 punct
        Tass    NNP 7 nsubj ent=ORG
        quoted  VBD 0 root lemma=quote
        Roe     NNP 7 obj ent=PERSON
        as      IN 10 mark
        saying  VBG 7 advcl lemma=say
        .       . 7 punct
    """)
    assert {shown(doc, one)[:2] for one in attributions} == {("Roe", "saying"), ("Tass", "quoted")}
    assert {shown(doc, one)[2][0] for one in attributions} == {"“It sank,”"}
