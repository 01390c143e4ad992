"""One object that talks to stderr, counts, and knows the exit code."""

from __future__ import annotations

import contextlib
import logging
import shutil
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, TypeVar

import click

from newsclaims.claim import Failure
from newsclaims.cli.boundary import SOME_FAILED, USAGE
from newsclaims.cli.colour import wants_colour
from newsclaims.cli.config import told
from newsclaims.render.safe import visible

if TYPE_CHECKING:
    from newsclaims.cli.progress import Bar
    from newsclaims.run import Done, Skipped

T = TypeVar("T")


class Report:
    """What became of the sources so far.

    Args:
        what: what is looked for: "claims".
        quiet: tell of errors only.
        verbose: tell of every article.
        colour: auto, always or never.
    """

    def __init__(self, what: str = "claims", *, quiet: bool = False, verbose: bool = False, colour: str = "auto") -> None:
        self.what, self.quiet, self.verbose, self.colour = what, quiet, verbose, colour
        self.begun = time.monotonic()
        self.read = self.skipped = self.failures = 0
        self.found = self.words = 0
        self._bar: Bar | None = None
        self._wanted = False
        self._total: int | None = None

    @property
    def seen(self) -> int:
        """How many articles are behind us, whatever became of them."""
        return self.read + self.skipped + self.failures

    def done(self, one: Done) -> None:
        """Count an article that was understood."""
        self.read += 1
        self.found += one.claims
        self.words += one.words
        if self.verbose:
            words = f"{one.words:,} words, " if one.words else ""
            self._say(f"{one.record.path}: {one.claims:,} {self.what}, {words}{one.seconds:.2f} s")

    def passed(self, one: Skipped) -> None:
        """Count an article that is there already."""
        self.skipped += 1
        if self.verbose:
            self._say(f"{one.path}: there already")

    def failed(self, failure: Failure) -> None:
        """Tell of a source that gave nothing, and count it."""
        self.failures += 1
        self._say(failure.message)

    def passing(self, found: Iterable[T | Failure]) -> Iterator[T]:
        """Pass on what was understood; count it, and tell of everything else."""
        for one in found:
            if isinstance(one, Failure):
                self.failed(one)
            else:
                self.read += 1
                yield one

    def notice(self, message: str) -> None:
        """Tell of something that is no error."""
        if not self.quiet:
            self._say(message)

    def listen(self) -> None:
        """Send what the package has to say (a guessed encoding, say) to stderr, each notice one line."""
        log = logging.getLogger("newsclaims")
        log.handlers = [_Notices(self)]
        log.propagate = False
        context = click.get_current_context(silent=True)
        if self.verbose and context and (defaults := told(context)):
            self._say(f"defaults: {defaults}")

    @contextlib.contextmanager
    def showing(self, sources: Sequence[str]) -> Iterator[None]:
        """Show how far the run is, if somebody looks and there is more than one article; pass on the package's notices."""
        self.begun = time.monotonic()
        self.listen()
        looked_at = not self.quiet and sys.stderr is not None and sys.stderr.isatty()
        with contextlib.ExitStack() as self._shown:
            if looked_at:
                from newsclaims.cli.progress import total

                self._total = total(sources)
                self._wanted = self._total != 1
                if self._total:
                    self._begin()
            try:
                yield
            finally:
                self._bar, self._wanted = None, False

    def tick(self) -> None:
        """Show what is counted by now."""
        if self._bar:
            self._bar.show()
        elif self.seen > 1:
            self._begin()

    def making_room(self) -> AbstractContextManager[None]:
        """Take the progress off the terminal while data are sent there."""
        return self._bar.away() if self._bar and sys.stdout is not None and sys.stdout.isatty() else contextlib.nullcontext()

    def summary(self) -> None:
        """Say in a line what became of all, if there was more than one article."""
        if self.quiet or self.seen < 2:
            return
        parts = (
            [
                f"{self.read:,} article{'' if self.read == 1 else 's'}",
                f"{self.found:,} {self.what if self.found != 1 else self.what.removesuffix('s')}",
            ]
            if self.read
            else []
        )
        if self.skipped:
            parts.append(f"{self.skipped:,} there already")
        if self.failures:
            parts.append(f"{self.failures:,} failed")
        if self.read:
            seconds = time.monotonic() - self.begun
            pace = f"{self.words:,} words in {seconds:,.1f} s ({self.words / max(seconds, 1e-6):,.0f} a second)"
            parts.append(pace if self.words else f"read in {seconds:,.1f} s")
        self._say(", ".join(parts))

    @property
    def exit_code(self) -> int:
        """0 if all went well, 1 if some source failed, 2 if nothing could be read."""
        if not self.read and not self.skipped:
            return USAGE
        return SOME_FAILED if self.failures else 0

    def _begin(self) -> None:
        if self._wanted:
            self._bar = self._made_bar(colour=wants_colour(sys.stderr, self.colour))
            self._shown.enter_context(self._bar.shown())

    def _made_bar(self, *, colour: bool) -> Bar:
        from newsclaims.cli.progress import Bar

        return Bar(self, self._total, colour=colour)

    def _say(self, message: str) -> None:
        if self._bar:
            with self._bar.away():
                say(message)
        else:
            say(message)


def say(message: str) -> None:
    """Write one line to stderr."""
    click.echo(f"claims: {visible(message)}", err=True)


class _Notices(logging.Handler):
    def __init__(self, report: Report) -> None:
        super().__init__(logging.WARNING)
        self._report = report

    def emit(self, record: logging.LogRecord) -> None:
        self._report.notice(record.getMessage())


def columns() -> int:
    """How wide a table may be: the terminal's width (or COLUMNS), 80 where there is none."""
    return shutil.get_terminal_size((80, 24)).columns
