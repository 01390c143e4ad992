"""A run from its articles to its output, with all that may come between."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsclaims.claim import Failure
from newsclaims.cli import signals
from newsclaims.cli.report import Report
from newsclaims.run.outcome import Outcome, Outcomes, Skipped

if TYPE_CHECKING:
    from newsclaims.render.sink import Sink


def drive(
    outcomes: Outcomes,
    sink: Sink,
    report: Report,
    sources: Sequence[str],
    *,
    output: str | None = None,
    resume: bool = False,
    can_resume: bool = False,
) -> int:
    """Write the outcomes of a run as they come, and tell of them.

    What ends it early loses nothing that was written before: the output is finished, or, with ``resume``, kept as it is for
    a run that goes on with it.

    Args:
        outcomes: what became of each article.
        sink: where it is written.
        report: who is told.
        sources: the paths given, for the time left.
        output: the file given, if one was: an article is written to it whole or not at all.
        resume: whether an unfinished output is left for a later run.
        can_resume: whether it could be.

    Returns:
        The exit code.

    Raises:
        Interrupted: somebody wants it to end.
    """
    to_file = output not in (None, "-")
    whole = False
    try:
        try:
            with contextlib.closing(outcomes), report.showing(sources):
                for outcome in outcomes:
                    with signals.held_back() if to_file else contextlib.nullcontext(), report.making_room():
                        _write(outcome, sink, report)
                    report.tick()
                    signals.check()
            whole = True
        finally:
            with signals.held_back() if to_file else contextlib.nullcontext():
                if (report.read or report.skipped) and (whole or not resume):
                    sink.close()
                else:
                    sink.discard()
    except signals.Interrupted:
        if to_file or report.seen:
            report.notice(_left(report, output if to_file else None, resume=resume, can_resume=can_resume))
        raise
    report.summary()
    return report.exit_code


def _left(report: Report, output: str | None, *, resume: bool, can_resume: bool) -> str:
    """Say what an interrupted run leaves, and how to go on."""
    if output is None:
        return f"interrupted after {_articles(report.read)}"
    if resume:
        return f"interrupted after {_articles(report.read)}; the same command goes on from there"
    if not report.read:
        return f"interrupted; {output} was not written"
    how = "; the same command with --resume goes on from there" if can_resume else ""
    return f"interrupted; {output} has the first {_articles(report.read)}{how}"


def _articles(number: int) -> str:
    return f"{number:,} article{'' if number == 1 else 's'}"


def _write(outcome: Outcome, sink: Sink, report: Report) -> None:
    if isinstance(outcome, Failure):
        report.failed(outcome)
        sink.fail(outcome)
    elif isinstance(outcome, Skipped):
        report.passed(outcome)
    else:
        sink.write(outcome.record, outcome.shaped)
        report.done(outcome)
