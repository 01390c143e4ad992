"""What a claim's extraction looks like, for the model of how sure it is (`resolve.confidence`)."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from newsclaims.extract.clause import Argument, Clause
from newsclaims.parse.columns import columns

NOMINAL = frozenset({"PRP", "NNP", "NNPS", "NN", "NNS"})
DEEPEST = 8


def features(
    doc: Doc, clause: Clause, actor: Argument | None, target: Argument | None, attribution: int | None
) -> tuple[tuple[str, float], ...]:
    """What a confidence model may look at; each value is a number, most of them 0 or 1."""
    tokens = columns(doc)
    start, end = tokens.sentence(clause.head)
    inherited = actor is not None and not clause.extent[0] <= actor.head < clause.extent[1]
    values = {
        "sentence": min(end - start, 80) / 80,
        "main": clause.kind == "main",
        "content": clause.kind == "content",
        "adverbial": clause.kind == "adverbial",
        "relative": clause.kind == "relative",
        "participial": clause.kind == "participial",
        "finite": clause.finite,
        "passive": clause.voice == "passive",
        "copular": clause.copular,
        "conjunct": clause.conjunct_of is not None,
        "inherited": inherited,
        "actor": actor is not None,
        "target": target is not None,
        "asked": target is not None and target.role == "oblique",
        "actor_length": min(actor.end - actor.start, 20) / 20 if actor else 0.0,
        "target_length": min(target.end - target.start, 20) / 20 if target else 0.0,
        "distance": min(abs(clause.start - actor.end), 20) / 20 if actor else 0.0,
        "group": min(clause.end - clause.start, 8) / 8,
        "attributed": attribution is not None,
        "between": actor is not None and "PUNCT" in tokens.pos[actor.end : clause.start],
        "odd": target is not None and target.role != "predicate" and tokens.tags[target.head] not in NOMINAL,
        "depth": _depth(tokens.heads, clause.head) / DEEPEST,
    }
    return tuple([(name, float(value)) for name, value in values.items()])


def _depth(heads: Sequence[int], i: int) -> int:
    """How many arcs lie between a token and its sentence's root; clauses deep inside are misread more often."""
    for depth in range(DEEPEST):
        if heads[i] == i:
            return depth
        i = heads[i]
    return DEEPEST
