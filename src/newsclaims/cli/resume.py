"""An output that a later run can go on with, whatever ended this one.

While `claims.jsonl` is made, its text is in `claims.jsonl.partial`, and `claims.jsonl.journal` says which articles it holds,
and up to which byte. An article's claims are written first, and then its line of the journal: what a run that was killed
has written beyond the journal is cut off, and that article done anew. At the end the one takes its name, and the other goes.
"""

from __future__ import annotations

import contextlib
import os
import stat
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from newsclaims.claim import ArticleRecord, Failure
from newsclaims.cli.held import ROWS, Held, held
from newsclaims.cli.journal import Journal, beside, locked
from newsclaims.cli.output import PACKED, Output, free
from newsclaims.cli.trouble import unwritable
from newsclaims.errors import OutputError
from newsclaims.flow import Reading
from newsclaims.render.safe import visible
from newsclaims.render.sink import Sink

PARTIAL, JOURNAL = ".partial", ".journal"
COPIED = 1 << 20  # bytes at once
Options = Mapping[str, str]


class Kept(Output):
    """Text on its way to a file, article by article, each of them kept whatever happens after it.

    ``held`` are the articles that it has from an earlier run.

    Args:
        name: the file, as the user gave it.
        target: the same, links followed.
        format_: its format, one of `newsclaims.cli.held.ROWS`.
        options: what the claims depend on.

    Raises:
        OutputError: it cannot be written; or it was begun with other options, or another run is at it.
    """

    def __init__(self, name: str, target: Path, format_: str, options: Options) -> None:
        self.name, self._target = name, target
        self._partial, log = (target.with_name(target.name + suffix) for suffix in (PARTIAL, JOURNAL))
        with self._errors(), contextlib.ExitStack() as opened:
            self._journal = Journal(opened.enter_context(beside(log)), log)
            if not locked(self._journal.stream):
                raise OutputError(f"another run is writing {visible(name)}", "Wait for it, or choose another -o")
            onto = _which(target)
            found = self._journal.read(self._partial.stat().st_size) if self._partial.exists() else None
            if found is not None:
                self._same(self._journal.head, {"options": dict(options), "onto": onto})
            stream = opened.enter_context(beside(self._partial))
            super().__init__(stream, name)
            self._kept = found is not None and bool(found.articles)
            if found is None:
                self._journal.clear()
                found = self._copied(format_) if onto else Held(Counter(), 0)
                self._journal.begin({"options": dict(options), "onto": onto}, found)
            stream.truncate(found.end)
            stream.seek(found.end)
            self.held, self._end, self.begun = found.articles, found.end, found.end > 0
            self._opened = opened.pop_all()

    def write(self, text: str) -> None:
        """Write some text of an article.

        Raises:
            OutputError: it cannot be written.
        """
        with self._errors():
            data = text.encode("utf-8", "replace")
            self.stream.write(data)
            self._end += len(data)

    def begins_with(self, text: str) -> bool:
        """Whether what is there from an earlier run begins so."""
        with self._errors():
            place = self.stream.tell()
            self.stream.seek(0)
            data = text.encode("utf-8", "replace")
            same = self.stream.read(len(data)) == data
            self.stream.seek(place)
            return same

    def done(self, article: str) -> None:
        """Keep what was written: all of an article, by its id.

        Raises:
            OutputError: it cannot be written.
        """
        with self._errors():
            self.stream.flush()
            self._journal.add(article, self._end)
            self._kept = True

    def close(self) -> None:
        """Finish the file: it takes its name, and the mode of a file whose place it takes.

        Raises:
            OutputError: it cannot be written.
        """
        with self._errors(), self._opened:
            self.stream.flush()
            os.fsync(self.stream.fileno())
            if self._target.exists():
                self._partial.chmod(stat.S_IMODE(self._target.stat().st_mode))
            self._partial.replace(self._target)
            self._journal.remove()
            self._kept = True

    def discard(self) -> None:
        """Stop: what is done is kept for a later run; where nothing is, nothing is left."""
        with contextlib.suppress(OSError), self._opened:
            if not self._kept:
                self._remove()

    def _remove(self) -> None:
        self._partial.unlink(missing_ok=True)
        self._journal.remove()

    def _same(self, before: dict[str, Any], now: dict[str, Any]) -> None:
        """Check that this run can go on with what another has begun."""
        if before.get("onto") != now["onto"]:
            what = f"{visible(self.name)} was changed since {visible(self._partial.name)} was begun"
            raise OutputError(what, f"Remove {visible(self._partial.name)} to begin anew, or choose another -o")
        was = before.get("options", {})
        if changed := [key for key in now["options"] if was.get(key) != now["options"][key]]:
            what = f"{visible(self._partial.name)} was begun with other options ({', '.join(changed)})"
            raise OutputError(what, "Give the same ones, or remove it to begin anew")

    def _copied(self, format_: str) -> Held:
        """Take over the file that is there, as far as it is whole."""
        with self._target.open("rb") as there:
            try:
                found = held(there, ROWS[format_])
            except ValueError as error:
                self._remove()
                what = f"cannot add to {visible(self.name)}: it is no {format_} of claims ({error})"
                raise OutputError(what, "Replace it with --force and without --resume, or choose another -o") from error
            there.seek(0)
            self.stream.truncate(0)
            left = found.end
            while left and (piece := there.read(min(left, COPIED))):
                self.stream.write(piece)
                left -= len(piece)
        self.stream.flush()
        return found

    @contextlib.contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise unwritable(self.name, error) from error


class Resumed:
    """A sink of text that keeps each article."""

    def __init__(self, sink: Sink, out: Kept) -> None:
        self._sink, self._out = sink, out
        self.shape: Callable[[Reading], Any] = sink.shape
        self.held = out.held

    def write(self, record: ArticleRecord, shaped: Any) -> None:
        """Add an article, and keep it."""
        self._sink.write(record, shaped)
        self._out.done(record.id)

    def fail(self, failure: Failure) -> None:
        """Pass on an article that failed; a later run tries it again."""
        self._sink.fail(failure)

    def close(self) -> None:
        """Finish."""
        self._sink.close()

    def discard(self) -> None:
        """Stop, and keep what is done."""
        self._sink.discard()


@contextlib.contextmanager
def resumed(path: str, format_: str, options: Options, inputs: Sequence[str]) -> Iterator[Kept]:
    """Open a file to go on with, or to begin; `newsclaims.cli.output.opened` is like it.

    Raises:
        OutputError: it cannot be written, or not gone on with.
    """
    target = free(path, force=True, inputs=inputs)
    if target.name.lower().endswith(PACKED):
        raise OutputError(f"cannot add to {visible(path)}: it is compressed", f"Leave out {PACKED}, or --resume")
    if target.exists() and not target.is_file():
        raise OutputError(f"cannot add to {visible(path)}: it is no file", "Choose another -o")
    out = Kept(path, target, format_, options)
    try:
        yield out
    finally:
        out.discard()


def _which(path: Path) -> list[int] | None:
    """Tell a file from what it may be later: its size and when it was written."""
    if not path.exists():
        return None
    found = path.stat()
    return [found.st_size, found.st_mtime_ns]
