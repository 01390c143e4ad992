"""`claims report`."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import ARTICLE, Claims


def test_a_page_is_written_to_a_file(claims: Claims, article: Path, tmp_path: Path) -> None:
    code, out, _ = claims("report", article, "-o", tmp_path / "report.html", tty=True)
    assert (code, out) == (0, "")
    html = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert html.startswith("<!doctype html>")
    assert f'"text":"{ARTICLE}"' in html


def test_a_pipe_takes_it_and_a_terminal_is_told_to_name_a_file(claims: Claims, article: Path) -> None:
    assert claims("report", article).out.startswith("<!doctype html>")
    code, out, err = claims("report", article, tty=True)
    assert (code, out) == (2, "")
    assert "-o report.html" in err


def test_its_heading_can_be_given(claims: Claims, article: Path) -> None:
    assert "<title>A &amp; B</title>" in claims("report", article, "--title", "A & B").out


def test_what_fails_is_on_the_page_and_nothing_is_written_where_all_does(
    claims: Claims, article: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_text("The board met.")
    code, out, err = claims("report", article, bad)
    assert code == 1
    assert "1 could not be read" in out
    assert "bad.txt" in err
    code, out, _ = claims("report", bad, "-o", tmp_path / "report.html")
    assert (code, out) == (2, "")
    assert not (tmp_path / "report.html").exists()


def test_claims_that_were_written_down_need_not_be_found_again(claims: Claims, article: Path, tmp_path: Path) -> None:
    for name, kept in {"bare.db": (), "whole.db": ("--keep-text",), "lines.jsonl": ()}.items():
        assert claims("extract", article, "-o", tmp_path / name, *kept).code == 0
        article_text = article.read_text()
        article.rename(tmp_path / "away")
        code, out, _ = claims("report", tmp_path / name)
        (tmp_path / "away").rename(article)
        assert code == 0
        assert f'"text":"{article_text}"' in out, "all of it is one sentence"
        assert ('"excerpt":1' in out) is (not kept)
        sure = claims("report", tmp_path / name, "--min-confidence", "1").out
        assert (article_text in sure) is bool(kept)
        assert '"claims":[]' in sure
