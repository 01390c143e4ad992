"""Capitals that stand for their government: "Pyongyang said", "talks with Moscow"; not "in Pyongyang", "Moscow's streets".

A capital acts as a government where it is the subject of an active verb, an object of a verb, or stands after a preposition
that introduces partners and opponents, and the article names the state in another way (its name, a demonym). Where a city is
meant, it stands in a locative phrase or as the object of a verb of motion or destruction.
"""

from __future__ import annotations

from functools import cache

from newsclaims.extract.tree import Tree
from newsclaims.lexicon import rows
from newsclaims.resolve.cards import Card
from newsclaims.resolve.countries import state_named, state_of_demonym, states_of_capital
from newsclaims.resolve.scene import Scene


def government(tree: Tree, head: int, card: Card, named: frozenset[str]) -> str | None:
    """Give the state whose government a capital's name stands for.

    Args:
        tree: the text's tree.
        head: the name's head.
        card: the city's card.
        named: the states that the article names in another way (`states_in`).

    Returns:
        The state's common name; None where the name is no capital's, or the city itself is meant.
    """
    if card.name is None or card.type not in ("GPE", "ORG", None):
        return None
    options = states_of_capital(card.name)
    if not options or state_named(card.name) or not _acts(tree, head):
        return None
    known = [name for name in options if name in named]
    return known[0] if len(known) == 1 else None


def _acts(tree: Tree, head: int) -> bool:
    """Whether a place's name stands where one who acts would stand."""
    at = head
    while tree.labels[at] == "conj":
        at = tree.heads[at]
    verb = tree.heads[at]
    label, full = tree.labels[at], tree.full[at]
    if any(tree.labels[k] in ("amod", "nummod", "det", "acl") for k in tree.kids[head]):
        return False
    if label == "nsubj":
        return full == "nsubj" and tree.child(verb, "cop") is None
    if label in ("obj", "iobj"):
        return tree.lemmas[verb] not in _words("place_verbs")
    if label in ("obl", "nmod") and full != "nmod:poss":
        return tree.marker(at) in _words("partner_prepositions")
    return False


def states_in(scene: Scene) -> frozenset[str]:
    """The states that an article names, by name or by demonym."""
    words: set[str] = set()
    for card in scene.cards:
        words.update(card.text.split(), *[role.modifiers for role in card.roles])
    by_demonym = filter(None, map(state_of_demonym, words))
    return frozenset([card.name for card in scene.cards if card.state and card.name]).union(by_demonym)


@cache
def _words(lexicon: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows(lexicon))
