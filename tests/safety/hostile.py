"""A hostile article under a hostile name, and how to run the command line on it in this process."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from newsclaims.cli.boundary import run

NAME = "\x1b]0;owned\x07=cmd()\u202etxt.<b>.txt"
ARTICLE = """title: =HYPERLINK("https://phish.example") \x1b[31m<img src=x onerror=alert(1)>
author: Eve \u2066| **Roe** `x`
source: <script>alert(1)</script>
url: javascript:alert(1)

The \x1b[31mcourt\u202e fined <script>alert(1)</script> Acme on Friday.

=cmd|'/C calc'!A0 gave Kyiv a radar on Monday. +Eve paid @Acme on Tuesday. -Eve left \u009b2J Oslo.

The minister, [Ida Holm](https://phish.example), said the **harbour** | board \x1b]8;;https://phish.example\x07voted.

“The \u2067pact\u2069 failed,” Shea &lt;b&gt; said on Monday. </table><script>alert(2)</script> She said that Eve paid Acme.
"""
OBEYED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
LONE_RETURN = re.compile(r"\r(?!\n)")


class Done(NamedTuple):
    """How a run ended."""

    code: int
    out: str
    err: str


Claims = Callable[..., Done]


def folder_with_article(folder: Path) -> Path:
    """Write the article and give its path."""
    path = folder / NAME.replace("/", "_")
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def runner(capfd: Any) -> Claims:
    """Give what runs the command line in this process."""

    def call(*arguments: object) -> Done:
        capfd.readouterr()
        code = run([str(argument) for argument in arguments])
        return Done(code, *capfd.readouterr())

    return call


def harmless(text: str) -> None:
    """Check that a terminal obeys nothing in a text."""
    found = OBEYED.search(text) or LONE_RETURN.search(text)
    assert not found, text[max(0, found.start() - 60) : found.end() + 60].encode("unicode_escape")
