"""Personal pronouns of the third person: which earlier referent one stands for.

Candidates are the referents mentioned in the last sentences; gender, number, animacy and binding (Chomsky 1981) strike some
out, and `ranking` orders the rest.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from newsclaims.extract.tree import Tree
from newsclaims.resolve.cards import Card
from newsclaims.resolve.grammar import Place, clause_of, climb, governs, in_fronted, phrases_around, place_of, subject_of
from newsclaims.resolve.vocabulary import Gender

Kind = Literal["person", "thing", "several"]
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
