"""Which clauses are claims, whose they are, and what they rest on."""

from __future__ import annotations

from newsclaims.annotate.marks import Line, Marks
from newsclaims.extract.candidate import Attribution
from newsclaims.extract.candidates import candidates
from newsclaims.extract.reader import clauses
from tests.docs import build
from tests.extract.reading import claims

SAID = """
    Shea NNP 2 nsubj
    said VBD 0 root lemma=say
    the DT 4 det
    pact NN 5 nsubj
    helps VBZ 2 ccomp lemma=help
    Chad NNP 5 obj
    """
BY_SHEA = Attribution(None, (1, 2), 1, ((2, 6),), "indirect", "before")


def test_a_cue_whose_content_is_a_clause_is_no_claim() -> None:
    assert claims(SAID, [BY_SHEA]) == ["the pact | helps | Chad | actual"]


def test_a_cue_whose_content_is_a_noun_phrase_is_a_claim() -> None:
    table = """
        Oslo NNP 2 nsubj
        condemned VBD 0 root lemma=condemn
        the DT 4 det
        launch NN 2 obj
        """
    attribution = Attribution(None, (1, 2), 1, ((2, 4),), "indirect", "before")
    assert claims(table, [attribution]) == ["Oslo | condemned | the launch | actual"]


def test_the_innermost_attribution_counts() -> None:
    doc = build(SAID)
    outer = Attribution(None, None, None, ((0, 6),), "direct", "quote")
    (found,) = candidates(doc, clauses(doc), [outer, BY_SHEA._replace(outer=0)], Marks())
    assert found.attribution == 1


def test_debris_lines_give_no_claims() -> None:
    table = """
        We PRP 2 nsubj
        welcome VBP 0 root
        tips NNS 2 obj
        """
    assert claims(table) == ["We | welcome | tips | actual"]
    assert claims(table, marks=Marks(lines=(Line(0, 3, "promotion"),))) == []


def test_evidence_is_the_sentence_and_features_are_numbers() -> None:
    doc = build(SAID)
    (found,) = candidates(doc, clauses(doc), [BY_SHEA], Marks())
    assert found.evidence == (0, 6)
    assert found.rule == "active"
    assert all(isinstance(value, float) for _, value in found.features)
    assert dict(found.features)["attributed"] == 1.0
