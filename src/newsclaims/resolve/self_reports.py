"""Pronouns for the one who says what the pronoun does: "Pixelo said *it* disagreed", "Ruiz, who said *she* won"."""

from __future__ import annotations

from newsclaims.lexicon import column
from newsclaims.resolve import pronouns
from newsclaims.resolve.deck import Deck
from newsclaims.resolve.phrases import Phrase
from newsclaims.resolve.speakers import Speakers

_WHO = frozenset({"who", "which"})


def says_of_itself(deck: Deck, speakers: Speakers, one: Phrase, form: str) -> int | None:
    """The one who says what a pronoun does, where grammar alone tells that the pronoun stands for him.

    Args:
        deck: the cards so far.
        speakers: who says what.
        one: the pronoun.
        form: its subject form.

    Returns:
        The number of the card; None where somebody else may be meant as well.
    """
    tree, clause = deck.tree, deck.tree.heads[one.head]
    if tree.labels[one.head] != "nsubj" or tree.labels[clause] != "ccomp":
        return None
    if tree.full[tree.heads[clause]] == "acl:relcl":
        return _who_says_so(deck, tree.heads[clause], form)
    return _body(deck, speakers, one, clause) if form == "it" else None


def _who_says_so(deck: Deck, verb: int, form: str) -> int | None:
    """The one whom a relative clause has say it: Ruiz in "Demir met Ruiz, who said *she* was pleased"."""
    tree, antecedent = deck.tree, deck.tree.heads[verb]
    who = tree.child(verb, "nsubj")
    if who is None or tree.words[who] not in _WHO or tree.lemmas[verb] not in column("reporting_verbs", "verb"):
        return None
    card = deck.cards[deck.at[antecedent]] if antecedent in deck.at else None
    return card.number if card and pronouns.agrees(form, card) else None


def _body(deck: Deck, speakers: Speakers, one: Phrase, clause: int) -> int | None:
    """The body that says what it does: "it" in "Pixelo said it disagreed", not in "Pixelo said it was hard to say"."""
    tree = deck.tree
    said = next(iter(speakers.around(one.head)), None)
    if said is None or said.direct:
        return None
    source = said.source.head
    if not (tree.heads[source] == tree.heads[clause] and tree.labels[source] == "nsubj" and source < one.head):
        return None
    if tree.child(clause, "cop") is not None and tree.child(clause, "csubj", "ccomp") is not None:
        return None
    card = deck.cards[deck.at[source]] if source in deck.at else None
    return card.number if card and card.type in ("ORG", "GPE") and pronouns.agrees("it", card) else None
