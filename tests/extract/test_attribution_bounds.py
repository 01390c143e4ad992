"""How far what somebody says reaches, on Docs built by hand."""

from __future__ import annotations

import pytest

from tests.extract.test_attribution import found, shown

Expected = tuple[str, str, list[str]]

DISMISSED = """
    Roe       NNP 2 nsubj ent=PERSON
    conceded  VBD 0 root lemma=concede
    pay       NN  5 nsubj
    was       VBD 5 cop lemma=be
    late      JJ  2 ccomp
    ;         ,   8 punct
    he        PRP 8 nsubj
    left      VBD 2 parataxis lemma=leave
    in        IN  10 case
    May       NNP 8 obl
    .         .   2 punct
"""
PATCHED = """
    Roe       NNP 2 nsubj ent=PERSON
    said      VBD 0 root lemma=say
    pipes     NNS 4 nsubj
    leaked    VBD 2 ccomp lemma=leak
    ;         ,   8 punct
    they      PRP 8 nsubj
    had       VBD 8 aux lemma=have
    burst     VBN 2 parataxis lemma=burst
    twice     RB  8 advmod
    .         .   2 punct
"""
WHILE = """
    Police    NNS 2 nsubj
    said      VBD 0 root lemma=say
    two       CD  4 nsubj
    died      VBD 2 ccomp lemma=die
    ,         ,   8 punct
    while     IN  8 mark
    doctors   NNS 8 nsubj
    said      VBD 4 advcl lemma=say
    three     CD  10 nsubj
    had       VBD 8 ccomp lemma=have
    .         .   2 punct
"""
RAISED = """
    Roe       NNP 3 nsubj:pass ent=PERSON
    is        VBZ 3 aux:pass lemma=be
    said      VBN 0 root lemma=say
    by        IN  5 case
    friends   NNS 3 obl:agent lemma=friend
    to        TO  8 mark
    be        VB  8 cop
    ill       JJ  3 xcomp
    .         .   3 punct
"""
WARNED = """
    Floods    NNS 3 nsubj
    will      MD  3 aux
    come      VB  0 root
    ,         ,   6 punct
    the       DT  6 det
    warden    NN  3 nsubj
    ,         ,   8 punct
    Roe       NNP 6 appos ent=PERSON
    ,         ,   6 punct
    warned    VBD 3 parataxis lemma=warn
    as        IN  13 mark
    he        PRP 13 nsubj
    left      VBD 10 advcl lemma=leave
    .         .   3 punct
"""
CONTENDED = """
    They      PRP 2 nsubj
    left      VBD 0 root lemma=leave
    the       DT  4 det
    vote      NN  2 obj
    ,         ,   7 punct
    which     WDT 8 obj
    critics   NNS 8 nsubj lemma=critic
    contend   VBP 4 acl:relcl lemma=contend
    is        VBZ 11 cop lemma=be
    a         DT  11 det
    trap      NN  2 ccomp
    .         .   2 punct
"""
ASIDE = """
    Roe       NNP 2 nsubj ent=PERSON
    said      VBD 0 root lemma=say
    Friday    NNP 2 obl:unmarked
    -         ,   6 punct
    the       DT  6 det
    day       NN  3 appos
    rafts     NNS 8 nsubj
    sank      VBD 6 acl:relcl lemma=sink
    -         ,   13 punct
    that      IN  13 mark
    help      NN  13 nsubj
    was       VBD 13 cop lemma=be
    late      JJ  8 advcl
    .         .   2 punct
"""
RESULT = """
    Laws      NNS 2 nsubj
    add       VBP 0 root lemma=add
    so        RB  4 advmod
    many      JJ  5 amod
    forms     NNS 2 obj lemma=form
    that      IN  8 mark
    nobody    NN  8 nsubj
    reads     VBZ 2 ccomp lemma=read
    .         .   2 punct
"""
DESCRIBED = """
    The       DT  2 det
    winger    NN  4 nsubj
    ,         ,   4 punct
    thought   VBD 0 root lemma=think
    to        TO  7 mark
    be        VB  7 cop
    ill       JJ  4 xcomp
    ,         ,   4 punct
    scored    VBD 4 ccomp lemma=score
    .         .   4 punct
"""


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (DISMISSED, [("Roe", "conceded", ["pay was late"])]),
        (PATCHED, [("Roe", "said", ["pipes leaked; they had burst twice"])]),
        (WHILE, [("Police", "said", ["two died"]), ("doctors", "said", ["three had"])]),
        (RAISED, [("friends", "said", ["Roe", "to be ill"])]),
        (WARNED, [("the warden", "warned", ["Floods will come"])]),
        (CONTENDED, [("critics", "contend", ["which", "is a trap"])]),
        (ASIDE, [("Roe", "said", ["that help was late"])]),
        (RESULT, []),
        (DESCRIBED, []),
    ],
    ids=("dismissed", "patched", "while", "raised", "warned", "contended", "aside", "result", "described"),
)
def test_bounds(table: str, expected: list[Expected]) -> None:
    doc, attributions = found(table)
    plain = []
    for source, cue, texts in (shown(doc, one) for one in attributions):
        plain.append((source, cue, [text.replace(" ;", ";") for text in texts]))
    assert plain == expected
