"""An output that takes nothing more: why, in one line, and what becomes of what is still on its way there."""

from __future__ import annotations

import errno
import os
import sys

from newsclaims.errors import OutputError
from newsclaims.render.safe import visible

STDOUT = "to standard output"
ELSEWHERE = "Choose another -o"
FULL = (errno.ENOSPC, errno.EDQUOT)
LIMITED = (*FULL, errno.EFBIG)


def unwritable(name: str, error: OSError | ValueError) -> OutputError:
    """Say why an output cannot be written.

    Args:
        name: the file, or `STDOUT`.
        error: what writing there came to.

    Example: "cannot write claims.json: no space left on device. Free some room, or choose another -o"
    """
    what = getattr(error, "strerror", None) or str(error)
    hint = "" if name == STDOUT else ELSEWHERE
    if isinstance(error, OSError) and error.errno in FULL:
        hint = f"Free some room{', or c' if hint else ''}{hint[1:]}"
    return OutputError(f"cannot write {visible(name)}: {what[:1].lower()}{what[1:]}", hint)


def mute() -> None:
    """Let nothing more go to standard output, which takes nothing more; the interpreter would try again at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
