"""A table of articles (CSV, TSV) → its rows as records: the first row says what the columns are called."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping

from newsclaims.errors import ReadError
from newsclaims.read.blocks import too_large
from newsclaims.read.encoding import called
from newsclaims.read.jsonlines import lines
from newsclaims.read.records import TEXTS, looked_for, plain

BETWEEN = (",", ";", "\t", "|")
OURS = {"actor_entity", "evidence"}  # columns that only what this program has written has


class _Lines:
    """The lines of a table, none of whose rows may have more than ``limit`` bytes; ``row`` says that another one begins."""

    def __init__(self, parts: Iterable[bytes], path: str, limit: int) -> None:
        self._lines = lines(parts, limit)
        self._path, self._limit = path, limit
        self.row = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.row += self._limit + 1 if line is None else len(line)
        if line is None or self.row > self._limit:
            message = too_large(self._path, self._limit).message
            raise ReadError(f"a row of {message}", "Look for a quotation mark that is never closed, or raise --max-size")
        return line.decode("utf-8", "replace").replace("\0", "\N{REPLACEMENT CHARACTER}") + "\n"


def values(
    parts: Iterable[bytes], path: str, limit: int, fields: Mapping[str, str]
) -> Iterator[tuple[str, dict[str, object]]]:
    """Read the rows of a table as they come; memory is needed for one of them.

    Args:
        parts: the bytes, in UTF-8.
        path: where they come from.
        limit: bytes that a row may have.
        fields: under which name a column holds what, where the user has said so; see `newsclaims.read.records.article`.

    Yields:
        Each row's name ("wire.csv#3", counted from 1 behind the header) and its cells by the names of their columns. Rows
        without any cell are passed over, and cells for which there is no column.

    Raises:
        ReadError: there is no row, or no column of texts; or a row is too long, as where a quotation mark is never closed.

    Example: ``title;text`` and ``Vote delayed;"It met."`` give ``{"title": "Vote delayed", "text": "It met."}``
    """
    texts = _Lines(parts, path, limit)
    first = next((line for line in texts if line.strip()), "")
    if not first:
        raise ReadError(f"{called(path)} is empty", "Give a table with a row an article")
    csv.field_size_limit(max(limit, csv.field_size_limit()))
    between = max(BETWEEN, key=first.count)
    number = 0
    try:
        (header,) = csv.reader([first], delimiter=between)
        _check(header, path, fields)
        texts.row = 0
        for row in csv.reader(texts, delimiter=between):
            texts.row = 0
            if any(row):
                number += 1
                yield f"{path}#{number}", dict(zip(header, row))  # noqa: B905  rows may be shorter or longer
    except csv.Error as error:  # such as a bare carriage return
        raise ReadError(f"{called(path)} cannot be read behind row {number}: {error}", "Save the table again") from None
    if not number:
        raise ReadError(f"{called(path)} has no rows", "Give a table with a row an article")


def _check(header: list[str], path: str, fields: Mapping[str, str]) -> None:
    """Refuse a table of which no row would have a text."""
    if set(header) >= OURS:
        raise ReadError(f"{called(path)} holds claims, as this program writes them", "Give the articles they were found in")
    wanted = fields.get("text")
    if wanted not in header if wanted else TEXTS.isdisjoint(map(plain, header)):
        there = ", ".join(name for name in header if name.strip())[:200]
        what = f"{called(path)} has no column of texts (looked for {looked_for(wanted)}; there are {there})"
        raise ReadError(what, "Name it: --field text=COLUMN")
