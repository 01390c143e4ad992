"""What a row of CSV or TSV has: a column for each leaf of a record, found by its place in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

BETWEEN = "; "
Record = Mapping[str, Any]


class Field(NamedTuple):
    """A column: its name; where its value is in a record, keys with dots between; and what it means.

    A list on the way gives all its values, ``"; "`` between them. ``"source.via*.entity"`` follows ``via`` from one
    object to the next as far as it goes.
    """

    name: str
    place: str
    meaning: str


def _span(name: str, place: str, of: str) -> tuple[Field, ...]:
    return (
        Field(f"{name}_start", f"{place}.start", f"offset at which {of} begins, in code points"),
        Field(f"{name}_end", f"{place}.end", f"offset at which {of} ends, exclusive"),
    )


def _mention(name: str, what: str) -> tuple[Field, ...]:
    return (
        Field(name, f"{name}.text", f"{what}, in the words of the article"),
        Field(f"{name}_entity", f"{name}.entity", f"the name that the {name} goes by"),
        Field(f"{name}_type", f"{name}.type", "PERSON, ORG, GPE …, empty for no named entity"),
    )


def _date(name: str, place: str, what: str) -> tuple[Field, ...]:
    return (
        Field(name, f"{place}.text", f"{what}, in the words of the article"),
        Field(f"{name}_value", f"{place}.value", "its value after TIMEX3"),
        Field(f"{name}_type", f"{place}.type", "DATE, TIME, DURATION or SET"),
        Field(f"{name}_earliest", f"{place}.earliest", "the first day it may be"),
        Field(f"{name}_latest", f"{place}.latest", "the last day it may be"),
        *_span(name, place, "it"),
    )


SOURCE = (
    *_mention("source", "who says so"),
    *_span("source", "source", "it"),
)
VIA = (
    Field("via", "source.via*.text", "the sources that this one has it from, from the inside out"),
    Field("via_entity", "source.via*.entity", "the names that they go by"),
)
CLAIMS = (
    Field("id", "id", "the claim's id, made of the text: the same on every run"),
    Field("text", "text", "the claim, readable on its own"),
    *_mention("actor", "who does it"),
    Field("actor_parts", "actor.parts.entity", "the names of the members of a compound actor"),
    *_span("actor", "actor", "it"),
    Field("action", "action.text", "what is done, in the words of the article"),
    Field("lemma", "action.lemma", "the base form of its verb"),
    Field("status", "action.status", "actual, negated, possible, future or conditional"),
    Field("status_cue", "action.status_cue.text", "the words that make it so"),
    Field("tense", "action.tense", "past, present or future"),
    Field("voice", "action.voice", "active or passive"),
    *_span("action", "action", "it"),
    *_span("status_cue", "action.status_cue", "what makes it so"),
    *_mention("target", "what or whom it is done to"),
    Field("target_parts", "target.parts.entity", "the names of the members of a compound target"),
    *_span("target", "target", "it"),
    Field("arguments", "arguments.text", "the other complements and modifiers"),
    Field("argument_roles", "arguments.role", "the role of each of them: its preposition, object, complement, adverb …"),
    *SOURCE,
    Field("cue", "source.cue.text", "the words that make it the source"),
    *_span("cue", "source.cue", "it"),
    Field("quote", "source.quote", "direct, indirect or mixed"),
    *_date("source_date", "source.date", "when it was said"),
    *VIA,
    *_date("date", "date", "when it happened"),
    Field("evidence", "evidence.text", "the sentence that the claim was found in"),
    *_span("evidence", "evidence", "it"),
    Field("rule", "rule", "the grammatical patterns that found it"),
    Field("confidence", "confidence", "probability that action, actor and target are right"),
)
ARTICLE = (
    Field("article", "article.id", "the article's id, made of its text"),
    Field("path", "article.path", "its file"),
    Field("title", "article.title", "its headline"),
    Field("publisher", "article.publisher", "who published it"),
    Field("author", "article.author", "who wrote it"),
    Field("url", "article.url", "where it stands on the web"),
    Field("published", "article.published", "its day of publication"),
    Field("published_from", "article.published_from", "how that is known: option, metadata or text"),
    Field("record_id", "article.record_id", "its name in the file, where that holds several"),
)
WHY = (Field("why", "why", "how it was found, with --explain only"),)
PATH = Field("path", "path", "the article's file")
QUOTES = (
    PATH,
    *SOURCE,
    Field("cue", "cue.text", "the words that attribute"),
    *_span("cue", "cue", "it"),
    Field("content", "content.text", "what is said"),
    *_span("content", "content", "it"),
    Field("quote", "quote", "direct, indirect or mixed"),
    *_date("date", "date", "when it was said"),
    Field("via", "via*.text", "the sources that this one has it from, from the inside out"),
    Field("via_entity", "via*.entity", "the names that they go by"),
    Field("rule", "rule", "the grammatical pattern that found it"),
)
DATES = (
    PATH,
    Field("text", "text", "the time expression"),
    Field("start", "start", "offset at which it begins, in code points"),
    Field("end", "end", "offset at which it ends, exclusive"),
    Field("type", "type", "DATE, TIME, DURATION or SET"),
    Field("value", "value", "its value after TIMEX3"),
    Field("earliest", "earliest", "the first day it may be"),
    Field("latest", "latest", "the last day it may be"),
)


def value(record: Record, field: Field) -> Any:
    """Give what a column holds of a record: a text, a number, or None where there is nothing.

    Example: of a claim whose actor has two ``parts``, the column ``actor_parts`` holds ``"Kim Jong Un; Vladimir Putin"``.
    """
    found = list(_values(record, field.place.split(".")))
    return found[0] if len(found) == 1 else BETWEEN.join(map(str, found)) or None


def _values(of: Any, keys: list[str]) -> Iterator[Any]:
    if of is None:
        return
    if isinstance(of, list):
        for one in of:
            yield from _values(one, keys)
    elif not keys:
        yield of
    elif keys[0].endswith("*"):
        for one in _chain(of, keys[0][:-1]):
            yield from _values(one, keys[1:])
    else:
        yield from _values(of.get(keys[0]), keys[1:])


def _chain(of: Any, key: str) -> Iterator[Any]:
    while (of := of.get(key)) is not None:
        yield of
