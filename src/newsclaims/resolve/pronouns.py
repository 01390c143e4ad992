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
from newsclaims.resolve.grammar import Place, clause_of, climb, governs, in_fronted, phrases_around, place_of, subject_of
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


class View(NamedTuple):
    """A pronoun, as its candidates are looked at from it.

    ``form`` is its subject form, ``top`` the head that speaks for it; ``around`` are the heads of the phrases that it
    stands in; ``subject`` is that of the clause of a reflexive, None where there is none, or only "who".
    """

    tree: Tree
    token: int
    form: str
    kind: Kind
    place: Place
    top: int
    clause: int
    around: frozenset[int]
    reflexive: bool
    subject: int | None

    def is_fellow(self, mention: int, place: Place) -> bool:
        """Whether a mention is an argument of the same predicate, and so cannot be the same person without a reflexive.

        Example: *Ruiz* and *her* in "Ruiz praised her" and in "Ruiz came and praised her"; not in "Ruiz praised her staff".
        """
        if "possessive" in (self.place, place):
            return False
        other, predicate = climb(self.tree, mention), self.tree.heads[self.top]
        if self.tree.labels[self.top] in ("obj", "iobj") and other == self._shared_subject(predicate):
            return True  # but "Ruiz liked to carry it *with her*"
        return predicate == self.tree.heads[other] and predicate not in (self.top, other)

    def _shared_subject(self, predicate: int) -> int | None:
        """The subject that a predicate has from another one: *Ruiz* of "praise" in "Ruiz wants to praise her"."""
        tree, label = self.tree, self.tree.labels[predicate]
        if label == "conj" or (label == "xcomp" and tree.child(tree.heads[predicate], "obj", "iobj", "obl") is None):
            return subject_of(tree, predicate)
        return None

    def is_bound(self, mention: int, *, fellow: bool) -> bool:
        """Whether grammar forbids the pronoun to stand for a mention: fellow arguments, or one inside the other.

        Example: *her* in "Ruiz praised her" is not Ruiz; *its* in "its owner" is not the owner.
        """
        if self.reflexive:
            return self.subject is not None and self.subject != climb(self.tree, mention)
        if fellow or mention not in self.around:
            return fellow
        return self.clause == mention or not governs(self.tree, mention, self.clause)


def view(tree: Tree, pronoun: int, form: str) -> View:
    """Look around from a pronoun whose subject form is ``form``."""
    clause, reflexive = clause_of(tree, pronoun), is_reflexive(tree.words[pronoun])
    subject = subject_of(tree, clause) if reflexive else None
    return View(
        tree=tree,
        token=pronoun,
        form=form,
        kind=_KINDS[form][0],
        place=place_of(tree, pronoun),
        top=climb(tree, pronoun),
        clause=clause,
        around=phrases_around(tree, pronoun),
        reflexive=reflexive,
        subject=None if subject is None or tree.tags[subject].startswith("W") else subject,
    )


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
    kind, here, there = view.kind, view.place, context.place
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
    if mention > view.token:
        found.append(f"{kind}:ahead")
    elif context.distance == 0:
        found.append(_within(view, mention, there, f"{kind}:{_sort(card)}"))
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
    return sum([table[name] for name in names if name in table])


@cache
def weights() -> dict[str, float]:
    """The learned weights by feature."""
    return {row["feature"]: float(row["weight"]) for row in rows("pronoun_weights")}


def _sort(card: Card) -> str:
    """Whether a referent can speak for itself: people and bodies can, things cannot."""
    return "speaks" if card.type in ("PERSON", "ORG", "GPE", "NORP") else "mute"


def _bucket(count: int) -> str:
    return str(count) if count < 3 else "3" if count < 6 else "6"
