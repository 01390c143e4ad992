"""Personal pronouns of the third person: which earlier referent one stands for.

Candidates are the referents mentioned in the last sentences; gender, number, animacy and binding (Chomsky 1981) strike some
out, and a log-linear ranking over what is known to matter (Lappin & Leass 1994; Denis & Baldridge 2008) orders the rest:
distance, grammatical place, parallelism, salience, governing clauses, quotations. The weights are learned and stand in the
lexicon, `pronoun_weights`; a pronoun whose best candidate stays below ``LEAST`` is left as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

from newsclaims.extract.tree import Tree
from newsclaims.lexicon import rows
from newsclaims.resolve.cards import Card
from newsclaims.resolve.grammar import clause_of, climb, co_arguments, governs, holds, in_fronted, place_of, subject_of
from newsclaims.resolve.vocabulary import Gender

Kind = Literal["person", "thing", "several"]
LEAST = -20.0
REACH = 4
"""How many sentences back an antecedent is looked for."""

_KINDS: dict[str, tuple[Kind, Gender | None]] = {
    "he": ("person", "m"),
    "she": ("person", "f"),
    "it": ("thing", None),
    "they": ("several", None),
}
_LEMMAS = {
    "him": "he", "his": "he", "himself": "he",
    "her": "she", "hers": "she", "herself": "she",
    "its": "it", "itself": "it",
    "them": "they", "their": "they", "theirs": "they", "themselves": "they", "themself": "they", "'em": "they",
}  # fmt: skip


class Candidate(NamedTuple):
    """A card that a pronoun may stand for, its nearest mention, and what speaks for and against it."""

    card: int
    mention: int
    features: tuple[str, ...]


def third(word: str) -> str | None:
    """The subject form of a third-person pronoun: "he" for "his"; None for another word."""
    word = word.casefold()
    return word if word in _KINDS else _LEMMAS.get(word)


def is_reflexive(word: str) -> bool:
    """Whether a pronoun is reflexive: "herself"."""
    return word.casefold().endswith(("self", "selves"))


def agrees(form: str, card: Card) -> bool:
    """Whether gender, number and animacy let a pronoun stand for a card; what is unknown lets it.

    Args:
        form: the pronoun's subject form.
        card: the referent.
    """
    kind, gender = _KINDS[form]
    if kind == "person":
        if card.plural or card.members or card.person is False:
            return False
        return card.gender in (None, gender) and (card.person is True or card.name is not None)
    if kind == "thing":
        return not card.plural and not card.members and card.person is not True
    if card.plural or card.members or card.group or card.type in ("ORG", "NORP"):
        return True
    return card.person is True and card.name is None


def bound(tree: Tree, pronoun: int, mention: int) -> bool:
    """Whether grammar forbids a pronoun to stand for a mention: co-arguments, or one inside the other.

    Example: *her* in "Ruiz praised her" is not Ruiz; *its* in "its owner" is not the owner.
    """
    reflexive = is_reflexive(tree.words[pronoun])
    if reflexive:
        subject = subject_of(tree, clause_of(tree, pronoun))
        overt = subject is not None and not tree.tags[subject].startswith("W")
        return overt and subject != climb(tree, mention)
    if co_arguments(tree, pronoun, mention):
        return True
    if holds(tree, mention, pronoun):
        clause = clause_of(tree, pronoun)
        return clause == mention or not governs(tree, mention, clause)
    return False


def features(tree: Tree, pronoun: int, form: str, card: Card, mention: int, context: Context) -> tuple[str, ...]:
    """What speaks for and against a candidate, as names of weights.

    Args:
        tree: the text's tree.
        pronoun: the pronoun's token.
        form: its subject form.
        card: the candidate.
        mention: the candidate's nearest mention.
        context: what the caller knows of the two places.

    Returns:
        The features, each "name" or "name=value"; those that differ by kind of pronoun begin with it.
    """
    kind = _KINDS[form][0]
    here, there = place_of(tree, pronoun), place_of(tree, mention)
    found = [
        f"{kind}:distance={context.distance}",
        f"{kind}:place={there}",
        f"place={there}:near={min(context.distance, 1)}:as={here}",
        f"{kind}:rank={min(context.rank, 6)}",
        f"{kind}:count={_bucket(len(card.mentions))}",
        f"{kind}:form={context.form}",
        f"{kind}:type={card.type or 'unknown'}:{'name' if card.name else 'noun'}",
        f"{kind}:number={'several' if card.plural or card.members else 'group' if card.group else 'one'}",
    ]
    if here == there:
        found.append(f"parallel:near={min(context.distance, 1)}")
    if card.members:
        found.append(f"{kind}:compound")
    if kind == "person":
        found.append(f"gender={'known' if card.gender else 'unknown'}")
    if context.first:
        found.append(f"{kind}:first:distance={min(context.distance, 2)}")
    if context.fresh:
        found.append(f"{kind}:paragraph")
    if context.quoted:
        found.append(f"{kind}:quoted:{context.quoted}:{_sort(card)}")
    if mention > pronoun:
        found.append(f"{kind}:ahead")
    elif context.distance == 0:
        found += _within(tree, pronoun, mention, f"{kind}:{_sort(card)}")
    return tuple(found)


class Context(NamedTuple):
    """Where a candidate stands as seen from the pronoun.

    ``distance`` in sentences; ``rank`` counts the candidates between; ``form`` of its nearest mention; ``first`` says that
    it opens its sentence; ``fresh`` that a new paragraph lies between; ``quoted`` how the two stand to quotations.
    """

    distance: int
    rank: int
    form: str
    first: bool
    fresh: bool
    quoted: str


def _within(tree: Tree, pronoun: int, mention: int, kind: str) -> list[str]:
    """Features of a candidate in the pronoun's own sentence: how their clauses hang together."""
    mine, its = clause_of(tree, pronoun), clause_of(tree, mention)
    is_subject = place_of(tree, mention) == "subject"
    if mine == its:
        return [f"{kind}:clause=same:{'subject' if is_subject else 'other'}"]
    if governs(tree, its, mine):
        return [f"{kind}:clause=upper:{'subject' if is_subject else 'other'}:{tree.labels[mine]}"]
    if governs(tree, mine, its):
        return [f"{kind}:clause=lower:{'subject' if is_subject else 'other'}"]
    return [f"{kind}:clause=beside:{'subject' if is_subject else 'other'}"]


