"""`claims quotes`."""

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


@click.command("quotes", cls=Command)
@options.reading
@options.shaped()
@options.working
@options.talking
def command(**given: Any) -> int:
    """List every attribution of news articles: who says, thinks or wants what.

    \b
    Examples:
      claims quotes article.txt
      claims quotes news/ --format jsonl | jq 'select(.quote == "direct")'

    All attributions are listed, whether or not what is said holds a claim: also "called for a ban", "loves the park".
    """
    from newsclaims.render.columns import QUOTES
    from newsclaims.render.table import Column

    columns = (Column("source", 2, 16), Column("cue", 1, 10), Column("content", 4, 30), Column("quote", 0, 8))
    return listing.run(listing.Listing("quotes", rows, columns, cells, QUOTES), **given)


def rows(doc: Doc, article: Article) -> Iterator[dict[str, Any]]:
    """Give the attributions of a parsed article as rows of the JSON, without ``path``; in text order."""
    from newsclaims.resolve.quotations import quotations

    return quotations(doc, article)


def cells(row: dict[str, Any]) -> tuple[Text, ...]:
    """Show a row; a source goes by its full name."""
    from newsclaims.render.table import cell

    source, cue = row["source"], row["cue"]
    shown = (source["entity"] if source else "–", cue["text"] if cue else "–", row["content"]["text"], row["quote"])
    return tuple(cell(text) for text in shown)
