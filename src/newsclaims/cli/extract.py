"""`claims extract`."""

from __future__ import annotations

from typing import Any

import click

from newsclaims.cli import options, sinks
from newsclaims.cli.command import Command


@click.command("extract", cls=Command)
@options.reading
@options.shaped()
@click.option("--evidence", is_flag=True, help="Show the sentence under each claim of the table.")
@click.option("--min-confidence", type=click.FloatRange(0, 1), default=0.0, metavar="P", help="Leave out claims below it.")
@click.option("--keep-text", is_flag=True, help="Put each article's text into the JSON: what offsets count into.")
@click.option("--explain", is_flag=True, help="Show how each claim was found, and what was passed over.")
def command(
    paths: tuple[str, ...], format_: str, output: str | None, force: bool, raw_cells: bool, evidence: bool, **given: Any
) -> int:
    """Find the claims of news articles: who did what to whom, says who, and when.

    \b
    Examples:
      claims extract article.txt --evidence
      claims extract --date 2025-01-09 news/ -o claims.json
      curl -s https://example.org/article.txt | claims extract --format table
      claims extract *.txt --format jsonl | jq -r .text
      claims extract news/ -o claims.csv

    PATH is a file, a folder (subfolders included), a quoted pattern, or - for standard input, which is also read
    when no PATH is given and something is piped in: text, Markdown, web pages, JSON and JSON Lines, packed (.gz) or not.

    Exit code: 0; 1 if some file failed; 2 for wrong usage, if nothing could be read, or the output not written;
    130 if interrupted.
    """
    sources, settings = options.inputs(paths), options.settings(**given)
    wanted = sinks.Wanted(
        options.shape(format_, output),
        output,
        sources,
        settings.model,
        evidence=evidence,
        explain=settings.explain,
        raw_cells=raw_cells,
        force=force,
    )

    from newsclaims.claim import Failure
    from newsclaims.cli.report import Report, show_notices
    from newsclaims.run import outcomes

    show_notices()
    report = Report()
    with sinks.opened(wanted) as sink:
        try:
            for outcome in outcomes(sources, settings, sink.shape):
                if isinstance(outcome, Failure):
                    report.failed(outcome)
                    sink.fail(outcome)
                else:
                    report.read += 1
                    sink.write(outcome.record, outcome.shaped)
        finally:  # what ends a run early loses nothing that was found before
            if report.read:
                sink.close()
            else:
                sink.discard()
    return report.exit_code
