"""Who is meant: entity type and canonical name of every mention in an article.

    names = who(doc, found.attributions)
    names(doc, head, start, end)        # Named(type="PERSON", entity="Ana Ruiz") for "she", "Ruiz", "the minister" …

`who` reads the whole article once (`scene.scan`), and gives a function that is asked for single mentions; so it need not
be told which phrases became actors, targets and sources. A compound's entity names all members, each as it is named ("Ana
Ruiz and Kofi Mensah"). What cannot be resolved keeps its own text.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from spacy.tokens import Doc

from newsclaims.annotate.marks import Quote
from newsclaims.extract.candidate import Attribution
from newsclaims.extract.reader import tree as tree_of
from newsclaims.extract.tree import Tree
from newsclaims.parse.columns import columns
from newsclaims.resolve.cards import Card
from newsclaims.resolve.countries import states_of_capital
from newsclaims.resolve.firsthand import Firsthand
from newsclaims.resolve.governments import government, states_in
from newsclaims.resolve.kinds import is_apposed
from newsclaims.resolve.names import Named, Names
from newsclaims.resolve.phrases import Phrase
from newsclaims.resolve.proper_names import NAMED
from newsclaims.resolve.scene import Scene, scan
from newsclaims.resolve.spans import verbatim
from newsclaims.resolve.speakers import Speakers
from newsclaims.resolve.vocabulary import noun

_OPEN = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "VERB"})


def who(doc: Doc, attributions: Sequence[Attribution] = (), quotes: Sequence[Quote] = ()) -> Names:
    """Find out who is meant by the mentions of an article.

    Args:
        doc: the parsed article with its entities.
        attributions: who says what; "we" and "I" in what is said stand for the one who says it.
        quotes: the quotations, inside of which nobody calls themselves "he" or "she".

    Returns:
        A function that gives type and canonical name of a mention from its head and its stretch of tokens.
    """
    tree = tree_of(doc)
    speakers = Speakers(attributions, quotes)
    scene = scan(doc, tree, speakers)
    return _Who(tree, scene, Firsthand(tree, scene, speakers)).named


class _Who:
    def __init__(self, tree: Tree, scene: Scene, firsthand: Firsthand) -> None:
        self.tree, self.scene, self.firsthand = tree, scene, firsthand
        self.known: dict[tuple[int, int, int], Named] = {}

    @cached_property
    def states(self) -> frozenset[str]:
        """The states that the article names; asked for only where it names a capital."""
        return states_in(self.scene)

    def named(self, doc: Doc, head: int, start: int, end: int) -> Named:
        """Type and name of one mention; who speaks or acts again and again is looked up once."""
        mention = head, start, end
        if mention not in self.known:
            self.known[mention] = self._named(doc, head, start, end)
        return self.known[mention]

    def _named(self, doc: Doc, head: int, start: int, end: int) -> Named:
        own = verbatim(doc, start, end)
        head = self._phrase_head(head, start, end)
        number = self._card(head, start, end)
        if number is None:
            return Named(self._type(doc, head, None), own)
        card = self.scene.cards[number]
        return Named(self._type(doc, head, card), self._entity(head, card, own, start, end))

    def _phrase_head(self, head: int, start: int, end: int) -> int:
        """The head as the scan has it: that of the name, where a title before it heads the mention."""
        if head in self.scene.phrases:
            return head
        number = self.scene.at.get(head)
        inside = (i for i in range(start, end) if i in self.scene.phrases and self.scene.at.get(i) == number)
        return next(inside, head) if number is not None else head

    def _card(self, head: int, start: int, end: int) -> int | None:
        """The card a mention stands on."""
        first = self.firsthand.card(head)
        if first is not None:
            return first
        last = self.scene.compounds.get(head)
        for k in self.tree.kids[head]:
            if self.tree.labels[k] == "conj" and start <= k < end:
                return last
        return self.scene.at.get(head)

    def _entity(self, head: int, card: Card, own: str, start: int, end: int) -> str:
        phrase = self.scene.phrases.get(head)
        if card.members:
            return (
                _joined([self._member(number, end, pronoun=self.tree.pos[head] == "PRON") for number in card.members]) or own
            )
        if phrase and phrase.form == "name":
            if self._says_more(phrase, card, start, end):
                return own
            return self._acting(card, head) or card.name or own
        if card.name:
            return self._government(card, head) or card.name
        if card.telling and head != card.mentions[0] and self._refers_back(head, start, end) and len(own) < len(card.text):
            return card.text
        return own

    def _member(self, number: int, before: int, *, pronoun: bool) -> str:
        """The name of a compound's member; the state's, of a capital that acts as its government there.

        Behind a pronoun an unnamed one goes by what it was called: "Ana Ruiz and her children" for "they".
        """
        card = self.scene.cards[number]
        return self._government(card, before) or card.name or (card.text if pronoun else "")

    def _government(self, card: Card, before: int) -> str | None:
        """The state, if the card is a capital's and its last name before a token stands for the government."""
        if not card.name or not states_of_capital(card.name):
            return None
        names = (i for i in reversed(card.mentions) if i < before and i in self.scene.phrases)
        last = next((i for i in names if self.scene.phrases[i].form == "name"), None)
        return None if last is None else self._acting(card, last)

    def _acting(self, card: Card, head: int) -> str | None:
        """The state, if a name is a capital's and stands for the government."""
        if not card.name or not states_of_capital(card.name):
            return None
        return government(self.tree, head, card, self.states)

    def _says_more(self, phrase: Phrase, card: Card, start: int, end: int) -> bool:
        """Whether a mention is narrower than the name in it: "Ruiz's phone", "black Kenyans", "rebels in Goma"."""
        tree, last = self.tree, (phrase.name or (start, end))[1]
        if last < end and tree.tags[last] == "POS":
            return True
        if card.type == "PERSON" or phrase.name is None:
            return False
        first = phrase.name[0] if is_apposed(tree, phrase.name[0]) else start
        return not (
            _OPEN.isdisjoint(tree.pos[first : phrase.name[0]]) and _OPEN.isdisjoint(tree.pos[max(first, last) : end])
        )

    def _refers_back(self, head: int, start: int, end: int) -> bool:
        """Whether a mention is a pronoun, or has a definite article and no name in it: "the release", not "this release"."""
        if any(self.tree.tags[i] in ("NNP", "NNPS") for i in range(start, end)):
            return False
        words = {self.tree.words[k] for k in self.tree.kids[head] if self.tree.labels[k] == "det"}
        return self.tree.pos[head] == "PRON" or "the" in words

    def _type(self, doc: Doc, head: int, card: Card | None) -> str | None:
        """The entity type: the name's, the referent's, or what the noun says of its kind."""
        own = columns(doc).ents[head]
        if own == "NORP" and (card is None or not card.name):
            return own
        if card is not None and card.type in NAMED:
            return card.type
        if own in NAMED:
            return own
        entry = noun(self.tree.lemmas[head])
        return entry.type if entry and self.tree.pos[head] != "PRON" else None


def _joined(names: Sequence[str]) -> str:
    """Names in a row: "A, B and C"."""
    if not all(names):
        return ""
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
