"""Running the command line: in this process with a parser that knows one article, or as a real process."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import pytest
from spacy.tokens import Doc

from newsclaims import flow
from newsclaims.cli.boundary import run
from newsclaims.parse import models
from tests.docs import RADARS, build

ARTICLE = "Norway gave Kyiv radars on Monday."


class Parser:
    """Stands in for the language model: knows the parse of ARTICLE, and fails at any other text."""

    def __call__(self, text: str, disable: Iterable[str] = ()) -> Doc:  # noqa: ARG002
        if text.strip() != ARTICLE:
            raise RuntimeError("out of memory")
        return build(RADARS)


class Done(NamedTuple):
    """How a run ended."""

    code: int
    out: str
    err: str


Claims = Callable[..., Done]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "wire.txt"
    path.write_text(ARTICLE)
    return path


@pytest.fixture
def claims(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Claims:
    """Run `claims` in this process: ``claims("extract", "-", stdin=b"…")``; ``tty`` pretends a terminal at both ends."""
    monkeypatch.setattr(flow, "model", lambda name=None: Parser())  # noqa: ARG005
    monkeypatch.setattr(models, "model", lambda *_, **__: Parser())

    def call(*arguments: object, stdin: bytes = b"", tty: bool = False) -> Done:
        piped = io.TextIOWrapper(io.BytesIO(stdin))
        monkeypatch.setattr(piped, "isatty", lambda: tty, raising=False)
        monkeypatch.setattr(sys, "stdin", piped)
        monkeypatch.setattr(sys.stdout, "isatty", lambda: tty, raising=False)
        code = run([str(argument) for argument in arguments])
        return Done(code, *capfd.readouterr())

    return call
