"""An article and its claims as rows of tables; the columns of `claims` are those of the CSV."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from newsclaims.claim import Argument, Claim
from newsclaims.render.columns import ARTICLE, CLAIMS, Field, value
from newsclaims.render.records import claim_record, dumps

if TYPE_CHECKING:
    from newsclaims.flow import Reading

Row = tuple[Any, ...]
UNSTORED = re.compile("[\x00\ud800-\udfff]")  # no database takes a lone surrogate, and many tools stop at a NUL


class Rows(NamedTuple):
    """What an article is in the tables.

    ``claims`` lack their number, and ``arguments`` name their claim by its place among the article's claims: numbers are
    given when rows are written.
    """

    article: Row
    claims: tuple[Row, ...]
    arguments: tuple[Row, ...]


class Column(NamedTuple):
    """A column of a table: its name and SQL type."""

    name: str
    type: str = "TEXT"


def _column(field: Field) -> Column:
    if field.name == "confidence":
        return Column(field.name, "REAL")
    return Column(field.name, "INTEGER" if field.name.endswith(("_start", "_end")) else "TEXT")


ARTICLES = (
    *(Column("id" if field.name == "article" else field.name) for field in ARTICLE),
    Column("words", "INTEGER"),
    Column("text"),
    Column("json"),
    Column("generator", "INTEGER"),
)
CLAIM = (Column("number", "INTEGER"), Column("article"), *map(_column, CLAIMS), Column("json"))
ARGUMENTS = (
    Column("claim", "INTEGER"),
    Column("position", "INTEGER"),
    Column("role"),
    Column("text"),
    Column("text_start", "INTEGER"),
    Column("text_end", "INTEGER"),
)
FLAT = (*map(_column, CLAIMS), *(Column(field.name) for field in ARTICLE))


def shape_rows(reading: Reading) -> Rows:
    """Make rows of an article and its claims: ``ARTICLES`` without generator, ``CLAIM`` without number, ``ARGUMENTS``."""
    record = reading.record
    known = record.model_copy(update={"text": None}).model_dump(mode="json")
    columns = (plain(value({"article": known}, field)) for field in ARTICLE)
    article = (*columns, reading.words, plain(record.text), dumps(known))
    claims = tuple(_claim(claim) for claim in reading.claims)
    arguments = tuple(
        _argument(number, position, argument)
        for number, claim in enumerate(reading.claims)
        for position, argument in enumerate(claim.arguments)
    )
    return Rows(article, claims, arguments)


def shape_flat(reading: Reading) -> tuple[Row, ...]:
    """Make one row a claim, the article's columns in it: ``FLAT``."""
    article = reading.record.model_dump(mode="json")
    records = (claim_record(claim) | {"article": article} for claim in reading.claims)
    return tuple(tuple(plain(value(record, field)) for field in (*CLAIMS, *ARTICLE)) for record in records)


def plain(value: Any) -> Any:
    """Give a value that every database takes: what cannot be stored in a text becomes U+FFFD; the JSON still has it."""
    return UNSTORED.sub("\ufffd", value) if isinstance(value, str) else value


def _claim(claim: Claim) -> Row:
    record = claim_record(claim)
    return (plain(claim.article), *(plain(value(record, field)) for field in CLAIMS), dumps(record))


def _argument(number: int, position: int, argument: Argument) -> Row:
    return (number, position, plain(argument.role), plain(argument.text), argument.start, argument.end)
