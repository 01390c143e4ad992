"""Claims out of many articles, as a search finds them: a table with the article in a column, JSON, lines or cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import NamedTuple

from newsclaims.claim import ArticleRecord, Claim, Extraction, Generator
from newsclaims.render.cells import Cells, head, lines
from newsclaims.render.claims_table import claim_row
from newsclaims.render.columns import ARTICLE, CLAIMS
from newsclaims.render.records import claim_json, claim_record, dumps, line, model_json
from newsclaims.render.spool import Spool
from newsclaims.render.table import Column, Row, cell, table

COLUMNS = (
    Column("actor", 3, 11),
    Column("action", 3, 12),
    Column("target", 4, 11),
    Column("source", 2, 10),
    Column("date", 0, 10),
    Column("article", 3, 12),
)


class Hit(NamedTuple):
    """A claim and its article."""

    record: ArticleRecord
    claim: Claim


def hits_table(hits: Iterable[Hit], width: int, *, colour: bool = False, evidence: bool = False) -> str:
    """Draw a table: a row a claim, in its last column the article, with the day that it was published."""
    return table(COLUMNS, (_row(hit, evidence=evidence) for hit in hits), width, colour=colour)


def hits_object(hits: Iterable[Hit], generator: Generator) -> Iterator[str]:
    """Give one JSON object as `claims schema` describes it, piece by piece; an article stands there once."""
    version = Extraction.model_fields["schema_version"].default
    yield f'{{\n"schema_version":{dumps(version)},\n"generator":{model_json(generator)},\n"claims":['
    articles, seen = Spool(), set[str]()
    between = "\n"
    try:
        for record, claim in hits:
            yield between + claim_json(claim)
            between = ",\n"
            if record.id not in seen:
                seen.add(record.id)
                articles.add(model_json(record))
        yield '\n],\n"articles":[\n'
        yield from articles.pieces()
    finally:
        articles.close()
    yield '\n],\n"errors":[]\n}\n'


def hits_lines(hits: Iterable[Hit]) -> Iterator[str]:
    """Give a line of JSON a claim, its article in it."""
    return (line(claim, model_json(record)) for record, claim in hits)


def hits_cells(hits: Iterable[Hit], cells: Cells, *, raw: bool = False) -> Iterator[str]:
    """Give the names of the columns, then a row of cells a claim."""
    fields = (*CLAIMS, *ARTICLE)
    yield head(fields, cells)
    for record, claim in hits:
        row = claim_record(claim) | {"article": record.model_dump(mode="json")}
        yield lines([row], fields, cells, raw=raw)


def _row(hit: Hit, *, evidence: bool) -> Row:
    cells, below = claim_row(hit.claim, hit.claim.evidence.text if evidence else "")
    name = hit.record.title or PurePath(hit.record.path).name
    return Row((*cells, cell(f"{hit.record.published or ''} {name}", "dim")), below)
