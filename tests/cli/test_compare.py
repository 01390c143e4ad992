"""`claims compare`: what it reads, and what it prints in each format."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from newsclaims.claim import ArticleRecord
from newsclaims.render.records import line, model_json
from tests.cli.conftest import Claims
from tests.compare.made import Article, articles, claim

SENT = claim("Pyongyang", "sent", "10,000 troops", lemma="send", to="Russia")
MORE = claim("North Korea", "dispatched", "15,000 soldiers", lemma="dispatch", to="Russia", source="Seoul")
DENIED = claim("Pyongyang", "did not send", "troops", lemma="send", status="negated", to="Russia", source="Kremlin")


def written(path: Path, made: list[Article]) -> Path:
    path.write_text("".join(line(one, model_json(record)) for record, claims in made for one in claims))
    return path


@pytest.fixture
def three(tmp_path: Path) -> Path:
    return written(tmp_path / "claims.jsonl", articles(SENT, MORE, DENIED))


def test_the_table_has_a_block_a_cluster(claims: Claims, three: Path) -> None:
    out = claims("compare", three, "--format", "table").out
    assert out.splitlines()[0].split(None, 1) == ["1", SENT.text]
    assert "told in   3 articles, 2 independent" in out
    assert "first     2025-03-05 · Paper 0 · 0.txt" in out
    assert "denied by Kremlin: " in out
    assert "figures   10,000 troops (1 claim) / 15,000 soldiers (1 claim)" in out
    assert max(map(len, out.splitlines())) <= 80


def test_json_in_a_pipe(claims: Claims, three: Path) -> None:
    found = json.loads(claims("compare", three).out)
    (cluster,) = found["clusters"]
    assert list(found) == ["clusters", "articles", "errors"]
    assert cluster["claims"] == ["c0", "c1", "c2"]
    assert [denial["name"] for denial in cluster["denied_by"]] == ["Kremlin"]
    assert [ArticleRecord.model_validate(record).path for record in found["articles"]] == ["0.txt", "1.txt", "2.txt"]


def test_what_was_extracted_before_is_read_and_not_measured_in_words(claims: Claims, three: Path, tmp_path: Path) -> None:
    said = claims("report", three, "-o", tmp_path / "page.html").err.strip()
    assert re.fullmatch(r"claims: 3 articles, \d claims, read in \d+\.\d s", said)


def test_lines(claims: Claims, three: Path) -> None:
    (cluster,) = map(json.loads, claims("compare", three, "--format", "jsonl").out.splitlines())
    assert cluster["text"] == SENT.text


def test_articles_are_read_and_compared(claims: Claims, article: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.txt"
    again.write_text(article.read_text() + "\n")
    (cluster,) = json.loads(claims("compare", article, again).out)["clusters"]
    assert cluster["target"] == "Ukraine"
    assert cluster["independent"] == 1, "one text, printed twice"


def test_only_what_is_disputed(claims: Claims, tmp_path: Path) -> None:
    agreed = written(tmp_path / "a.jsonl", articles(SENT, SENT))
    assert json.loads(claims("compare", agreed, "--disputed").out)["clusters"] == []
    assert len(json.loads(claims("compare", agreed).out)["clusters"]) == 1


def test_a_claim_alone_if_all_are_wanted(claims: Claims, tmp_path: Path) -> None:
    one = written(tmp_path / "a.jsonl", articles(SENT))
    assert claims("compare", one, "--format", "table").out == "no claim is made by more than one article\n"
    assert len(json.loads(claims("compare", one, "--all").out)["clusters"]) == 1


def test_a_line_that_is_no_claim_is_reported(claims: Claims, three: Path) -> None:
    with three.open("a") as file:
        file.write("{}\n")
    done = claims("compare", three)
    assert done.code == 1
    assert f"claims: {three}:4 is no claim" in done.err
    assert len(json.loads(done.out)["errors"]) == 1


def test_hostile_words_are_shown_and_not_obeyed(claims: Claims, tmp_path: Path) -> None:
    bad = claim("Oslo", "sent", "\x1b[31mtroops\u202e", lemma="send", to="Russia")
    made = written(tmp_path / "a.jsonl", articles(bad, bad))
    for format_ in ("table", "json", "jsonl"):
        out = claims("compare", made, "--format", format_).out
        assert "\x1b" not in out
        assert "\u202e" not in out


def test_clusters_are_not_written_as_csv(claims: Claims, three: Path, tmp_path: Path) -> None:
    done = claims("compare", three, "-o", tmp_path / "a.csv")
    assert done.code == 2
    assert "it is written as table, json, jsonl" in done.err
    assert not (tmp_path / "a.csv").exists()


def test_nothing_that_can_be_read(claims: Claims, tmp_path: Path) -> None:
    done = claims("compare", tmp_path / "none.txt", "-o", tmp_path / "out.json")
    assert done.code == 2
    assert not (tmp_path / "out.json").exists()
