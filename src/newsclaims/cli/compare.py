"""`claims compare`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from newsclaims.cli import options
from newsclaims.cli.command import Command

if TYPE_CHECKING:
    from newsclaims.claim import ArticleRecord, Failure
    from newsclaims.compare.cluster import Cluster

FORMATS = ("table", "json", "jsonl")


@click.command("compare", cls=Command)
@options.reading
@click.option(
    "--format",
    "format_",
    type=click.Choice(["auto", *FORMATS]),
    default="auto",
    help="auto: what the suffix of -o says; else a table on a terminal, JSON in a pipe.",
)
@click.option("--all", "singles", is_flag=True, help="Also claims that only one article makes.")
@click.option("--disputed", is_flag=True, help="Only claims that are denied, or whose figures or days disagree.")
@click.option(
    "--window", type=click.IntRange(0, 36500), metavar="DAYS", help="Days between reports of one event without a date."
)
@options.working
@options.talking
def command(
    paths: tuple[str, ...],
    format_: str,
    output: str | None,
    force: bool,
    singles: bool,
    disputed: bool,
    window: int | None,
    jobs: int,
    quiet: bool,
    verbose: bool,
    colour: str,
    **given: Any,
) -> int:
    """Compare articles: which claims several make, who said so first, who denies it, and what does not agree.

    \b
    Examples:
      claims compare monday.txt tuesday.txt
      claims compare news/ --disputed
      claims compare claims.jsonl -o clusters.json
      claims compare claims.db | jq '.clusters[] | select(.independent > 1)'

    PATH is what `claims extract` reads, or what it has written: JSON, JSON Lines or a database, whose claims
    are taken as they stand.

    Claims belong together if actor and target are the same by any of their names, the verbs mean the same or
    the contrary, and no place, name or day tells them apart. A source that ten articles quote counts once.
    """
    sources, settings = options.inputs(paths), options.settings(**given)
    shape = options.shape(format_, output, FORMATS)

    from newsclaims.cli.collection import collected
    from newsclaims.cli.colour import output_has_colour
    from newsclaims.cli.output import opened
    from newsclaims.cli.report import Report
    from newsclaims.compare import WINDOW, compare

    report = Report(quiet=quiet, verbose=verbose)
    report.listen()
    found = collected(sources, settings, jobs, report)
    with opened(output, force=force, inputs=sources) as out:
        if not report.read:
            out.discard()
            return report.exit_code
        has_colour = output_has_colour(output, colour)
        clusters = compare(found.articles, window=WINDOW if window is None else window, singles=singles)
        wanted = [one for one in clusters if not disputed or one.denied_by or one.disagreements]
        for piece in _pieces(wanted, shape, [record for record, _ in found.articles], found.failures, colour=has_colour):
            out.write(piece)
        out.close()
    return report.exit_code


def _pieces(
    clusters: list[Cluster], shape: str, records: list[ArticleRecord], failures: list[Failure], *, colour: bool
) -> Iterator[str]:
    """Write clusters down, piece by piece."""
    from newsclaims.cli.report import columns
    from newsclaims.render.compare_table import compare_table
    from newsclaims.render.records import model_json, run_object

    if shape == "table":
        yield "" if clusters else "no claim is made by more than one article\n"
        yield from compare_table(clusters, columns(), colour=colour)
    elif shape == "jsonl":
        yield from (model_json(cluster) + "\n" for cluster in clusters)
    else:
        yield from run_object("clusters", clusters, records, failures)
