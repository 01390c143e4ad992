"""Extract news claims: who did what to whom, says who, and when.

    >>> import newsclaims
    >>> for claim in newsclaims.extract("The DPRK tested a missile on Monday, Seoul said.", published="2025-01-09"):
    ...     print(claim.actor.entity, claim.action.text, claim.target.text, claim.date.value, claim.source.text)
    North Korea tested a missile 2025-01-06 Seoul

The names listed in ``__all__`` are what other programs may rely on; docs/library.md tells of each. They are imported when
first used, so that ``import newsclaims`` and ``claims --help`` do not wait for spaCy.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsclaims.api import articles, extract, extract_many, load
    from newsclaims.claim import ArticleRecord, Claim, Extraction, Failure
    from newsclaims.errors import ModelError, NewsclaimsError, ReadError, SettingsError
    from newsclaims.flow import Reading
    from newsclaims.read.article import Article

__all__ = [
    "Article",
    "ArticleRecord",
    "Claim",
    "Extraction",
    "Failure",
    "ModelError",
    "NewsclaimsError",
    "ReadError",
    "Reading",
    "SettingsError",
    "articles",
    "extract",
    "extract_many",
    "load",
]

HOMES = {
    "Article": "read.article",
    "ArticleRecord": "claim",
    "Claim": "claim",
    "Extraction": "claim",
    "Failure": "claim",
    "ModelError": "errors",
    "NewsclaimsError": "errors",
    "ReadError": "errors",
    "Reading": "flow",
    "SettingsError": "errors",
    "articles": "api",
    "extract_many": "api",
    "load": "api",
}


def __getattr__(name: str) -> Any:
    if name not in HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


class _Package(ModuleType):
    """The function ``extract`` and the room ``newsclaims.extract`` share a name; as an attribute, it is the function."""

    @property
    def extract(self) -> Any:
        return import_module(f"{__name__}.api").extract

    @extract.setter
    def extract(self, room: ModuleType) -> None:
        """Importing the room binds it to its package; ``from newsclaims.extract import …`` finds it all the same."""


sys.modules[__name__].__class__ = _Package
