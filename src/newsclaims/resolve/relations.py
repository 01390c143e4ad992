"""Relations: who "his wife", "her parents" or "the parents" are, told by the family ties that the text has named."""

from __future__ import annotations

from collections.abc import Sequence

from newsclaims.extract.tree import Tree
from newsclaims.resolve.cards import Card
from newsclaims.resolve.vocabulary import kin


def relative(tree: Tree, head: int, owner: Card | None, cards: Sequence[Card], tied: Sequence[Card]) -> Card | None:
    """The card of a relation: "his wife", "her parents", "the parents" when one child has been introduced.

    Args:
        tree: the text's tree.
        head: the kinship noun.
        owner: whose relation it is; None where the text does not say.
        cards: all cards so far.
        tied: those that have family ties.

    Returns:
        The relation introduced as such ("his wife Ana": "his wife"), or the other end of an inverse tie ("their child Leo":
        "Leo's parents", and "his mother" if only one of them is a woman); None otherwise.
    """
    word = tree.lemmas[head]
    known = kin(word)
    if known is None:
        return None
    plural = tree.tags[head] in ("NNS", "NNPS")
    for card in sorted(tied, key=lambda card: card.name is None):
        for tie in card.ties:
            if owner is None:
                if plural and _inverse(tie.noun) == word and cards[tie.of].members:
                    return cards[tie.of]
            elif tie.of == owner.number and _same_tie(tie.noun, word):
                return card
            elif card.number == owner.number and _inverse(tie.noun) == word:
                return cards[tie.of]
    return None


def _same_tie(introduced: str, word: str) -> bool:
    one, other = kin(introduced), kin(word)
    if one is None or other is None:
        return False
    plain = introduced.removeprefix("ex-") == word.removeprefix("ex-")
    return plain or (one.inverse == other.inverse != "" and None in (one.gender, other.gender))


def _inverse(word: str) -> str:
    found = kin(word)
    return found.inverse if found else ""
