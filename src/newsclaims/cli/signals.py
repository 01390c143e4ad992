"""Ctrl-C and the request to end: both stop a run within a second, at a place where nothing is torn."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Iterator
from types import FrameType

SHOW_CURSOR = b"\x1b[?25h"


class Interrupted(BaseException):
    """The user, or the system, wants the run to end; no handler of common errors takes it for one."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number

    @property
    def exit_code(self) -> int:
        """What a shell expects: 130 after Ctrl-C, 143 after SIGTERM."""
        return 128 + self.number


class _Wish:
    """What was asked for so far, and whether it must wait."""

    number: int | None = None
    held: int = 0


_wish = _Wish()


@contextlib.contextmanager
def heeded() -> Iterator[None]:
    """Raise `Interrupted` where the run is, at SIGINT or SIGTERM; at a second one, leave at once.

    A signal that is ignored (after ``nohup``, or in the background of a script) stays so.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    _wish.number, _wish.held = None, 0
    numbers = [number for number in (signal.SIGINT, signal.SIGTERM) if signal.getsignal(number) != signal.SIG_IGN]
    before = {number: signal.signal(number, _asked) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextlib.contextmanager
def held_back() -> Iterator[None]:
    """Let a signal wait until this is left: what is written meanwhile is written whole."""
    _wish.held += 1
    try:
        yield
    finally:
        _wish.held -= 1
    check()


@contextlib.contextmanager
def ignored() -> Iterator[None]:
    """Leave Ctrl-C to another program on the same terminal."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def check() -> None:
    """Raise `Interrupted` if that was asked for, and has waited."""
    if _wish.number is not None and not _wish.held:
        raise Interrupted(_wish.number)


def _asked(number: int, frame: FrameType | None) -> None:  # noqa: ARG001
    if _wish.number is not None:
        if sys.stderr is not None and sys.stderr.isatty():
            os.write(2, SHOW_CURSOR)  # a progress bar may have hidden it
        os._exit(128 + number)
    _wish.number = number
    check()
