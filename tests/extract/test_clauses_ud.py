"""Clauses from Universal Dependencies, one construction a test."""

from __future__ import annotations

import pytest

from newsclaims.extract.reader import clauses
from tests.docs import build
from tests.extract.reading import claims, clause_at, phrase, subject

CONSTRUCTIONS = {
    "active": (
        """
        Kenya NNP 2 nsubj
        sent VBD 0 root lemma=send
        troops NNS 2 obj
        """,
        ["Kenya | sent | troops | actual"],
    ),
    "recipient before theme": (
        """
        Oslo NNP 2 nsubj
        gave VBD 0 root lemma=give
        Chad NNP 2 iobj
        a DT 5 det
        loan NN 2 obj
        """,
        ["Oslo | gave | Chad | actual"],
    ),
    "recipient after theme": (
        """
        The DT 2 det
        envoy NN 3 nsubj
        conveyed VBD 0 root lemma=convey
        regrets NNS 3 obj
        to IN 7 case
        the DT 7 det
        family NN 3 obl
        """,
        ["The envoy | conveyed | the family | actual"],
    ),
    "passive without agent": (
        """
        The DT 2 det
        bridge NN 4 nsubj:pass
        was VBD 4 aux:pass lemma=be
        destroyed VBN 0 root lemma=destroy
        . . 4 punct
        """,
        ["- | was destroyed | The bridge | actual"],
    ),
    "passive with agent": (
        """
        The DT 2 det
        bridge NN 5 nsubj:pass
        has VBZ 5 aux lemma=have
        been VBN 5 aux:pass lemma=be
        destroyed VBN 0 root lemma=destroy
        by IN 8 case
        the DT 8 det
        rebels NNS 5 obl:agent
        """,
        ["the rebels | has been destroyed | The bridge | actual"],
    ),
    "destination is no recipient": (
        """
        The DT 2 det
        vase NN 5 nsubj:pass
        will MD 5 aux
        be VB 5 aux:pass
        sent VBN 0 root lemma=send
        to IN 8 case
        the DT 8 det
        museum NN 5 obl
        """,
        ["- | will be sent | The vase | future"],
    ),
    "given to a recipient": (
        """
        The DT 2 det
        vase NN 4 nsubj:pass
        was VBD 4 aux:pass lemma=be
        given VBN 0 root lemma=give
        to IN 6 case
        Prado NNP 4 obl
        """,
        ["- | was given | Prado | actual"],
    ),
    "stative participle": (
        """
        The DT 2 det
        fighting NN 4 nsubj:pass
        is VBZ 4 aux:pass lemma=be
        concentrated VBN 0 root lemma=concentrate
        in IN 7 case
        the DT 7 det
        west NN 4 obl
        """,
        ["The fighting | is concentrated | the west | actual"],
    ),
    "stative adjective": (
        """
        The DT 2 det
        coach NN 4 nsubj
        was VBD 4 cop lemma=be
        disappointed JJ 0 root
        with IN 7 case
        the DT 7 det
        result NN 4 obl
        """,
        ["The coach | was disappointed | the result | actual"],
    ),
    "copula": (
        """
        The DT 2 det
        pact NN 6 nsubj
        has VBZ 6 aux lemma=have
        been VBN 6 cop lemma=be
        a DT 6 det
        risk NN 0 root
        to IN 9 case
        the DT 9 det
        region NN 6 nmod
        """,
        ["The pact | has been | a risk to the region | actual"],
    ),
    "negated copula": (
        """
        The DT 2 det
        army NN 5 nsubj
        was VBD 5 cop lemma=be
        not RB 5 advmod
        responsible JJ 0 root
        """,
        ["The army | was not | responsible | negated"],
    ),
    "prepositional predicate": (
        """
        The DT 2 det
        town NN 7 nsubj
        is VBZ 7 cop lemma=be
        within IN 7 case
        the DT 7 det
        army NN 7 compound
        range NN 0 root
        of IN 9 case
        Homs NNP 7 nmod
        """,
        ["The town | is | within the army range of Homs | actual"],
    ),
    "existential": (
        """
        There EX 2 expl
        is VBZ 0 root lemma=be
        no DT 4 det
        evidence NN 2 nsubj
        of IN 6 case
        fraud NN 4 nmod
        """,
        ["- | is | no evidence of fraud | negated"],
    ),
    "expletive": (
        """
        It PRP 3 expl
        is VBZ 3 cop lemma=be
        clear JJ 0 root
        that IN 7 mark
        the DT 6 det
        king NN 7 nsubj
        lied VBD 3 csubj lemma=lie
        """,
        ["- | is | clear | actual", "the king | lied | - | actual"],
    ),
    "chain of aspect": (
        """
        Iran NNP 3 nsubj
        is VBZ 3 aux lemma=be
        trying VBG 0 root lemma=try
        to TO 5 mark
        obtain VB 3 xcomp
        missiles NNS 5 obj
        """,
        ["Iran | is trying to obtain | missiles | actual"],
    ),
    "adjective chain": (
        """
        The DT 2 det
        strike NN 4 nsubj
        is VBZ 4 cop lemma=be
        likely JJ 0 root
        to TO 6 mark
        spread VB 4 xcomp
        """,
        ["The strike | is likely to spread | - | possible"],
    ),
    "attitude adjective does not chain": (
        """
        The DT 2 det
        mayor NN 5 nsubj
        may MD 5 aux
        be VB 5 cop
        reluctant JJ 0 root
        to TO 7 mark
        act VB 5 xcomp
        """,
        ["The mayor | may be | reluctant to act | possible"],
    ),
    "raising passive": (
        """
        The DT 2 det
        storm NN 4 nsubj:pass
        is VBZ 4 aux:pass lemma=be
        expected VBN 0 root lemma=expect
        to TO 6 mark
        reach VB 4 xcomp
        Cuba NNP 6 obj
        """,
        ["The storm | is expected to reach | Cuba | future"],
    ),
    "object control": (
        """
        The DT 2 det
        pact NN 4 nsubj
        could MD 4 aux
        help VB 0 root
        Chad NNP 4 obj
        finish VB 4 xcomp
        the DT 8 det
        dam NN 6 obj
        """,
        ["The pact | could help | Chad | possible"],
    ),
    "passive of object control": (
        """
        He PRP 3 nsubj:pass
        was VBD 3 aux:pass lemma=be
        forced VBN 0 root lemma=force
        to TO 5 mark
        resign VB 3 xcomp
        """,
        ["- | was forced | He | actual"],
    ),
    "control through a preposition": (
        """
        Unions NNS 2 nsubj
        called VBD 0 root lemma=call
        on IN 5 case
        the DT 5 det
        bank NN 2 obl
        to TO 7 mark
        pay VB 2 xcomp
        """,
        ["Unions | called | the bank | actual"],
    ),
    "purpose is no claim": (
        """
        Carter NNP 2 nsubj
        flew VBD 0 root lemma=fly
        to TO 4 mark
        visit VB 2 advcl
        troops NNS 4 obj
        """,
        ["Carter | flew | - | actual"],
    ),
    "coordinated verbs": (
        """
        Police NNS 2 nsubj
        stopped VBD 0 root lemma=stop
        a DT 4 det
        van NN 2 obj
        and CC 6 cc
        arrested VBD 2 conj lemma=arrest
        its PRP$ 8 nmod:poss
        driver NN 6 obj
        """,
        ["Police | stopped | a van | actual", "Police | arrested | its driver | actual"],
    ),
    "shared object": (
        """
        Oslo NNP 2 nsubj
        condemned VBD 0 root lemma=condemn
        and CC 4 cc
        rejected VBD 2 conj lemma=reject
        the DT 6 det
        plan NN 2 obj
        """,
        ["Oslo | condemned | the plan | actual", "Oslo | rejected | the plan | actual"],
    ),
    "coordinated passives": (
        """
        Nine CD 3 nsubj:pass
        were VBD 3 aux:pass lemma=be
        killed VBN 0 root lemma=kill
        and CC 5 cc
        injured VBN 3 conj lemma=injure
        """,
        ["- | were killed | Nine | actual", "- | injured | Nine | actual"],
    ),
    "shared negation": (
        """
        He PRP 4 nsubj
        can MD 4 aux
        never RB 4 advmod
        unite VB 0 root
        Syria NNP 4 obj
        or CC 7 cc
        bring VB 4 conj
        peace NN 7 obj
        """,
        ["He | can never unite | Syria | negated", "He | bring | peace | negated"],
    ),
    "relative subject": (
        """
        The DT 2 det
        firm NN 5 nsubj
        that WDT 4 nsubj
        leaked VBD 2 acl:relcl lemma=leak
        closed VBD 0 root lemma=close
        """,
        ["The firm | leaked | - | actual", "The firm | closed | - | actual"],
    ),
    "relative object without pronoun": (
        """
        Oslo NNP 2 nsubj
        rejected VBD 0 root lemma=reject
        the DT 4 det
        plan NN 2 obj
        Chad NNP 6 nsubj
        proposed VBD 4 acl:relcl lemma=propose
        """,
        ["Oslo | rejected | the plan | actual", "Chad | proposed | the plan | actual"],
    ),
    "antecedent in a prepositional predicate": (
        """
        The DT 2 det
        money NN 5 nsubj
        was VBD 5 cop lemma=be
        from IN 5 case
        donors NNS 0 root lemma=donor
        who WP 7 nsubj
        gave VBD 5 acl:relcl lemma=give
        little JJ 7 obj
        """,
        ["The money | was | from donors | actual", "donors | gave | little | actual"],
    ),
    "which after a comma, hung on the verb": (
        """
        Oslo NNP 2 nsubj
        left VBD 0 root lemma=leave
        the DT 4 det
        town NN 2 obj
        , , 7 punct
        which WDT 7 nsubj
        fell VBD 2 parataxis lemma=fall
        """,
        ["Oslo | left | the town | actual", "the town | fell | - | actual"],
    ),
    "reduced relative is no claim": (
        """
        Police NNS 2 nsubj
        seized VBD 0 root lemma=seize
        guns NNS 2 obj
        intended VBN 3 acl lemma=intend
        for IN 6 case
        Chad NNP 4 obl
        """,
        ["Police | seized | guns | actual"],
    ),
    "participial adjunct": (
        """
        After IN 2 mark
        signing VBG 7 advcl lemma=sign
        the DT 4 det
        pact NN 2 obj
        , , 2 punct
        Chad NNP 7 nsubj
        withdrew VBD 0 root lemma=withdraw
        """,
        ["Chad | signing | the pact | actual", "Chad | withdrew | - | actual"],
    ),
    "particle and preposition": (
        """
        The DT 2 det
        coach NN 3 nsubj
        lashed VBD 0 root lemma=lash
        out RP 3 compound:prt
        at IN 7 case
        the DT 7 det
        press NN 3 obl
        """,
        ["The coach | lashed out | the press | actual"],
    ),
    "preposition not asked for": (
        """
        She PRP 2 nsubj
        died VBD 0 root lemma=die
        in IN 4 case
        Paris NNP 2 obl
        """,
        ["She | died | - | actual"],
    ),
    "headline with to": (
        """
        U.S. NNP 3 nsubj
        to TO 3 mark
        send VB 0 root
        aid NN 3 obj
        """,
        ["U.S. | to send | aid | future"],
    ),
    "headline participle": (
        """
        Parents NNS 2 nsubj:pass
        prosecuted VBN 0 root lemma=prosecute
        """,
        ["- | prosecuted | Parents | actual"],
    ),
    "question": (
        """
        Did VBD 3 aux lemma=do
        Oslo NNP 3 nsubj
        pay VB 0 root
        ? . 3 punct
        """,
        [],
    ),
    "imperative": (
        """
        Sign VB 0 root
        up RP 1 compound:prt
        here RB 1 advmod
        . . 1 punct
        """,
        [],
    ),
    "predicate with outer subject": (
        """
        The DT 2 det
        question NN 6 nsubj:outer
        is VBZ 6 cop lemma=be
        whether IN 6 mark
        they PRP 6 nsubj
        pay VBP 0 root
        """,
        ["The question | is | whether they pay | actual", "they | pay | - | possible"],
    ),
    "condition": (
        """
        If IN 4 mark
        the DT 3 det
        dam NN 4 nsubj
        bursts VBZ 9 advcl lemma=burst
        , , 4 punct
        the DT 7 det
        town NN 9 nsubj
        will MD 9 aux
        flood VB 0 root
        """,
        ["the dam | bursts | - | conditional", "the town | will flood | - | conditional"],
    ),
    "inverted copula": (
        """
        Among IN 3 case
        the DT 3 det
        dead NNS 0 root
        were VBD 3 cop lemma=be
        nine CD 6 nummod
        children NNS 3 nsubj
        """,
        ["nine children | were | Among the dead | actual"],
    ),
}


