"""What `claims dates` and `claims quotes` have in common: read, parse, list what is found, in every format of text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from newsclaims.cli import options

if TYPE_CHECKING:
    from rich.text import Text
    from spacy.tokens import Doc

    from newsclaims.cli.output import Output
    from newsclaims.read import Article
    from newsclaims.render.columns import Field
    from newsclaims.render.sink import Sink
    from newsclaims.render.table import Column
    from newsclaims.run import Done

Record = dict[str, Any]


class Listing(NamedTuple):
    """What is listed, and how it is shown.

    Args:
        name: what is listed ("dates"): the key of the rows in the JSON.
        find: gives the rows of one parsed article, as JSON-able dicts; each gets its ``path`` in front here.
        columns: the table's columns.
        cells: what a row shows in them; `newsclaims.render.table.cell` makes a text safe to show.
        fields: the columns of CSV and TSV.

    ``find`` and ``cells`` are functions of a module: they may be called in another process.
    """

    name: str
    find: Callable[[Doc, Article], Iterable[Record]]
    columns: Sequence[Column]
    cells: Callable[[Record], Sequence[Text]]
    fields: Sequence[Field]


class Shape(NamedTuple):
    """How the rows of an article are written: the format, the width and colour of a table, the cells of CSV."""

    format: str
    width: int
    colour: bool
    raw: bool


def run(
    listing: Listing,
    *,
    paths: tuple[str, ...],
    format_: str,
    output: str | None,
    force: bool,
    raw_cells: bool,
    jobs: int,
    quiet: bool,
    verbose: bool,
    colour: str,
    **given: Any,
) -> int:
    """Run a listing command with what the decorators of `options` hand to it, and give its exit code.

    Example: a command decorated with ``@options.reading``, ``@options.shaped()``, ``@options.working`` and
    ``@options.talking`` and declared as ``def command(**given: Any) -> int`` need but call
    ``listing.run(Listing("dates", …), **given)``.
    """
    sources, settings, format_ = options.inputs(paths), options.settings(**given), options.shape(format_, output)

    from newsclaims.cli.colour import output_has_colour
    from newsclaims.cli.drive import drive
    from newsclaims.cli.output import opened
    from newsclaims.cli.report import Report, columns
    from newsclaims.run import each

    report = Report(listing.name, quiet=quiet, verbose=verbose, colour=colour)
    shape = Shape(format_, columns(), output_has_colour(output, colour), raw_cells)
    with opened(output, force=force, inputs=sources) as out:
        found = each(sources, settings, partial(listed, listing=listing, shape=shape), jobs=jobs)
        return drive(found, _sink(listing, format_, out), report, sources, output=output)


def listed(docs: Iterable[Doc], article: Article, listing: Listing, shape: Shape) -> Done:
    """Find the rows of a parsed article and write them; what a run does with each article."""
    from newsclaims.flow import words
    from newsclaims.run import Done

    rows: list[Record] = []
    count = 0
    for doc in docs:
        rows += ({"path": article.path, **row} for row in listing.find(doc, article))
        count += words(doc)
    return Done(article.record, len(rows), count, _written(listing, shape, article.path, rows))


def _sink(listing: Listing, format_: str, out: Output) -> Sink:
    from newsclaims.render.cells import head, kind
    from newsclaims.render.streams import Document, Stream

    if format_ == "json":
        return Document(out, listing.name)
    cells = kind(format_)
    between = "\n" if format_ in ("table", "markdown") else ""
    return Stream(out, head=head(listing.fields, cells) if cells else "", between=between)


def _written(listing: Listing, shape: Shape, path: str, rows: list[Record]) -> str:
    """Write the rows of an article."""
    from newsclaims.render.cells import kind, lines
    from newsclaims.render.markdown import section
    from newsclaims.render.records import dumps
    from newsclaims.render.table import Row, table

    if shape.format == "table":
        shown = (Row(listing.cells(row)) for row in rows)
        return table(listing.columns, shown, shape.width, title=path, colour=shape.colour)
    if shape.format == "markdown":
        heads = [column.heading for column in listing.columns]
        return section(path, heads, ([cell.plain for cell in listing.cells(row)] for row in rows))
    if shape.format == "jsonl":
        return "".join(f"{dumps(row)}\n" for row in rows)
    if cells := kind(shape.format):
        return lines(rows, listing.fields, cells, raw=shape.raw)
    return ",\n".join(map(dumps, rows))
