"""The folder that a run's parts go to: files in it appear whole, and nothing is ever written beside it."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

from newsclaims.cluster.files import is_url, system
from newsclaims.errors import OutputError, ReadError

# at these a file is there when all of it has been sent, and a renaming would be a second copy
STORES = frozenset("s3 s3a gs gcs az abfs abfss adl oss oci obs cos r2 memory".split())
ELSEWHERE = "Choose another -o, or check your access"


class Folder:
    """A folder by its address, or its path from the root.

    Names in it are single names: one that would lead elsewhere is refused.
    """

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/") or "/"
        try:
            self._files, self._root = system(self.url)
        except ReadError as error:
            raise OutputError(error.message, error.hint) from error
        self._local = not is_url(url) or url.startswith("file://")
        self._store = url.partition(":")[0] in STORES

    def make(self) -> None:
        """Make the folder, if that is needed.

        Raises:
            OutputError: it cannot be made, or is a file.
        """
        with self._errors():
            if self._local and not os.path.isdir(self._root):
                os.makedirs(self._root)
            elif not self._local and not self._store:
                self._files.makedirs(self._root, exist_ok=True)

    def names(self) -> set[str]:
        """Give the names of what is in it now; none if it is not there.

        Raises:
            OutputError: it cannot be listed.
        """
        self._files.invalidate_cache()
        with self._errors():
            try:
                found = self._files.ls(self._root, detail=False)
            except FileNotFoundError:
                return set()
        return {name.rstrip("/").rsplit("/", 1)[-1] for name in found}

    def shared(self, name: str) -> bool:
        """Whether this machine sees a file that another one has put here, and may add to the folder as far as can be told.

        Raises:
            Exception: the file system does not answer.
        """
        try:
            self._files.info(self._place(name))
        except (FileNotFoundError, NotADirectoryError, PermissionError):
            return False
        return not self._local or os.access(self._root, os.W_OK | os.X_OK)

    def read(self, name: str) -> bytes:
        """Give the bytes of a file.

        Raises:
            OutputError: it cannot be read.
        """
        with self._errors():
            return bytes(self._files.cat_file(self._place(name)))

    def write(self, name: str, data: bytes) -> None:
        """Make a file of bytes, in place of one that is there.

        Raises:
            OSError: it cannot be written; file systems have errors of their own too.
        """
        with tempfile.TemporaryDirectory() as scratch:
            made = Path(scratch) / "made"
            made.write_bytes(data)
            self.take(made, name)

    def take(self, made: Path, name: str) -> None:
        """Copy a file of this machine here: it appears when all of it is there, and takes the place of one with its name.

        Raises:
            OSError: it cannot be written; file systems have errors of their own too.
        """
        target = self._place(name)
        if self._store:
            self._files.put_file(str(made), target)
            return
        passing = self._place(f".{name}.{uuid.uuid4().hex}.tmp")
        try:
            if self._local:
                with made.open("rb") as source, open(passing, "xb") as copy:
                    shutil.copyfileobj(source, copy)
                    copy.flush()
                    os.fsync(copy.fileno())
                os.replace(passing, target)
            else:
                self._files.put_file(str(made), passing)
                self._files.mv(passing, target)
        except BaseException:
            with contextlib.suppress(Exception):
                self._files.rm_file(passing)
            raise

    def remove(self, names: set[str]) -> None:
        """Remove files.

        Raises:
            OutputError: they cannot be removed.
        """
        with self._errors():
            for name in sorted(names):
                self._files.rm_file(self._place(name))
        self._files.invalidate_cache()

    def drop(self, name: str) -> None:
        """Remove a file if it is there, and if that is allowed."""
        with contextlib.suppress(Exception):
            self._files.rm_file(self._place(name))

    def holds(self, url: str) -> bool:
        """Whether a file lies in it, or below it."""
        return url.startswith(f"{self.url.rstrip('/')}/")

    def _place(self, name: str) -> str:
        if name in ("", ".", "..") or "/" in name or "\\" in name:
            raise ValueError(f"{name!r} is no name of a file")
        return f"{self._root.rstrip('/')}/{name}"

    def _errors(self) -> contextlib.AbstractContextManager[None]:
        return _told(self.url)


@contextlib.contextmanager
def _told(url: str) -> Iterator[None]:
    try:
        yield
    except OutputError:
        raise
    except Exception as error:  # each file system has errors of its own
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        raise OutputError(f"cannot write to {url}: {reason[:1].lower()}{reason[1:]}", ELSEWHERE) from error