@pytest.mark.parametrize("name", CONSTRUCTIONS)
def test_construction(name: str) -> None:
    table, expected = CONSTRUCTIONS[name]
    assert claims(table) == expected


def test_compound_actor_has_parts() -> None:
    doc, clause = clause_at(
        """
        Kim NNP 5 nsubj
        and CC 4 cc
        Mr. NNP 4 compound
        Putin NNP 1 conj
        met VBD 0 root lemma=meet
        """,
        "met",
    )
    assert phrase(doc, clause.subject) == "Kim and Mr. Putin"
    assert [doc[s:e].text for _, s, e in clause.subject.parts] == ["Kim", "Mr. Putin"]


@pytest.mark.parametrize(
    ("table", "head", "expected"),
    [
        (
            """
            Oslo NNP 2 nsubj
            stressed VBD 0 root lemma=stress
            the DT 4 det
            need NN 2 obj
            to TO 6 mark
            act VB 4 acl
            , , 9 punct
            which WDT 9 nsubj
            grows VBZ 4 acl:relcl lemma=grow
            """,
            "need",
            "the need to act",
        ),
        (
            """
            Oslo NNP 2 nsubj
            met VBD 0 root lemma=meet
            Ann NNP 2 obj
            Roe NNP 3 flat
            , , 7 punct
            a DT 7 det
            nurse NN 3 appos
            , , 7 punct
            today NN 2 obl:unmarked
            """,
            "Ann",
            "Ann Roe",
        ),
        (
            """
            Oslo NNP 2 nsubj
            tested VBD 0 root lemma=test
            a DT 4 det
            missile NN 2 obj
            capable JJ 4 amod
            of IN 8 case
            great JJ 8 amod
            range NN 5 obl
            """,
            "missile",
            "a missile capable of great range",
        ),
        (
            """
            Oslo NNP 2 nsubj
            has VBZ 0 root lemma=have
            “ `` 5 punct
            enormous JJ 5 amod
            respect NN 2 obj
            ” '' 5 punct
            for IN 8 case
            it PRP 5 nmod
            """,
            "respect",
            "“enormous respect” for it",
        ),
        (
            """
            Oslo NNP 2 nsubj
            backs VBZ 0 root lemma=back
            “ `` 5 punct
            urgent JJ 5 amod
            aid NN 2 obj
            ” '' 5 punct
            """,
            "aid",
            "urgent aid",
        ),
    ],
)
def test_phrase_boundaries(table: str, head: str, expected: str) -> None:
    doc = build(table)
    _, clause = clause_at(table, next(t.text for t in doc if t.dep_ == "ROOT"))
    assert next(phrase(doc, a) for a in clause.arguments if doc[a.head].text == head) == expected


