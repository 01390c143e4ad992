"""What is known only at the end of a run and must not fill the memory until then."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator

from newsclaims.errors import OutputError

HELD = 1 << 20  # characters that are kept in memory before a file is taken
PIECE = 1 << 16


class Spool:
    """Text that is put aside, in a temporary file once it is long, and given back with commas between its entries."""

    def __init__(self) -> None:
        self._file = tempfile.SpooledTemporaryFile(HELD, "w+", encoding="utf-8")  # noqa: SIM115  closed by ``close``
        self._some = False

    def add(self, entry: str) -> None:
        """Put an entry aside.

        Raises:
            OutputError: the temporary folder has no room.
        """
        try:
            self._file.write((",\n" if self._some else "") + entry)
        except OSError as error:
            what = f"cannot write in the temporary folder {tempfile.gettempdir()}: {(error.strerror or str(error)).lower()}"
            raise OutputError(what, "Free some room there, or name another folder in TMPDIR") from error
        self._some = True

    def pieces(self) -> Iterator[str]:
        """Give all entries back, a piece at a time."""
        self._file.seek(0)
        while piece := self._file.read(PIECE):
            yield piece

    def close(self) -> None:
        """Let go of the temporary file."""
        with contextlib.suppress(OSError):
            self._file.close()
