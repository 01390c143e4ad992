"""The sink that adds to a SQLite store: one transaction an article, so that the store never holds part of one.

The store is in write-ahead mode while it is written to, so that it can be read meanwhile, and again a single file when
that is done. One run writes at a time: it holds a lock beside the store, which the system frees even if the run is killed.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newsclaims.claim import ArticleRecord, Failure, Generator
from newsclaims.errors import OutputError
from newsclaims.render.safe import visible
from newsclaims.store import schema
from newsclaims.store.rows import ARGUMENTS, ARTICLES, CLAIM, Rows, plain, shape_rows
from newsclaims.store.sqlite import connect, errors, is_complete, known

LOCK = "-lock"
INSERT_ARTICLE = schema.insert("articles", ARTICLES)
INSERT_CLAIM = schema.insert("claims", CLAIM)
INSERT_ARGUMENT = schema.insert("arguments", ARGUMENTS)


class Held:
    """The ids of the articles that a store holds: each is looked up when it is asked for, from whichever process asks."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None

    def __contains__(self, article: object) -> bool:
        with errors(self._path, "read", OutputError):
            self._connection = self._connection or connect(self._path, "ro")
            return bool(self._connection.execute("SELECT 1 FROM articles WHERE id = ?", (article,)).fetchone())

    def __getstate__(self) -> dict[str, Any]:
        return {"_path": self._path, "_connection": None}

    def close(self) -> None:
        """Let go of the store."""
        if self._connection:
            self._connection.close()
            self._connection = None


class SqliteSink:
    """Adds articles to a store, which is made if it is not there; one that it holds already (by id) is replaced.

    Args:
        path: the store's file.
        generator: what the articles are read with.

    Raises:
        OutputError: the file cannot be written, is no store, or is being written to.

    Example: ``sink.write(reading.record, sink.shape(reading))`` for each article, then ``sink.close()``.
    """

    shape = staticmethod(shape_rows)

    def __init__(self, path: str, generator: Generator) -> None:
        self._path = os.path.realpath(path)
        self._name = path
        self._ends = contextlib.ExitStack()
        self.held = Held(self._path)
        with errors(path, "write", OutputError), contextlib.ExitStack() as ends:
            known(path, OutputError)
            ends.enter_context(_only_one(self._path, path))
            self._new = not known(path, OutputError)
            if not os.path.lexists(self._path):
                ends.callback(_remove_empty, self._path)
            self._database = connect(self._path, "rwc")
            ends.callback(self._database.close)
            ends.callback(self.held.close)
            self._prepare()
            self._generator = self._number_of(generator)
            self._ends = ends.pop_all()

    def write(self, record: ArticleRecord, shaped: Rows) -> None:
        """Add an article, in the place of one with its id, and forget that its file failed before."""
        with self._transaction() as database:
            database.execute("DELETE FROM articles WHERE id = ?", (record.id,))
            database.execute("DELETE FROM errors WHERE path = ?", (plain(record.path),))
            database.execute(INSERT_ARTICLE, (*shaped.article, self._generator))
            (last,) = database.execute("SELECT coalesce(max(number), 0) FROM claims").fetchone()
            database.executemany(INSERT_CLAIM, ((last + 1 + at, *row) for at, row in enumerate(shaped.claims)))
            database.executemany(INSERT_ARGUMENT, ((last + 1 + row[0], *row[1:]) for row in shaped.arguments))

    def fail(self, failure: Failure) -> None:
        """Note an article that could not be read or understood."""
        with self._transaction() as database:
            database.execute("INSERT OR REPLACE INTO errors VALUES (?, ?)", (plain(failure.path), plain(failure.message)))

    def close(self) -> None:
        """Make the store a single file again, unless somebody is reading it: then the next run does."""
        with contextlib.suppress(sqlite3.Error):
            self._database.execute("PRAGMA busy_timeout = 100")
            self._database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self.held.close()
            self._database.execute("PRAGMA journal_mode = DELETE")
        self._ends.close()

    def discard(self) -> None:
        """Finish; a store that this run has made and put no article into is removed."""
        with contextlib.suppress(sqlite3.Error):
            if self._new and not self._database.execute("SELECT 1 FROM articles").fetchone():
                self._database.execute("PRAGMA journal_mode = DELETE")
                Path(self._path).unlink(missing_ok=True)
        self.close()

    def _prepare(self) -> None:
        """Make the tables where there are none, and let others read while this run writes."""
        if self._new or not self._database.execute("SELECT 1 FROM sqlite_master").fetchone():
            self._new = True
            self._database.executescript(f"BEGIN IMMEDIATE; {schema.sqlite()} COMMIT;")
        if not is_complete(self._database):
            raise OutputError(f"{visible(self._name)} lacks tables of a store", "Extract into a new file")
        self._database.execute("PRAGMA foreign_keys = ON")
        self._database.execute("PRAGMA journal_mode = WAL")
        self._database.execute("PRAGMA synchronous = NORMAL")

    def _number_of(self, generator: Generator) -> int:
        """The number of what the articles are read with; it is given one if it is new."""
        given = (plain(generator.version), plain(generator.model))
        with self._transaction() as database:
            database.execute("INSERT OR IGNORE INTO generators (version, model) VALUES (?, ?)", given)
            (number,) = database.execute("SELECT number FROM generators WHERE version = ? AND model = ?", given).fetchone()
        return int(number)

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with errors(self._name, "write", OutputError):
            self._database.execute("BEGIN IMMEDIATE")
            try:
                yield self._database
                self._database.execute("COMMIT")
            except BaseException:
                if self._database.in_transaction:
                    self._database.execute("ROLLBACK")
                raise


@contextlib.contextmanager
def _only_one(path: str, name: str) -> Iterator[None]:
    """Hold the lock beside a store: an empty database that is being written to for as long as the run lasts."""
    beside = Path(path + LOCK)
    if beside.is_symlink():
        raise OutputError(f"cannot write {visible(name)}: {visible(str(beside))} is a link", "Remove it")
    lock = connect(str(beside), "rwc")
    try:
        lock.execute("PRAGMA busy_timeout = 0")
        try:
            lock.execute("PRAGMA journal_mode = MEMORY")  # no third file
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
            what = f"{visible(name)} is being written to by another run"
            raise OutputError(what, "Wait until that has finished, or choose another -o") from error
        try:
            yield
        finally:
            with contextlib.suppress(OSError):
                beside.unlink()
    finally:
        lock.close()


def _remove_empty(path: str) -> None:
    """Remove a file that was to become a store and has nothing in it."""
    with contextlib.suppress(OSError):
        if not os.path.getsize(path):
            os.unlink(path)
