"""Stances: what somebody says or thinks of in a noun phrase or an infinitive, on Docs built by hand."""

from __future__ import annotations

import pytest

from newsclaims.annotate.cues import cues
from newsclaims.annotate.marks import Marks
from newsclaims.extract.attribution import attributions
from newsclaims.extract.attribution.stances import stances
from newsclaims.extract.reader import clauses
from tests.docs import build


def taken(table: str) -> list[str]:
    """The stances of a Doc as "source | cue | content"."""
    doc = build(table)
    marks, read = Marks(cues=cues(doc)), clauses(doc)
    out = []
    for one in stances(doc, read, marks, attributions(doc, read, marks)):
        assert one.source is not None
        assert one.cue is not None
        spans = [(one.source.start, one.source.end), one.cue, *one.contents]
        out.append(" | ".join(doc[start:end].text for start, end in spans))
    return out


WANTS = """
    The     DT 2 det
    city    NN 3 nsubj
    wants   VBZ 0 root lemma=want
    to      TO 5 mark
    widen   VB 3 xcomp lemma=widen
    the     DT 7 det
    road    NN 5 obj
    .       . 3 punct
"""
AGREED = """
    Roe     NNP 2 nsubj ent=PERSON
    agreed  VBD 0 root lemma=agree
    to      TO 4 mark
    pay     VB 2 xcomp lemma=pay
    rent    NN 4 obj
    .       . 2 punct
"""
CALLED = """
    Roe      NNP 2 nsubj ent=PERSON
    called   VBD 0 root lemma=call
    the      DT 4 det
    penalty  NN 2 obj
    a        DT 6 det
    joke     NN 2 xcomp
    .        . 2 punct
"""
PORTRAYED = """
    Critics    NNS 2 nsubj
    portrayed  VBD 0 root lemma=portray
    the        DT 4 det
    tax        NN 2 obj
    as         IN 7 case
    a          DT 7 det
    gift       NN 2 obl
    .          . 2 punct
"""
MOCKED = """
    Roe     NNP 2 nsubj ent=PERSON
    mocked  VBD 0 root lemma=mock
    him     PRP 2 obj
    for     IN 6 case
    his     PRP$ 6 nmod:poss
    hat     NN 2 obl
    .       . 2 punct
"""
ACCUSED = """
    Roe       NNP 2 nsubj ent=PERSON
    accused   VBD 0 root lemma=accuse
    the       DT 4 det
    bank      NN 2 obj
    of        IN 6 mark
    lying     VBG 2 advcl lemma=lie
    .         . 2 punct
"""
CALLED_ON = """
    Roe      NNP 2 nsubj ent=PERSON
    called   VBD 0 root lemma=call
    on       IN 4 case
    drivers  NNS 2 obl
    to       TO 6 mark
    slow     VB 2 xcomp lemma=slow
    .        . 2 punct
"""
RAISED_DOUBT = """
    Roe      NNP 2 nsubj ent=PERSON
    raised   VBD 0 root lemma=raise
    doubt    NN 2 obj
    .        . 2 punct
"""
SAW_A_TRAP = """
    Traders  NNS 2 nsubj
    saw      VBD 0 root lemma=see
    the      DT 4 det
    deal     NN 2 obj
    as       IN 7 case
    a        DT 7 det
    trap     NN 2 obl
    .        . 2 punct
"""
THE_POLL_SHOWS = """
    The     DT 2 det
    poll    NN 3 nsubj lemma=poll
    shows   VBZ 0 root lemma=show
    a       DT 6 det
    close   JJ 6 amod
    race    NN 3 obj
    .       . 3 punct
"""
THE_SENATOR_WHO = """
    The      DT 2 det
    senator  NN 7 nsubj lemma=senator
    who      WP 4 nsubj
    opposed  VBD 2 acl:relcl lemma=oppose
    the      DT 6 det
    ban      NN 4 obj
    left     VBD 0 root lemma=leave
    .        . 7 punct
"""


