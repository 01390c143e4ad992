"""A store: articles are added and replaced, whole; nothing that is no store is touched."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import pickle
import signal
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclaims.claim import Failure
from newsclaims.errors import OutputError
from newsclaims.flow import Reading
from newsclaims.render.columns import ARTICLE, CLAIMS
from newsclaims.render.records import claim_record
from newsclaims.store import schema
from newsclaims.store.query import Query
from newsclaims.store.sqlite import claims, models
from newsclaims.store.sqlite_sink import SqliteSink
from tests.store.readings import GENERATOR, reading

FERRY = reading("Crew fought flames; Belmonte", "Navy sent boats")
HARBOUR = reading("Board delayed vote", path="harbour.txt", title="Harbour")


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "claims.db")


def add(path: str, *readings: Reading) -> None:
    sink = SqliteSink(path, GENERATOR)
    for one in readings:
        sink.write(one.record, sink.shape(one))
    sink.close()


def rows(path: str, query: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def sound(path: str) -> None:
    """Check that a database is whole: its pages, its foreign keys, its full-text index."""
    assert rows(path, "PRAGMA integrity_check") == [("ok",)]
    assert rows(path, "PRAGMA foreign_key_check") == []
    rows(path, "INSERT INTO claims_fts (claims_fts, rank) VALUES ('integrity-check', 1)")
    counted = "SELECT count(*) FROM claims WHERE article NOT IN (SELECT id FROM articles)"
    assert rows(path, counted) == [(0,)]


def test_what_goes_in_comes_out(path: str) -> None:
    add(path, FERRY, HARBOUR)
    sound(path)
    found = list(claims(path))
    assert [claim for _, claim in found] == [*FERRY.claims, *HARBOUR.claims]
    assert [record for record, _ in found] == [FERRY.record, FERRY.record, HARBOUR.record]
    assert models(path) == "newswire 1.2"
    assert rows(path, "SELECT role, text, text_start, text_end FROM arguments WHERE claim = 1") == [
        ("on", "Monday", 40, 46), ("adverb", "again", 47, 52),
    ]  # fmt: skip
    assert os.listdir(os.path.dirname(path)) == ["claims.db"]


def test_the_view_has_the_columns_of_the_csv(path: str) -> None:
    add(path, FERRY)
    columns = [row[1] for row in rows(path, "PRAGMA table_info(flat)")]
    assert columns == [field.name for field in (*CLAIMS, *ARTICLE)]
    assert rows(path, "SELECT text, actor, source_entity, arguments, article, path, published FROM flat") == [
        ("Crew fought flames", "Crew", "Belmonte", "Monday; again", FERRY.record.id, "wire.txt", "2025-01-09"),
        ("Navy sent boats", "Navy", None, "Monday; again", FERRY.record.id, "wire.txt", "2025-01-09"),
    ]


def test_the_version_is_raised_when_the_tables_change() -> None:
    """The columns of the CSV are columns of a store: where they change, a store of before can no longer be added to."""
    digests = {1: "5eb662efd458"}
    words = " ".join(schema.sqlite().split())
    assert hashlib.sha256(words.encode()).hexdigest()[:12] == digests[schema.VERSION], "raise schema.VERSION"


def test_an_article_that_is_there_is_replaced(path: str) -> None:
    add(path, FERRY, HARBOUR)
    other = reading("Board cancelled vote", id=FERRY.record.id, path="elsewhere.txt")
    add(path, other)
    sound(path)
    assert sorted(claim.text for _, claim in claims(path)) == ["Board cancelled vote", "Board delayed vote"]
    assert rows(path, "SELECT count(*) FROM articles") == [(2,)]
    assert rows(path, "SELECT count(*) FROM arguments") == [(4,)]
    assert list(claims(path, Query("flames"))) == []
    assert [claim.text for _, claim in claims(path, Query("cancelled"))] == ["Board cancelled vote"]


def test_an_article_without_claims_is_there(path: str) -> None:
    add(path, Reading(HARBOUR.record, (), 12))
    assert rows(path, "SELECT path, title, words FROM articles") == [("harbour.txt", "Harbour", 12)]
    assert list(claims(path)) == []


def test_the_text_is_kept_where_it_is_asked_for(path: str) -> None:
    add(path, HARBOUR, Reading(FERRY.record.model_copy(update={"text": "Crew fought flames."}), FERRY.claims, 3))
    assert rows(path, "SELECT text FROM articles ORDER BY path") == [(None,), ("Crew fought flames.",)]
    assert {record.path: record.text for record, _ in claims(path)} == {
        "harbour.txt": None,
        "wire.txt": "Crew fought flames.",
    }


def test_a_failure_is_noted_until_the_file_is_read(path: str) -> None:
    sink = SqliteSink(path, GENERATOR)
    sink.write(HARBOUR.record, sink.shape(HARBOUR))
    sink.fail(Failure(path="wire.txt", message="no such file"))
    sink.fail(Failure(path="wire.txt", message="not UTF-8"))
    sink.close()
    assert rows(path, "SELECT * FROM errors") == [("wire.txt", "not UTF-8")]
    add(path, FERRY)
    assert rows(path, "SELECT * FROM errors") == []


@pytest.mark.parametrize(
    "text",
    [
        "';DROP TABLE claims;--",
        '"',
        "%_\\",
        "a\0b",
        "\ud800",
        "NULL",
        "\x1b[31m",
        "{}",
        "𝔸😀",
        "\u202e",
        "=1+1",
        "?1 :a @b $c",
    ],
)
def test_hostile_text_is_text(path: str, text: str) -> None:
    hostile = reading(f"{text} {text} {text}; {text}", path=f"{text}.txt", title=text, publisher=text)
    add(path, FERRY, hostile)
    add(path, hostile)
    sound(path)
    *_, (record, claim) = claims(path)
    assert (record, claim) == (hostile.record, hostile.claims[0])
    stored = text.replace("\0", "\ufffd").replace("\ud800", "\ufffd")
    assert rows(path, "SELECT actor, title FROM flat WHERE path <> 'wire.txt'") == [(stored.split(" ")[0], stored)]
    assert rows(path, "SELECT count(*) FROM claims") == [(3,)]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=3), max_size=4))
def test_any_text_comes_back(tmp_path_factory: pytest.TempPathFactory, texts: list[list[str]]) -> None:
    path = str(tmp_path_factory.mktemp("any") / "claims.db")
    readings = [reading(*(f"Board said {text}" for text in one), path=one[0]) for one in texts]
    add(path, *readings)
    kept = {one.record.id: one for one in readings}
    found = {claim.id: claim_record(claim) for _, claim in claims(path)}
    assert found == {claim.id: claim_record(claim) for one in kept.values() for claim in one.claims}


def test_rows_travel_between_processes() -> None:
    shape = pickle.loads(pickle.dumps(SqliteSink.shape))
    assert pickle.loads(pickle.dumps(shape(FERRY))) == shape(FERRY)
    assert json.loads(shape(FERRY).claims[0][-1]) == claim_record(FERRY.claims[0])


def test_what_is_held_is_looked_up(path: str) -> None:
    add(path, FERRY)
    sink = SqliteSink(path, GENERATOR)
    held = pickle.loads(pickle.dumps(sink.held))
    for one in (sink.held, held):
        assert FERRY.record.id in one
        assert HARBOUR.record.id not in one
    sink.write(HARBOUR.record, sink.shape(HARBOUR))
    assert HARBOUR.record.id in sink.held
    held.close()
    sink.close()
    assert os.listdir(os.path.dirname(path)) == ["claims.db"]


def test_one_writes_and_others_read(path: str) -> None:
    add(path, FERRY)
    sink = SqliteSink(path, GENERATOR)
    with pytest.raises(OutputError, match=r"claims.db is being written to by another run"):
        SqliteSink(path, GENERATOR)
    reader = claims(path)
    assert next(reader).claim == FERRY.claims[0]
    sink.write(HARBOUR.record, sink.shape(HARBOUR))
    assert [claim for _, claim in reader] == [FERRY.claims[1]]  # as it was when the reading began
    assert len(list(claims(path))) == 3
    sink.close()
    add(path, HARBOUR)
    assert os.listdir(os.path.dirname(path)) == ["claims.db"]


def test_another_program_that_writes_is_waited_for_and_told_of(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsclaims.store.sqlite.WAIT", 0.05)
    add(path, FERRY)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(OutputError, match=r"database is locked. Wait until the other program"):
        SqliteSink(path, GENERATOR)
    other.close()
    add(path, HARBOUR)
    sound(path)


def test_an_error_within_an_article_leaves_none_of_it(path: str) -> None:
    add(path, FERRY)
    sink = SqliteSink(path, GENERATOR)
    shaped = sink.shape(HARBOUR)
    with pytest.raises(OutputError):
        sink.write(FERRY.record, shaped._replace(arguments=((0, 0, object(), "", 0, 0),)))
    sink.close()
    sound(path)
    assert [claim for _, claim in claims(path)] == list(FERRY.claims)


def alien(path: Path) -> Iterator[bytes]:
    """Files that are no store."""
    for making in ("CREATE TABLE t (a)", "PRAGMA user_version = 7", f"PRAGMA application_id = {schema.APPLICATION}"):
        path.unlink(missing_ok=True)
        connection = sqlite3.connect(path)
        connection.executescript(f"CREATE TABLE IF NOT EXISTS articles (id); {making};")
        connection.close()
        yield path.read_bytes()
    yield b"SQLite format 3"
    yield b"<html>" * 100
    yield b"SQLite format 3\0" + bytes(84)
    yield b"SQLite format 3\0" + bytes(44) + b"\0\0\0\1" + bytes(4) + schema.APPLICATION.to_bytes(4, "big") + bytes(4000)


def test_what_is_no_store_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    for content in alien(tmp_path / "made.db"):
        path.write_bytes(content)
        with pytest.raises(OutputError, match=r"other\.db"):
            SqliteSink(str(path), GENERATOR)
        assert path.read_bytes() == content
        assert sorted(os.listdir(tmp_path)) == ["made.db", "other.db"]


def test_a_newer_store_is_refused_and_left_alone(path: str) -> None:
    add(path, FERRY)
    rows(path, f"PRAGMA user_version = {schema.VERSION + 1}")
    before = Path(path).read_bytes()
    with pytest.raises(OutputError, match="written by a newer newsclaims"):
        SqliteSink(path, GENERATOR)
    assert Path(path).read_bytes() == before


def test_an_empty_file_becomes_a_store(path: str) -> None:
    Path(path).touch()
    add(path, FERRY)
    assert len(list(claims(path))) == 2


def test_a_folder_a_pipe_and_a_planted_link_are_refused(tmp_path: Path, path: str) -> None:
    os.mkfifo(tmp_path / "pipe.db")
    (tmp_path / "claims.db-lock").symlink_to(tmp_path / "victim")
    for name in (".", "pipe.db", "claims.db", "none/claims.db"):
        with pytest.raises(OutputError):
            SqliteSink(str(tmp_path / name), GENERATOR)
    assert not (tmp_path / "victim").exists()
    assert not Path(path).exists()


@contextlib.contextmanager
def unprivileged(folder: Path) -> Iterator[None]:
    """Be somebody who may only read in a folder."""
    folder.chmod(0o555)
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
        folder.chmod(0o755)


def test_in_a_folder_that_cannot_be_written_to_a_store_can_be_read() -> None:
    with tempfile.TemporaryDirectory() as name:  # pytest's own are closed to others
        path = f"{name}/claims.db"
        add(path, FERRY)
        with unprivileged(Path(name)):
            assert [claim for _, claim in claims(path)] == list(FERRY.claims)
            for database in ("claims.db", "new.db"):
                with pytest.raises(OutputError, match=rf"cannot write .*{database}"):
                    SqliteSink(f"{name}/{database}", GENERATOR)
        assert os.listdir(name) == ["claims.db"]


def test_what_a_killed_run_left_is_read_and_mended(path: str) -> None:
    process = os.fork()
    if process == 0:
        sink = SqliteSink(path, GENERATOR)
        sink.write(FERRY.record, sink.shape(FERRY))
        sink._database.execute("BEGIN")
        sink._database.execute("DELETE FROM claims")
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(process, 0)
    assert [claim for _, claim in claims(path)] == list(FERRY.claims)
    add(path, HARBOUR)
    sound(path)
    assert len(list(claims(path))) == 3
    assert os.listdir(os.path.dirname(path)) == ["claims.db"]


def test_a_full_disk_costs_the_article_that_had_no_room(path: str) -> None:
    sink = SqliteSink(path, GENERATOR)
    sink._database.execute("PRAGMA max_page_count = 60")  # as if the disk were full there
    wrote = []
    with pytest.raises(OutputError, match=r"disk is full\. Free some room"):  # noqa: PT012  somewhere in between
        for number in range(500):
            one = reading(*(f"Board delayed vote{number}x{of}" for of in range(10)), path=f"{number}.txt")
            sink.write(one.record, sink.shape(one))
            wrote.append(one)
    sink.close()
    assert wrote
    sound(path)
    assert [claim for _, claim in claims(path)] == [claim for one in wrote for claim in one.claims]


def test_a_run_that_read_nothing_leaves_no_new_store(path: str) -> None:
    sink = SqliteSink(path, GENERATOR)
    sink.fail(Failure(path="wire.txt", message="no such file"))
    sink.discard()
    assert os.listdir(os.path.dirname(path)) == []
    add(path, FERRY)
    sink = SqliteSink(path, GENERATOR)
    sink.discard()
    sink.discard()
    assert len(list(claims(path))) == 2
