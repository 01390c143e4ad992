"""Whose a reporting noun is, on Docs built by hand."""

from __future__ import annotations

import pytest

from newsclaims.annotate.cues import cues
from newsclaims.annotate.marks import Marks
from newsclaims.extract.attribution import attributions
from newsclaims.extract.reader import clauses
from tests.docs import build

VOICED = """
    The     DT 2 det
    union   NN 3 nsubj lemma=union
    voiced  VBD 0 root lemma=voice
    fears   NNS 3 obj lemma=fear
    that    IN 8 mark
    jobs    NNS 8 nsubj
    would   MD 8 aux
    go      VB 4 acl lemma=go
    .       . 3 punct
"""
ASKED = """
    Roe    NNP 2 nsubj ent=PERSON
    asked  VBD 0 root lemma=ask
    the    DT 4 det
    judge  NN 2 obj lemma=judge
    to     TO 6 mark
    know   VB 2 xcomp lemma=know
    that   IN 9 mark
    he     PRP 9 nsubj
    slept  VBD 6 ccomp lemma=sleep
    .      . 2 punct
"""


def sources(table: str) -> list[str | None]:
    doc = build(table)
    found = attributions(doc, clauses(doc), Marks(cues=cues(doc)))
    return [doc[one.source.start : one.source.end].text if one.source else None for one in found]


@pytest.mark.parametrize("verb", ["voiced  VBD 0 root lemma=voice", "gave    VBD 0 root lemma=give"])
def test_who_voices_or_gives_it_is_whose_it_is(verb: str) -> None:
    assert sources(VOICED.replace("voiced  VBD 0 root lemma=voice", verb)) == ["The union"]


def test_a_thing_has_no_fears() -> None:
    assert sources(VOICED.replace("union   NN 3 nsubj lemma=union", "leak    NN 3 nsubj lemma=leak")) == []


def test_another_verb_makes_it_nobodys() -> None:
    assert sources(VOICED.replace("voiced  VBD 0 root lemma=voice", "ended   VBD 0 root lemma=end")) == []


def test_who_wants_somebody_to_know_it_says_it() -> None:
    assert sources(ASKED) == ["Roe"]
