"""`claims timeline`: what it reads, and what it prints in each format."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from newsclaims.claim import Claim
from newsclaims.render.records import line, model_json
from tests.cli.conftest import Claims
from tests.compare.made import articles, claim

SENT = claim("Pyongyang", "sent", "12,000 troops", lemma="send", to="Russia", date="2025-03-01")
SAID = claim("Seoul", "will hold", "talks", lemma="hold", status="future", source="North Korea")
EVIL = claim("North Korea", "=cmd()", "\x1b[31mred\x1b[0m")


def written(path: Path, *made: Claim) -> Path:
    """Write claims, an article each, as `claims extract` does."""
    rows = (line(one, model_json(record)) for record, claims in articles(*made) for one in claims)
    path.write_text("".join(rows))
    return path


@pytest.fixture
def two(tmp_path: Path) -> Path:
    return written(tmp_path / "claims.jsonl", SAID, SENT)


def test_the_table(claims: Claims, two: Path) -> None:
    head, *rows = claims("timeline", two, "--entity", "dprk", "--format", "table").out.splitlines()
    assert head == "dprk", "two names: Pyongyang, North Korea"
    assert [row.split()[:2] for row in rows if row.startswith("2025")] == [["2025-03-01", "did"], ["2025-03-05", "said"]]
    assert max(map(len, rows)) <= 80


def test_json(claims: Claims, two: Path) -> None:
    done = claims("timeline", two, "--entity", "DPRK", "--role", "actor")
    found = json.loads(done.out)
    assert list(found) == ["entity", "entries", "articles", "errors"]
    assert [entry["text"] for entry in found["entries"]] == [SENT.text]
    assert [record["path"] for record in found["articles"]] == ["1.txt"], "those that it is told in"


def test_lines_and_cells(claims: Claims, two: Path) -> None:
    rows = list(map(json.loads, claims("timeline", two, "--entity", "DPRK", "--format", "jsonl").out.splitlines()))
    cells = list(csv.DictReader(io.StringIO(claims("timeline", two, "--entity", "DPRK", "--format", "csv").out)))
    assert [row["day"] for row in rows] == [cell["day"] for cell in cells] == ["2025-03-01", "2025-03-05"]
    assert cells[0]["paths"] == "1.txt"


def test_hostile_text_is_shown(claims: Claims, tmp_path: Path) -> None:
    path = tmp_path / "claims.jsonl"
    ((record, (one,)),) = articles(EVIL)
    path.write_text(line(one, model_json(record)))
    assert "\x1b" not in claims("timeline", path, "--entity", "North Korea", "--format", "table").out
    (row,) = csv.DictReader(io.StringIO(claims("timeline", path, "--entity", "North Korea", "--format", "csv").out))
    assert row["action"] == "'=cmd()"


def test_of_a_store_and_of_articles(claims: Claims, article: Path, tmp_path: Path) -> None:
    store = tmp_path / "claims.db"
    assert claims("extract", article, "-o", store).code == 0
    for source in (store, article):
        (entry,) = json.loads(claims("timeline", source, "--entity", "Norway").out)["entries"]
        assert (entry["role"], entry["action"]) == ("actor", "gave")


def test_nobody_of_that_name(claims: Claims, two: Path) -> None:
    done = claims("timeline", two, "--entity", "South Seoul", "--format", "table")
    assert "\x1b" not in claims("timeline", two, "--entity", "\x1b[31mSeoul").err
    assert (done.code, done.out) == (0, "")
    assert done.err == "claims: no claims of South Seoul; names like it: Seoul\n"


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--entity", "Seoul", "--role", "target"), "with --role; in all roles, of all days there is 1"),
        (("--entity", "Seoul", "--from", "2026-01-01"), "with --from; in all roles, of all days there is 1"),
        (("--entity", "Acme Steel"), "as actor or source; with --role target there is 1"),
    ],
)
def test_somebody_of_that_name_in_other_roles_or_on_other_days(
    claims: Claims, tmp_path: Path, options: tuple[str, ...], told: str
) -> None:
    path = written(tmp_path / "claims.jsonl", SAID, claim("Oslo", "fined", "Acme Steel", date="2025-03-01"))
    assert claims("timeline", path, *options).err == f"claims: no claims of {options[1]} {told}\n"


@pytest.mark.parametrize("name", ["", "?", "the", "\x1b["])
def test_a_name_that_names_nobody(claims: Claims, two: Path, name: str) -> None:
    done = claims("timeline", two, "--entity", name)
    assert done.code == 2
    assert "names nobody" in done.err
    assert "\x1b" not in done.err


def test_an_empty_store_is_read(claims: Claims, tmp_path: Path) -> None:
    text = tmp_path / "empty.txt"
    text.write_text("Norway gave Kyiv radars on Monday.")
    store = tmp_path / "claims.db"
    assert claims("extract", text, "--min-confidence", "1", "-o", store).code == 0
    assert json.loads(claims("timeline", store, "--entity", "Norway").out)["entries"] == []
