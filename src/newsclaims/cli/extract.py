"""`claims extract`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import click

from newsclaims.cli import options, sinks
from newsclaims.cli.command import Command
from newsclaims.render.safe import visible

if TYPE_CHECKING:
    from newsclaims.settings import Settings


@click.command("extract", cls=Command)
@options.reading
@options.shaped(*sinks.CHOICES, "parquet")
@click.option("--evidence", is_flag=True, help="Show the sentence under each claim of the table.")
@options.confident
@click.option("--keep-text", is_flag=True, help="Put each article's text into the JSON: what offsets count into.")
@click.option("--explain", is_flag=True, help="Show how each claim was found, and what was passed over.")
@options.working
@click.option("--resume", is_flag=True, help="Go on with -o where a run stopped: pass over the articles it holds.")
@options.spreading
@options.talking
def command(
    paths: tuple[str, ...],
    format_: str,
    output: str | None,
    force: bool,
    raw_cells: bool,
    evidence: bool,
    jobs: int,
    resume: bool,
    scheduler: str | None,
    part_size: int,
    quiet: bool,
    verbose: bool,
    colour: str,
    **given: Any,
) -> int:
    """Find the claims of news articles: who did what to whom, says who, and when.

    \b
    Examples:
      claims extract article.txt --evidence
      claims extract --date 2025-01-09 news/ -o claims.json
      curl -s https://example.org/article.txt | claims extract --format table
      claims extract *.txt --format jsonl | jq -r .text
      claims extract news/ -o claims.csv --jobs 4 --resume
      claims extract s3://news -o s3://claims --scheduler tcp://host:8786

    PATH is a file, a folder (subfolders included), a quoted pattern, or - for standard input, which is also read
    when no PATH is given and something is piped in: text, Markdown, web pages, JSON, JSON Lines and tables (.csv),
    packed (.gz) or not.

    With --resume, what is done is kept in FILE.partial until all is, with FILE.journal beside it: whatever ended the
    run, the same command goes on. A FILE that is there is added to. For jsonl, csv, tsv and databases.

    With --scheduler, the workers of a Dask cluster read and write, in files or at addresses that all of them reach, and
    -o is a folder of parts, jsonl (packed) or parquet; the same command goes on where a run stopped. See docs/cluster.md.

    Exit code: 0; 1 if some file failed; 2 for wrong usage, if nothing could be read, or the output not written;
    130 or 143 if interrupted.
    """
    sources, settings = options.inputs(paths), options.settings(**given)
    if scheduler:
        from newsclaims.cli import cluster

        where = cluster.Where(scheduler, output, format_, part_size, force)
        return cluster.run(where, sources, settings, quiet=quiet, verbose=verbose, colour=colour)
    shape = options.shape(format_, output)
    _check_local(sources, output, shape)
    if resume:
        _check_resume(shape, output, force=force)

    from newsclaims.cli.colour import output_has_colour
    from newsclaims.cli.drive import drive
    from newsclaims.cli.report import Report
    from newsclaims.run import outcomes

    report = Report(quiet=quiet, verbose=verbose, colour=colour)
    wanted = sinks.Wanted(
        shape,
        output,
        sources,
        settings.model,
        evidence=evidence,
        explain=settings.explain,
        raw_cells=raw_cells,
        force=force,
        resume=resume,
        colour=output_has_colour(output, colour),
        options=what_counts(settings, shape, raw_cells) if resume else {},
    )
    with sinks.opened(wanted) as sink:
        found = outcomes(sources, settings, sink.shape, held=sink.held if resume else (), jobs=jobs)
        kind = sinks.KINDS[shape]
        unfinished = resume and not kind.only_file  # a database is whole after each article
        return drive(found, sink, report, sources, output=output, resume=unfinished, can_resume=kind.resumes)


def _check_local(sources: tuple[str, ...], output: str | None, shape: str) -> None:
    """Refuse what only a cluster can do, and Parquet without a file.

    Raises:
        click.UsageError: an address instead of a path; Parquet for standard output.
    """
    ctx = click.get_current_context()
    for path in (*sources, output or "-"):
        if "://" in path and not os.path.lexists(path):
            what = (
                f"{visible(path)} is an address and no file. A Dask cluster reads and writes there: add --scheduler "
                "tcp://HOST:8786 (docs/cluster.md). Or fetch it first: curl -s ADDRESS | claims extract -"
            )
            raise click.UsageError(f"{what}.", ctx)
    if shape == "parquet" and output in (None, "-"):
        raise click.UsageError("--format parquet is written to a file: name it with -o.", ctx)


def _check_resume(shape: str, output: str | None, *, force: bool) -> None:
    """Refuse what cannot be gone on with.

    Raises:
        click.UsageError: there is no file, or one of a format that is only whole as a whole.
    """
    ctx = click.get_current_context()
    if output in (None, "-"):
        raise click.UsageError("--resume goes on with a file: name it with -o.", ctx)
    if not sinks.KINDS[shape].resumes:
        known = ", ".join(name for name, kind in sinks.KINDS.items() if kind.resumes)
        raise click.UsageError(f"--resume cannot go on with {shape}. It can with {known}.", ctx)
    if force:
        raise click.UsageError("--force and --resume exclude each other: begin anew, or go on.", ctx)


def what_counts(settings: Settings, shape: str, raw_cells: bool = False) -> dict[str, str]:
    """Give the options that the claims depend on: a run can only go on with its own."""
    from newsclaims.cli.version import tool
    from newsclaims.parse.card import model_name

    return {
        "format": shape,
        "raw-cells": str(raw_cells),
        "model": settings.model or model_name(),
        "date": str(settings.date),
        "field": str(settings.fields),
        "min-confidence": str(settings.min_confidence),
        "explain": str(settings.explain),
        "keep-text": str(settings.keep_text),
        "version": tool(),
    }
