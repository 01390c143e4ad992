"""Candidates → claims: offsets counted in code points, names and dates filled in, an id for each."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from spacy.tokens import Doc

from newsclaims.annotate.marks import Timex
from newsclaims.claim import Claim, Date, Source
from newsclaims.extract.candidate import Attribution, Candidate
from newsclaims.extract.clause import Argument as Phrase
from newsclaims.resolve.confidence import confidence
from newsclaims.resolve.names import Names
from newsclaims.resolve.spans import place
from newsclaims.resolve.why import why
from newsclaims.resolve.wording import wording

Dates = Callable[[Timex], Date]
Fields = dict[str, Any]  # of a record that is yet to be made
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
    maker = _Maker(doc, article, attributions, names, dates, explain)
    made: dict[str, Claim] = {}
    for candidate in candidates:
        claim = maker.claim(candidate)
        made.setdefault(claim.id, claim)
    return tuple(made.values())


class _Maker:
    """Makes the claims of one article: each is checked once, as a whole; what several have in common is made once."""

    def __init__(
        self,
        doc: Doc,
        article: str,
        attributions: Sequence[Attribution],
        names: Names,
        dates: Dates,
        explain: bool,
    ) -> None:
        self.doc, self.article, self.attributions = doc, article, attributions
        self.names, self.dates, self.explain = names, dates, explain
        self.said: dict[int | None, tuple[list[Attribution], Source | None]] = {None: ([], None)}

    def claim(self, candidate: Candidate) -> Claim:
        """Make the claim of a candidate."""
        doc, clause = self.doc, candidate.clause
        if candidate.attribution not in self.said:
            around = [one for one in _chain(candidate.attribution, self.attributions) if one.source]
            self.said[candidate.attribution] = around, self._source(around)
        said, source = self.said[candidate.attribution]
        action = {
            **place(doc, clause.start, clause.end),
            "lemma": clause.lemma,
            "status": candidate.status.status,
            "status_cue": place(doc, *candidate.status.cue) if candidate.status.cue else None,
            "tense": clause.tense,
            "voice": clause.voice,
        }
        actor = self._compound(candidate.actor) if candidate.actor else None
        target = self._compound(candidate.target) if candidate.target else None
        return Claim.model_validate(
            {
                "id": _id(self.article, action, actor, target),
                "article": self.article,
                "text": wording(doc, candidate, self.names),
                "actor": actor,
                "action": action,
                "target": target,
                "arguments": tuple([_argument(doc, part) for part in candidate.arguments]),
                "source": source,
                "date": self.dates(candidate.time) if candidate.time else None,
                "evidence": place(doc, *candidate.evidence),
                "rule": f"{candidate.rule} + {said[0].rule}" if said else candidate.rule,
                "confidence": confidence(candidate),
                "why": why(doc, candidate, said) if self.explain else (),
            }
        )

    def _mention(self, head: int, start: int, end: int) -> Fields:
        named = self.names(self.doc, head, start, end)
        return {**place(self.doc, start, end), "type": named.type, "entity": named.entity}

    def _compound(self, phrase: Phrase) -> Fields:
        """A mention with its members; a compound's entity names them all."""
        fields = self._mention(phrase.head, phrase.start, phrase.end)
        fields["parts"] = tuple([self._mention(*part) for part in phrase.parts])
        return fields

    def _source(self, said: Sequence[Attribution]) -> Source | None:
        """The nearest source, with those around it as ``via``."""
        source: Source | None = None
        for one in reversed(said):
            if one.source:
                source = Source.model_validate(
                    {
                        **self._mention(one.source.head, one.source.start, one.source.end),
                        "cue": place(self.doc, *one.cue) if one.cue else None,
                        "quote": one.quote,
                        "date": self.dates(one.time) if one.time else None,
                        "via": source,
                    }
                )
        return source


def _id(article: str, *spans: Fields | None) -> str:
    """Twelve hexadecimal digits from the article's id and the places of action, actor and target."""
    places = ";".join([f"{part['start']}-{part['end']}" if part else "" for part in spans])
    return hashlib.sha256(f"{article};{places}".encode()).hexdigest()[:12]


def _argument(doc: Doc, phrase: Phrase) -> Fields:
    return {**place(doc, phrase.start, phrase.end), "role": ROLES.get(phrase.role) or phrase.marker or phrase.role}


def _chain(index: int | None, attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """An attribution and those it stands in, from the inside out; each once, even should they form a ring."""
    seen: set[int] = set()
    while index is not None and index not in seen:
        seen.add(index)
        yield attributions[index]
        index = attributions[index].outer
