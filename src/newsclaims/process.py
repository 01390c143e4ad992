"""What a process of ours does first, to start sooner and work faster; no program that uses the package is made to."""

from __future__ import annotations

import gc
import sys
from types import ModuleType
from typing import Any

OBJECTS = 50_000
_INFO = "spacy.cli.info"


def begin() -> None:
    """Have Python look for garbage seldom, and spaCy leave its own command line until somebody asks for it."""
    # Hardly anything that is made of an article refers to itself; to look through all that spaCy and the lexicon hold, again
    # and again, takes a fifteenth of the time that is not the language model's.
    gc.set_threshold(OBJECTS, 20, 20)
    # For the one function `spacy.info`, `import spacy` imports its command line, and with it downloading and web clients:
    # a quarter of its time.
    if "spacy" not in sys.modules:
        later = ModuleType(_INFO)
        later.info = _info  # type: ignore[attr-defined]
        sys.modules[_INFO] = later


def _info(*args: Any, **kwargs: Any) -> Any:
    """What ``spacy.info`` does, its module imported now."""
    sys.modules.pop(_INFO, None)
    from spacy.cli.info import info

    return info(*args, **kwargs)
