"""Text that is safe to show: what a terminal would obey is made visible instead."""

from __future__ import annotations

import re

# C0 and C1 controls, DEL, bidirectional controls, line and paragraph separators, lone surrogates
OBEYED = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
HARMFUL = re.compile(f"(?![\t\n]){OBEYED.pattern}")
LINE_END = re.compile(r"\r\n?")
SPACE = re.compile(r"[ \t\r\n\v\f\u2028\u2029]+")


def visible(text: str) -> str:
    """Put a text on one line, with control characters shown and not sent.

    Example: an escape sequence in an article, ``"\\x1b[31mred"``, comes out as ``"␛[31mred"``, a right-to-left override
    as ``"‹U+202E›"``.
    """
    return inline(text).strip()


def inline(text: str) -> str:
    """The same for a part of a line: spaces at its ends are kept."""
    return OBEYED.sub(_picture, SPACE.sub(" ", text))


def shown(text: str) -> str:
    """Give a text with its lines and tabulators as they are, every other control character shown and not sent."""
    return HARMFUL.sub(_picture, LINE_END.sub("\n", text))


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"‹U+{code:04X}›"
