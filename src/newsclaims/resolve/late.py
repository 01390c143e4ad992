"""Names that come late: a headline's "Judge", a lead's "a lawmaker" who is named only in the next sentences.

News introduces people by what they are and names them further down ("delayed identification"). A description near the top
is taken for the only one named soon after whose role it is, or whose name says it ("Council": "Kisumu County Council");
where two answer to it, or none, nobody is meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newsclaims.extract.tree import Tree
from newsclaims.lexicon import column
from newsclaims.resolve.cards import Card
from newsclaims.resolve.grammar import place_of
from newsclaims.resolve.naming import head_word
from newsclaims.resolve.phrases import Phrase
from newsclaims.resolve.vocabulary import may_be

TOP = 4
"""In how many sentences from the top a description may wait for its name."""
SOON = 8
"""Within how many sentences the name must come."""


def late_names(
    tree: Tree, cards: Sequence[Card], phrases: Mapping[int, Phrase], named: Sequence[Card]
) -> Iterator[tuple[int, int]]:
    """Find unnamed people and bodies at the top that are named later.

    Args:
        tree: the text's tree.
        cards: all cards.
        phrases: the phrases by their heads.
        named: the cards that have a name.

    Yields:
        The number of an unnamed card, and of the named one that is the same.
    """
    early = [other for other in named if other.mentions and phrases[other.mentions[0]].sentence <= TOP + SOON]
    for card in cards:
        if (
            card.name
            or card.members
            or card.type not in ("PERSON", "ORG")
            or card.plural
            or not card.mentions
            or not card.roles
        ):
            continue
        if card.type == "ORG" and card.roles[0].modifiers:
            continue
        if card.telling and " of " in card.text and place_of(tree, card.mentions[0]) != "subject":
            continue  # "served as director of the Harbour Office" is not any director who is named further down
        first = phrases[card.mentions[0]].sentence
        if first >= TOP:
            continue
        fit = [
            other
            for other in early
            if other.type == card.type
            and card.mentions[0] < other.mentions[0]
            and phrases[other.mentions[0]].sentence - first <= SOON
            and _answers(tree, card, other)
        ]
        if len(fit) == 1 and (card.gender is None or fit[0].gender in (None, card.gender)):
            yield card.number, fit[0].number


def _answers(tree: Tree, told: Card, card: Card) -> bool:
    """Whether a description says what a card's owner is: a role of theirs, or the head of their name.

    One office is not another of the same noun: "the prime minister" is no "former interior minister Ruiz".
    """
    word, head = told.roles[0].noun, told.mentions[0]
    if card.type == "ORG" and card.name and head_word(card.name) == word:
        return True
    kind = frozenset[str]()
    if word in column("offices", "word"):
        kind = frozenset(tree.lemmas[k] for k in tree.kids[head] if tree.tags[k] in ("JJ", "NN"))
    return any(
        may_be(word, role.noun) and not (kind and role.modifiers and word == role.noun and kind.isdisjoint(role.modifiers))
        for role in card.roles
    )
