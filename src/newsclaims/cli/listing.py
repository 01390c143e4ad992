"""What `claims dates` and `claims quotes` have in common: read, parse, list what is found, as table, JSON or lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from newsclaims.cli import options

if TYPE_CHECKING:
    from rich.text import Text
    from spacy.tokens import Doc

    from newsclaims.read import Article
    from newsclaims.render.table import Column

Record = dict[str, Any]
Find = Callable[["Doc", "Article"], Iterable[Record]]
Cells = Callable[[Record], Sequence["Text"]]


def run(
    name: str,
    find: Find,
    columns: Sequence[Column],
    cells: Cells,
    *,
    paths: tuple[str, ...],
    format_: str,
    output: str | None,
    **given: Any,
) -> int:
    """Run a listing command.

    Args:
        name: what is listed ("dates"): the key of the rows in the JSON.
        find: gives the rows of one parsed article, as JSON-able dicts; each gets its ``path`` in front here.
        columns: the table's columns.
        cells: what a row shows in them; `newsclaims.render.table.cell` makes a text safe to show.
        paths, format_, output, given: what `options.reading` and `options.shaped` hand to the command.

    Returns:
        The exit code.

    Example: a command decorated with ``@options.reading`` and ``@options.shaped()`` and declared as
    ``def command(**given: Any) -> int`` need but call ``listing.run("dates", rows, COLUMNS, cells, **given)``.
    """
    sources, settings, shape = options.inputs(paths), options.settings(**given), options.shape(format_, output)

    from newsclaims.cli.output import opened
    from newsclaims.cli.report import Report, is_terminal, show_notices
    from newsclaims.cli.report import columns as width
    from newsclaims.flow import each
    from newsclaims.render.records import dumps
    from newsclaims.render.table import Row, table

    def _rows(doc: Doc, article: Article) -> tuple[Article, list[Record]]:
        return article, [{"path": article.path, **row} for row in find(doc, article)]

    show_notices()
    report = Report()
    articles: list[Record] = []
    kept: list[Record] = []
    with opened(output) as out:
        for article, rows in report.passing(each(sources, settings, _rows)):
            if shape == "table":
                shown = (Row(cells(row)) for row in rows)
                out.write(table(columns, shown, width(), title=article.path, colour=is_terminal(output)) + "\n")
            elif shape == "jsonl":
                out.write("".join(dumps(row) + "\n" for row in rows))
            else:
                articles.append(article.record.model_dump(mode="json"))
                kept += rows
        if not report.read:
            out.discard()
        elif shape == "json":
            errors = [failure.model_dump(mode="json") for failure in report.failures]
            out.write(dumps({"articles": articles, name: kept, "errors": errors}, indent=2) + "\n")
    return report.exit_code
