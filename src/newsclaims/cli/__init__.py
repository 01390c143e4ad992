"""The command line: one file per command, and the one error boundary."""

from __future__ import annotations

from newsclaims.cli.boundary import main

__all__ = ["main"]