@pytest.mark.parametrize(
    ("table", "stance"),
    [
        pytest.param(WANTS, "The city | wants | to widen the road", id="an infinitive is what is wanted"),
        pytest.param(AGREED, "Roe | agreed | to pay rent", id="its to belongs to it"),
        pytest.param(CALLED, "Roe | called | the penalty a joke", id="a predicate"),
        pytest.param(PORTRAYED, "Critics | portrayed | the tax as a gift", id="as"),
        pytest.param(MOCKED, "Roe | mocked | him for his hat", id="for"),
        pytest.param(ACCUSED, "Roe | accused | the bank of lying", id="of"),
        pytest.param(CALLED_ON, "Roe | called on | drivers to slow", id="an addressee with an infinitive"),
        pytest.param(RAISED_DOUBT, "Roe | raised | doubt", id="something said"),
        pytest.param(SAW_A_TRAP, "Traders | saw | the deal as a trap", id="a judgement"),
        pytest.param(THE_POLL_SHOWS, "The poll | shows | a close race", id="a text shows"),
        pytest.param(THE_SENATOR_WHO, "The senator | opposed | the ban", id="somebody in a relative clause"),
    ],
)
def test_a_stance_is_taken(table: str, stance: str) -> None:
    assert taken(table) == [stance]


@pytest.mark.parametrize(
    "table",
    [
        pytest.param(RAISED_DOUBT.replace("doubt ", "money "), id="money is no text"),
        pytest.param(
            """
    Traders  NNS 2 nsubj
    saw      VBD 0 root lemma=see
    the      DT 4 det
    car      NN 2 obj
    .        . 2 punct
""",
            id="who sees something says nothing of it",
        ),
        pytest.param(
            THE_SENATOR_WHO.replace("senator  NN 7 nsubj lemma=senator", "wall     NN 7 nsubj lemma=wall"),
            id="a wall opposes nothing",
        ),
        pytest.param(
            """
    Boats  NNS 2 nsubj
    left   VBD 0 root lemma=leave
    to     TO 4 mark
    oppose VB 2 advcl lemma=oppose
    the    DT 6 det
    ban    NN 4 obj
    .      . 2 punct
""",
            id="a purpose is not yet said",
        ),
        pytest.param(
            """
    Rates     NNS 3 nsubj:pass
    are       VBP 3 aux:pass lemma=be
    expected  VBN 0 root lemma=expect
    to        TO 5 mark
    rise      VB 3 xcomp lemma=rise
    .         . 3 punct
""",
            id="rates expect nothing",
        ),
        pytest.param(ACCUSED.replace("Roe       NNP 2 nsubj ent=PERSON", "You       PRP 2 nsubj"), id="the reader"),
    ],
)
def test_no_stance_is_taken(table: str) -> None:
    assert taken(table) == []


def test_what_a_decision_did_is_no_content_of_it() -> None:
    table = """
    His       PRP$ 2 nmod:poss
    decision  NN 6 nsubj lemma=decision
    that      WDT 4 nsubj
    angered   VBD 2 acl:relcl lemma=anger
    fans      NNS 4 obj
    stood     VBD 0 root lemma=stand
    .         . 6 punct
"""
    assert taken(table) == []


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("The DT 2 det|flood NN 3 nsubj|prompted VBD 0 root lemma=prompt|us PRP 3 obj|to TO 6 mark|leave VB 3 xcomp", []),
        (
            "Roe NNP 2 nsubj ent=PERSON|prompted VBD 0 root lemma=prompt|us PRP 2 obj|to TO 5 mark|leave VB 2 xcomp",
            ["Roe | prompted | us to leave"],
        ),
        (
            "We PRP 2 nsubj|kept VBD 0 root|maps NNS 2 obj|praised VBN 3 acl lemma=praise|by IN 6 case|Roe NNP 4 obl:agent",
            [],
        ),
        ("Roe NNP 3 nmod:poss ent=PERSON|'s POS 1 case|claim NN 4 nsubj|to IN 6 case|the DT 6 det|press NN 3 nmod", []),
        (
            "Roe NNP 3 nmod:poss ent=PERSON|'s POS 1 case|claim NN 0 root|of IN 5 case|neglect NN 3 nmod",
            ["Roe | claim | of neglect"],
        ),
        (
            "They PRP 2 nsubj|called VBD 0 root lemma=call|for IN 4 case|Roe NNP 2 obl|to TO 6 mark|go VB 2 advcl",
            ["They | called for | Roe to go"],
        ),
        (
            "Roe NNP 2 nsubj ent=PERSON|likened VBD 0 root lemma=liken|it PRP 2 obj|to IN 6 case|a DT 6 det|raft NN 2 obl",
            ["Roe | likened | it to a raft"],
        ),
    ],
)
def test_what_is_no_stance_and_how_far_one_goes(table: str, said: list[str]) -> None:
    assert taken(table.replace("|", "\n")) == said
