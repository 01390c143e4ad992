"""DuckDB, of the extra `duckdb`: connecting to a file, adding rows, and the sink that adds to a database.

The tables are those of a SQLite store, without the full-text index, which DuckDB would load from the network.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newsclaims.claim import ArticleRecord, Failure, Generator
from newsclaims.errors import OutputError
from newsclaims.read.encoding import DUCKDB
from newsclaims.render.safe import visible
from newsclaims.store import schema
from newsclaims.store.rows import ARGUMENTS, ARTICLES, CLAIM, Column, Row, Rows, plain, shape_rows

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

BATCH = 500  # claims that are written at once: DuckDB is slow at one and quick at many
CLOSED = {  # nothing is loaded, and no other file is opened, whatever a database says
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "memory_limit": "1GB",
}
ALONE = {"enable_external_access": "false"}
INSTALL = "Install it: pip install 'newsclaims[duckdb]'"
TABLES = frozenset({"newsclaims", "generators", "articles", "claims", "arguments", "errors"})
ERRORS = (Column("path"), Column("message"))


class DuckSink:
    """Adds articles to a DuckDB database, which is made if it is not there; one that it holds already (by id) is replaced.

    Some articles are written at a time, in one transaction. Nobody else can open the database meanwhile.

    Args:
        path: the database's file.
        generator: what the articles are read with.

    Raises:
        OutputError: the file cannot be written, is no database of claims, is open elsewhere, or DuckDB is not installed.
    """

    shape = staticmethod(shape_rows)

    def __init__(self, path: str, generator: Generator) -> None:
        self._name = path
        self._rows: dict[str, Rows] = {}
        self._failures: dict[str, str] = {}
        self._waiting = 0
        with errors(path):
            known = _known(path)
            self._database = connect(path, ALONE)
            try:
                if not known:
                    with _transaction(self._database) as database:
                        database.execute(schema.duckdb())
                self._generator = self._number_of(generator)
            except BaseException:
                self._database.close()
                raise
        self.held = Held(self._database)

    def write(self, record: ArticleRecord, shaped: Rows) -> None:
        """Add an article, in the place of one with its id, and forget that its file failed before."""
        self._failures.pop(plain(record.path), None)
        self._rows.pop(record.id, None)
        self._rows[record.id] = shaped
        self._waiting += 1 + len(shaped.claims)
        if self._waiting >= BATCH:
            self._flush()

    def fail(self, failure: Failure) -> None:
        """Note an article that could not be read or understood."""
        self._failures[plain(failure.path)] = plain(failure.message)

    def close(self) -> None:
        """Write what is left."""
        try:
            self._flush()
        finally:
            self._database.close()

    def discard(self) -> None:
        """Let go of the database; what was written stays, as whole articles."""
        self._database.close()

    def _flush(self) -> None:
        """Write what is waiting, in one transaction."""
        with errors(self._name), _transaction(self._database) as database:
            self._forget(database)
            fetched = database.execute("SELECT coalesce(max(number), 0) FROM claims").fetchone()
            last: int = fetched[0] if fetched else 0
            claims: list[Row] = []
            arguments: list[Row] = []
            for rows in self._rows.values():
                first = last + len(claims) + 1
                claims += ((first + at, *row) for at, row in enumerate(rows.claims))
                arguments += ((first + row[0], *row[1:]) for row in rows.arguments)
            articles = [(*rows.article, self._generator) for rows in self._rows.values()]
            add(database, "articles", ARTICLES, articles)
            add(database, "claims", CLAIM, claims)
            add(database, "arguments", ARGUMENTS, arguments)
            add(database, "errors", ERRORS, list(self._failures.items()))
        self._rows, self._failures, self._waiting = {}, {}, 0

    def _forget(self, database: DuckDBPyConnection) -> None:
        """Remove what the waiting articles take the place of."""
        ids, paths = list(self._rows), [*(rows.article[1] for rows in self._rows.values()), *self._failures]
        held = "SELECT number FROM claims WHERE article IN (SELECT unnest($1::TEXT[]))"
        database.execute(f"DELETE FROM arguments WHERE claim IN ({held})", [ids])
        database.execute("DELETE FROM claims WHERE article IN (SELECT unnest($1::TEXT[]))", [ids])
        database.execute("DELETE FROM articles WHERE id IN (SELECT unnest($1::TEXT[]))", [ids])
        database.execute("DELETE FROM errors WHERE path IN (SELECT unnest($1::TEXT[]))", [paths])

    def _number_of(self, generator: Generator) -> int:
        """The number of what the articles are read with; it is given one if it is new."""
        given = [plain(generator.version), plain(generator.model)]
        query = "SELECT number FROM generators WHERE version = $1 AND model = $2"
        if not self._database.execute(query, given).fetchone():
            self._database.execute(
                "INSERT INTO generators SELECT 1 + coalesce(max(number), 0), $1, $2 FROM generators", given
            )
        found = self._database.execute(query, given).fetchone()
        return int(found[0]) if found else 0


class Held:
    """The ids of the articles that a database holds: each is looked up when it is asked for."""

    def __init__(self, database: DuckDBPyConnection) -> None:
        self._database = database

    def __contains__(self, article: object) -> bool:
        return bool(self._database.execute("SELECT 1 FROM articles WHERE id = $1", [article]).fetchone())


def connect(path: str, config: dict[str, str] | None = None, *, read_only: bool = False) -> DuckDBPyConnection:
    """Connect to a database file, which is made if it is not there.

    Raises:
        OutputError: DuckDB is not installed.
    """
    try:
        import duckdb
    except ImportError as error:
        raise OutputError("Parquet and DuckDB are written by DuckDB, which is not installed", INSTALL) from error
    return duckdb.connect(path, read_only=read_only, config={**CLOSED, **(config or {})})


def add(database: DuckDBPyConnection, table: str, columns: Sequence[Column], rows: Sequence[Row]) -> None:
    """Add rows to a table, all at once."""
    if rows:
        lists = ", ".join(f"unnest(${number}::{type_}[])" for number, type_ in enumerate(schema.duck_types(columns), 1))
        database.execute(f"INSERT INTO {table} SELECT {lists}", [list(cells) for cells in zip(*rows, strict=True)])


@contextlib.contextmanager
def errors(path: str) -> Iterator[None]:
    """Say what went wrong with a database in words.

    Raises:
        OutputError: whatever DuckDB says that cannot be done.
    """
    try:
        yield
    except (OSError, OutputError):
        raise
    except Exception as error:
        if type(error).__module__.partition(".")[0] not in ("duckdb", "_duckdb"):
            raise
        said = str(error).splitlines()[0]
        if "lock" in said:
            what = f"{visible(path)} is open in another program"
            raise OutputError(what, "Wait until that has finished, or choose another -o") from error
        raise OutputError(f"cannot write {visible(path)}: {visible(said)}") from error


@contextlib.contextmanager
def _transaction(database: DuckDBPyConnection) -> Iterator[DuckDBPyConnection]:
    database.execute("BEGIN")
    try:
        yield database
        database.execute("COMMIT")
    except BaseException:
        with contextlib.suppress(Exception):  # it may be over already
            database.execute("ROLLBACK")
        raise


def _known(path: str) -> bool:
    """Say whether a file is a database of claims; it is opened to be written to only after that is known.

    Raises:
        OutputError: there is something else, or it cannot be read.
    """
    name = visible(path)
    try:
        with open(path, "rb") as file:
            head = file.read(12)
    except FileNotFoundError:
        return False
    except OSError as error:
        raise OutputError(f"cannot write {name}: {(error.strerror or str(error)).lower()}") from error
    if not DUCKDB.begins(head):
        raise OutputError(f"{name} is no DuckDB database", "Choose another -o")
    database = connect(path, ALONE, read_only=True)
    try:
        tables = {row[0] for row in database.execute("SELECT table_name FROM information_schema.tables").fetchall()}
        if not tables:  # a run was killed before it could make them
            return False
        if not tables >= TABLES:
            raise OutputError(f"{name} is a database of another program", "Choose another -o")
        if database.execute("SELECT store_version FROM newsclaims").fetchone() != (schema.VERSION,):
            raise OutputError(f"{name} was written by another version of newsclaims", "Extract into a new file")
    finally:
        database.close()
    return True
