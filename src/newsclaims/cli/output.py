"""Where data goes: standard output, or a file that appears only when it is complete."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from newsclaims.errors import NewsclaimsError


class Output:
    """Writes text as UTF-8; ``discard`` says that what was written so far must not be kept."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream
        self.discarded = False

    def write(self, text: str) -> None:
        """Write and flush, so that a reader at the other end of a pipe has it at once."""
        self.stream.write(text.encode("utf-8", "replace"))
        self.stream.flush()

    def discard(self) -> None:
        """Leave the file as it was; what went to standard output is gone."""
        self.discarded = True


@contextlib.contextmanager
def opened(path: str | None) -> Iterator[Output]:
    """Open the place that data goes to.

    Args:
        path: a file, or None or "-" for standard output. The file is written under a temporary name in the same folder
            and takes its own name at the end, so that nobody ever sees half of it; it keeps the mode of one it replaces.

    Raises:
        NewsclaimsError: it cannot be written.
    """
    if path in (None, "-"):
        yield Output(sys.stdout.buffer)
        return
    try:
        target = Path(os.path.realpath(str(path)))
        if target.exists() and not target.is_file():  # a device or a named pipe has no name to take
            with target.open("wb") as stream:
                yield Output(stream)
            return
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask()
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    except OSError as error:
        raise NewsclaimsError(
            f"cannot write {path}: {(error.strerror or str(error)).lower()}", "Choose another -o"
        ) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            output = Output(stream)
            yield output
        if not output.discarded:
            temporary.chmod(mode)
            temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
