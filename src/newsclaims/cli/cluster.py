"""`claims extract --scheduler`: what makes sense on a cluster, and what is told of a run there."""

from __future__ import annotations

import os
import time
from collections.abc import Generator, Sequence
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple, cast

import click

from newsclaims.claim import Failure
from newsclaims.cli import signals
from newsclaims.cli.report import Report
from newsclaims.cli.sinks import KINDS
from newsclaims.errors import NewsclaimsError
from newsclaims.render.safe import visible

if TYPE_CHECKING:
    from newsclaims.cli.progress import PartsBar
    from newsclaims.cluster.job import Format, Part, Tally
    from newsclaims.cluster.manifest import Run
    from newsclaims.settings import Settings

LOOK = 30  # seconds after which it is seen to that no other run is at work in the folder
NOT_THERE = {
    "resume": "--resume is not needed with --scheduler: the same command goes on where a run stopped.",
    "evidence": "--evidence is for tables, and parts are jsonl or parquet.",
    "raw_cells": "--raw-cells is for CSV and TSV, and parts are jsonl or parquet.",
    "jobs": "--jobs is for one machine: a cluster has as many processes as workers were started.",
}


class Where(NamedTuple):
    """Who does the work, and where its parts go, as the user says it."""

    scheduler: str
    output: str | None
    format: str
    part_size: int
    force: bool


class Parts(Report):
    """What became of the parts so far, and of the articles in them."""

    def __init__(self, total: int, there: int, *, quiet: bool, verbose: bool, colour: str) -> None:
        super().__init__(quiet=quiet, verbose=verbose, colour=colour)
        self.parts, self.there, self.total = there, there, total

    def part(self, name: str, tally: Tally) -> None:
        """Count a part that was made."""
        self.parts += 1
        self.read += tally.articles
        self.found += tally.claims
        self.words += tally.words
        for notice in tally.notices:
            self.notice(notice)
        for failure in tally.failures:
            self.failed(failure)
        if self.verbose:
            self._say(
                f"{name}: {tally.articles:,} articles, {tally.claims:,} claims, {tally.words:,} words, {tally.seconds:.2f} s"
            )

    def tick(self) -> None:
        """Show what is counted by now."""
        if self._bar:
            self._bar.show()
        else:
            self._begin()

    def summary(self) -> None:
        """Say in a line what became of all."""
        super().summary()
        if self.there:
            self.notice(f"{self.there:,} of {self.total:,} parts were there already")

    @property
    def exit_code(self) -> int:
        """0 if all went well, 1 if something failed, 2 if nothing could be read."""
        return super().exit_code if self.read or not self.there else int(bool(self.failures))

    def _made_bar(self, *, colour: bool) -> PartsBar:
        from newsclaims.cli.progress import PartsBar

        return PartsBar(self, self.total, colour=colour)


