"""Status and its cue, from the clause's own wording."""

from __future__ import annotations

import pytest

from newsclaims.annotate.marks import Marks
from newsclaims.extract.candidates import candidates
from newsclaims.extract.reader import clauses
from tests.docs import build, text

CASES = {
    "plain": ("Oslo NNP 2 nsubj\npaid VBD 0 root", ("actual", None)),
    "modal": ("Oslo NNP 3 nsubj\ncould MD 3 aux\npay VB 0 root", ("possible", "could")),
    "obligation": ("Oslo NNP 3 nsubj\nmust MD 3 aux\npay VB 0 root", ("possible", "must")),
    "future": ("Oslo NNP 3 nsubj\nwill MD 3 aux\npay VB 0 root", ("future", "will")),
    "never": ("Oslo NNP 3 nsubj\nnever RB 3 advmod\npaid VBD 0 root", ("negated", "never")),
    "not only": (
        "Oslo NNP 5 nsubj\ndid VBD 5 aux\nnot RB 4 advmod\nonly RB 5 advmod\npay VB 0 root",
        ("actual", None),
    ),
    "no longer": (
        "Oslo NNP 4 nsubj\nno RB 3 advmod\nlonger RBR 4 advmod lemma=long\npays VBZ 0 root lemma=pay",
        ("negated", "no longer"),
    ),
    "no subject": ("No DT 2 det\nship NN 3 nsubj\nsailed VBD 0 root", ("negated", "No")),
    "not all": ("Not RB 2 advmod\nall DT 3 det\nfarms NNS 4 nsubj lemma=farm\nclosed VBD 0 root", ("negated", "Not")),
    "nothing": ("Nothing NN 2 nsubj\nhappened VBD 0 root", ("negated", "Nothing")),
    "hedging adverb": ("Oslo NNP 3 nsubj\nallegedly RB 3 advmod\npaid VBD 0 root", ("possible", "allegedly")),
    "thought to": (
        "He PRP 3 nsubj:pass\nis VBZ 3 aux:pass lemma=be\nthought VBN 0 root lemma=think\nto TO 5 mark\nlie VB 3 xcomp",
        ("possible", "thought"),
    ),
    "plans to": ("Oslo NNP 2 nsubj\nplans VBZ 0 root lemma=plan\nto TO 4 mark\npay VB 2 xcomp", ("future", "plans")),
    "has to": ("Oslo NNP 2 nsubj\nhas VBZ 0 root lemma=have\nto TO 4 mark\npay VB 2 xcomp", ("possible", "has")),
    "had to": ("Oslo NNP 2 nsubj\nhad VBD 0 root lemma=have\nto TO 4 mark\npay VB 2 xcomp", ("actual", None)),
    "refused to": ("Oslo NNP 2 nsubj\nrefused VBD 0 root lemma=refuse\nto TO 4 mark\npay VB 2 xcomp", ("actual", None)),
    "has yet to": (
        "Oslo NNP 2 nsubj\nhas VBZ 0 root lemma=have\nyet RB 2 advmod\nto TO 5 mark\npay VB 2 xcomp",
        ("negated", "yet"),
    ),
    "negation beats modal": (
        "Oslo NNP 4 nsubj\nmay MD 4 aux\nnot RB 4 advmod\npay VB 0 root",
        ("negated", "not"),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_status(name: str) -> None:
    table, expected = CASES[name]
    doc = build(table)
    (found,) = candidates(doc, clauses(doc), (), Marks())
    assert (found.status.status, text(doc, found.status.cue)) == expected


def test_coordinated_verbs_share_a_modal() -> None:
    doc = build(
        """
        Oslo NNP 3 nsubj
        must MD 3 aux
        pay VB 0 root
        and CC 5 cc
        leave VB 3 conj
        """
    )
    assert [c.status.status for c in candidates(doc, clauses(doc), (), Marks())] == ["possible", "possible"]


def test_what_is_found_under_a_condition_is_conditional() -> None:
    doc = build(
        """
        If IN 3 mark
        Oslo NNP 3 nsubj
        finds VBZ 0 root lemma=find
        that IN 6 mark
        ships NNS 6 nsubj
        sank VBD 3 ccomp lemma=sink
        """
    )
    found = [c for c in candidates(doc, clauses(doc), (), Marks()) if doc[c.clause.head].text == "sank"]
    assert [c.status.status for c in found] == ["conditional"]


def test_what_a_request_asks_for_is_possible() -> None:
    doc = build(
        """
        A DT 2 det
        request NN 8 nsubj
        that IN 7 mark
        ships NNS 7 nsubj:pass
        be VB 7 aux:pass lemma=be
        all DT 7 advmod
        freed VBN 2 acl lemma=free
        failed VBD 0 root lemma=fail
        """
    )
    found = [c for c in candidates(doc, clauses(doc), (), Marks()) if doc[c.clause.head].text == "freed"]
    assert [c.status.status for c in found] == ["possible"]


def test_what_is_not_clear_is_possible() -> None:
    doc = build(
        """
        It PRP 4 expl
        is VBZ 4 cop lemma=be
        not RB 4 advmod
        clear JJ 0 root
        if IN 7 mark
        ships NNS 7 nsubj
        sank VBD 4 advcl lemma=sink
        """
    )
    found = [c for c in candidates(doc, clauses(doc), (), Marks()) if doc[c.clause.head].text == "sank"]
    assert [c.status.status for c in found] == ["possible"]
