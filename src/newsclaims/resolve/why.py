"""Why a claim is as it is: the pattern, the words it matched, and what was passed over."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from newsclaims.extract.candidate import Attribution, Candidate
from newsclaims.extract.clause import Argument, Clause
from newsclaims.resolve.spans import verbatim


def why(doc: Doc, candidate: Candidate, said: Sequence[Attribution]) -> tuple[str, ...]:
    """Explain a claim, one finding a line.

    Args:
        doc: the parsed article.
        candidate: what became the claim.
        said: its attributions that name a source, from the inside out.

    Returns:
        Lines such as ``target: "Kyiv", the recipient of "gave"`` and ``not the target: "two radars", the object``.
    """
    clause = candidate.clause
    head = _quoted(doc, clause.head, clause.head + 1)
    lines = [f"pattern: {candidate.rule}, {clause.kind} clause around {head}"]
    lines.append(f"action: {_quoted(doc, clause.start, clause.end)}, {_verb_group(clause)}")
    lines.append(f"actor: {_part(doc, candidate.actor, clause)}" if candidate.actor else f"actor: none, {_no_actor(clause)}")
    lines.append(f"target: {_part(doc, candidate.target, clause)}" if candidate.target else "target: none of the arguments")
    lines += [
        f"not the target: {_part(doc, argument, clause)}" for argument in candidate.arguments if argument.role != "adverb"
    ]
    status = candidate.status
    lines.append(f"status: {status.status}" + (f" by {_quoted(doc, *status.cue)}" if status.cue else ""))
    lines += [_said(doc, one) for one in said] or ["source: none, no attribution covers the clause"]
    if candidate.time:
        lines.append(f"date: {_quoted(doc, candidate.time.start, candidate.time.end)}, in the claim's own clause")
    return tuple(lines)


def _verb_group(clause: Clause) -> str:
    kind = "existential" if clause.existential else "copula" if clause.copular else clause.voice
    shared = ", coordinated" if clause.conjunct_of is not None else ""
    return f"{kind}, {clause.tense or 'tenseless'}{shared}"


def _part(doc: Doc, argument: Argument, clause: Clause) -> str:
    """An argument with its role; one from outside the clause is shared or an antecedent."""
    role = "the agent" if argument.role == "agent" else f"the {argument.role}"
    if not clause.extent[0] <= argument.head < clause.extent[1]:
        role += ", the antecedent" if clause.controller == argument.head else ", from another clause"
    marker = f" after {argument.marker!r}" if argument.marker else ""
    return f"{_quoted(doc, argument.start, argument.end)}, {role}{marker}"


def _no_actor(clause: Clause) -> str:
    return "a passive that names no agent" if clause.voice == "passive" else "the clause has no subject that acts"


def _said(doc: Doc, one: Attribution) -> str:
    assert one.source is not None
    cue = f" by {_quoted(doc, *one.cue)}" if one.cue else " by its neighbours"
    return f"source: {_quoted(doc, one.source.start, one.source.end)}{cue}, pattern {one.rule}, {one.quote}"


def _quoted(doc: Doc, start: int, end: int) -> str:
    return '"' + " ".join(verbatim(doc, start, end).split()) + '"'
