from __future__ import annotations

import datetime as dt
from types import FunctionType

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from newsclaims import component
from newsclaims.component import Claims
from newsclaims.parse import newswire
from tests.docs import RADARS, build


def test_claims_are_plain_dicts_behind_the_getter() -> None:
    doc = Claims()(build(RADARS))
    (claim,) = doc._.claims
    assert claim["actor"]["entity"] == "Norway"
    assert claim["date"]["value"] is None
    assert type(claim) is dict


@pytest.mark.parametrize("own", [None, "2025-01-09"])
def test_the_day_of_publication_is_the_docs_own_or_the_components(own: str | None) -> None:
    doc = build(RADARS)
    doc._.published = own
    (claim,) = Claims(published="2024-12-19")(doc)._.claims
    assert claim["date"]["value"] == ("2025-01-06" if own else "2024-12-16")


def test_claims_survive_being_written_and_read() -> None:
    doc = Claims()(build(RADARS))
    assert Doc(doc.vocab).from_bytes(doc.to_bytes())._.claims == doc._.claims


def test_an_article_that_fails_is_reported_and_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(doc: Doc, article: object) -> tuple[()]:  # noqa: ARG001
        raise ValueError("a broken tree")

    monkeypatch.setattr(component, "claims", fail)
    with pytest.warns(UserWarning, match=r"no claims from the article that begins 'Norway gave Kyiv.*a broken tree"):
        doc = Claims()(build(RADARS))
    assert doc._.claims == []
    assert doc.user_data["newsclaims"]["error"] == "ValueError: a broken tree"


def test_a_doc_without_the_component_has_no_claims() -> None:
    assert build(RADARS)._.claims == []


def test_the_factory_is_found_by_name_and_configured() -> None:
    nlp = spacy.blank("en")
    pipe = nlp.add_pipe("claims", config={"published": "2025-01-09"})
    assert isinstance(pipe, Claims)
    assert pipe.published == "2025-01-09"


@pytest.mark.parametrize("create", [component.create, newswire.create])
def test_a_factorys_types_are_classes(create: FunctionType) -> None:
    """spaCy before 3.8.13 makes nothing of their names."""
    assert create.__annotations__
    assert not any(isinstance(kind, str) for kind in create.__annotations__.values())


def test_it_runs_in_several_processes(nlp: Language) -> None:
    texts = ["Norway gave Ukraine two radar systems.", "The court fined the company."]
    alone = [doc._.claims for doc in nlp.pipe(texts)]
    together = [doc._.claims for doc in nlp.pipe(texts, n_process=2)]
    assert alone == together
    assert [claims[0]["action"]["text"] for claims in alone] == ["gave", "fined"]


def test_the_function_and_the_room_of_its_name_live_side_by_side(nlp: Language) -> None:
    import newsclaims
    import newsclaims.extract.reader
    from newsclaims.extract import Found

    assert Found.__module__ == "newsclaims.extract"
    text = "title: Radars\n\nNorway gave Ukraine two radar systems on Monday."
    for date in ("2025-01-09", dt.date(2025, 1, 9)):
        claim = newsclaims.extract(text, published=date, nlp=nlp)[0]
        assert claim.action.text == text[claim.action.start : claim.action.end] == "gave"
        assert claim.date is not None
        assert claim.date.value == "2025-01-06"


def test_a_wrong_date_is_an_error_of_ours() -> None:
    import newsclaims

    with pytest.raises(newsclaims.NewsclaimsError, match=r"no such date: yesterday\. Write it as YYYY-MM-DD"):
        newsclaims.extract("The board met.", published="yesterday")


def test_unknown_names_are_unknown() -> None:
    import newsclaims

    assert "extract" in dir(newsclaims)
    with pytest.raises(AttributeError, match="no attribute 'frobnicate'"):
        newsclaims.frobnicate  # noqa: B018
