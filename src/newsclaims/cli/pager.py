"""Long output goes through a pager, as git's does: only on a terminal, and only if it does not fit there."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterable

from newsclaims.cli import signals

DEFAULT = "less"
LESS = "FRX"  # leave if it fits on the screen, show styles, keep it on the screen afterwards


def page(parts: Iterable[str], *, wanted: bool = True) -> None:
    """Send text to the pager, or straight to standard output.

    ``PAGER`` names the pager, as a command for the shell; empty or ``cat`` means none. ``LESS`` is set to ``FRX`` where it
    is not set. The pager is started when there is something to show, so that what goes wrong before is seen.

    Args:
        parts: the text, as it comes.
        wanted: use a pager if standard output is a terminal.
    """
    command = os.environ.get("PAGER", DEFAULT).strip()
    if not wanted or command in ("", "cat") or not sys.stdout.isatty():
        for part in parts:
            sys.stdout.buffer.write(part.encode("utf-8", "replace"))
            sys.stdout.buffer.flush()
        return
    pager: subprocess.Popen[bytes] | None = None
    try:
        for part in parts:
            pager = pager or _started(command)
            assert pager.stdin is not None
            pager.stdin.write(part.encode("utf-8", "replace"))
            pager.stdin.flush()
    except BrokenPipeError:  # the reader has seen enough
        pass
    finally:
        if pager:
            _ended(pager)


def _started(command: str) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "LESS": os.environ.get("LESS", LESS), "LV": os.environ.get("LV", "-c")}
    return subprocess.Popen(command, shell=True, stdin=subprocess.PIPE, env=environment)


def _ended(pager: subprocess.Popen[bytes]) -> None:
    """Wait for the reader to leave; Ctrl-C belongs to the pager meanwhile."""
    assert pager.stdin is not None
    with contextlib.suppress(BrokenPipeError):
        pager.stdin.close()
    with signals.ignored():
        pager.wait()
