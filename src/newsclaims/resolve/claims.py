"""Candidates → claims: offsets counted in code points, names and dates filled in, an id for each."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from spacy.tokens import Doc

from newsclaims.annotate.marks import Timex
from newsclaims.claim import Action, Actor, Argument, Claim, Date, Mention, Source, Target, TextSpan
from newsclaims.extract.candidate import Attribution, Candidate
from newsclaims.extract.clause import Argument as Phrase
from newsclaims.resolve.confidence import confidence
from newsclaims.resolve.names import Names
from newsclaims.resolve.spans import place, span
from newsclaims.resolve.why import why
from newsclaims.resolve.wording import wording

Dates = Callable[[Timex], Date]
ROLES = {"object": "object", "recipient": "recipient", "complement": "complement", "adverb": "adverb", "time": "time"}


def assemble(
    doc: Doc,
    article: str,
    candidates: Sequence[Candidate],
    attributions: Sequence[Attribution],
    names: Names,
    dates: Dates,
    *,
    explain: bool = False,
) -> tuple[Claim, ...]:
    """Make claims of candidates.

    Args:
        doc: the parsed article; its offsets are the article's.
        article: the article's id.
        candidates: what the extractor found, in text order.
        attributions: what the candidates' ``attribution`` points into.
        names: gives type and canonical name of a mention.
        dates: gives the value of a time expression.
        explain: say with each claim why it is as it is.

    Returns:
        One claim a candidate, in the same order; of two that agree in action, actor and target the first is kept.
    """
    made: dict[str, Claim] = {}
    for candidate in candidates:
        claim = _claim(doc, article, candidate, attributions, names, dates, explain)
        made.setdefault(claim.id, claim)
    return tuple(made.values())


def _claim(
    doc: Doc,
    article: str,
    candidate: Candidate,
    attributions: Sequence[Attribution],
    names: Names,
    dates: Dates,
    explain: bool,
) -> Claim:
    clause = candidate.clause
    said = [one for one in _chain(candidate.attribution, attributions) if one.source]
    action = Action(
        **place(doc, clause.start, clause.end),
        lemma=clause.lemma,
        status=candidate.status.status,
        status_cue=span(doc, candidate.status.cue),
        tense=clause.tense,
        voice=clause.voice,
    )
    actor = Actor(**_compound(doc, candidate.actor, names)) if candidate.actor else None
    target = Target(**_compound(doc, candidate.target, names)) if candidate.target else None
    return Claim(
        id=_id(article, action, actor, target),
        article=article,
        text=wording(doc, candidate, names),
        actor=actor,
        action=action,
        target=target,
        arguments=tuple(_argument(doc, part) for part in candidate.arguments),
        source=_source(doc, said, names, dates),
        date=dates(candidate.time) if candidate.time else None,
        evidence=TextSpan(**place(doc, *candidate.evidence)),
        rule=" + ".join([candidate.rule, *(one.rule for one in said[:1])]),
        confidence=confidence(candidate),
        why=why(doc, candidate, said) if explain else (),
    )


def _id(article: str, *spans: TextSpan | None) -> str:
    """Twelve hexadecimal digits from the article's id and the places of action, actor and target."""
    places = ";".join(f"{part.start}-{part.end}" if part else "" for part in spans)
    return hashlib.sha256(f"{article};{places}".encode()).hexdigest()[:12]


def _mention(doc: Doc, head: int, start: int, end: int, names: Names) -> dict[str, Any]:
    named = names(doc, head, start, end)
    return {**place(doc, start, end), "type": named.type, "entity": named.entity}


def _compound(doc: Doc, phrase: Phrase, names: Names) -> dict[str, Any]:
    """A mention with its members; a compound's entity names them all."""
    parts = tuple(Mention(**_mention(doc, *part, names)) for part in phrase.parts)
    return {**_mention(doc, phrase.head, phrase.start, phrase.end, names), "parts": parts}


def _argument(doc: Doc, phrase: Phrase) -> Argument:
    return Argument(**place(doc, phrase.start, phrase.end), role=ROLES.get(phrase.role) or phrase.marker or phrase.role)


def _chain(index: int | None, attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """An attribution and those it stands in, from the inside out; each once, even should they form a ring."""
    seen: set[int] = set()
    while index is not None and index not in seen:
        seen.add(index)
        yield attributions[index]
        index = attributions[index].outer


def _source(doc: Doc, said: Sequence[Attribution], names: Names, dates: Dates) -> Source | None:
    """The nearest source, with those around it as ``via``."""
    source: Source | None = None
    for one in reversed(said):
        if one.source:
            source = Source(
                **_mention(doc, one.source.head, one.source.start, one.source.end, names),
                cue=span(doc, one.cue),
                quote=one.quote,
                date=dates(one.time) if one.time else None,
                via=source,
            )
    return source
