"""The same clauses from the ClearNLP labels of ``en_core_web_*``."""

from __future__ import annotations

import pytest

from newsclaims.errors import ModelError
from newsclaims.extract.reader import clauses, tree
from tests.docs import build
from tests.extract.reading import claims

CONSTRUCTIONS = {
    "active with preposition": (
        """
        The DT 2 det
        force NN 3 nsubj
        relies VBZ 0 root lemma=rely
        on IN 3 prep
        volunteers NNS 4 pobj
        from IN 5 prep
        Chad NNP 6 pobj
        """,
        ["The force | relies | volunteers from Chad | actual"],
    ),
    "copula": (
        """
        The DT 2 det
        pact NN 3 nsubj
        is VBZ 0 root lemma=be
        a DT 5 det
        threat NN 3 attr
        to IN 5 prep
        the DT 8 det
        region NN 6 pobj
        """,
        ["The pact | is | a threat to the region | actual"],
    ),
    "copula with adjective and modal": (
        """
        Oslo NNP 3 nsubj
        may MD 3 aux
        be VB 0 root
        responsible JJ 3 acomp
        """,
        ["Oslo | may be | responsible | possible"],
    ),
    "copula with preposition": (
        """
        The DT 2 det
        town NN 3 nsubj
        is VBZ 0 root lemma=be
        in IN 3 prep
        ruins NNS 4 pobj
        """,
        ["The town | is | in ruins | actual"],
    ),
    "passive with agent and negation": (
        """
        Chad NNP 4 nsubjpass
        was VBD 4 auxpass lemma=be
        not RB 4 neg
        given VBN 0 root lemma=give
        a DT 6 det
        loan NN 4 dobj
        by IN 4 agent
        Oslo NNP 7 pobj
        """,
        ["Oslo | was not given | Chad | negated"],
    ),
    "dative with preposition": (
        """
        She PRP 2 nsubj
        gave VBD 0 root lemma=give
        money NN 2 dobj
        to IN 2 dative
        Kim NNP 4 pobj
        and CC 5 cc
        Lee NNP 5 conj
        """,
        ["She | gave | Kim and Lee | actual"],
    ),
    "bare dative": (
        """
        Oslo NNP 2 nsubj
        gave VBD 0 root lemma=give
        Chad NNP 2 dative
        loans NNS 2 dobj
        """,
        ["Oslo | gave | Chad | actual"],
    ),
    "object control": (
        """
        She PRP 2 nsubj
        urged VBD 0 root lemma=urge
        him PRP 5 nsubj
        to TO 5 aux
        leave VB 2 ccomp
        Oslo NNP 5 dobj
        """,
        ["She | urged | him | actual"],
    ),
    "chain": (
        """
        Troops NNS 3 nsubj
        are VBP 3 aux lemma=be
        trying VBG 0 root lemma=try
        to TO 5 aux
        enter VB 3 xcomp
        Homs NNP 5 dobj
        """,
        ["Troops | are trying to enter | Homs | actual"],
    ),
    "adjective chain": (
        """
        The DT 2 det
        strike NN 3 nsubj
        is VBZ 0 root lemma=be
        likely JJ 3 acomp
        to TO 6 aux
        spread VB 4 xcomp
        """,
        ["The strike | is likely to spread | - | possible"],
    ),
    "existential": (
        """
        There EX 2 expl
        is VBZ 0 root lemma=be
        no DT 4 det
        evidence NN 2 attr
        of IN 4 prep
        fraud NN 5 pobj
        """,
        ["- | is | no evidence of fraud | negated"],
    ),
    "relative with copula": (
        """
        Oslo NNP 2 nsubj
        left VBD 0 root lemma=leave
        the DT 4 det
        town NN 2 dobj
        , , 4 punct
        which WDT 7 nsubj
        was VBD 4 relcl lemma=be
        in IN 7 prep
        ruins NNS 8 pobj
        """,
        ["Oslo | left | the town | actual", "the town | was | in ruins | actual"],
    ),
    "three coordinated verbs": (
        """
        He PRP 2 nsubj
        came VBD 0 root lemma=come
        , , 2 punct
        saw VBD 2 conj lemma=see
        Oslo NNP 4 dobj
        and CC 4 cc
        left VBD 4 conj lemma=leave
        """,
        ["He | came | - | actual", "He | saw | Oslo | actual", "He | left | - | actual"],
    ),
    "gerund after preposition": (
        """
        After IN 7 prep
        signing VBG 1 pcomp lemma=sign
        the DT 4 det
        pact NN 2 dobj
        , , 7 punct
        Chad NNP 7 nsubj
        withdrew VBD 0 root lemma=withdraw
        """,
        ["Chad | signing | the pact | actual", "Chad | withdrew | - | actual"],
    ),
    "clausal predicate": (
        """
        The DT 2 det
        question NN 3 nsubj
        is VBZ 0 root lemma=be
        whether IN 6 mark
        they PRP 6 nsubj
        pay VBP 3 ccomp
        fines NNS 6 dobj
        """,
        ["The question | is | whether they pay fines | actual", "they | pay | fines | possible"],
    ),
}


@pytest.mark.parametrize("name", CONSTRUCTIONS)
def test_construction(name: str) -> None:
    table, expected = CONSTRUCTIONS[name]
    assert claims(table) == expected


def test_compound_preposition_marks_its_noun() -> None:
    rebuilt = tree(
        build(
            """
            He PRP 2 nsubj
            walked VBD 0 root lemma=walk
            out IN 2 prep
            of IN 3 prep
            town NN 4 pobj
            to IN 2 prep
            Oslo NNP 6 pobj
            yesterday NN 2 npadvmod
            saw VBD 2 conj
            it PRP 9 dobj
            """
        )
    )
    assert rebuilt.marker(4) == "out of"
    assert rebuilt.heads[4] == 1
    assert rebuilt.full[7] == "obl:unmarked"


def test_a_doc_without_parse_is_refused() -> None:
    doc = build("Oslo NNP 0 root")
    doc[0].dep_ = ""
    with pytest.raises(ModelError, match="no dependency parser"):
        clauses(doc)
