"""What the built-in language model is called, known without loading it."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

NAME = "newswire"


def model_name() -> str:
    """The name of the built-in model, with the version of the package that it ships in."""
    try:
        return f"{NAME} {version('newsclaims')}"
    except PackageNotFoundError:  # run from a checkout that is not installed
        return NAME
