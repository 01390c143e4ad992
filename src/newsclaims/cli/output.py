"""Where text goes: standard output, or a file that appears only when it is complete and takes no other file's place."""

from __future__ import annotations

import contextlib
import gzip
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from newsclaims.cli.trouble import ELSEWHERE, STDOUT, mute, unwritable
from newsclaims.errors import OutputError, ReadError
from newsclaims.render.safe import visible

PACKED = ".gz"


class Output:
    """Text on its way to standard output, a device or a named pipe: encoded as UTF-8, and sent at once.

    ``begun`` says whether there is some from an earlier run, with whatever stands at its head.
    """

    begun = False

    def __init__(self, stream: BinaryIO, name: str) -> None:
        self.stream = stream
        self.name = name

    def begins_with(self, text: str) -> bool:  # noqa: ARG002
        """Whether what is there from an earlier run begins so."""
        return False

    def write(self, text: str) -> None:
        """Write some text, so that a reader at the other end of a pipe has it at once.

        Raises:
            OutputError: it cannot be written.
            BrokenPipeError: the reader has closed the pipe.
        """
        with self._errors():
            self.stream.write(text.encode("utf-8", "replace"))
            self.stream.flush()

    def pour(self, stream: BinaryIO) -> None:
        """Write the bytes that a stream holds.

        Raises:
            OutputError: they cannot be written.
        """
        with self._errors():
            shutil.copyfileobj(stream, self.stream)

    def close(self) -> None:
        """All is written."""

    def discard(self) -> None:
        """Keep nothing of what was written; what has been sent is gone."""

    @contextlib.contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except BrokenPipeError:
            raise
        except OSError as error:
            if self.stream is getattr(sys.stdout, "buffer", None):
                mute()
            raise unwritable(self.name, error) from error


class File(Output):
    """Text on its way to a file: written under a temporary name in the same folder, which ``close`` makes the file's own.

    Raises:
        OutputError: the folder is not there or cannot be written to.
    """

    def __init__(self, name: str, target: Path, *, force: bool) -> None:
        self.target = target
        self.error: OutputError | None = None
        self.force = force
        self.name = name
        with self._errors():
            self.mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask()
            handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.")
            self.temporary: Path | None = Path(temporary)
        self._file = os.fdopen(handle, "wb")
        packed = target.name.lower().endswith(PACKED)
        stream = gzip.GzipFile("", "wb", fileobj=self._file, mtime=0) if packed else self._file
        super().__init__(stream, name)  # type: ignore[arg-type]  # what it has of a BinaryIO is enough

    def write(self, text: str) -> None:
        """Write some text; it reaches the disk in large pieces.

        Raises:
            OutputError: it cannot be written; the file is given up.
        """
        if self.error:
            raise self.error
        with self._errors():
            self.stream.write(text.encode("utf-8", "replace"))

    def close(self) -> None:
        """Finish the file: it takes its name, and the mode of a file whose place it takes.

        Raises:
            OutputError: it cannot be written, or something else has that name by now.
        """
        if self.temporary is None:
            return
        with self._errors():
            self.stream.close()
            self._file.close()
            self.temporary.chmod(self.mode)
            if self.force:
                self.temporary.replace(self.target)
            else:
                self._take_free_name(self.temporary)
        self.discard()

    def discard(self) -> None:
        """Remove what was written; a finished file stays."""
        temporary, self.temporary = self.temporary, None
        for stream in (self.stream, self._file):
            with contextlib.suppress(OSError):  # what it still held had no room
                stream.close()
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)

    def _take_free_name(self, temporary: Path) -> None:
        try:
            self.target.hardlink_to(temporary)  # unlike a renaming, it never replaces
        except FileExistsError:
            self.temporary = None
            what = f"cannot write {visible(self.name)}: something of that name has been made meanwhile"
            raise OutputError(what, f"What this run found is in {visible(str(temporary))}") from None
        except OSError:  # a file system without links
            temporary.rename(self.target)

    @contextlib.contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            if hasattr(self, "stream"):
                self.discard()
            self.error = unwritable(self.name, error)
            raise self.error from error


@contextlib.contextmanager
def opened(path: str | None, *, force: bool = False, inputs: Sequence[str] = ()) -> Iterator[Output]:
    """Open the place that text goes to; it is there once ``close`` was called on what this gives.

    Args:
        path: a file, or None or "-" for standard output. Its text is compressed if its name ends in ``.gz``.
        force: take the place of a file that is there.
        inputs: what is read: paths, patterns, "-". None of these files is replaced, whatever ``force`` says.

    Raises:
        OutputError: it cannot be written, or must not be.
    """
    if path in (None, "-"):
        if sys.stdout is None:
            raise OutputError("cannot write: standard output is closed", "Write to a file, with -o")
        yield Output(sys.stdout.buffer, STDOUT)
        return
    name = str(path)
    target = free(name, force=force, inputs=inputs)
    if target.exists() and not target.is_file():  # a device or a named pipe has no name to take
        try:
            stream = target.open("wb")
        except OSError as error:
            raise unwritable(name, error) from error
        try:
            yield Output(stream, name)
        finally:
            with contextlib.suppress(OSError):  # what it did not take has been told of
                stream.close()
        return
    file = File(name, target, force=force)
    try:
        yield file
    finally:
        file.discard()


def free(path: str, *, force: bool = False, inputs: Sequence[str] = ()) -> Path:
    """Give the file that a path names, if it may be written.

    Args:
        path: as the user gave it; what a link leads to is meant.
        force: whether a file that is there may be replaced or changed.
        inputs: what is read, and is never written to: paths, patterns, "-".

    Raises:
        OutputError: it is a folder, is one of the inputs, or is there.
    """
    if not path:
        raise OutputError("-o is empty", "Name a file, or - for standard output")
    try:
        target = Path(os.path.realpath(path))
        if target.is_dir():
            raise OutputError(f"cannot write {visible(path)}: it is a folder", "Name a file in it")
        if target.is_file() and any(_is(target, given) for given in inputs):
            raise OutputError(f"cannot write {visible(path)}: it is one of the files that are read", ELSEWHERE)
        if not force and os.path.lexists(path) and (target.is_file() or not target.exists()):
            raise OutputError(f"{visible(path)} is there already", "Replace it with --force, or choose another -o")
    except (OSError, ValueError) as error:
        raise unwritable(path, error) from error
    return target


def _is(target: Path, given: str) -> bool:
    """Whether a file is what a path given to be read stands for, or among it."""
    from newsclaims.read.discover import sources

    try:
        if given == "-":
            return os.path.samestat(target.stat(), os.fstat(0))
        return any(os.path.samefile(target, source) for source in sources(given))
    except (OSError, ReadError):  # nothing is read there either
        return False


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
