"""The scan: an article's phrases in text order, each put on the card of the one it means.

Names come first, for the whole article, since a headline's surname is explained only below it; then one pass over everything
else, in which descriptions and pronouns look back at what the cards say by then. Time grows with the article's length: a
phrase is compared with the cards of the last few sentences, and with those that bear its noun.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from newsclaims.extract.tree import Tree
from newsclaims.lexicon import column
from newsclaims.parse.columns import columns
from newsclaims.resolve import pronouns
from newsclaims.resolve.cards import Card, Role
from newsclaims.resolve.deck import Deck
from newsclaims.resolve.epithets import age_behind, compatriot
from newsclaims.resolve.grammar import climb
from newsclaims.resolve.introductions import modifiers, pairs
from newsclaims.resolve.late import late_names
from newsclaims.resolve.name_cards import deal_names
from newsclaims.resolve.nominals import described, opened, share_offices
from newsclaims.resolve.phrases import Phrase, phrases
from newsclaims.resolve.ranking import Candidate, best
from newsclaims.resolve.self_reports import says_of_itself
from newsclaims.resolve.shortlist import Known, shortlist
from newsclaims.resolve.speakers import Speakers
from newsclaims.resolve.vocabulary import Gender, kin, noun

FAR = 10
"""How many sentences back a person of known gender is looked for where nobody nearer answers to "he" or "she"."""
Chooser = Callable[[int, Sequence[Candidate]], "int | None"]


class Scene(NamedTuple):
    """Who is meant where: the cards, the card of each phrase by its head, and that of each compound by its first head."""

    cards: tuple[Card, ...]
    at: dict[int, int]
    compounds: dict[int, int]
    phrases: dict[int, Phrase]


def scan(doc: Doc, tree: Tree, speakers: Speakers, choose: Chooser | None = None) -> Scene:
    """Find out who every phrase of an article means.

    Args:
        doc: the parsed article with its entities.
        tree: its tree.
        speakers: who says what.
        choose: picks the card of a pronoun from the candidates; by default the ranking of `pronouns`.

    Returns:
        The scene.
    """
    return _Scan(doc, tree, speakers, choose or (lambda _, candidates: best(candidates))).run()


class _Scan:
    def __init__(self, doc: Doc, tree: Tree, speakers: Speakers, choose: Chooser) -> None:
        self.doc, self.tree, self.choose = doc, tree, choose
        self.words = columns(doc).texts
        self.found = {one.head: one for one in phrases(doc, tree)}
        self.deck = Deck(tree)
        paragraph, deck = _paragraphs(self.words), self.deck
        self.known = Known(tree, deck.cards, deck.at, self.found, paragraph, deck.past, speakers)

    def run(self) -> Scene:
        deck = self.deck
        roles = deal_names(deck, self.doc, self.tree, self.found.values())
        beside = {noun_head: name for name, noun_head in pairs(self.tree, self.found)}
        for one in self.found.values():  # in the order of their heads
            if one.form == "name":
                adjective = self.tree.labels[one.head] == "amod"  # "Turkish officials": nobody whom a pronoun means
                deck.mention(one, self._bearer(one), noted=not adjective)
                self._introduce(one, roles[one.head])
            elif one.form == "pronoun":
                self._pronoun(one)
            else:
                self._noun(one, beside)
            self._compound(one)
        for unnamed, named in late_names(self.tree, deck.cards, self.found, [card for card in deck.cards if card.name]):
            deck.cards[unnamed].name, deck.cards[unnamed].type = deck.cards[named].name, deck.cards[named].type
        return Scene(tuple(deck.cards), deck.at, deck.compounds, self.found)

    def _bearer(self, one: Phrase) -> int:
        """The card of a name, of the family that bears it, or of the one person whom a demonym stands for."""
        person = compatriot(self.deck, one) if one.type == "NORP" else None
        if person is not None:
            return person.number
        family = self._family(one)
        return self.deck.at[one.head] if family is None else family

    def _introduce(self, one: Phrase, roles: Sequence[Role]) -> None:
        card = self.deck.cards[self.deck.at[one.head]]
        if one.name and card.type == "PERSON" and card.age is None:
            card.age = age_behind(self.tree, one.name[1])
        for role in roles:
            self.deck.say(card, role)
            if kin(role.noun):
                self.deck.tie(card, role.noun, one.head)

    def _family(self, one: Phrase) -> int | None:
        """The compound that a family's name means: "the Ruizes" where two people bear the name; None for no such name."""
        if self.tree.child(one.head, "det") is None:  # many a family's name is tagged as singular
            return None
        word = self.tree.words[one.head]
        stems = (word.removesuffix("s"), word.removesuffix("es"))
        bearers = [
            card for card in self.deck.cards if card.type == "PERSON" and len(card.words) > 1 and card.words[-1] in stems
        ]
        return self.deck.joined(tuple(card.number for card in bearers)).number if len(bearers) > 1 else None

    def _noun(self, one: Phrase, beside: dict[int, int]) -> None:
        deck, head, word = self.deck, one.head, self.tree.lemmas[one.head]
        name = beside.get(head)
        if name is not None and name in deck.at:
            card = self._bearers(one, name)
            entry = noun(word)
            if not (entry and entry.classifier and self.tree.labels[name] == "compound"):
                deck.say(card, Role(word, modifiers(self.tree, head)))
            if word == "counterpart":
                share_offices(deck, card, head)
            if entry and card.type == "PERSON" and not card.members:
                card.gender = card.gender or entry.gender
        else:
            card = described(deck, one) or opened(deck, self.doc, one)
        if kin(word):
            deck.tie(card, word, head)
        deck.mention(one, card.number)

    def _bearers(self, one: Phrase, name: int) -> Card:
        """The card that a description beside a name goes on: all of them, of "two brokers, Ana Ruiz and Kofi Mensah"."""
        deck = self.deck
        fellows = (
            [k for k in self.tree.children(name, "conj") if k in deck.at]
            if self.tree.tags[one.head] in ("NNS", "NNPS")
            else []
        )
        members = tuple(dict.fromkeys(deck.at[k] for k in (name, *fellows)))
        return deck.joined(members) if len(members) > 1 else deck.cards[members[0]]

    def _compound(self, one: Phrase) -> None:
        """After the last member of a coordination, a card for all of them."""
        tree, deck = self.tree, self.deck
        if "conj" not in tree.labels[one.start : one.end]:
            return
        inside = range(one.start, one.end)
        last = next((i for i in inside if tree.labels[i] == "conj" and tree.heads[i] not in inside), None)
        if last is None or tree.heads[last] not in deck.at:
            return
        first = tree.heads[last]
        fellows = [k for k in tree.kids[first] if tree.labels[k] == "conj"]
        if last != fellows[-1] or not all(k in deck.at for k in fellows):
            return
        members = tuple(dict.fromkeys(deck.at[k] for k in (first, *fellows)))
        if len(members) < 2 or "it" in (tree.words[k] for k in (first, *fellows)):
            return
        known = deck.joined(members)
        deck.compounds[first] = known.number
        known.mentions.append(first)
        deck.past.note(one.sentence, first, known.number)

    def _pronoun(self, one: Phrase) -> None:
        form = pronouns.third(self.words[one.head])
        if form is None or self.tree.labels[one.head] == "expl":
            return
        chosen = says_of_itself(self.deck, self.known.speakers, one, form)
        if chosen is None:
            options = shortlist(one, form, self.known)
            if form == "it" and self._speaks(one.head):
                options = [each for each in options if self.deck.cards[each.card].type != "LOC"]
            chosen = self.choose(one.head, options)
        if form in ("he", "she") and (chosen is None or self._is_doubtful(chosen)):
            further = self._last_of_gender(one, "m" if form == "he" else "f")
            chosen = chosen if further is None else further
        if chosen is None and form == "they":
            chosen = self._two_before(one)
        if chosen is not None:
            card = self.deck.cards[chosen]
            self.deck.mention(one, chosen)
            if card.person and card.gender is None and form in ("he", "she"):
                card.gender = "m" if form == "he" else "f"

    def _speaks(self, head: int) -> bool:
        """Whether a pronoun is the subject of a verb of saying, which no river and no region can be."""
        tree, verb = self.tree, self.tree.heads[head]
        saying = tree.labels[head] == "nsubj" and tree.lemmas[verb] in column("reporting_verbs", "verb")
        return saying and tree.child(verb, "ccomp") is not None

    def _is_doubtful(self, number: int) -> bool:
        """Whether nothing but a single word says that somebody bears a name: "X", "Silence"."""
        card = self.deck.cards[number]
        return (
            card.type is None and card.gender is None and card.name is not None and " " not in card.name and not card.roles
        )

    def _last_of_gender(self, one: Phrase, gender: Gender) -> int | None:
        """The person of this gender who was named last, or the only one of unknown gender, further up than pronouns reach.

        Example: Ruiz for the "she" behind a quotation of ten sentences.
        """
        if any(said.direct for said in self.known.speakers.around(one.head)):
            return None
        here, unknown = set[int](), set[int]()
        for seen in self.deck.past.window(one.sentence, FAR):
            card = self.deck.cards[seen.card]
            if seen.sentence == one.sentence:
                here.add(card.number)  # grammar or the ranking has spoken against it
            elif card.type == "PERSON" and card.name and not card.plural and card.number not in here:
                if card.gender == gender:
                    return card.number
                if card.gender is None:
                    unknown.add(card.number)
        return unknown.pop() if len(unknown) == 1 else None

    def _two_before(self, one: Phrase) -> int | None:
        """The two of whom one did something to or with the other just before: "Ruiz met Mensah. *They* …"."""
        tree, deck = self.tree, self.deck
        people: dict[int, dict[str, int]] = {}
        for seen in deck.past.window(one.sentence, 1):
            card = deck.cards[seen.card]
            if seen.sentence < one.sentence and card.type == "PERSON" and card.name and not card.members:
                people.setdefault(tree.heads[climb(tree, seen.head)], {})[seen.place] = card.number
        pairs = [dict.fromkeys(places.values()) for places in people.values() if places.keys() >= {"subject"}]
        fit = [tuple(pair) for pair in pairs if len(pair) == 2]
        return deck.joined(fit[0]).number if len(fit) == 1 else None


def _paragraphs(words: Sequence[str]) -> list[int]:
    """The number of each token's paragraph."""
    out, number = [], 0
    for word in words:
        out.append(number)
        number += "\n" in word
    return out
