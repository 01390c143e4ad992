"""What each claim holds: its parts, status, source and date, chosen from its clause and those around it."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import get_args

from spacy.tokens import Doc

from newsclaims.annotate.marks import Marks, Timex
from newsclaims.extract.candidate import Attribution, Candidate
from newsclaims.extract.clause import Argument, Clause, Kind
from newsclaims.extract.containment import BLOCK, before_who_says, by_block, covering
from newsclaims.extract.dating import dating, outside
from newsclaims.extract.entries import headed
from newsclaims.extract.propositions import is_claim
from newsclaims.extract.purecues import cue_heads
from newsclaims.extract.status import conditions_of, status
from newsclaims.extract.targets import parts
from newsclaims.parse.columns import columns


def candidates(
    doc: Doc, clauses: Sequence[Clause], attributions: Sequence[Attribution], marks: Marks
) -> tuple[Candidate, ...]:
    """Choose the claims among the clauses of a text.

    Args:
        doc: the text.
        clauses: its clauses, in text order.
        attributions: who says what; a cue whose content holds a clause is no claim itself.
        marks: lines, quotations and time expressions.

    Returns:
        One candidate for each proposition, in text order. "Shea said the pact helps Pyongyang" gives one: *helps*.
    """
    sentences: defaultdict[int, dict[int, Clause]] = defaultdict(dict)
    sentence_of = columns(doc).sentence
    places = [sentence_of(clause.head) for clause in clauses]
    for clause, (first, _) in zip(clauses, places, strict=True):
        sentences[first][clause.head] = clause
    conditions = conditions_of(doc, clauses)
    around = by_block(attributions)
    cues = cue_heads(doc, clauses, attributions, marks)
    times = {kind: _covered(marks.times, kind) for kind in ("DATE", "TIME", "DURATION")}
    points = times["DATE"] | times["TIME"]
    begins = [timex.start for timex in marks.times]
    entries = headed(doc, clauses, marks)
    found = []
    for clause, sentence in zip(clauses, places, strict=True):
        by_head = sentences[sentence[0]]
        if clause.head in cues or not is_claim(doc, clause, by_head, marks.lines):
            continue
        chosen = parts(doc, clause, points, times["DURATION"])
        attribution = covering(clause, attributions, around.get(clause.start // BLOCK, ()))
        near = marks.times[bisect_left(begins, sentence[0]) : bisect_left(begins, sentence[1])]
        target = before_who_says(chosen.target, attribution, attributions)
        time = dating(doc, clause, by_head, [one for one in near if not outside(doc, clause, one)])
        time = time or entries.get(clause.head)
        found.append(
            Candidate(
                clause=chosen.clause,
                actor=chosen.actor,
                target=target,
                arguments=chosen.rest,
                status=status(doc, clause, by_head, conditions),
                attribution=attribution,
                time=time,
                evidence=sentence,
                rule=rule(clause),
                features=features(doc, chosen.clause, chosen.actor, target, attribution),
            )
        )
    return tuple(found)


def _covered(times: Iterable[Timex], kind: str) -> frozenset[int]:
    """The tokens of all time expressions of a type."""
    return frozenset(i for timex in times if timex.type == kind for i in range(timex.start, timex.end))


def rule(clause: Clause) -> str:
    """The grammatical pattern by which a clause gave a claim: "active", "passive", "copula", "relative-active" …"""
    shape = "existential" if clause.existential else "copula" if clause.copular else clause.voice
    if not clause.finite and clause.kind == "main":
        return f"headline-{shape}"
    prefix = {"main": "", "content": "", "parenthetical": ""}.get(clause.kind, f"{clause.kind}-")
    return prefix + shape


def features(
    doc: Doc, clause: Clause, actor: Argument | None, target: Argument | None, attribution: int | None
) -> tuple[tuple[str, float], ...]:
    """What a confidence model may look at; each value is a number, most of them 0 or 1."""
    tokens = columns(doc)
    start, end = tokens.sentence(clause.head)
    inherited = actor is not None and not clause.extent[0] <= actor.head < clause.extent[1]
    return (
        ("sentence", min(end - start, 80) / 80),
        *_OF_KIND[clause.kind],
        _FLAGS["finite"][clause.finite],
        _FLAGS["passive"][clause.voice == "passive"],
        _FLAGS["copular"][clause.copular],
        _FLAGS["conjunct"][clause.conjunct_of is not None],
        _FLAGS["inherited"][inherited],
        _FLAGS["actor"][actor is not None],
        _FLAGS["target"][target is not None],
        _FLAGS["adjective"][target is not None and tokens.tags[target.head].startswith("JJ")],
        _FLAGS["asked"][target is not None and target.role == "oblique"],
        ("actor_length", min(actor.end - actor.start, 20) / 20 if actor else 0.0),
        ("target_length", min(target.end - target.start, 20) / 20 if target else 0.0),
        ("distance", min(abs(clause.start - actor.end), 20) / 20 if actor else 0.0),
        ("group", min(clause.end - clause.start, 8) / 8),
        _FLAGS["attributed"][attribution is not None],
    )


def _flag(name: str) -> tuple[tuple[str, float], tuple[str, float]]:
    return (name, 0.0), (name, 1.0)


_TOLD_KINDS: tuple[Kind, ...] = ("main", "content", "adverbial", "relative", "participial")
_OF_KIND = {kind: tuple(_flag(one)[one == kind] for one in _TOLD_KINDS) for kind in get_args(Kind)}
_FLAGS = {
    name: _flag(name)
    for name in (
        *("finite", "passive", "copular", "conjunct", "inherited"),
        *("actor", "target", "adjective", "asked", "attributed"),
    )
}
