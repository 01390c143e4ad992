"""Stores made by the command as a real process: added to, searched, killed."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.terminal import on_terminal

COMMAND = [sys.executable, "-m", "newsclaims"]
RADARS = "Norway gave Ukraine two radar systems on Monday. Sweden did not send any troops, the minister said.\n"
FERRY = "The coast guard rescued forty passengers. North Korea may sell the ship, officials in Seoul said.\n"


def run(*arguments: object, **options: object) -> subprocess.CompletedProcess[str]:
    command = [*COMMAND, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120, **options)  # type: ignore[call-overload, no-any-return]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two articles, and a store that was made in two runs."""
    folder = tmp_path_factory.mktemp("store")
    (folder / "radars.txt").write_text(RADARS)
    (folder / "ferry.txt").write_text(FERRY)
    for article in ("radars.txt", "ferry.txt"):
        done = run("extract", article, "--date", "2025-01-09", "-o", "claims.db", cwd=folder)
        assert (done.returncode, done.stdout) == (0, ""), done.stderr
    return folder


def search(folder: Path, *arguments: str) -> list[str]:
    done = run("search", "claims.db", *arguments, cwd=folder)
    assert done.returncode == 0, done.stderr
    return [claim["text"] for claim in json.loads(done.stdout)["claims"]]


def test_two_runs_fill_one_store(folder: Path) -> None:
    with sqlite3.connect(folder / "claims.db") as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert [path for (path,) in database.execute("SELECT path FROM articles")] == ["radars.txt", "ferry.txt"]
    assert sorted(os.listdir(folder)) == ["claims.db", "ferry.txt", "radars.txt"]


def test_a_search_gives_what_extract_gave(folder: Path) -> None:
    printed = json.loads(run("extract", "radars.txt", "--date", "2025-01-09", cwd=folder).stdout)
    found = json.loads(run("search", "claims.db", "--from", "2025-01-01", "radar* OR", cwd=folder).stdout)
    assert found["claims"] == []
    found = json.loads(run("search", "claims.db", "--from", "2025-01-01", "radar*", "ukraine", cwd=folder).stdout)
    assert found == {**printed, "claims": printed["claims"][:1]}


@pytest.mark.parametrize(
    ("arguments", "actions"),
    [
        (("--status", "negated"), ["did not send"]),
        (("--actor", "DPRK"), ["may sell"]),
        (("--source", "minister"), ["did not send"]),
        (("rescue",), ["rescued"]),
        (("--to", "2025-01-06"), ["gave"]),
    ],
)
def test_searches(folder: Path, arguments: tuple[str, ...], actions: list[str]) -> None:
    found = json.loads(run("search", "claims.db", *arguments, cwd=folder).stdout)
    assert [claim["action"]["text"] for claim in found["claims"]] == actions


def test_the_formats_of_a_search(folder: Path) -> None:
    lines = run("search", "claims.db", "rescue", "--format", "jsonl", cwd=folder).stdout.splitlines()
    assert [json.loads(line)["article"]["path"] for line in lines] == ["ferry.txt"]
    cells = run("search", "claims.db", "rescue", "--format", "csv", cwd=folder).stdout.splitlines()
    assert len(cells) == 2
    assert cells[0].startswith("id,text,actor,")
    found = run("search", "claims.db", "--from", "2025-01-01", "--format", "table", "--limit", "1", cwd=folder)
    assert "Norway" in found.stdout
    assert max(map(len, found.stdout.splitlines())) == 80
    assert found.stderr == "claims: these are the first 1 claims; --limit 0 gives all\n"
    nothing = run("search", "claims.db", "zeppelin", "--format", "table", cwd=folder)
    assert (nothing.returncode, nothing.stdout, nothing.stderr) == (0, "", "claims: no claims found\n")


def test_what_a_search_finds_is_written_to_a_file_that_is_not_the_store(folder: Path) -> None:
    assert run("search", "claims.db", "rescue", "-o", "found.csv", cwd=folder).returncode == 0
    assert (folder / "found.csv").read_text().startswith("id,text,actor,")
    again = run("search", "claims.db", "rescue", "-o", "found.csv", cwd=folder)
    assert (again.returncode, "--force" in again.stderr) == (2, True)
    onto = run("search", "claims.db", "rescue", "-o", "claims.db", "--format", "json", "--force", cwd=folder)
    assert onto.returncode == 2
    assert (folder / "claims.db").read_bytes().startswith(b"SQLite")


