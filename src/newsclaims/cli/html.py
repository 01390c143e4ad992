"""`claims report`: the page. (`cli/report.py` is what a run reports to stderr.)"""

from __future__ import annotations

import sys
from typing import Any

import click

from newsclaims.cli import options
from newsclaims.cli.command import Command


@click.command("report", cls=Command)
@options.reading
@click.option("--title", metavar="TEXT", help="The page's heading; default: the article's title, or how many there are.")
@options.confident
@options.working
@options.talking
def command(
    paths: tuple[str, ...],
    output: str | None,
    force: bool,
    title: str | None,
    jobs: int,
    quiet: bool,
    verbose: bool,
    colour: str,
    **given: Any,
) -> int:
    """Write a page to look through the claims of articles: list, timeline, network, matrix, comparison.

    \b
    Examples:
      claims report news/ -o report.html
      claims report "2025-*/*.txt" -o strait.html --title "The strait, 2025"
      claims report claims.db -o report.html

    PATH is what `claims extract` reads, or what it has written: JSON, JSON Lines or a database.

    The page is one file that needs nothing else and asks no other host for anything: it opens from disk in any
    browser. It holds the articles' texts, or, where they are too many or not known, the sentences that claims
    rest on.
    """
    if output is None and sys.stdout.isatty():
        raise click.UsageError(
            "A page is nothing for a terminal: name a file with -o report.html.", click.get_current_context()
        )
    sources, settings = options.inputs(paths), options.settings(**given, keep_text=True)

    from newsclaims.claim import Generator
    from newsclaims.cli.collection import collection
    from newsclaims.cli.drive import drive
    from newsclaims.cli.output import opened
    from newsclaims.cli.report import Report
    from newsclaims.cli.version import tool
    from newsclaims.parse.card import model_name
    from newsclaims.render.page import Page

    report = Report(quiet=quiet, verbose=verbose, colour=colour)
    with opened(output, force=force, inputs=sources) as out:
        sink = Page(out.write, Generator(version=tool(), model=settings.model or model_name()), title)
        code = drive(collection(sources, settings, sink.shape, jobs=jobs), sink, report, sources)
        if report.read:
            out.close()
    return code
