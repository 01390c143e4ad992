"""The journal of a run that may be gone on with: what is done, kept beside the output, and the lock on it."""

from __future__ import annotations

import errno
import json
import os
import stat
from collections import Counter
from pathlib import Path
from typing import Any, BinaryIO

from newsclaims.cli.held import Held


class Journal:
    """What is done, a line an article: its id, and the byte where its claims end. Its first line says what the run is."""

    def __init__(self, stream: BinaryIO, path: Path) -> None:
        self.stream, self._path = stream, path
        self.head: dict[str, Any] = {}

    def read(self, size: int) -> Held | None:
        """Read it, and cut off what a run that was killed has left unfinished; None if it tells nothing.

        Args:
            size: bytes of the text that is there; after a loss of power it may be less than the journal says.
        """
        self.stream.seek(0)
        first, *lines = self.stream.read().split(b"\n")
        try:
            self.head = json.loads(first)
        except ValueError:
            return None
        if not lines:  # not even the first one is whole
            return None
        articles: Counter[str] = Counter()
        end, place = 0, len(first) + 1
        for line in lines[:-1]:
            article, _, number = line.decode("ascii", "replace").partition(" ")
            if not number.isdecimal() or int(number) > size:
                break
            articles[article] += 1
            end, place = int(number), place + len(line) + 1
        self.stream.truncate(place)
        self.stream.seek(place)
        return Held(articles, end)

    def clear(self) -> None:
        """Tell nothing, while the text is made ready."""
        self.stream.truncate(0)
        self.stream.seek(0)

    def begin(self, head: dict[str, Any], found: Held) -> None:
        """Write the first line, and a line for each article that is held from the beginning."""
        lines = [json.dumps(head), *(f"{article} {found.end}" for article in found.articles.elements()), ""]
        self.stream.write("\n".join(lines).encode())
        self.stream.flush()

    def add(self, article: str, end: int) -> None:
        """Write that an article is done."""
        self.stream.write(f"{article} {end}\n".encode())
        self.stream.flush()

    def remove(self) -> None:
        """Remove the file."""
        self._path.unlink(missing_ok=True)


def beside(path: Path) -> BinaryIO:
    """Open a file beside the output to read and write it, made if it is not there.

    Raises:
        OSError: it cannot be opened; or what is there leads elsewhere, or is no file.
    """
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    stream = os.fdopen(os.open(path, flags, 0o666), "r+b")
    if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
        stream.close()
        raise OSError(errno.EINVAL, f"{path.name} is no file")
    return stream


def locked(stream: BinaryIO) -> bool:
    """Keep other runs from a file until this one ends, and say whether none has it."""
    try:
        import fcntl
    except ImportError:  # Windows
        return True
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
