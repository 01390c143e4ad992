"""Which of a pronoun's candidates it stands for: a log-linear ranking over what is known to matter.

After Lappin & Leass (1994) and Denis & Baldridge (2008): distance, grammatical place, parallelism, salience, governing
clauses, quotations. The weights are learned and stand in the lexicon, `pronoun_weights`; a pronoun whose best candidate
stays below ``LEAST`` is left as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from newsclaims.lexicon import rows
from newsclaims.resolve.cards import Card
from newsclaims.resolve.grammar import Place, clause_of, governs
from newsclaims.resolve.pronouns import Kind, View

LEAST = -20.0


class Candidate(NamedTuple):
    """A card that a pronoun may stand for, its nearest mention, and what speaks for and against it."""

    card: int
    mention: int
    features: tuple[str, ...]


def features(view: View, card: Card, mention: int, context: Context) -> tuple[str, ...]:
    """What speaks for and against a candidate, as names of weights.

    Args:
        view: the pronoun.
        card: the candidate.
        mention: the candidate's nearest mention.
        context: what the caller knows of the two places.

    Returns:
        The features, each "name" or "name=value"; those that differ by kind of pronoun begin with it.
    """
    kind, there = view.kind, context.place
    sort = (
        card.type or "unknown",
        "name" if card.name else "noun",
        "several" if card.plural or card.members else "group" if card.group else "one",
        "known" if card.gender else "unknown",
    )
    found: list[str] = []
    if context.first:
        found.append(f"{kind}:first:distance={min(context.distance, 2)}")
    if context.fresh:
        found.append(f"{kind}:paragraph")
    if context.quoted:
        found.append(f"{kind}:quoted:{context.quoted}:{_sort(card)}")
    if mention > view.token:
        found.append(f"{kind}:ahead")
    elif context.distance == 0:
        found.append(_within(view, mention, there, f"{kind}:{_sort(card)}"))
    count = _bucket(len(card.mentions))
    return (*_usual(kind, view.place, there, context.distance, min(context.rank, 6), count, context.form, sort), *found)


@lru_cache(maxsize=10_000)  # the same few kinds of candidates come again and again
def _usual(
    kind: Kind, here: Place, there: Place, distance: int, rank: int, count: str, form: str, sort: tuple[str, str, str, str]
) -> tuple[str, ...]:
    """What is said of every candidate: how far it is, how it stands there, and what is known of its card."""
    near, (type_, called, number, gender) = min(distance, 1), sort
    found = [
        f"{kind}:distance={distance}",
        f"{kind}:place={there}",
        f"place={there}:near={near}:as={here}",
        f"{kind}:rank={rank}",
        f"{kind}:count={count}",
        f"{kind}:form={form}",
        f"{kind}:type={type_}:{called}",
        f"{kind}:number={number}",
    ]
    if here == there:
        found.append(f"parallel:near={near}")
    if form == "compound":
        found.append(f"{kind}:compound")
    if kind == "person":
        found.append(f"gender={gender}")
    return tuple(found)


class Context(NamedTuple):
    """Where a candidate stands as seen from the pronoun.

    ``distance`` in sentences; ``place`` and ``form`` of its nearest mention; ``rank`` counts the candidates between;
    ``first`` says that it opens its sentence; ``fresh`` that a new paragraph lies between; ``quoted`` how the two stand to
    quotations.
    """

    distance: int
    place: Place
    rank: int
    form: str
    first: bool
    fresh: bool
    quoted: str


def _within(view: View, mention: int, place: Place, kind: str) -> str:
    """The feature of a candidate in the pronoun's own sentence: how their clauses hang together."""
    tree, mine, its = view.tree, view.clause, clause_of(view.tree, mention)
    role = "subject" if place == "subject" else "other"
    if mine == its:
        return f"{kind}:clause=same:{role}"
    if governs(tree, its, mine):
        return f"{kind}:clause=upper:{role}:{tree.labels[mine]}"
    return f"{kind}:clause={'lower' if governs(tree, mine, its) else 'beside'}:{role}"


def best(candidates: Sequence[Candidate]) -> int | None:
    """The card of the candidate with the highest score; the nearer of two alike; None where none is good enough."""
    scored = [(score(one.features), -at, one.card) for at, one in enumerate(candidates)]
    if not scored:
        return None
    top = max(scored)
    return top[2] if top[0] >= LEAST else None


def score(names: Sequence[str]) -> float:
    """The sum of the weights of these features; one that was never seen weighs nothing."""
    weight = weights().get
    return sum([weight(name, 0.0) for name in names])


@cache
def weights() -> dict[str, float]:
    """The learned weights by feature."""
    return {row["feature"]: float(row["weight"]) for row in rows("pronoun_weights")}


def _sort(card: Card) -> str:
    """Whether a referent can speak for itself: people and bodies can, things cannot."""
    return "speaks" if card.type in ("PERSON", "ORG", "GPE", "NORP") else "mute"


def _bucket(count: int) -> str:
    return str(count) if count < 3 else "3" if count < 6 else "6"
