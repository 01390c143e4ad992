"""DuckDB and Parquet: the same tables and columns, added to, whole or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from newsclaims.claim import Failure
from newsclaims.cli.output import opened
from newsclaims.errors import OutputError, ReadError
from newsclaims.flow import Reading
from newsclaims.read.encoding import decode
from newsclaims.render.columns import ARTICLE, CLAIMS
from newsclaims.store import duck
from newsclaims.store.duck import DuckSink
from newsclaims.store.parquet import ParquetSink
from newsclaims.store.sqlite import connect, known
from newsclaims.store.sqlite_sink import SqliteSink
from tests.store.readings import GENERATOR, reading

duckdb = pytest.importorskip("duckdb")
FERRY = reading("Crew fought flames; Belmonte", "Navy sent boats")
HARBOUR = reading("Board delayed vote", path="harbour.txt", title="Harbour")
HOSTILE = reading("';DROP a\0b \ud800; \u202e", path="\ud800.txt", title='"')


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "claims.duckdb")


def add(path: str, *readings: Reading) -> None:
    sink = DuckSink(path, GENERATOR)
    for one in readings:
        sink.write(one.record, sink.shape(one))
    sink.close()


def rows(path: str, query: str) -> list[tuple[object, ...]]:
    with duckdb.connect(path, read_only=True) as connection:
        return list(connection.execute(query).fetchall())


def test_the_tables_are_those_of_sqlite(path: str, tmp_path: Path) -> None:
    add(path, FERRY, HARBOUR, HOSTILE)
    sink = SqliteSink(str(tmp_path / "claims.db"), GENERATOR)
    for one in (FERRY, HARBOUR, HOSTILE):
        sink.write(one.record, sink.shape(one))
    sink.close()
    other = connect(str(tmp_path / "claims.db"), "ro")
    for query in (
        "SELECT * FROM generators", "SELECT * FROM articles ORDER BY id", "SELECT * FROM claims ORDER BY number",
        "SELECT * FROM arguments ORDER BY claim, position", "SELECT * FROM flat ORDER BY id",
    ):  # fmt: skip
        assert rows(path, query) == other.execute(query).fetchall()
    other.close()


@pytest.mark.parametrize("batch", [1, 3, 500])
def test_an_article_that_is_there_is_replaced(path: str, batch: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(duck, "BATCH", batch)
    other = reading("Board cancelled vote", id=FERRY.record.id, path="elsewhere.txt")
    add(path, FERRY, HARBOUR, FERRY)
    add(path, other)
    assert sorted(rows(path, "SELECT text FROM claims")) == [("Board cancelled vote",), ("Board delayed vote",)]
    assert rows(path, "SELECT count(*), count(DISTINCT id) FROM articles") == [(2, 2)]
    assert rows(path, "SELECT count(*), count(DISTINCT claim) FROM arguments") == [(4, 2)]
    assert rows(path, "SELECT count(*), count(DISTINCT number) FROM claims") == [(2, 2)]


def test_failures_and_what_is_held(path: str) -> None:
    sink = DuckSink(path, GENERATOR)
    sink.fail(Failure(path="wire.txt", message="no such file"))
    sink.fail(Failure(path="gone.txt", message="no such file"))
    sink.write(FERRY.record, sink.shape(FERRY))
    sink.close()
    assert rows(path, "SELECT * FROM errors") == [("gone.txt", "no such file")]
    sink = DuckSink(path, GENERATOR)
    assert FERRY.record.id in sink.held
    assert HARBOUR.record.id not in sink.held
    sink.close()


def test_what_is_no_store_is_refused_and_left_alone(path: str, tmp_path: Path) -> None:
    with duckdb.connect(str(tmp_path / "made.duckdb")) as connection:
        connection.execute("CREATE TABLE claims (a INTEGER)")
    for content in ((tmp_path / "made.duckdb").read_bytes(), b"", b"SQLite format 3\0" * 9):
        Path(path).write_bytes(content)
        with pytest.raises(OutputError, match=r"claims\.duckdb"):
            DuckSink(path, GENERATOR)
        assert Path(path).read_bytes() == content
    with pytest.raises(OutputError):
        DuckSink(str(tmp_path / "none" / "claims.duckdb"), GENERATOR)
    add(str(tmp_path / "newer.duckdb"), FERRY)
    with duckdb.connect(str(tmp_path / "newer.duckdb")) as connection:
        connection.execute("UPDATE newsclaims SET store_version = 99")
    with pytest.raises(OutputError, match="another version"):
        DuckSink(str(tmp_path / "newer.duckdb"), GENERATOR)


def test_a_database_that_is_open_elsewhere_is_told_of(path: str) -> None:
    add(path, FERRY)
    script = "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print(flush=True); sys.stdin.read()"
    other = subprocess.Popen([sys.executable, "-c", script, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert other.stdout
    other.stdout.readline()
    with pytest.raises(OutputError, match="open in another program"):
        DuckSink(path, GENERATOR)
    other.communicate()


def test_parquet_has_the_columns_of_the_csv(tmp_path: Path) -> None:
    path = str(tmp_path / "it's.parquet")
    with opened(path) as out:
        sink = ParquetSink(out, path)
        for one in (FERRY, HOSTILE, HARBOUR):
            sink.write(one.record, sink.shape(one))
        assert not os.path.exists(path)
        sink.close()
        sink.discard()
    found = duckdb.from_parquet(path.replace("'", "?"))
    assert found.columns == [field.name for field in (*CLAIMS, *ARTICLE)]
    assert found.select("actor, action_start, confidence, published, path").fetchall() == [
        ("Crew", 5, 0.5, "2025-01-09", "wire.txt"),
        ("Navy", 5, 0.5, "2025-01-09", "wire.txt"),
        ("';DROP", 7, 0.5, "2025-01-09", "\ufffd.txt"),
        ("Board", 6, 0.5, "2025-01-09", "harbour.txt"),
    ]
    assert os.listdir(tmp_path) == ["it's.parquet"]


def test_parquet_that_is_given_up_leaves_nothing(tmp_path: Path) -> None:
    path = str(tmp_path / "claims.parquet")
    with opened(path) as out:
        sink = ParquetSink(out, path)
        sink.write(FERRY.record, sink.shape(FERRY))
        sink.discard()
    assert os.listdir(tmp_path) == []


def test_as_a_real_process(tmp_path: Path) -> None:
    (tmp_path / "radars.txt").write_text("Norway gave Ukraine two radar systems on Monday.\n")

    def extract(name: str, *options: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "newsclaims", "extract", "radars.txt", "-o", name, *options]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False)

    for name in ("c.duckdb", "c.duckdb", "c.parquet"):
        done = extract(name)
        assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert "--force" in extract("c.parquet").stderr
    assert sorted(os.listdir(tmp_path)) == ["c.duckdb", "c.parquet", "radars.txt"]
    assert rows(str(tmp_path / "c.duckdb"), "SELECT actor, action, target FROM flat") == [("Norway", "gave", "Ukraine")]
    assert duckdb.from_parquet(str(tmp_path / "c.parquet")).select("actor").fetchall() == [("Norway",)]


@pytest.mark.parametrize("name", ["c.duckdb", "c.parquet"])
def test_without_duckdb_it_is_said_how_to_install_it(tmp_path: Path, name: str) -> None:
    (tmp_path / "radars.txt").write_text("Norway gave Ukraine two radar systems on Monday.\n")
    script = "import sys; sys.modules['duckdb'] = None; from newsclaims.cli.boundary import run; sys.exit(run(sys.argv[1:]))"
    command = [sys.executable, "-c", script, "extract", "radars.txt", "-o", name]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 2
    assert "which is not installed. Install it: pip install 'newsclaims[duckdb]'" in done.stderr
    assert os.listdir(tmp_path) == ["radars.txt"]


def test_its_database_is_told_from_others_where_it_cannot_be_read(path: str) -> None:
    add(path, FERRY)
    with pytest.raises(ReadError, match="is a DuckDB database"):
        known(path, ReadError)
    with pytest.raises(ReadError, match="is a DuckDB database"):
        decode(Path(path).read_bytes(), path)
