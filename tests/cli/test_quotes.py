"""`claims quotes`: what it lists, in every format."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest
from spacy.tokens import Doc

from newsclaims.parse import models
from tests.cli.conftest import Claims
from tests.docs import build

TEXT = "The pact, she said, helps Oslo. Shea condemned the launch."
PARSE = """
    The    DT 2 det
    pact   NN 7 nsubj
    ,      , 5 punct
    she    PRP 5 nsubj
    said   VBD 7 parataxis lemma=say
    ,      , 5 punct
    helps  VBZ 0 root lemma=help
    Oslo   NNP 7 obj ent=GPE
    .      . 7 punct

    Shea       NNP 2 nsubj ent=PERSON
    condemned  VBD 0 root lemma=condemn
    the        DT 4 det
    launch     NN 2 obj
    .          . 2 punct
"""


class Parser:
    """Knows one text."""

    def __call__(self, text: str, disable: Iterable[str] = ()) -> Doc:  # noqa: ARG002
        return build(PARSE)


@pytest.fixture
def article(claims: Claims, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    assert claims is not None
    monkeypatch.setattr(models, "model", lambda *_, **__: Parser())
    path = tmp_path / "pact.txt"
    path.write_text(TEXT)
    return path


def test_quotes_lists_attributions_with_their_pieces(claims: Claims, article: Path) -> None:
    pact, launch = json.loads(claims("quotes", article).out)["quotes"]
    assert pact["source"]["text"] == "she"
    assert pact["cue"] == {"text": "said", "start": 14, "end": 18}
    assert [part["text"] for part in pact["parts"]] == ["The pact", "helps Oslo"]
    assert pact["content"]["text"] == "The pact, she said, helps Oslo"
    assert (launch["source"]["entity"], launch["content"]["text"], launch["quote"]) == ("Shea", "the launch", "indirect")
    for row in (pact, launch):
        for span in (row["source"], row["cue"], row["content"]):
            assert TEXT[span["start"] : span["end"]] == span["text"]


def test_quotes_as_lines_bear_their_path(claims: Claims, article: Path) -> None:
    rows = [json.loads(line) for line in claims("quotes", article, "--format", "jsonl").out.splitlines()]
    assert {row["path"] for row in rows} == {str(article)}
    assert list(rows[0]) == ["path", "source", "cue", "content", "parts", "quote", "date", "via", "rule"]


def test_quotes_as_a_table(claims: Claims, article: Path) -> None:
    out = claims("quotes", article, "--format", "table").out
    assert "condemned" in out
    assert "the launch" in out
