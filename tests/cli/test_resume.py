"""--resume: what it refuses, and what it makes of a journal that is torn anywhere; tests/cli/test_run.py kills real runs."""

from __future__ import annotations

import csv
import sqlite3
from pathlib import Path

import pytest

from tests.cli.test_run import claims, started, wait_for

NORWAY, KENYA = "Norway gave Kyiv radars on Monday.", "Kenya gave Kyiv radars on Monday."


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder with two articles of a claim each."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(NORWAY)
    (folder / "b.txt").write_text(KENYA)
    return folder


@pytest.mark.parametrize("name", ["out.json", "out.md", "out.txt", "out.jsonl.gz", "out.parquet"])
def test_formats_that_cannot_be_gone_on_with_are_refused(news: Path, name: str) -> None:
    done = claims("extract", news, "--resume", "-o", news.parent / name)
    assert done.returncode == 2
    assert b"--resume" in done.stderr
    assert [path.name for path in news.parent.iterdir()] == ["news"]


def test_standard_output_cannot_be_gone_on_with(news: Path) -> None:
    done = claims("extract", news, "--resume", "--format", "jsonl")
    assert done.returncode == 2
    assert b"name it with -o" in done.stderr
    assert done.stdout == b""


def test_a_table_of_other_columns_is_not_added_to(news: Path) -> None:
    out = news.parent / "out.csv"
    assert claims("extract", news / "a.txt", "-o", out).returncode == 0
    before = out.read_bytes()
    done = claims("extract", news, "-o", out, "--resume", "--explain")
    assert done.returncode == 2
    assert b"other columns" in done.stderr
    assert out.read_bytes() == before
    assert sorted(path.name for path in news.parent.iterdir()) == ["news", "out.csv"]
    assert claims("extract", news, "-o", out, "--resume").returncode == 0
    assert len({len(row) for row in csv.reader(out.read_text().splitlines())}) == 1


def test_what_was_begun_with_other_options_is_not_gone_on_with(news: Path) -> None:
    out, journal = news.parent / "out.jsonl", news.parent / "out.jsonl.journal"
    (news / "b.txt").write_text("wait 60")
    with started("extract", news, "-o", out, "--resume") as process:
        wait_for(lambda: journal.exists() and journal.read_bytes().count(b"\n") == 2)
        other = claims("extract", news, "-o", out, "--resume")
        assert (other.returncode, b"another run is writing" in other.stderr) == (2, True)
        process.kill()
    (news / "b.txt").write_text(KENYA)
    done = claims("extract", news, "-o", out, "--resume", "--date", "2025-01-09")
    assert done.returncode == 2
    assert b"begun with other options (date)" in done.stderr
    assert claims("extract", news, "-o", out, "--resume").returncode == 0
    assert out.read_text().count("\n") == 2


def test_a_file_that_is_no_table_of_claims_is_left_alone(news: Path) -> None:
    out = news.parent / "notes.csv"
    out.write_text("buy,milk\n")
    done = claims("extract", news, "-o", out, "--resume")
    assert done.returncode == 2
    assert out.read_text() == "buy,milk\n"


def test_a_link_in_place_of_the_partial_file_is_not_followed(news: Path) -> None:
    precious = news.parent / "precious"
    precious.write_text("keep me")
    (news.parent / "out.jsonl.partial").symlink_to(precious)
    done = claims("extract", news, "-o", news.parent / "out.jsonl", "--resume")
    assert done.returncode == 2
    assert precious.read_text() == "keep me"


@pytest.mark.parametrize("left", [0, 1, 40, -30, -2, -1])
def test_a_journal_may_be_torn_anywhere(news: Path, left: int) -> None:
    whole, out = news.parent / "whole.jsonl", news.parent / "out.jsonl"
    claims("extract", news, "-o", whole)
    (news / "b.txt").write_text("wait 60")
    journal = news.parent / "out.jsonl.journal"
    with started("extract", news, "-o", out, "--resume") as process:
        wait_for(lambda: journal.exists() and journal.read_bytes().count(b"\n") == 2)
        process.kill()
    journal.write_bytes(journal.read_bytes()[:left])
    (news / "b.txt").write_text(KENYA)
    assert claims("extract", news, "-o", out, "--resume").returncode == 0
    assert out.read_bytes() == whole.read_bytes()


def test_a_database_is_gone_on_with(news: Path) -> None:
    out = news.parent / "out.db"
    assert claims("extract", news / "a.txt", "-o", out).returncode == 0
    done = claims("extract", news, "-o", out, "--resume")
    assert done.returncode == 0
    assert b"1 there already" in done.stderr
    with sqlite3.connect(out) as store:
        assert store.execute("select count(*) from articles").fetchone() == (2,)
        assert sorted(store.execute("select actor from claims")) == [("Kenya",), ("Norway",)]
