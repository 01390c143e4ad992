"""How the tables of a store are declared, and which version of them this is.

articles   one row an article that was understood; ``json`` is its record as `claims extract` prints it
claims     one row a claim, with the columns of the CSV; ``json`` is the whole claim
arguments  one row an argument of a claim, in text order
errors     articles that could not be read or understood
generators which versions and models the articles were read with
claims_fts full-text index over claims and their evidence, kept right by triggers
flat       claims with what is known of their articles: the CSV as a view
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsclaims.render.columns import ARTICLE, CLAIMS
from newsclaims.store.rows import ARGUMENTS, ARTICLES, CLAIM, FLAT, Column

VERSION = 1  # raised whenever a table changes
APPLICATION = 0x6E776331  # "nwc1": how a file is known to be a store
SEARCHED = ("text", "evidence", "actor_entity", "target_entity", "source_entity")
TABLES = frozenset({"articles", "claims", "arguments", "errors", "generators", "claims_fts", "flat"})


def sqlite() -> str:
    """Give the SQL that makes an empty SQLite store."""
    columns = ", ".join(f'"{name}"' for name in SEARCHED)
    old = ", ".join(f'old."{name}"' for name in SEARCHED)
    new = ", ".join(f'new."{name}"' for name in SEARCHED)
    forget = f"INSERT INTO claims_fts (claims_fts, rowid, {columns}) VALUES ('delete', old.number, {old});"
    learn = f"INSERT INTO claims_fts (rowid, {columns}) VALUES (new.number, {new});"
    keys = {
        "articles": {"id": "PRIMARY KEY NOT NULL", "path": "NOT NULL", "generator": "REFERENCES generators (number)"},
        "claims": {
            "number": "PRIMARY KEY",
            "id": "NOT NULL",
            "article": "NOT NULL REFERENCES articles (id) ON DELETE CASCADE",
            "text": "NOT NULL",
        },
        "arguments": {"claim": "NOT NULL REFERENCES claims (number) ON DELETE CASCADE", "position": "NOT NULL"},
    }
    return f"""
        CREATE TABLE generators (
            number INTEGER PRIMARY KEY, version TEXT NOT NULL, model TEXT NOT NULL, UNIQUE (version, model)
        );
        CREATE TABLE articles ({_columns(ARTICLES, keys["articles"])});
        CREATE TABLE claims ({_columns(CLAIM, keys["claims"])});
        CREATE TABLE arguments ({_columns(ARGUMENTS, keys["arguments"])}, PRIMARY KEY (claim, position)) WITHOUT ROWID;
        CREATE TABLE errors (path TEXT PRIMARY KEY NOT NULL, message TEXT NOT NULL);
        CREATE INDEX claims_article ON claims (article);
        CREATE INDEX claims_id ON claims (id);
        CREATE INDEX claims_actor ON claims (actor_entity);
        CREATE INDEX claims_target ON claims (target_entity);
        CREATE INDEX claims_source ON claims (source_entity);
        CREATE INDEX claims_date ON claims (date_earliest);
        CREATE VIRTUAL TABLE claims_fts USING fts5 (
            {columns}, content="claims", content_rowid="number", tokenize="porter unicode61 remove_diacritics 2"
        );
        CREATE TRIGGER claims_added AFTER INSERT ON claims BEGIN {learn} END;
        CREATE TRIGGER claims_removed AFTER DELETE ON claims BEGIN {forget} END;
        CREATE TRIGGER claims_changed AFTER UPDATE ON claims BEGIN {forget} {learn} END;
        {view()}
        PRAGMA application_id = {APPLICATION};
        PRAGMA user_version = {VERSION};
    """


def duckdb() -> str:
    """Give the SQL that makes an empty DuckDB store: the same tables, without what DuckDB has no need of or lacks."""
    return f"""
        CREATE TABLE newsclaims (store_version INTEGER);
        INSERT INTO newsclaims VALUES ({VERSION});
        CREATE TABLE generators (number INTEGER, version TEXT, model TEXT);
        CREATE TABLE articles ({_duck_columns(ARTICLES)});
        CREATE TABLE claims ({_duck_columns(CLAIM)});
        CREATE TABLE arguments ({_duck_columns(ARGUMENTS)});
        CREATE TABLE errors (path TEXT, message TEXT);
        {view()}
    """


def flat() -> str:
    """Give the SQL that makes a DuckDB table with one row a claim."""
    return f"CREATE TABLE flat ({_duck_columns(FLAT)});"


def duck_types(columns: Iterable[Column]) -> list[str]:
    """Give the types of columns as DuckDB calls them; its REAL has seven digits."""
    return ["DOUBLE" if column.type == "REAL" else column.type for column in columns]


def view() -> str:
    """Give the SQL of the view that joins claims and articles."""
    of_claim = ", ".join(f'claims."{field.name}"' for field in CLAIMS)
    of_article = ", ".join(
        'articles.id AS "article"' if field.name == "article" else f'articles."{field.name}"' for field in ARTICLE
    )
    return f"CREATE VIEW flat AS SELECT {of_claim}, {of_article} FROM claims JOIN articles ON articles.id = claims.article;"


def insert(table: str, columns: Iterable[Column]) -> str:
    """Give the SQL that adds a row."""
    names = [f'"{column.name}"' for column in columns]
    return f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"


def _columns(columns: Iterable[Column], keys: dict[str, str] | None = None) -> str:
    return ", ".join(f'"{name}" {type_} {(keys or {}).get(name, "")}'.rstrip() for name, type_ in columns)


def _duck_columns(columns: Sequence[Column]) -> str:
    return ", ".join(f'"{column.name}" {type_}' for column, type_ in zip(columns, duck_types(columns), strict=True))
