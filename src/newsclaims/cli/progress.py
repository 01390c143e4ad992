"""How far a run is, on stderr, while it goes on."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsclaims.cli.cluster import Parts
    from newsclaims.cli.report import Report


class Bar:
    """A line that shows articles, what was found, words per second, failures, and the time left where that can be told.

    Args:
        report: what is counted.
        total: how many articles there are, None where only reading them will tell.
        colour: whether it has colours.
    """

    def __init__(self, report: Report, total: int | None, *, colour: bool) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn
        from rich.table import Column

        bar = [BarColumn(bar_width=20)] if total else []
        text = TextColumn("{task.description}", markup=False, table_column=Column(no_wrap=True, overflow="ellipsis"))
        console = Console(stderr=True, no_color=not colour)
        self._report, self._total = report, total
        self._progress = Progress(*bar, text, console=console, transient=True, refresh_per_second=4)
        self._task = self._progress.add_task(self._text(), total=total)

    def show(self) -> None:
        """Show what is counted now."""
        self._progress.update(self._task, completed=self._report.seen, description=self._text())

    @contextlib.contextmanager
    def shown(self) -> Iterator[None]:
        """Be there, and be gone afterwards."""
        with self._progress:
            yield

    @contextlib.contextmanager
    def away(self) -> Iterator[None]:
        """Make room for something else on the terminal."""
        self._progress.stop()
        try:
            yield
        finally:
            self._progress.start()

    def _text(self) -> str:
        report = self._report
        seconds = max(time.monotonic() - report.begun, 1e-6)
        parts = [
            f"{report.seen:,}{f'/{self._total:,}' if self._total else ''} articles",
            f"{report.found:,} {report.what}",
        ]
        parts += _pace(report.words, report.failures, seconds)
        worked = report.seen - report.skipped
        if self._total and worked:
            parts.append(f"{clock(seconds * (self._total - report.seen) / worked)} left")
        return " · ".join(parts)


class PartsBar(Bar):
    """The same for a run whose parts are counted, whatever number of articles they have."""

    _report: Parts

    def show(self) -> None:
        """Show what is counted now."""
        self._progress.update(self._task, completed=self._report.parts, description=self._text())

    def _text(self) -> str:
        report = self._report
        seconds = max(time.monotonic() - report.begun, 1e-6)
        made = report.parts - report.there
        parts = [
            f"{report.parts:,}/{report.total:,} parts",
            f"{report.read:,} articles",
            f"{report.found:,} {report.what}",
        ]
        parts += _pace(report.words, report.failures, seconds)
        if made:
            parts.append(f"{clock(seconds * (report.total - report.parts) / made)} left")
        return " · ".join(parts)


def _pace(words: int, failures: int, seconds: float) -> Iterator[str]:
    """How fast it goes, and how much of it fails; nothing where there is nothing to tell."""
    if words:
        yield f"{words / seconds:,.0f} words/s"
    if failures:
        yield f"{failures:,} failed"


def clock(seconds: float) -> str:
    """Give a time as a clock shows it.

    Example: ``clock(3725)`` → ``"1:02:05"``
    """
    minutes, rest = divmod(max(0, round(seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def total(paths: Iterable[str]) -> int | None:
    """Count the articles that paths stand for, without opening a file: None if one may hold several."""
    from newsclaims.errors import ReadError
    from newsclaims.read.discover import sources
    from newsclaims.read.kinds import holds_one

    number = 0
    for path in paths:
        try:
            for source in sources(path):
                if not holds_one(source):
                    return None
                number += 1
        except ReadError:  # it is told of when it is read
            number += 1
    return number
