"""What `claims dates` and `claims quotes` have in common: read, parse, list what is found, in every format of text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from newsclaims.cli import options

if TYPE_CHECKING:
    from rich.text import Text
    from spacy.tokens import Doc

    from newsclaims.claim import ArticleRecord
    from newsclaims.cli.output import Output
    from newsclaims.read import Article
    from newsclaims.render.columns import Field
    from newsclaims.render.sink import Sink
    from newsclaims.render.table import Column

Record = dict[str, Any]


class Listing(NamedTuple):
    """What is listed, and how it is shown.

    Args:
        name: what is listed ("dates"): the key of the rows in the JSON.
        find: gives the rows of one parsed article, as JSON-able dicts; each gets its ``path`` in front here.
        columns: the table's columns.
        cells: what a row shows in them; `newsclaims.render.table.cell` makes a text safe to show.
        fields: the columns of CSV and TSV.
    """

    name: str
    find: Callable[[Doc, Article], Iterable[Record]]
    columns: Sequence[Column]
    cells: Callable[[Record], Sequence[Text]]
    fields: Sequence[Field]


def run(
    listing: Listing,
    *,
    paths: tuple[str, ...],
    format_: str,
    output: str | None,
    force: bool,
    raw_cells: bool,
    **given: Any,
) -> int:
    """Run a listing command with what `options.reading` and `options.shaped` hand to it, and give its exit code.

    Example: a command decorated with ``@options.reading`` and ``@options.shaped()`` and declared as
    ``def command(**given: Any) -> int`` need but call ``listing.run(Listing("dates", …), **given)``.
    """
    sources, settings, shape = options.inputs(paths), options.settings(**given), options.shape(format_, output)

    from newsclaims.claim import Failure
    from newsclaims.cli.output import opened
    from newsclaims.cli.report import Report, is_terminal, show_notices
    from newsclaims.flow import each

    written = _shape(listing, shape, colour=is_terminal(output), raw=raw_cells)

    def rows(docs: Iterable[Doc], article: Article) -> tuple[ArticleRecord, str]:
        path = article.path
        return article.record, written(path, [{"path": path, **row} for doc in docs for row in listing.find(doc, article)])

    show_notices()
    report = Report()
    with opened(output, force=force, inputs=sources) as out:
        sink = _sink(listing, shape, out)
        try:
            for one in each(sources, settings, rows):
                if isinstance(one, Failure):
                    report.failed(one)
                    sink.fail(one)
                else:
                    report.read += 1
                    sink.write(*one)
        finally:  # what ends a run early loses nothing that was found before
            if report.read:
                sink.close()
            else:
                sink.discard()
    return report.exit_code


def _sink(listing: Listing, format_: str, out: Output) -> Sink:
    from newsclaims.render.cells import head, kind
    from newsclaims.render.streams import Document, Stream

    if format_ == "json":
        return Document(out, listing.name)
    cells = kind(format_)
    between = "\n" if format_ in ("table", "markdown") else ""
    return Stream(out, head=head(listing.fields, cells) if cells else "", between=between)


def _shape(listing: Listing, format_: str, *, colour: bool, raw: bool) -> Callable[[str, list[Record]], str]:
    """Give what writes the rows of an article, of whose path it is told."""
    from newsclaims.cli.report import columns as width
    from newsclaims.render.cells import kind, lines
    from newsclaims.render.markdown import section
    from newsclaims.render.records import dumps
    from newsclaims.render.table import Row, table

    if format_ == "table":
        return lambda path, rows: table(
            listing.columns, (Row(listing.cells(row)) for row in rows), width(), title=path, colour=colour
        )
    if format_ == "markdown":
        heads = [column.heading for column in listing.columns]
        return lambda path, rows: section(path, heads, ([cell.plain for cell in listing.cells(row)] for row in rows))
    if format_ == "jsonl":
        return lambda path, rows: "".join(f"{dumps(row)}\n" for row in rows)  # noqa: ARG005  rows bear it
    if cells := kind(format_):
        return lambda path, rows: lines(rows, listing.fields, cells, raw=raw)  # noqa: ARG005  rows bear it
    return lambda path, rows: ",\n".join(map(dumps, rows))  # noqa: ARG005  rows bear it
