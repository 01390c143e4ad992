"""Rows for spreadsheets and databases: CSV after RFC 4180, and the same with tabulators."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from newsclaims.render.columns import Field, Record, value
from newsclaims.render.records import claim_record
from newsclaims.render.safe import shown, visible

if TYPE_CHECKING:
    from newsclaims.flow import Reading

# What makes a spreadsheet take a cell for a formula; some pass over blanks before it, some know its wide forms.
FORMULA = re.compile(r"[\s\ufeff]*[=+\-@＝＋－＠]|[\t\r]")


class Cells(NamedTuple):
    """How rows are written: what stands between cells, what ends a line, and how a text is made safe to show."""

    between: str
    end: str
    safe: Callable[[str], str]


CSV = Cells(",", "\r\n", shown)
TSV = Cells("\t", "\n", visible)  # no tabulator and no line end within a cell, whoever reads it


KINDS = {"csv": CSV, "tsv": TSV}


def kind(format_: str) -> Cells | None:
    """Give how the rows of a format are written, None for one that has no cells."""
    return KINDS.get(format_)


def head(fields: Sequence[Field], cells: Cells = CSV) -> str:
    """Give the line with the names of the columns."""
    return _lines([[field.name for field in fields]], cells)


def lines(records: Iterable[Record], fields: Sequence[Field], cells: Cells = CSV, *, raw: bool = False) -> str:
    """Write records as rows.

    Args:
        records: claims or the like, as in the JSON.
        fields: the columns.
        cells: CSV or TSV.
        raw: leave a cell that a spreadsheet takes for a formula as it is; without it, an apostrophe stands before it.

    Example: an actor ``=HYPERLINK("https://phish.example")`` is written as ``"'=HYPERLINK(""https://phish.example"")"``.
    """
    cell = partial(_cell, cells=cells, raw=raw)
    return _lines(([cell(value(record, field)) for field in fields] for record in records), cells)


def shape_cells(reading: Reading, fields: Sequence[Field], cells: Cells = CSV, *, raw: bool = False) -> str:
    """Write the claims of an article as rows, one a claim."""
    article = reading.record.model_dump(mode="json")
    return lines((claim_record(claim) | {"article": article} for claim in reading.claims), fields, cells, raw=raw)


def _cell(found: Any, cells: Cells, *, raw: bool) -> str:
    if not isinstance(found, str):
        return "" if found is None else str(found)
    text = cells.safe(found)
    return text if raw or not (FORMULA.match(found) or FORMULA.match(text)) else f"'{text}"


def _lines(rows: Iterable[Sequence[str]], cells: Cells) -> str:
    sheet = io.StringIO(newline="")
    csv.writer(sheet, delimiter=cells.between, lineterminator=cells.end).writerows(rows)
    return sheet.getvalue()
