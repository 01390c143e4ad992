"""Whether styles are sent: bold, italic, colour."""

from __future__ import annotations

import os
import sys
from typing import TextIO

CHOICES = ("auto", "always", "never")


def wants_colour(stream: TextIO | None, choice: str = "auto") -> bool:
    """Say whether a stream is to have styles: as the user says, else as ``NO_COLOR`` or ``FORCE_COLOR``, else on a terminal.

    See https://no-color.org and https://force-color.org: what these variables hold does not matter, unless it is nothing.
    """
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"


def output_has_colour(output: str | None, choice: str = "auto") -> bool:
    """Say whether what is written has styles; a file has none unless they are asked for on the command line."""
    if output in (None, "-"):
        return wants_colour(sys.stdout, choice)
    return choice == "always"


def output_has_styles(output: str | None, choice: str = "auto") -> bool:
    """Say the same where ``NO_COLOR`` leaves bold and italic: rich takes the colours away."""
    on_terminal = (
        output in (None, "-") and sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    )
    return output_has_colour(output, choice) or (choice == "auto" and on_terminal)
