"""What turns a claim into its contrary: "denied that", "failed to", "it is not true that"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from newsclaims.claim import Claim
from newsclaims.compare.verbs import base
from newsclaims.compare.words import STOP, pieces
from newsclaims.lexicon import rows

_TRUE = frozenset("true right correct accurate case evidence proof truth fact".split())
_REPORTS = frozenset(
    "report reports claim claims allegation allegations accusation accusations suggestion suggestions rumour rumours "
    "rumor rumors talk assertion assertions charge charges speculation notion idea".split()
)
_NOT = frozenset("not n't never neither nor cannot".split())
_BEFORE = 5  # words in which a denial of "reports that …" stands before the noun


class Stance(NamedTuple):
    """Whether a claim says that something is not so, and who it is that denies it, if it is by denying."""

    negated: bool
    denier: str = ""  # "source" or "actor"


def stance(claim: Claim, siblings: Sequence[Claim] = ()) -> Stance:
    """Judge one claim.

    Args:
        claim: a claim.
        siblings: the claims of the same sentence.

    Example: "Rwanda denies supporting the rebels" is negated, and its actor denies it; so is "The bank failed to pay".
    """
    negated = claim.action.status == "negated" or _not(claim)
    denier = ""
    chain = _chain(claim)
    if chain:
        negated, denier = not negated, "actor" if chain == "any" and not negated else ""
    if claim.source and (denied(claim) or any(_untrue(other, claim) for other in siblings)):
        negated, denier = not negated, "source" if not negated else ""
    return Stance(negated, denier)


def denied(claim: Claim) -> bool:
    """Whether the words that attribute a claim deny it, so that its source says it is not so.

    Example: of "the ship was full" in "The owner denied that the ship was full", and in "The owner rejected reports that …"
    """
    cue = claim.source.cue if claim.source else None
    if cue is None:
        return False
    before = pieces(claim.evidence.text[: max(0, cue.start - claim.evidence.start)])[-_BEFORE:]
    words = pieces(cue.text)
    if any(word.lower() in _NOT for word in before[-2:]):
        return False
    if any(denies(word) for word in words):
        return True
    last = words[-1].lower() if words else ""
    return last in _REPORTS and any(denies(word) for word in before if word.lower() not in STOP)


def denies(lemma: str) -> bool:
    """Whether a verb says that what follows is not so, whatever follows."""
    return _denials().get(base(lemma)) == "any"


def _not(claim: Claim) -> bool:
    """Whether the action, or what stands between it and the target, has a "not": "were not enough boats"."""
    words = list(pieces(claim.action.text))
    if claim.target and claim.target.start >= claim.action.end:
        start = claim.evidence.start
        words += pieces(claim.evidence.text[max(0, claim.action.end - start) : max(0, claim.target.start - start)])
        words += pieces(claim.target.text)[:2]
    lower = [word.lower() for word in words]
    return any(word in _NOT and lower[i + 1 : i + 2] != ["only"] for i, word in enumerate(lower))


def _chain(claim: Claim) -> str:
    """The kind of a denying verb before the action's last: "any" in "denies supporting", "infinitive" in "failed to pay"."""
    words = [word.lower() for word in pieces(claim.action.text)]
    for i, word in enumerate(words[:-1]):
        kind = _denials().get(base(word), "")
        if kind and base(word) != base(claim.action.lemma) and (kind == "any" or words[i + 1] == "to"):
            return kind
    return ""


def _untrue(other: Claim, claim: Claim) -> bool:
    """Whether another claim says of this one that it is not true, or that there is no evidence of it."""
    if other.id == claim.id or other.target is None or other.action.status != "negated":
        return False
    about = {word.lower() for word in pieces(other.target.text)}
    spans = [(a.start, a.end) for a in other.arguments if a.role == "complement"] + [(other.target.start, other.target.end)]
    inside = any(start <= claim.action.start and claim.action.end <= end for start, end in spans)
    return not about.isdisjoint(_TRUE) and inside


@cache
def _denials() -> dict[str, str]:
    return {row["verb"]: row["form"] for row in rows("denials")}
