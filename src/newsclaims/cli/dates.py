"""`claims dates`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from newsclaims.cli import listing, options
from newsclaims.cli.command import Command

if TYPE_CHECKING:
    from rich.text import Text
    from spacy.tokens import Doc

    from newsclaims.read import Article


@click.command("dates", cls=Command)
@options.reading
@options.shaped()
@options.working
@options.talking
def command(**given: Any) -> int:
    """List every time expression of news articles with its value after TIMEX3.

    \b
    Examples:
      claims dates article.txt --date 2025-01-09
      claims dates news/ --format jsonl | jq -r '[.text, .value] | @tsv'

    What is relative ("last month") has a value only where the day of publication is known, from --date or the text.
    """
    from newsclaims.render.columns import DATES
    from newsclaims.render.table import Column

    columns = (
        Column("expression", 3, 20),
        Column("type", 0, 8),
        Column("value", 1, 16),
        Column("earliest", 0, 10),
        Column("latest", 0, 10),
    )
    return listing.run(listing.Listing("dates", rows, columns, cells, DATES), **given)


def rows(doc: Doc, article: Article) -> Iterator[dict[str, Any]]:
    """Give the time expressions of a parsed article as rows of the JSON, without ``path``; in text order."""
    from newsclaims.annotate.times import times
    from newsclaims.resolve.spans import place
    from newsclaims.resolve.timeline import timeline

    found = times(doc)
    for timex, resolved in timeline(doc, found, article.published).items():
        yield {**place(doc, timex.start, timex.end), "type": timex.type, **resolved._asdict()}


def cells(row: dict[str, Any]) -> tuple[Text, ...]:
    """Show a row."""
    from newsclaims.render.table import cell

    return tuple(cell(row[name] or "–") for name in ("text", "type", "value", "earliest", "latest"))