def run(where: Where, sources: Sequence[str], settings: Settings, *, quiet: bool, verbose: bool, colour: str) -> int:
    """Find the claims of articles on a cluster, and give the exit code.

    Raises:
        click.UsageError: options that a cluster has no use for.
        NewsclaimsError: Dask is not installed, the scheduler is not there, or no worker can do it.
        OutputError: the folder cannot be written to, or has parts of another run.
        Interrupted: somebody wants it to end.
    """
    format_ = _checked(where, sources)
    _installed()

    from newsclaims.cli.extract import what_counts
    from newsclaims.cluster.equipment import Equipment, check, equipment, needs
    from newsclaims.cluster.files import is_url
    from newsclaims.cluster.folder import Folder
    from newsclaims.cluster.job import Job
    from newsclaims.cluster.manifest import Run, begun, failures, made_here
    from newsclaims.cluster.plan import planned
    from newsclaims.cluster.run import tallies
    from newsclaims.cluster.scheduler import Scheduler
    from newsclaims.cluster.workers import Question

    output = str(where.output)
    folder = Folder(output if is_url(output) else os.path.abspath(output))
    own = Equipment(*equipment(settings.model))
    counting = what_counts(settings, format_)
    options = {
        **counting,
        "model": f"{counting['model']} {own.model}".rstrip(),
        "max-size": str(settings.max_size),
        "max-unpacked": str(settings.max_unpacked),
        "part-size": str(where.part_size),
    }
    plan = planned(sources, options, where.part_size, without=partial(made_here, folder))
    for one in (one for part in plan.parts for one in part.slices):
        if folder.holds(one.url):
            raise click.UsageError(
                f"-o {visible(output)} holds {visible(one.path)}, which is read.", click.get_current_context()
            )
    report = Parts(len(plan.parts), 0, quiet=quiet, verbose=verbose, colour=colour)
    for failure in plan.failures:
        report.failed(failure)
    if not plan.parts:
        return report.exit_code
    this = Run(folder, plan, options, format_)

    def judge(said: dict[str, object]) -> None:
        check(said, own, settings.model)

    asked = settings.model, needs(plan.parts, folder.url, format_)
    scheduler = Scheduler(where.scheduler, report.notice, Question(equipment, asked, judge))
    try:
        there, stale = begun(this, force=where.force)
        if stale:
            report.notice(f"{stale:,} part{'s are' if stale > 1 else ' is'} made anew: files have changed since")
        there = there & {part.name for part in plan.parts}
        report.parts = report.there = len(there)
        for failure in failures(folder, there) if there else ():
            report.failed(failure)
        job = Job(folder.url, format_, settings, own.version, own.model)
        return _drive(tallies(scheduler, job, plan.parts, there), report, this)
    finally:
        scheduler.close()


def _drive(made: Generator[tuple[Part, Tally | Failure], None, None], report: Parts, run: Run) -> int:
    from newsclaims.cluster.manifest import alone, swept

    looked = time.monotonic()
    try:
        with report.showing(()):
            report.tick()
            for part, tally in made:
                if isinstance(tally, Failure):
                    report.failed(tally)
                else:
                    report.part(part.name, tally)
                report.tick()
                if time.monotonic() - looked > LOOK:
                    alone(run)
                    looked = time.monotonic()
                signals.check()
            alone(run)
            swept(run)
    except signals.Interrupted:
        report.notice(f"interrupted after {report.parts:,} of {report.total:,} parts; the same command goes on from there")
        raise
    report.summary()
    return report.exit_code


def _checked(where: Where, sources: Sequence[str]) -> Format:
    """Give the format of the parts.

    Raises:
        click.UsageError: options that make no sense on a cluster.
    """
    ctx = click.get_current_context()
    for name, what in NOT_THERE.items():
        if ctx.get_parameter_source(name) is click.core.ParameterSource.COMMANDLINE:
            raise click.UsageError(what, ctx)
    if where.output in (None, "", "-"):
        raise click.UsageError("--scheduler needs a folder to write to: -o s3://BUCKET/claims/, or -o /SHARED/claims", ctx)
    if "-" in sources:
        raise click.UsageError("Standard input cannot be read with --scheduler: name files that the workers reach.", ctx)
    given = where.format
    if (
        given not in ("jsonl", "parquet")
        and ctx.get_parameter_source("format_") is not click.core.ParameterSource.COMMANDLINE
    ):
        given = "auto"
    if given == "auto":
        suffix = PurePath(str(where.output).lower()).suffix
        given = next((name for name, kind in KINDS.items() if suffix in kind.suffixes), "jsonl")
    if given not in ("jsonl", "parquet"):
        raise click.UsageError(f"With --scheduler, -o is a folder of parts, jsonl or parquet: not {given}.", ctx)
    return cast("Format", given)


def _installed() -> None:
    try:
        import distributed  # noqa: F401
        import fsspec  # noqa: F401
    except ImportError as error:
        from newsclaims.cluster.files import INSTALL

        raise NewsclaimsError(f"--scheduler needs {error.name}, which is not installed", INSTALL) from error
