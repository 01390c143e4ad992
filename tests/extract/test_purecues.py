"""Which cues are claims nevertheless, and what else only looks like a claim or like none."""

from __future__ import annotations

import pytest

from newsclaims.annotate.marks import Line, Marks
from tests.extract.reading import claims

CASES = {
    "a belief in the first person is a cue": (
        """
        I PRP 2 nsubj
        mean VBP 0 root lemma=mean
        the DT 4 det
        town NN 5 nsubj
        flooded VBD 2 ccomp lemma=flood
        """,
        ["the town | flooded | - | actual"],
    ),
    "a feeling in the first person is a cue": (
        """
        I PRP 4 nsubj
        am VBP 4 cop lemma=be
        just RB 4 advmod
        relieved JJ 0 root
        it PRP 6 nsubj
        ended VBD 4 ccomp lemma=end
        """,
        ["it | ended | - | actual"],
    ),
    "how something became known is no claim": (
        """
        It PRP 2 expl
        emerged VBD 0 root lemma=emerge
        that IN 5 mark
        Raas NNP 5 nsubj
        lied VBD 2 ccomp lemma=lie
        """,
        ["Raas | lied | - | actual"],
    ),
    "a complement with a subject is whole": (
        """
        It PRP 2 nsubj
        turned VBD 0 root lemma=turn
        out RP 2 compound:prt
        that IN 7 mark
        tanks NNS 7 nsubj
        were VBD 7 cop lemma=be
        empty JJ 2 xcomp
        """,
        ["tanks | were | empty | actual"],
    ),
    "what only seems so is possible": (
        """
        It PRP 2 expl
        seems VBZ 0 root lemma=seem
        Raas NNP 4 nsubj
        lied VBD 2 ccomp lemma=lie
        """,
        ["Raas | lied | - | possible"],
    ),
    "asking whether is a claim": (
        """
        Oslo NNP 3 nsubj
        should MD 3 aux
        ask VB 0 root
        whether IN 6 mark
        he PRP 6 nsubj
        lied VBD 3 ccomp lemma=lie
        """,
        ["Oslo | should ask | - | possible", "he | lied | - | possible"],
    ),
    "declining to say is a claim": (
        """
        She PRP 2 nsubj
        declined VBD 0 root lemma=decline
        to TO 4 mark
        say VB 2 xcomp
        that IN 7 mark
        he PRP 7 nsubj
        lied VBD 4 ccomp lemma=lie
        """,
        ["She | declined to say | - | actual", "he | lied | - | actual"],
    ),
    "convincing somebody is a claim": (
        """
        She PRP 2 nsubj
        convinced VBD 0 root lemma=convince
        the DT 4 det
        court NN 2 obj
        that IN 7 mark
        he PRP 7 nsubj
        lied VBD 2 ccomp lemma=lie
        """,
        ["She | convinced | the court | actual", "he | lied | - | actual"],
    ),
    "negation is raised from thinking": (
        """
        I PRP 4 nsubj
        do VBP 4 aux
        not RB 4 advmod
        think VB 0 root
        it PRP 6 nsubj
        works VBZ 4 ccomp lemma=work
        """,
        ["it | works | - | negated"],
    ),
    "inversion sets a condition": (
        """
        Were VBD 4 aux lemma=be
        Oslo NNP 4 nsubj
        to TO 4 mark
        pay VB 8 advcl
        , , 4 punct
        Chad NNP 8 nsubj
        would MD 8 aux
        leave VB 0 root
        """,
        ["Oslo | to pay | - | conditional", "Chad | would leave | - | conditional"],
    ),
    "even if sets no condition": (
        """
        Chad NNP 2 nsubj
        pays VBZ 0 root lemma=pay
        even RB 6 advmod
        if IN 6 mark
        Oslo NNP 6 nsubj
        objects VBZ 2 advcl lemma=object
        """,
        ["Chad | pays | - | actual", "Oslo | objects | - | conditional"],
    ),
    "an infinitive belongs to its noun": (
        """
        Courts NNS 2 nsubj
        rejected VBD 0 root lemma=reject
        a DT 4 det
        request NN 2 obj
        to TO 6 mark
        unseal VB 2 advcl
        it PRP 6 obj
        """,
        ["Courts | rejected | a request to unseal it | actual"],
    ),
    "a noun of aim has a clause as predicate": (
        """
        The DT 2 det
        goal NN 5 nsubj
        is VBZ 5 cop lemma=be
        to TO 5 mark
        win VB 0 root
        """,
        ["The goal | is | to win | actual"],
    ),
    "coordinated passives share an agent": (
        """
        It PRP 3 nsubj:pass
        was VBD 3 aux:pass lemma=be
        drafted VBN 0 root lemma=draft
        and CC 5 cc
        signed VBN 3 conj lemma=sign
        by IN 7 case
        Oslo NNP 5 obl:agent
        """,
        ["Oslo | was drafted | It | actual", "Oslo | signed | It | actual"],
    ),
    "a measure is no agent": (
        """
        Prices NNS 3 nsubj:pass
        were VBD 3 aux:pass lemma=be
        raised VBN 0 root lemma=raise
        by IN 6 case
        four CD 6 nummod
        percent NN 3 obl:agent
        """,
        ["- | were raised | Prices | actual"],
    ),
    "words in capitals are names": (
        """
        A DT 2 det
        map NN 0 root
        of IN 4 case
        land NN 2 nmod
        IS VBZ 2 acl:relcl lemma=be
        """,
        [],
    ),
    "a gerund stands for an object": (
        """
        That DT 3 nsubj
        could MD 3 aux
        include VB 0 root
        fining VBG 3 xcomp lemma=fine
        Oslo NNP 4 obj
        """,
        ["That | could include | fining Oslo | possible"],
    ),
    "a gerund after the preposition of a participle": (
        """
        It PRP 3 nsubj:pass
        is VBZ 3 aux:pass lemma=be
        limited VBN 0 root lemma=limit
        to IN 5 mark
        fining VBG 3 advcl lemma=fine
        firms NNS 5 obj
        """,
        ["It | is limited | fining firms | actual"],
    ),
    "an apposition may go on": (
        """
        Ann NNP 14 nsubj
        Roe NNP 1 flat
        , , 4 punct
        head NN 1 appos
        of IN 6 case
        Gasco NNP 4 nmod
        , , 9 punct
        and CC 9 cc
        chair NN 1 conj
        of IN 12 case
        the DT 12 det
        club NN 9 nmod
        , , 1 punct
        left VBD 0 root lemma=leave
        """,
        ["Ann Roe | left | - | actual"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_case(name: str) -> None:
    table, expected = CASES[name]
    assert claims(table) == expected


SUFFERING = """
    Children NNS 0 root
    suffering VBG 1 acl lemma=suffer
    from IN 4 case
    hunger NN 2 obl
    """


def test_a_participle_makes_a_claim_in_a_headline_only() -> None:
    headline = Marks(lines=(Line(0, 4, "headline"),))
    assert claims(SUFFERING, marks=headline) == ["Children | suffering | hunger | actual"]
    assert claims(SUFFERING) == []


def test_an_infinitive_hung_on_the_noun_of_a_headline() -> None:
    table = """
        Canada NNP 0 root
        to TO 3 mark
        send VB 1 acl
        aid NN 3 obj
        """
    assert claims(table) == ["Canada | to send | aid | future"]
