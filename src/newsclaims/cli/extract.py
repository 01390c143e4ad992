"""`claims extract`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from newsclaims.cli import options

if TYPE_CHECKING:
    from newsclaims.cli.output import Output
    from newsclaims.cli.report import Report
    from newsclaims.flow import Reading


@click.command("extract")
@options.reading
@options.shaped()
@click.option("--evidence", is_flag=True, help="Show the sentence under each claim of the table.")
@click.option("--min-confidence", type=click.FloatRange(0, 1), default=0.0, metavar="P", help="Leave out claims below it.")
@click.option("--explain", is_flag=True, help="Show how each claim was found, and what was passed over.")
def command(paths: tuple[str, ...], format_: str, output: str | None, evidence: bool, **given: Any) -> int:
    """Find the claims of news articles: who did what to whom, says who, and when.

    \b
    Examples:
      claims extract article.txt --evidence
      claims extract --date 2025-01-09 news/ -o claims.json
      curl -s https://example.org/article.txt | claims extract --format table
      claims extract *.txt --format jsonl | jq -r .text

    PATH is a file, a folder (its *.txt and *.md, subfolders included), a quoted pattern, or - for standard
    input, which is also read when no PATH is given and something is piped in.

    Exit code: 0; 1 if some file failed; 2 for wrong usage or if nothing could be read; 130 if interrupted.
    """
    sources, settings, shape = options.inputs(paths), options.settings(**given), options.shape(format_, output)

    from newsclaims.cli.output import opened
    from newsclaims.cli.report import Report, is_terminal, show_notices
    from newsclaims.flow import readings

    show_notices()
    report = Report()
    with opened(output) as out:
        found = report.passing(readings(sources, settings))
        if shape == "table":
            _tables(found, out, colour=is_terminal(output), evidence=evidence)
        elif shape == "jsonl":
            from newsclaims.render.records import lines

            for line in lines(found):
                out.write(line)
        else:
            _document(found, out, report, settings.model)
        if not report.read:
            out.discard()
    return report.exit_code


def _tables(found: Iterable[Reading], out: Output, *, colour: bool, evidence: bool) -> None:
    from newsclaims.cli.report import columns
    from newsclaims.render.claims_table import claims_table

    for number, reading in enumerate(found):
        page = claims_table(reading, columns(), colour=colour, evidence=evidence)
        out.write(("\n" if number else "") + page)


def _document(found: Iterable[Reading], out: Output, report: Report, model: str | None) -> None:
    from newsclaims.claim import Extraction, Generator
    from newsclaims.cli.version import tool
    from newsclaims.parse.card import model_name
    from newsclaims.render.records import document

    kept = tuple(found)
    extraction = Extraction(
        generator=Generator(version=tool(), model=model or model_name()),
        articles=tuple(reading.record for reading in kept),
        claims=tuple(claim for reading in kept for claim in reading.claims),
        errors=tuple(report.failures),
    )
    if report.read:
        out.write(document(extraction))
