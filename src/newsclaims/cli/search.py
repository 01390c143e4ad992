"""`claims search`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING

import click

from newsclaims.cli import options
from newsclaims.cli.command import Command

if TYPE_CHECKING:
    from newsclaims.render.hits import Hit

STATUSES = ("actual", "negated", "possible", "future", "conditional")
FORMATS = ("table", "json", "jsonl", "csv", "tsv")
SHOWN = 100  # claims that a table has room for, if nothing else is said


@click.command("search", cls=Command)
@click.argument("store", type=click.Path())
@click.argument("words", nargs=-1, metavar="[QUERY]")
@click.option("--actor", default="", metavar="NAME", help="Who does it.")
@click.option("--target", default="", metavar="NAME", help="What or whom it is done to.")
@click.option("--source", default="", metavar="NAME", help="Who says so.")
@options.between
@click.option(
    "--status", "statuses", multiple=True, type=click.Choice(STATUSES), help="Has this status; several may be given."
)
@click.option(
    "--limit", type=click.IntRange(0), metavar="N", help=f"The N best; 0 for all. Default: {SHOWN} in a table, else all."
)
@click.option("--evidence", is_flag=True, help="Show the sentence under each claim of the table.")
@options.shaped(*FORMATS)
@options.writing
def command(
    store: str,
    words: tuple[str, ...],
    actor: str,
    target: str,
    source: str,
    since: dt.date | None,
    until: dt.date | None,
    statuses: tuple[str, ...],
    limit: int | None,
    evidence: bool,
    format_: str,
    raw_cells: bool,
    output: str | None,
    force: bool,
) -> int:
    """Search the claims of a database that `claims extract -o` has written.

    \b
    Examples:
      claims search claims.db ceasefire --source "United Nations"
      claims search claims.db '"nuclear submarine" technolog*' --evidence
      claims search claims.db --actor DPRK --status possible -o dprk.csv

    The words of QUERY must all stand in the claim, its sentence, or the names in it, in any form; "words in quotation
    marks" stand together, and a word that ends in * is the beginning of one. A NAME is found by whole words of it, and
    a state by any of its names. A claim without a date counts as of the day its article was published.
    """
    if not (any(words) or actor or target or source or since or until or statuses):
        raise click.UsageError(
            "Nothing to search for: write words, or one of --actor, --target, --source, --from, --to, --status.",
            click.get_current_context(),
        )
    shape = options.shape(format_, output, FORMATS)
    most = (SHOWN if shape == "table" else 0) if limit is None else limit

    from newsclaims.cli.colour import output_has_colour
    from newsclaims.cli.output import opened
    from newsclaims.cli.report import say
    from newsclaims.store.query import Query
    from newsclaims.store.sqlite import claims

    query = Query(" ".join(words), actor, target, source, since, until, statuses)
    count = Count(most, claims(store, query, most + 1 if most else 0))  # one more tells whether there are more
    colour = output_has_colour(output)
    with opened(output, force=force, inputs=(store,)) as out:
        for piece in _pieces(count.hits(), shape, store, evidence=evidence, raw=raw_cells, colour=colour):
            if count.given or shape != "table":
                out.write(piece)
        out.close()
    if not count.given:
        say("no claims found")
    elif count.more:
        say(f"these are the first {most} claims; --limit 0 gives all")
    return 0


class Count:
    """Passes on at most so many hits, and knows how many there were and whether there are more."""

    def __init__(self, most: int, found: Iterator[Hit]) -> None:
        self.given, self.more = 0, False
        self._most, self._found = most, chain(list(islice(found, 1)), found)  # what is wrong with a store shows now

    def hits(self) -> Iterator[Hit]:
        """Pass on hits."""
        for hit in self._found:
            if self._most and self.given == self._most:
                self.more = True
                return
            self.given += 1
            yield hit


def _pieces(hits: Iterator[Hit], shape: str, store: str, *, evidence: bool, raw: bool, colour: bool) -> Iterator[str]:
    """Give what is to be written of the hits, piece by piece."""
    from newsclaims.render import hits as render

    if shape == "table":
        from newsclaims.cli.report import columns

        yield render.hits_table(hits, columns(), colour=colour, evidence=evidence)
    elif shape == "json":
        from newsclaims.claim import Generator
        from newsclaims.cli.version import tool
        from newsclaims.store.sqlite import models

        yield from render.hits_object(hits, Generator(version=tool(), model=models(store)))
    elif shape == "jsonl":
        yield from render.hits_lines(hits)
    else:
        from newsclaims.render.cells import KINDS

        yield from render.hits_cells(hits, KINDS[shape], raw=raw)
