"""`claims timeline`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from newsclaims.cli import options
from newsclaims.cli.command import Command

if TYPE_CHECKING:
    from newsclaims.cli.collection import Collected
    from newsclaims.compare.timeline import Role, Timeline

FORMATS = ("table", "json", "jsonl", "csv", "tsv")


@click.command("timeline", cls=Command)
@options.reading
@options.shaped(*FORMATS)
@click.option("--entity", required=True, metavar="NAME", help="Who: a person, a state, a body, by any of their names.")
@click.option(
    "--role",
    "roles",
    multiple=True,
    type=click.Choice(["actor", "source", "target"]),
    help="What they do (actor) or say (source), or is done to them (target); several may be given. Default: the first two.",
)
@options.between
@options.working
@options.talking
def command(
    paths: tuple[str, ...],
    format_: str,
    raw_cells: bool,
    output: str | None,
    force: bool,
    entity: str,
    roles: tuple[Role, ...],
    since: dt.date | None,
    until: dt.date | None,
    jobs: int,
    quiet: bool,
    verbose: bool,
    colour: str,
    **given: Any,
) -> int:
    """Tell what one person, state or body is claimed to have done, and said, over time.

    \b
    Examples:
      claims timeline claims.db --entity "Kim Jong Un"
      claims timeline news/ --entity DPRK --from 2025-01-01 -o dprk.csv
      claims timeline claims.db --entity Kyiv --role target | jq .entries

    PATH is a database that `claims extract` has written, its JSON or JSON Lines, or what it reads: articles.

    What several articles say is told once. A claim that bears no date stands at the day its article was published,
    as reported then; one of which no day is known stands at the end.
    """
    sources, settings = options.inputs(paths), options.settings(**given)
    shape = options.shape(format_, output, FORMATS)

    from newsclaims.cli.collection import collected
    from newsclaims.cli.colour import output_has_colour
    from newsclaims.cli.output import opened
    from newsclaims.cli.report import Report
    from newsclaims.compare.bearers import meant
    from newsclaims.compare.timeline import ROLES, timeline
    from newsclaims.render.safe import visible

    report = Report(quiet=quiet, verbose=verbose)
    report.listen()
    try:
        meant(entity, {})
    except ValueError:
        raise click.UsageError(f"--entity {visible(entity)!r} names nobody: write a name, or a part of one.") from None
    found = collected(sources, settings, jobs, report)
    with opened(output, force=force, inputs=sources) as out:
        if not report.read:
            out.discard()
            return report.exit_code
        told = timeline(found.articles, entity, roles=roles or ROLES, since=since, until=until)
        if not told.entries:
            narrowed = {"--role": roles, "--from": since, "--to": until}
            report.notice(
                f"no claims of {entity}{_instead(entity, found, [name for name, value in narrowed.items() if value])}"
            )
        elif len(told.names) > 1:
            report.notice(f"{entity} is read as {', '.join(told.names)}")
        for piece in _pieces(told, entity, shape, found, colour=output_has_colour(output, colour), raw=raw_cells):
            out.write(piece)
        out.close()
    return report.exit_code


def _pieces(told: Timeline, entity: str, shape: str, found: Collected, *, colour: bool, raw: bool) -> Iterator[str]:
    """Write a timeline down, piece by piece."""
    from newsclaims.cli.report import columns
    from newsclaims.render.cells import KINDS, head, lines
    from newsclaims.render.records import dumps, run_object
    from newsclaims.render.timeline_table import FIELDS, timeline_table

    rows = (entry.model_dump(mode="json") for entry in told.entries)
    if shape == "table":
        yield (
            timeline_table(told.entries, columns(), title=told.names[0] if len(told.names) == 1 else entity, colour=colour)
            if told.entries
            else ""
        )
    elif shape == "jsonl":
        yield from (dumps(row) + "\n" for row in rows)
    elif shape == "json":
        told_in = {report.article for entry in told.entries for report in entry.reports}
        records = [record for record, _ in found.articles if record.id in told_in]
        yield from run_object("entries", told.entries, records, found.failures, entity=entity)
    else:
        yield head(FIELDS, KINDS[shape])
        yield from (lines([row], FIELDS, KINDS[shape], raw=raw) for row in rows)


def _instead(entity: str, found: Collected, narrowed: list[str]) -> str:
    """Say what else there is to ask for: other roles and days, or who has a word of that name, most frequent first."""
    from collections import Counter

    from newsclaims.compare.timeline import ALL, timeline
    from newsclaims.compare.words import STOP

    if count := len(timeline(found.articles, entity, roles=ALL).entries):
        there = f"there {'is' if count == 1 else 'are'} {count}"
        if not narrowed:
            return f" as actor or source; with --role target {there}"
        return f" with {' '.join(narrowed)}; in all roles, of all days {there}"
    words = set(entity.casefold().split()) - STOP
    names = Counter(
        mention.entity
        for _, claims in found.articles
        for claim in claims
        for mention in (claim.actor, claim.source, claim.target)
        if mention and mention.type and words & set(mention.entity.casefold().split())
    )
    near = [name for name, _ in names.most_common(3)]
    return f"; names like it: {', '.join(near)}" if near else ""