def test_a_search_needs_no_language_model(folder: Path) -> None:
    script = (
        "import sys; from newsclaims.cli.boundary import run; code = run(sys.argv[1:]); "
        "print(code, sorted({'spacy', 'numpy', 'onnxruntime'} & set(sys.modules)), file=sys.stderr)"
    )
    for format_ in ("table", "json", "csv"):
        arguments = ["search", str(folder / "claims.db"), "rescue", "--format", format_]
        done = subprocess.run(
            [sys.executable, "-c", script, *arguments], capture_output=True, text=True, timeout=60, check=False
        )
        assert done.stderr == "0 []\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("claims.db",), "Nothing to search for"),
        (("claims.db", "—"), "has no word to search for"),
        (("none.db", "x"), "none.db"),
        (("ferry.txt", "x"), "ferry.txt is no SQLite database"),
        (("claims.db", "--from", "2025"), "2025-01-09"),
        (("claims.db", "--status", "true"), "'actual'"),
    ],
)
def test_what_cannot_be_searched(folder: Path, arguments: tuple[str, ...], said: str) -> None:
    done = run("search", *arguments, cwd=folder)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert said in done.stderr


def test_an_article_is_replaced_not_doubled(folder: Path, tmp_path: Path) -> None:
    store = shutil.copy(folder / "claims.db", tmp_path)
    before = search(folder, "--from", "2025-01-01")
    run("extract", "ferry.txt", "radars.txt", "--date", "2025-01-16", "-o", store, cwd=folder)
    assert sorted(search(tmp_path, "--from", "2025-01-10")) == sorted(before)
    assert search(tmp_path, "--to", "2025-01-09") == []


def test_what_failed_is_in_the_store_and_what_is_none_is_left_alone(folder: Path, tmp_path: Path) -> None:
    done = run("extract", folder / "ferry.txt", "none.txt", "-o", "c.sqlite", cwd=tmp_path)
    assert done.returncode == 1
    with sqlite3.connect(tmp_path / "c.sqlite") as database:
        assert [path for (path,) in database.execute("SELECT path FROM errors")] == ["none.txt"]
    (tmp_path / "notes.db").write_text("shopping")
    for name in ("notes.db", "c.sqlite.gz", "none/c.db", "/proc/c.db"):
        done = run("extract", folder / "ferry.txt", "-o", name, cwd=tmp_path)
        assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1), name
    assert (tmp_path / "notes.db").read_text() == "shopping"
    assert sorted(os.listdir(tmp_path)) == ["c.sqlite", "notes.db"]
    assert run("extract", "none.txt", "-o", "new.db", cwd=tmp_path).returncode == 2
    assert not (tmp_path / "new.db").exists()


def test_a_kill_leaves_whole_articles(tmp_path: Path) -> None:
    for number in range(200):
        (tmp_path / f"{number:03}.txt").write_text(
            f"Norway gave Ukraine {number} radar systems. Oslo sent {number} ships.\n"
        )
    whole: dict[str, int] = {}
    for _ in range(3):
        process = subprocess.Popen([*COMMAND, "extract", str(tmp_path), "-o", str(tmp_path / "claims.db")])
        enough = len(whole) + 5
        until = time.monotonic() + 60
        while time.monotonic() < until and process.poll() is None and len(stored(tmp_path / "claims.db")) < enough:
            time.sleep(0.02)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        now = stored(tmp_path / "claims.db")
        assert len(now) >= enough or process.returncode == 0
        assert set(whole) <= set(now)
        assert set(now.values()) == {2}
        whole = now
    found = run("search", "claims.db", "ships", cwd=tmp_path)
    assert len(json.loads(found.stdout)["claims"]) == len(whole)
    done = run("extract", str(tmp_path / "000.txt"), "-o", "claims.db", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert [name for name in os.listdir(tmp_path) if not name.endswith(".txt")] == ["claims.db"]
    with sqlite3.connect(tmp_path / "claims.db") as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        database.execute("INSERT INTO claims_fts (claims_fts, rank) VALUES ('integrity-check', 1)")


def stored(path: Path) -> dict[str, int]:
    """How many claims each article of a store has, as somebody sees it who reads while it is written."""
    try:
        database = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=10)
    except sqlite3.OperationalError:
        return {}
    try:
        query = "SELECT articles.id, count(claims.number) FROM articles LEFT JOIN claims ON article = articles.id GROUP BY 1"
        return dict(database.execute(query).fetchall())
    except sqlite3.OperationalError:  # no tables yet
        return {}
    finally:
        database.close()


def test_a_table_on_a_real_terminal(folder: Path) -> None:
    _, sent = on_terminal([*COMMAND, "search", str(folder / "claims.db"), "radar*"], COLUMNS="100")
    assert "\x1b[" in sent
    assert "radars.txt" in sent
