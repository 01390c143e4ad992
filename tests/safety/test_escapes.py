"""Nothing that an article or its name brings along is obeyed by whatever shows the output."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from pathlib import Path

import pytest

from tests.safety.hostile import ARTICLE, Claims, harmless

COMMANDS = [
    *[("extract", "--explain", "--format", format_) for format_ in ("table", "json", "jsonl", "csv", "tsv", "markdown")],
    ("extract", "--evidence", "--format", "table"),
    ("extract", "--evidence", "--format", "markdown"),
    ("extract", "--keep-text", "--format", "json"),
    *[(name, "--format", shape) for name in ("quotes", "dates") for shape in ("table", "json", "jsonl", "csv", "markdown")],
    ("show", "--no-pager"),
    ("show", "--no-pager", "--claim", "1"),
    ("parse",),
    ("report",),
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_output_holds_what_a_terminal_obeys(command: tuple[str, ...], claims: Claims, hostile: Path) -> None:
    done = claims(*command, hostile)
    assert done.code == 0, done.err
    assert done.out.strip()
    harmless(done.out)
    harmless(done.err)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_error_holds_it_either(command: tuple[str, ...], claims: Claims, hostile: Path) -> None:
    hostile.write_bytes(b"%PDF-\x1b[31m")
    done = claims(*command, hostile, hostile.with_name("\x1b[2J\u202e gone.txt"))
    assert done.code
    assert "PDF" in done.err
    harmless(done.out)
    harmless(done.err)


def test_all_that_is_json_can_be_read_and_says_what_the_article_says(claims: Claims, hostile: Path) -> None:
    document = json.loads(claims("extract", "--format", "json", hostile).out)
    assert document["articles"][0]["path"] == str(hostile)
    assert document["articles"][0]["publisher"] == "<script>alert(1)</script>"
    for claim in document["claims"]:
        span = claim["evidence"]
        assert ARTICLE[span["start"] : span["end"]] == span["text"]
    lines = claims("extract", "--format", "jsonl", hostile).out.splitlines()
    assert [json.loads(line)["id"] for line in lines] == [claim["id"] for claim in document["claims"]]


@pytest.mark.parametrize(("format_", "between"), [("csv", ","), ("tsv", "\t")])
def test_no_cell_is_a_formula(format_: str, between: str, claims: Claims, hostile: Path) -> None:
    for command in ("extract", "quotes", "dates"):
        out = claims(command, "--format", format_, hostile).out
        first, *rows = csv.reader(io.StringIO(out, newline=""), delimiter=between)
        assert rows
        assert all(len(row) == len(first) for row in rows)
        assert not [cell for row in rows for cell in row if re.match(r"\s*[=+\-@]", cell)]


def test_markdown_has_no_markup_of_the_articles(claims: Claims, hostile: Path) -> None:
    out = claims("extract", "--evidence", "--format", "markdown", hostile).out
    assert not re.search(r"<\w|(?<!\\)\]\(|(?<!\\)\*|(?<!\\)`", out)
    rows = [line for line in out.splitlines() if line.startswith("|")]
    assert len({len(re.findall(r"(?<!\\)\|", row)) for row in rows}) == 1


def test_a_page_runs_no_script_of_the_articles(claims: Claims, hostile: Path) -> None:
    out = claims("report", hostile).out
    assert "<script>alert" not in out
    assert not re.search(r"<img[^>]*onerror", out)
    assert not re.search(r"""href\s*=\s*["']?javascript:""", out)
    assert out.count("</script") == len(re.findall(r"<script\b", out))


def test_a_database_holds_the_words_and_shows_them_safely(claims: Claims, hostile: Path, tmp_path: Path) -> None:
    store = tmp_path / "out.db"
    assert claims("extract", hostile, "-o", store).code == 0
    with sqlite3.connect(store) as base:
        assert base.execute("SELECT publisher FROM articles").fetchall() == [("<script>alert(1)</script>",)]
    base.close()
    for query in ("acme", "\"'); DROP TABLE claims; --", "NEAR(", "*", "acme OR", "{x} : y", "-", "\x1b[31m"):
        for shape in ("table", "json"):
            done = claims("search", store, query, "--format", shape)
            assert "Traceback" not in done.err
            assert "error of the program itself" not in done.err
            harmless(done.out)
            harmless(done.err)
    with sqlite3.connect(store) as base:
        assert base.execute("SELECT count(*) FROM claims").fetchone()[0]
    base.close()
