"""What the page needs of a reading, without the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsclaims.claim import Actor, ArticleRecord, Claim, Mention, Target, TextSpan
from newsclaims.compare.denial import denied
from newsclaims.flow import Reading
from newsclaims.render.safe import visible
from newsclaims.resolve.pronouns import third

STATUSES = ("actual", "negated", "possible", "future", "conditional")
ROLES = ("actor", "action", "target", "source", "date", "cue")
# What a browser would obey in a text, or cannot show; each is replaced by one character, so that offsets stay.
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

ARTICLE = re.compile(r"(?:an?|the)\s+", re.IGNORECASE)

Name = tuple[str, int]  # an entity, and 1 if it is a name: "Ghana", and not "the bank" or "they"


class Part(NamedTuple):
    """Words of a claim: their role, as a place in ROLES, and where they stand, in code points."""

    role: int
    start: int
    end: int


class Row(NamedTuple):
    """A claim as the page knows it.

    ``actors`` and ``targets`` begin with the name that is shown; the members of a compound follow it. ``sources`` go from
    the inside out; ``denied``: the first of them says it is not so. ``date`` is (earliest, latest, value), or () where the
    claim has none; any of them may be "".
    """

    actors: tuple[Name, ...]
    targets: tuple[Name, ...]
    sources: tuple[Name, ...]
    status: int
    confidence: int
    date: tuple[str, ...]
    start: int
    end: int
    parts: tuple[Part, ...]
    denied: bool = False


class Shaped(NamedTuple):
    """An article as the page knows it: its record, its text in which all offsets count code points, its claims.

    ``claims`` are the same as ``rows``, in full, for comparing them with those of other articles. ``partial``: of the text
    only the words of claims and their sentences are known; what stands between them is blank.
    """

    record: ArticleRecord
    text: str
    rows: tuple[Row, ...]
    claims: tuple[Claim, ...]
    partial: bool = False


def shape(reading: Reading) -> Shaped:
    """Keep what the page needs. Where the record has no text, what claims hold of it takes its place."""
    text, partial = reading.record.text, reading.record.text is None
    if text is None:
        text = _restored(span for claim in reading.claims for span in _spans(claim))
    record = reading.record.model_copy(update={"text": None})
    rows = tuple(_row(claim) for claim in reading.claims)
    return Shaped(record, CONTROL.sub(_picture, text), rows, tuple(reading.claims), partial)


def _restored(spans: Iterable[TextSpan]) -> str:
    """Put words where they stood in a text, as far as they are known, with blanks between them."""
    made: list[str] = []
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        if span.end > len(made):
            made += " " * (span.start - len(made))
            made[span.start :] = span.text
    return "".join(made)


def _row(claim: Claim) -> Row:
    date = claim.date
    return Row(
        _names(claim.actor),
        _names(claim.target),
        tuple(dict.fromkeys(map(_name, claim.source.outward()))) if claim.source else (),
        STATUSES.index(claim.action.status),
        round(claim.confidence * 100),
        (date.earliest or "", date.latest or "", visible(date.value or "")) if date else (),
        claim.evidence.start,
        claim.evidence.end,
        tuple(Part(ROLES.index(role), span.start, span.end) for role, span in _parts(claim)),
        denied(claim),
    )


def _parts(claim: Claim) -> Iterator[tuple[str, TextSpan]]:
    """The spans that the page marks, by their roles."""
    sources = tuple(claim.source.outward()) if claim.source else ()
    found: list[tuple[str, TextSpan | None]] = [
        ("actor", claim.actor),
        ("action", claim.action),
        ("target", claim.target),
        *(("source", source) for source in sources),
        *(("cue", source.cue) for source in sources),
        ("date", claim.date),
    ]
    return ((role, span) for role, span in found if span)


def _spans(claim: Claim) -> Iterator[TextSpan]:
    """All that the page shows of an article for a claim."""
    yield claim.evidence
    yield from (span for _, span in _parts(claim))


def _names(mention: Actor | Target | None) -> tuple[Name, ...]:
    return (_name(mention), *(_name(part) for part in mention.parts)) if mention else ()


def _name(mention: Mention) -> Name:
    return visible(mention.entity), int(mention.type is not None and _is_name(visible(mention.entity)))


def _is_name(words: str) -> bool:
    """Whether words that are tagged as an entity name it: they have a capital, or are of a script that knows none."""
    rest = ARTICLE.sub("", words, count=1)
    return third(words) is None and (rest != rest.lower() or rest == rest.upper())


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code == 0x0D:
        return " "
    return chr(0x2400 + code) if code < 0x20 else "\ufffd"
