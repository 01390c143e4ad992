"""What tests share: the built-in pipeline, loaded once, and the folder of data beside the checkout."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from spacy.language import Language

ROOT = Path(__file__).resolve().parent.parent


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """The whole suite runs on all cores; what is named on the command line, in this process."""
    named = any(not str(one).startswith("-") for one in config.invocation_params.args)
    return 0 if named else os.cpu_count() or 1


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
