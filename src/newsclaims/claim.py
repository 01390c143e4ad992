"""The contract: what `claims extract` prints, as frozen pydantic models.

All offsets are Unicode code points into the article's text, end exclusive: ``text[span.start:span.end]`` always
gives ``span.text`` back.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, SerializerFunctionWrapHandler, model_serializer

SCHEMA_VERSION = "1.0"

Status = Literal["actual", "negated", "possible", "future", "conditional"]
Tense = Literal["past", "present", "future"]
Voice = Literal["active", "passive"]
QuoteKind = Literal["direct", "indirect", "mixed"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
PublishedFrom = Literal["option", "metadata", "text"]


class Model(BaseModel):
    """A record that never changes once made."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class TextSpan(Model):
    """A stretch of the article's text."""

    text: str
    start: int
    end: int


class Mention(TextSpan):
    """A mention of somebody or something, with the name it goes by in this article.

    ``type`` is an OntoNotes entity type, or None where the mention is no named entity. ``entity`` is the fullest
    name the article gives ("she" → "Dorothy Shea"); an unresolved mention keeps its own text.
    """

    type: str | None = None
    entity: str


class Actor(Mention):
    """Who does it. A compound ("Kim and Putin") lists its members in ``parts``."""

    parts: tuple[Mention, ...] = ()


class Target(Mention):
    """What or whom the action is directed at. A compound lists its members in ``parts``."""

    parts: tuple[Mention, ...] = ()


class Action(TextSpan):
    """What is done: from the first auxiliary to the last verb of the chain."""

    lemma: str
    status: Status = "actual"
    status_cue: TextSpan | None = None
    tense: Tense | None = None
    voice: Voice = "active"


class Argument(TextSpan):
    """Another complement or modifier; ``role`` is its preposition, or object, recipient, complement, adverb, time."""

    role: str


class Date(TextSpan):
    """A time expression and what it means, after TIMEX3 (ISO 8601).

    ``value``, ``earliest`` and ``latest`` are None where the expression is relative and no publication date is known.
    """

    value: str | None = None
    type: TimexType = "DATE"
    earliest: str | None = None
    latest: str | None = None


class Source(Mention):
    """Who says so, by which words, and on whose authority in turn (``via``)."""

    cue: TextSpan | None = None
    quote: QuoteKind = "indirect"
    date: Date | None = None
    via: Source | None = None

    def outward(self) -> Iterator[Source]:
        """Yield this source and those around it, from the inside out: Solberg, then NTB, of "Solberg said, NTB reported"."""
        source: Source | None = self
        while source:
            yield source
            source = source.via


class Claim(Model):
    """One proposition that an article reports.

    ``why`` says how it was found, one finding a line; it is filled, and printed, only where asked for (``--explain``).
    """

    id: str
    article: str
    text: str
    actor: Actor | None
    action: Action
    target: Target | None
    arguments: tuple[Argument, ...] = ()
    source: Source | None = None
    date: Date | None = None
    evidence: TextSpan
    rule: str
    confidence: float
    why: tuple[str, ...] = ()


class ArticleRecord(Model):
    """What is known of an article; its text only where asked for (``--keep-text``).

    ``record_id`` is the id that a JSON record bears itself, None for any other article.
    """

    id: str
    path: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    published_from: PublishedFrom | None = None
    record_id: str | None = None
    text: str | None = None

    @model_serializer(mode="wrap")
    def _without_text(self, serialize: SerializerFunctionWrapHandler) -> dict[str, Any]:
        record: dict[str, Any] = serialize(self)
        if self.text is None:
            record.pop("text", None)
        return record


class Reading(NamedTuple):
    """An article, the claims found in it, and how many words it has: 0 where only its claims are known."""

    record: ArticleRecord
    claims: tuple[Claim, ...]
    words: int = 0


class Generator(Model):
    """What made the output."""

    name: str = "newsclaims"
    version: str
    model: str


class Failure(Model):
    """A source that gave no claims because something went wrong."""

    path: str
    message: str


class Extraction(Model):
    """The whole output of one run."""

    schema_version: str = SCHEMA_VERSION
    generator: Generator
    articles: tuple[ArticleRecord, ...]
    claims: tuple[Claim, ...]
    errors: tuple[Failure, ...] = ()
