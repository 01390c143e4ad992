"""What a store can be asked: words, names, days and statuses, as SQL that no input can break out of."""

from __future__ import annotations

import datetime as dt
import re
import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from newsclaims.errors import NewsclaimsError
from newsclaims.render.safe import visible
from newsclaims.store.names import naming
from newsclaims.store.schema import SEARCHED

TERM = re.compile(r'"([^"]*)"?(\*?)|([^\s"]+)')
WEIGHTS = {"text": 4.0}  # a word in the claim itself counts for more than one around it
PLACES = {
    "actor": ("actor", "actor_entity", "actor_parts"),
    "target": ("target", "target_entity", "target_parts"),
    "source": ("source", "source_entity", "via", "via_entity"),
}
# A claim's own days; where it has none, the day its article was published. An open end reaches any day.
OWN_OR_ARTICLES = (
    "substr(CASE WHEN claims.date_earliest IS NULL AND claims.date_latest IS NULL THEN articles.published"
    " ELSE coalesce(claims.date_{end}, '{open}') END, 1, 10)"
)
SINCE = OWN_OR_ARTICLES.format(end="latest", open="9999") + " >= ?"
UNTIL = OWN_OR_ARTICLES.format(end="earliest", open="0000") + " <= ?"


class QueryError(NewsclaimsError):
    """A query that has nothing to search for."""


class Query(NamedTuple):
    """Which claims of a store are wanted: those of which all of this is true.

    Args:
        words: words that stand in the claim, its evidence, or the names of actor, target and source; see `full_text`.
        actor, target, source: who, by whole words of a name; see `newsclaims.store.names.naming`.
        since, until: the days that the claim's date falls between, both included.
        statuses: any of these.

    Example: ``Query(words='"nuclear submarine" technolog*', source="North Korea", statuses=("actual", "possible"))``
    """

    words: str = ""
    actor: str = ""
    target: str = ""
    source: str = ""
    since: dt.date | None = None
    until: dt.date | None = None
    statuses: tuple[str, ...] = ()


EVERYTHING = Query()


def matching(connection: sqlite3.Connection, query: Query, limit: int = 0) -> Iterator[tuple[int]]:
    """Give the numbers of the claims that a query wants, best match first.

    Raises:
        QueryError: the query's words or one of its names have no letter or digit.
    """
    conditions: list[str] = []
    values: list[object] = []
    tables, order = "claims JOIN articles ON articles.id = claims.article", "claims.number"
    if query.words:
        tables += " JOIN claims_fts ON claims_fts.rowid = claims.number"
        order = f"bm25(claims_fts, {', '.join(str(WEIGHTS.get(name, 1.0)) for name in SEARCHED)}), {order}"
        conditions.append("claims_fts MATCH ?")
        values.append(full_text(query.words))
    for role, columns in PLACES.items():
        if name := getattr(query, role):
            named = naming(name)
            if named is None:
                raise QueryError(f"{visible(name)!r} names no {role}", "Write a name, or the words of one")
            connection.create_function(f"is_{role}", len(columns), named, deterministic=True)
            conditions.append(f"is_{role}({', '.join(f'claims.{column}' for column in columns)})")
    for day, condition in ((query.since, SINCE), (query.until, UNTIL)):
        if day:
            conditions.append(condition)
            values.append(day.isoformat())
    if query.statuses:
        conditions.append(f"claims.status IN ({', '.join('?' * len(query.statuses))})")
        values += query.statuses
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    return connection.execute(f"SELECT claims.number FROM {tables}{where} ORDER BY {order} LIMIT ?", (*values, limit or -1))


def full_text(words: str) -> str:
    """Write what a user searches for in the language of the full-text index, in which no sign of it has a meaning.

    All words must be there, in any form ("sanction" finds "sanctions"); words in quotation marks stand together; a
    word that ends in ``*`` is the beginning of one.

    Raises:
        QueryError: there is no letter or digit in it.

    Example: ``full_text('kim "nuclear test" technolog*')`` → ``'"kim" "nuclear test" "technolog"*'``
    """
    terms = []
    for phrase, star, word in TERM.findall(words.replace("\0", " ").encode("utf-8", "replace").decode()):
        bare = word.rstrip("*") or phrase
        if any(sign.isalnum() for sign in bare):
            terms.append(f'"{bare}"{"*" if star or word.endswith("*") else ""}')
    if not terms:
        raise QueryError(f"{visible(words)!r} has no word to search for", "Write words, or leave QUERY out")
    return " ".join(terms)
