"""What assembling asks of whoever knows the names in an article."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from spacy.tokens import Doc


class Named(NamedTuple):
    """The entity type of a mention, None for no named entity, and the name it goes by in its article."""

    type: str | None
    entity: str


class Names(Protocol):
    """Names the mention whose head is ``head`` and whose phrase is ``start:end`` (token indices)."""

    def __call__(self, doc: Doc, head: int, start: int, end: int) -> Named: ...
