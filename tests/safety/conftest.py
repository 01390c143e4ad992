"""The command line in this process, with the built-in model loaded once."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from newsclaims import flow
from tests.safety.hostile import Claims, folder_with_article, runner


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A hostile article under a hostile name, in a folder of its own."""
    (tmp_path / "in").mkdir()
    return folder_with_article(tmp_path / "in")


@pytest.fixture
def claims(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], nlp: Language) -> Claims:
    """Run the command line: ``claims("extract", path)``."""
    monkeypatch.setattr(flow, "model", lambda name=None: nlp)  # noqa: ARG005
    return runner(capfd)
