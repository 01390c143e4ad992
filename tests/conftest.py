"""What tests share: the built-in pipeline, loaded once, and the folder of data beside the checkout."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The built-in pipeline with the component "claims"; for the few tests that a hand-built Doc cannot serve."""
    import newsclaims

    return newsclaims.load()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of third-party data beside the checkout; without it the test is skipped."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("no ../shared beside the checkout: third-party data is not part of the project")
    return folder


@pytest.fixture(scope="session")
def samples() -> Path:
    """The articles written for this project."""
    return ROOT / "data" / "samples"
