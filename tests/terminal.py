"""A command on a terminal of its own: what it sends there."""

from __future__ import annotations

import contextlib
import os
import pty
import subprocess
from collections.abc import Sequence


def on_terminal(command: Sequence[str], *, stdout: int | None = None, **environment: str) -> tuple[int, str]:
    """Run a command on a pseudo-terminal, and give its exit code and what it sends, styles and all.

    Args:
        command: the program and its arguments.
        stdout: where standard output goes instead.
        environment: variables that differ from ours; a terminal of colours, 80 wide, is what there is without them.
    """
    ours, theirs = pty.openpty()
    variables = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "80"}
    variables.pop("NO_COLOR", None)
    variables.update(environment)
    with subprocess.Popen(command, stdin=theirs, stdout=stdout or theirs, stderr=theirs, env=variables) as process:
        os.close(theirs)
        sent = bytearray()
        with contextlib.suppress(OSError):  # the other end is closed
            while block := os.read(ours, 65536):
                sent += block
        os.close(ours)
        return process.wait(timeout=60), sent.decode()