def test_quote_as_root_and_quote_as_complement_both_give_cue_and_content() -> None:
    as_root = """
        The DT 2 det
        pact NN 6 nsubj
        , , 5 punct
        Shea NNP 5 nsubj
        said VBD 6 parataxis lemma=say
        helps VBZ 0 root lemma=help
        Chad NNP 6 obj
        """
    doc, cue = clause_at(as_root, "said")
    _, content = clause_at(as_root, "helps")
    assert (cue.kind, phrase(doc, cue.subject)) == ("parenthetical", "Shea")
    assert (content.kind, phrase(doc, content.subject)) == ("main", "The pact")
    as_complement = """
        Shea NNP 2 nsubj
        said VBD 0 root lemma=say
        it PRP 4 nsubj
        helps VBZ 2 ccomp lemma=help
        """
    doc, content = clause_at(as_complement, "helps")
    assert (content.kind, doc[content.parent].text) == ("content", "said")


def test_action_does_not_swallow_the_subject_between_auxiliary_and_verb() -> None:
    doc, clause = clause_at(
        """
        Were VBD 5 aux lemma=be
        the DT 3 det
        court NN 5 nsubj
        to TO 5 mark
        agree VB 7 advcl
        , , 5 punct
        win VBP 0 root
        """,
        "agree",
    )
    assert doc[clause.start : clause.end].text == "to agree"


def test_hostile_depth_is_read_without_recursion() -> None:
    n = 3000
    table = "\n".join(f"say VBP {i} ccomp" if i else "say VBP 0 root" for i in range(n))
    assert len(claims(table)) >= 0


def test_a_lone_to_is_no_argument() -> None:
    _, clause = clause_at(
        """
        We     PRP 4 nsubj
        do     VBP 4 aux
        not    RB  4 advmod
        intend VB  0 root
        to     TO  4 xcomp
        .      .   4 punct
    """,
        "intend",
    )
    assert clause.arguments == ()


def test_where_is_no_part_of_the_subject_behind_it() -> None:
    doc = build("""
        He    PRP 2 nsubj
        knows VBZ 0 root lemma=know
        where WRB 4 advmod
        pay   NN  6 nsubj
        is    VBZ 6 cop lemma=be
        late  JJ  2 ccomp
        .     .   2 punct
    """)
    assert "pay" in [subject(doc, clause) for clause in clauses(doc) if clause.subject is not None]
