"""`claims compare`."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from newsclaims.cli import options
from newsclaims.cli.command import Command

if TYPE_CHECKING:
    from newsclaims.claim import ArticleRecord, Claim, Failure
    from newsclaims.compare.cluster import Cluster
    from newsclaims.flow import Reading
    from newsclaims.settings import Settings

    Read = tuple[ArticleRecord, tuple[Claim, ...]]

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
    shape = options.shape(format_, output)
    if shape not in FORMATS:
        raise click.UsageError(f"-o: clusters are written as {', '.join(FORMATS)}, not as {shape}. Add --format.")

    from newsclaims.claim import Failure
    from newsclaims.cli.colour import output_has_colour
    from newsclaims.cli.output import opened
    from newsclaims.cli.report import Report
    from newsclaims.compare import WINDOW, compare

    report = Report(quiet=quiet, verbose=verbose)
    report.listen()
    failures: list[Failure] = []
    articles: list[Read] = []
    for one in _articles(sources, settings, jobs):
        if isinstance(one, Failure):
            report.failed(one)
            failures.append(one)
        else:
            report.read += 1
            articles.append((one[0], one[1]))
    with opened(output, force=force, inputs=sources) as out:
        if not report.read:
            out.discard()
            return report.exit_code
        has_colour = output_has_colour(output, colour)
        clusters = compare(articles, window=WINDOW if window is None else window, singles=singles)
        wanted = [one for one in clusters if not disputed or one.denied_by or one.disagreements]
        for piece in _pieces(wanted, shape, [record for record, _ in articles], failures, colour=has_colour):
            out.write(piece)
        out.close()
    return report.exit_code


def _articles(sources: tuple[str, ...], settings: Settings, jobs: int) -> Iterator[Read | Failure]:
    """Give the claims of every source: found now, or as they were written down."""
    from newsclaims.claim import Failure
    from newsclaims.run import Done, outcomes

    for written, group in groupby(sources, _written):
        if written is None:
            for outcome in outcomes(tuple(group), settings, read, jobs=jobs):
                if isinstance(outcome, Done):
                    yield outcome.record, outcome.shaped
                elif isinstance(outcome, Failure):
                    yield outcome
        else:
            for path in group:
                yield from _held(path, store=written == "store")


def _written(path: str) -> str | None:
    """What a file holds that `claims extract` may have written: "store", "claims", or None for articles."""
    from newsclaims.compare.recorded import is_recorded
    from newsclaims.store.sqlite import MAGIC

    if path == "-" or not os.path.isfile(path):
        return None
    with contextlib.suppress(OSError), open(path, "rb") as file:
        if file.read(len(MAGIC)) == MAGIC:
            return "store"
    return "claims" if is_recorded(path) else None


def _held(path: str, *, store: bool) -> Iterator[Read | Failure]:
    from newsclaims.claim import Failure
    from newsclaims.compare.recorded import recorded
    from newsclaims.errors import ReadError
    from newsclaims.store.sqlite import claims

    try:
        if not store:
            yield from recorded(path)
            return
        for _, hits in groupby(claims(path), lambda hit: hit.record.id):
            found = list(hits)
            yield found[0].record, tuple(hit.claim for hit in found)
    except ReadError as error:
        yield Failure(path=path, message=str(error))


def read(reading: Reading) -> tuple[Claim, ...]:
    """What is wanted of a reading: its claims."""
    return reading.claims


def _pieces(
    clusters: list[Cluster], shape: str, records: list[ArticleRecord], failures: list[Failure], *, colour: bool
) -> Iterator[str]:
    """Write clusters down, piece by piece."""
    from newsclaims.cli.report import columns
    from newsclaims.render.compare_table import compare_table
    from newsclaims.render.records import dumps

    if shape == "table":
        yield "" if clusters else "no claim is made by more than one article\n"
        yield from compare_table(clusters, columns(), colour=colour)
        return
    rows = (dumps(cluster.model_dump(mode="json")) for cluster in clusters)
    if shape == "jsonl":
        yield from (row + "\n" for row in rows)
        return
    yield '{\n"clusters": ['
    for number, row in enumerate(rows):
        yield (",\n" if number else "\n") + row
    for name, models in (("articles", records), ("errors", failures)):
        dumped = ",\n".join(dumps(model.model_dump(mode="json")) for model in models)
        yield f'\n],\n"{name}": [\n{dumped}'
    yield "\n]\n}\n"
