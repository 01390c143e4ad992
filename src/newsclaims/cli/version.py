"""`claims --version`: what ran, without importing it."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version


def tool() -> str:
    """The version of this package."""
    try:
        return version("newsclaims")
    except PackageNotFoundError:  # run from a checkout that is not installed
        return "unknown"


def versions() -> str:
    """Tool, model, spaCy and Python on one line each."""
    from newsclaims.parse.card import model_name

    return "\n".join(
        [f"claims {tool()}", f"model {model_name()}", f"spaCy {version('spacy')}", f"Python {platform.python_version()}"]
    )
