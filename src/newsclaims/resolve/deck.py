"""The deck: all cards of an article, found again by where they were mentioned, by noun, by members and by family tie."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from newsclaims.extract.tree import Tree
from newsclaims.resolve.cards import Card, Role, Tie
from newsclaims.resolve.grammar import is_possessed_by
from newsclaims.resolve.past import MOST, Past
from newsclaims.resolve.phrases import Phrase
from newsclaims.resolve.vocabulary import noun


class Deck:
    """The cards so far.

    ``at`` gives the card of a phrase by its head, ``compounds`` that of a coordination by its first head, ``past`` what was
    mentioned when; ``tied`` are the cards with a family tie, the latest last.
    """

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.cards: list[Card] = []
        self.at: dict[int, int] = {}
        self.compounds: dict[int, int] = {}
        self.past = Past(tree)
        self.tied: list[Card] = []
        self._by_noun: defaultdict[str, list[int]] = defaultdict(list)
        self._opened: defaultdict[str, list[int]] = defaultdict(list)
        self._by_members: dict[frozenset[int], int] = {}

    def mention(self, one: Phrase, number: int, *, noted: bool = True) -> None:
        """Put a phrase on a card; ``noted`` says that what comes after may look back to it."""
        self.at[one.head] = number
        self.cards[number].mentions.append(one.head)
        if noted:
            self.past.note(one.sentence, one.head, number)

    def say(self, card: Card, role: Role) -> None:
        """Note what somebody is; the card answers to that noun, and to broader ones, from then on."""
        card.say(role)
        entry = noun(role.noun)
        for word in (role.noun, *(entry.broader if entry else ())):
            self.answers(card.number, word)

    def answers(self, number: int, word: str) -> None:
        """Note that a card answers to a noun."""
        if number not in self._by_noun[word][-MOST:]:
            self._by_noun[word].append(number)

    def open(self, card: Card, role: Role) -> None:
        """Add the card of somebody or something unnamed, which the same noun is to find again."""
        self.cards.append(card)
        card.say(role)
        self._opened[role.noun].append(card.number)

    def opened(self, word: str) -> list[Card]:
        """The unnamed cards that were opened with a noun, in the order of ``bearing``."""
        return self._ranked(self._opened.get(word, ()))

    def bearing(self, word: str) -> list[Card]:
        """The cards that bear a noun: people by their last mention, bodies by how much the article is about them."""
        return self._ranked(self._by_noun.get(word, ()))

    def _ranked(self, numbers: Sequence[int]) -> list[Card]:
        cards = [self.cards[number] for number in dict.fromkeys(reversed(numbers[-MOST:])) if self.cards[number].mentions]
        if len(cards) > 1:
            cards.sort(key=lambda card: (card.name is None, -_weight(card), -card.mentions[-1]))
        return cards

    def tie(self, card: Card, word: str, head: int) -> None:
        """Note a family tie that the phrase of ``head`` tells of: "Ruiz's *wife*"."""
        owner = is_possessed_by(self.tree, head)
        at = head
        for _ in range(3):
            if owner is not None or self.tree.labels[at] not in ("nmod", "appos", "flat", "compound"):
                break
            at = self.tree.heads[at]
            owner = is_possessed_by(self.tree, at)
        if owner is not None and owner in self.at:
            tie = Tie(word, self.whole(owner))
            if tie not in card.ties and tie.of != card.number:
                card.ties.append(tie)
                self.tied.append(card)

    def joined(self, members: tuple[int, ...]) -> Card:
        """The card of a compound with these members, opened if there is none yet."""
        known = self._by_members.get(frozenset(members))
        if known is not None:
            return self.cards[known]
        kinds = {self.cards[number].type for number in members}
        card = Card(len(self.cards), plural=True, members=members, type=kinds.pop() if len(kinds) == 1 else None)
        self.cards.append(card)
        self._by_members[frozenset(members)] = card.number
        return card

    def whole(self, head: int) -> int:
        """The card of a phrase, the compound's if it begins one."""
        return self.compounds.get(head, self.at[head])

    def nearest(self) -> list[Card]:
        """The cards mentioned last, the latest first; a card may stand more than once."""
        return [self.cards[number] for number in self.past.latest()]


def _weight(card: Card) -> int:
    return 0 if card.type == "PERSON" else len(card.mentions)
