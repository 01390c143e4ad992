"""Long texts in pieces."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from newsclaims import flow
from newsclaims.parse import pieces as module
from newsclaims.parse.pieces import SIZE, WHOLE, pieces
from newsclaims.read import article

NEWS = "Norway gave Kyiv two radars on Monday. The minister, Ida Holm, said the court fined Acme.\n\n"


@given(st.text("ab \n.”", max_size=400))
@settings(deadline=None)
def test_pieces_put_together_are_the_text(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "WHOLE", 30)
        patch.setattr(module, "SIZE", 20)
        found = list(pieces(text))
    assert "".join(piece.text for piece in found) == text
    assert all(text[piece.start :].startswith(piece.text) for piece in found)
    assert all(len(piece.text) <= 30 for piece in found)


def test_a_piece_ends_with_a_paragraph() -> None:
    text = NEWS * (WHOLE // len(NEWS) + 2)
    found = list(pieces(text))
    assert all(piece.text.endswith("\n\n") for piece in found)
    assert all(len(piece.text) <= SIZE for piece in found)
    assert list(pieces(text[:WHOLE])) == [(text[:WHOLE], 0)]


@pytest.mark.parametrize("end", ["\n", ". ", " "])
def test_failing_that_with_a_line_a_sentence_or_a_word(end: str) -> None:
    text = ("word" + end) * WHOLE
    assert all(piece.text.endswith("word" + end) for piece in pieces(text))


def test_claims_of_all_pieces_are_found_at_their_places(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    text = NEWS * 40
    whole = flow.reading(flow.parsed(article(text), nlp), article(text))
    monkeypatch.setattr(module, "WHOLE", 1000)
    monkeypatch.setattr(module, "SIZE", 700)
    cut = flow.reading(flow.parsed(article(text), nlp), article(text))
    assert len(list(pieces(text))) > 4
    assert cut.words == whole.words
    assert [claim.action.start for claim in cut.claims] == [claim.action.start for claim in whole.claims]
    assert len({claim.id for claim in cut.claims}) == len(cut.claims)
    for claim in cut.claims:
        for span in (claim.actor, claim.action, claim.target, claim.evidence, claim.date):
            assert span is None or text[span.start : span.end] == span.text