def cataphoric(tree: Tree, pronoun: int) -> int | None:
    """The subject that a pronoun in a fronted adjunct may point ahead to: *Ruiz* in "After she left, Ruiz called"."""
    at = clause_of(tree, pronoun)
    for _ in range(10):
        if in_fronted(tree, pronoun, at):
            return tree.child(at, "nsubj")
        if tree.heads[at] == at:
            return None
        at = tree.heads[at]
    return None


def best(candidates: Sequence[Candidate]) -> int | None:
    """The card of the candidate with the highest score; the nearer of two alike; None where none is good enough."""
    scored = [(score(one.features), -at, one.card) for at, one in enumerate(candidates)]
    if not scored:
        return None
    top = max(scored)
    return top[2] if top[0] >= LEAST else None


def score(names: Sequence[str]) -> float:
    """The sum of the weights of these features; one that was never seen weighs nothing."""
    table = weights()
    return sum(table.get(name, 0.0) for name in names)


@cache
def weights() -> dict[str, float]:
    """The learned weights by feature."""
    return {row["feature"]: float(row["weight"]) for row in rows("pronoun_weights")}


def _sort(card: Card) -> str:
    """Whether a referent can speak for itself: people and bodies can, things cannot."""
    return "speaks" if card.type in ("PERSON", "ORG", "GPE", "NORP") else "mute"


def _bucket(count: int) -> str:
    return str(count) if count < 3 else "3" if count < 6 else "6"
