"""Extract news claims: who did what to whom, says who, and when.

    import newsclaims

    for claim in newsclaims.extract("Norway gave Kyiv two radar systems on Monday.", date="2025-01-09"):
        print(claim.actor.entity, claim.action.text, claim.target.entity, claim.date.value)

Names are imported when first used, so that ``import newsclaims`` and ``claims --help`` do not wait for spaCy.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsclaims.api import extract as extract
    from newsclaims.api import load as load
    from newsclaims.claim import Claim as Claim
    from newsclaims.claim import Extraction as Extraction
    from newsclaims.errors import ModelError as ModelError
    from newsclaims.errors import NewsclaimsError as NewsclaimsError
    from newsclaims.errors import ReadError as ReadError
    from newsclaims.read.article import Article as Article
    from newsclaims.settings import Settings as Settings

HOMES = {
    "Article": "read.article",
    "Claim": "claim",
    "Extraction": "claim",
    "ModelError": "errors",
    "NewsclaimsError": "errors",
    "ReadError": "errors",
    "Settings": "settings",
    "load": "api",
}


def __getattr__(name: str) -> Any:
    if name not in HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *HOMES, "extract"})


class _Package(ModuleType):
    """The function ``extract`` and the room ``newsclaims.extract`` share a name; as an attribute, it is the function."""

    @property
    def extract(self) -> Any:
        return import_module(f"{__name__}.api").extract

    @extract.setter
    def extract(self, room: ModuleType) -> None:
        """Importing the room binds it to its package; ``from newsclaims.extract import …`` finds it all the same."""


sys.modules[__name__].__class__ = _Package
