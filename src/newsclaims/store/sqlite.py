"""A SQLite store: known by its head, opened to be read, asked for its claims.

for record, claim in claims("claims.db", Query(words="ceasefire", source="Reuters")): …
"""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import stat
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from newsclaims.claim import ArticleRecord, Claim
from newsclaims.errors import NewsclaimsError, ReadError
from newsclaims.read.encoding import DUCKDB
from newsclaims.render.hits import Hit
from newsclaims.render.safe import visible
from newsclaims.store.query import EVERYTHING, Query, matching
from newsclaims.store.schema import APPLICATION, TABLES, VERSION

MAGIC = b"SQLite format 3\0"
WAIT = 10.0  # seconds for another program to let go
ARTICLES_KEPT = 128  # records at hand while claims are given: many hits are of few articles
NO_STORE = "Name a database that `claims extract -o` has written"

M = TypeVar("M", bound=BaseModel)


def claims(path: str, query: Query = EVERYTHING, limit: int = 0) -> Iterator[Hit]:
    """Give claims of a store, one after the other, as they were when the first was asked for.

    Args:
        path: the SQLite file.
        query: which claims; without it, all.
        limit: how many at most; 0 for all.

    Yields:
        Claims with their articles: the best match first where words are searched, else in the order of the articles and of
        the text.

    Raises:
        ReadError: the file is no store, or a damaged one.
        QueryError: the query has nothing to search for.

    Example: what was said of a ceasefire, and not by the Kremlin::

        said = claims("claims.db", Query(words="ceasefire"))
        others = [claim for record, claim in said if claim.source and claim.source.entity != "the Kremlin"]
    """
    with reading(path) as connection:

        @lru_cache(ARTICLES_KEPT)
        def article(identity: str) -> ArticleRecord:
            row = connection.execute("SELECT json, text FROM articles WHERE id = ?", (identity,)).fetchone()
            return _record(row[0], row[1], path)

        for (number,) in matching(connection, query, limit):
            row = connection.execute("SELECT article, json FROM claims WHERE number = ?", (number,)).fetchone()
            yield Hit(article(row[0]), _valid(Claim, row[1], path))


def articles(path: str) -> Iterator[tuple[ArticleRecord, tuple[Claim, ...]]]:
    """Give the articles of a store with their claims, also those that have none, in the order in which they came.

    Raises:
        ReadError: the file is no store, or a damaged one.
    """
    with reading(path) as connection:
        for identity, json_, text in connection.execute("SELECT id, json, text FROM articles ORDER BY rowid"):
            rows = connection.execute("SELECT json FROM claims WHERE article = ? ORDER BY number", (identity,))
            yield _record(json_, text, path), tuple(_valid(Claim, row, path) for (row,) in rows)


def models(path: str) -> str:
    """Give the names of the language models that a store's articles were read with, "; " between them.

    Raises:
        ReadError: the file is no store, or a damaged one.
    """
    with reading(path) as connection:
        return "; ".join(name for (name,) in connection.execute("SELECT DISTINCT model FROM generators ORDER BY model"))


@contextlib.contextmanager
def reading(path: str) -> Iterator[sqlite3.Connection]:
    """Open a store to be read: nothing is changed, and what others write meanwhile is not seen.

    Raises:
        ReadError: the file is no store, or a damaged one.
    """
    with errors(path, "read", ReadError):
        if not known(path, ReadError):
            raise ReadError(f"{visible(path)} is {'empty' if os.path.exists(path) else 'not there'}", NO_STORE)
        connection = connect(path, "ro")
        try:
            connection.execute("BEGIN")
            if not is_complete(connection):
                raise ReadError(f"{visible(path)} lacks tables of a store", NO_STORE)
            yield connection
        finally:
            connection.close()


def known(path: str, kind: type[NewsclaimsError]) -> bool:
    """Say whether a file is a store, by its first bytes: it is not opened as a database before that is known.

    Returns:
        True for a store of this version; False where there is no file or an empty one.

    Raises:
        kind: it is something else, or of another version.
    """
    name = visible(path)
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise kind(f"{name} is no file", NO_STORE)
        with open(path, "rb") as file:
            head = file.read(100)
    except FileNotFoundError:
        return False
    if not head:
        return False
    if DUCKDB.begins(head):
        raise kind(
            f"{name} is a DuckDB database, no SQLite one", "DuckDB reads it; extract into a .db file to search it here"
        )
    if not head.startswith(MAGIC):
        raise kind(f"{name} is no SQLite database", NO_STORE)
    if int.from_bytes(head[68:72], "big") != APPLICATION:
        raise kind(f"{name} is a database of another program", NO_STORE)
    version = int.from_bytes(head[60:64], "big")
    if version > VERSION:
        raise kind(f"{name} was written by a newer newsclaims (store version {version})", "Update this one")
    if version < VERSION:
        raise kind(f"{name} was written by an older newsclaims (store version {version})", "Extract into a new file")
    return True


def connect(path: str, mode: str) -> sqlite3.Connection:
    """Connect to a database file; ``mode`` is "ro" or "rwc"."""
    connection = sqlite3.connect(
        f"{Path(path).absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=WAIT,
        isolation_level=None,
        check_same_thread=False,
    )
    if mode == "ro":  # whoever made the file, its views call nothing; the triggers of a store need their index
        connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    return connection


def is_complete(connection: sqlite3.Connection) -> bool:
    """Whether a database has the tables of a store."""
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_master")} >= TABLES


@contextlib.contextmanager
def errors(path: str, what: str, kind: type[NewsclaimsError]) -> Iterator[None]:
    """Say what went wrong with a database in words; ``what`` is "read" or "write"."""
    try:
        yield
    except (sqlite3.Error, OSError, ValueError) as error:
        if isinstance(error, (ValidationError, UnicodeEncodeError)):
            raise
        raise kind(f"cannot {what} {visible(path)}: {_reason(error)}", _advice(error)) from error


def _reason(error: Exception) -> str:
    said = getattr(error, "strerror", None) or str(error)
    return visible(said[:1].lower() + said[1:])


def _advice(error: Exception) -> str:
    said = str(error)
    for part, hint in {
        "locked": "Wait until the other program has finished with it",
        "full": "Free some room",
        "fts5": "Use a Python whose SQLite has FTS5",
        "malformed": "It is damaged; see what `sqlite3 FILE .recover` still finds",
    }.items():
        if part in said:
            return hint
    return ""


def _record(json_: str, text: str | None, path: str) -> ArticleRecord:
    """An article's record, with its text where the store keeps it."""
    record = _valid(ArticleRecord, json_, path)
    return record if text is None else record.model_copy(update={"text": text})


def _valid(model: type[M], text: str, path: str) -> M:
    try:
        return model.model_validate(json.loads(text))  # pydantic's own reader takes no lone surrogates
    except (ValueError, RecursionError) as error:
        raise ReadError(f"{visible(path)} holds a row that is no {model.__name__}", "Another program changed it") from error
