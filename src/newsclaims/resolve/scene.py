"""The scan: an article's phrases in text order, each put on the card of the one it means.

Names come first, for the whole article, since a headline's surname is explained only below it; then one pass over everything
else, in which descriptions and pronouns look back at what the cards say by then. Time grows with the article's length: a
phrase is compared with the cards of the last few sentences, and with those that bear its noun.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from newsclaims.extract.tree import Tree
from newsclaims.parse.columns import columns
from newsclaims.resolve import descriptions, pronouns
from newsclaims.resolve.abbreviations import definitions
from newsclaims.resolve.cards import Card, Role, Tie
from newsclaims.resolve.grammar import is_possessed_by
from newsclaims.resolve.groups import group
from newsclaims.resolve.introductions import modifiers, pairs, titles
from newsclaims.resolve.late import TOP, late_names
from newsclaims.resolve.naming import Name, comparable, head_word
from newsclaims.resolve.past import MOST, Past
from newsclaims.resolve.phrases import Phrase, phrases
from newsclaims.resolve.pronouns import Candidate
from newsclaims.resolve.shortlist import Known, shortlist
from newsclaims.resolve.speakers import Speakers
from newsclaims.resolve.vocabulary import given_gender, kin, noun

Chooser = Callable[[int, Sequence[Candidate]], "int | None"]
_GROUPS = frozenset({"ORG", "NORP"})
_PROPER = frozenset({"NNP", "NNPS"})


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
    return _Scan(doc, tree, speakers, choose or (lambda _, candidates: pronouns.best(candidates))).run()


class _Scan:
    def __init__(self, doc: Doc, tree: Tree, speakers: Speakers, choose: Chooser) -> None:
        self.doc, self.tree, self.speakers, self.choose = doc, tree, speakers, choose
        self.words = columns(doc).texts
        self.found = {one.head: one for one in phrases(doc, tree)}
        self.cards: list[Card] = []
        self.roles: dict[int, tuple[Role, ...]] = {}
        self.at: dict[int, int] = {}
        self.compounds: dict[int, int] = {}
        self.by_noun: defaultdict[str, list[int]] = defaultdict(list)
        self.past = Past(tree)
        self.tied: list[Card] = []
        self.by_members: dict[frozenset[int], int] = {}
        self.paragraph = _paragraphs(self.words)

    def run(self) -> Scene:
        self._name_cards()
        beside = {described: name for name, described in pairs(self.tree, self.found)}
        for one in sorted(self.found.values(), key=lambda phrase: phrase.head):
            if one.form == "name":
                self._mention(one, self._family(one) or self.at[one.head])
                self._introduce(one)
            elif one.form == "pronoun":
                self._pronoun(one)
            else:
                self._noun(one, beside)
            self._compound(one)
        for unnamed, named in late_names(self.cards, self.found, [card for card in self.cards if card.name]):
            self.cards[unnamed].name, self.cards[unnamed].type = self.cards[named].name, self.cards[named].type
        return Scene(tuple(self.cards), self.at, self.compounds, self.found)

    # --- names

    def _name_cards(self) -> None:
        named = [one for one in self.found.values() if one.name]
        names, genders = [], []
        for one in named:
            roles, gender = titles(self.tree, one)
            self.roles[one.head] = roles
            kind = "PERSON" if roles and one.type in (None, "PERSON") else one.type
            names.append(_name(self.doc, one, kind))
            genders.append(gender)
        longs = {
            self.words[one.short]: " ".join(columns(self.doc).text(one.start, one.end).split())
            for one in definitions(self.words, self.tree)
        }
        placed, groups = group(names, genders, longs)
        for number, one_group in enumerate(groups):
            card = Card(number, name=one_group.name, text=one_group.name, type=one_group.type, state=one_group.state)
            card.group = one_group.type in _GROUPS
            card.words, card.plural = one_group.words, one_group.type == "NORP" or None
            self.cards.append(card)
        for one, number, name, gender in zip(named, placed, names, genders, strict=True):
            self.at[one.head] = number
            card = self.cards[number]
            for i in range(one.start, one.end):
                if i not in self.found and self.tree.pos[i] in ("NOUN", "PROPN"):
                    self.at.setdefault(i, number)
            card.gender = card.gender or gender
            if card.type == "PERSON":
                card.plural = False
            if card.type != "PERSON":
                self._list(head_word(name.text), number)
            if len(name.words) > 1 and card.type == "PERSON" and card.gender is None:
                card.gender = given_gender(self.words[one.name[0]]) if one.name else None
        for card in self.cards:
            if card.type == "PERSON" and card.gender is None and card.name:
                card.gender = given_gender(card.name.split()[0])

    def _introduce(self, one: Phrase) -> None:
        card = self.cards[self.at[one.head]]
        for role in self.roles[one.head]:
            self._say(card, role)
            if kin(role.noun):
                self._tie(card, role.noun, one.head)

    def _family(self, one: Phrase) -> int | None:
        """The compound that a family's name means: "the Ruizes" where two people bear the name; None for no such name."""
        if self.tree.child(one.head, "det") is None:  # many a family's name is tagged as singular
            return None
        word = self.tree.words[one.head]
        stems = (word.removesuffix("s"), word.removesuffix("es"))
        bearers = [card for card in self.cards if card.type == "PERSON" and len(card.words) > 1 and card.words[-1] in stems]
        return self._joined(tuple(card.number for card in bearers)).number if len(bearers) > 1 else None

    def _say(self, card: Card, role: Role) -> None:
        card.say(role)
        entry = noun(role.noun)
        for word in (role.noun, *(entry.broader if entry else ())):
            self._list(word, card.number)

    def _list(self, word: str, number: int) -> None:
        """Note that a card answers to a noun."""
        if number not in self.by_noun[word][-MOST:]:
            self.by_noun[word].append(number)

    def _tie(self, card: Card, word: str, head: int) -> None:
        owner = is_possessed_by(self.tree, head)
        at = head
        for _ in range(3):
            if owner is not None or self.tree.labels[at] not in ("nmod", "appos", "flat", "compound"):
                break
            at = self.tree.heads[at]
            owner = is_possessed_by(self.tree, at)
        if owner is not None and owner in self.at:
            tie = Tie(word, self.compounds.get(owner, self.at[owner]))
            if tie not in card.ties and tie.of != card.number:
                card.ties.append(tie)
                self.tied.append(card)

    # --- nouns

    def _noun(self, one: Phrase, beside: dict[int, int]) -> None:
        head, word = one.head, self.tree.lemmas[one.head]
        name = beside.get(head)
        if name is not None and name in self.at:
            card = self.cards[self.at[name]]
            entry = noun(word)
            if not (entry and entry.classifier and self.tree.labels[name] == "compound"):
                self._say(card, Role(word, modifiers(self.tree, head)))
            if entry and card.type == "PERSON":
                card.gender = card.gender or entry.gender
        else:
            card = self._described(one) or self._open(one)
        if kin(word):
            self._tie(card, word, head)
        self._mention(one, card.number)

    def _described(self, one: Phrase) -> Card | None:
        """The card that a description refers back to."""
        tree, head = self.tree, one.head
        how = descriptions.determiner(tree, head)
        owner_head = is_possessed_by(tree, head)
        if kin(tree.lemmas[head]):
            if owner_head is not None and owner_head not in self.at:
                return None
            owner = self.cards[self._whole(owner_head)] if owner_head is not None else None
            related = descriptions.relative(tree, head, owner, self.cards, self.tied[-MOST:])
            if related is not None or how in ("possessed", "indefinite"):
                return related
        if how == "possessed" or how == "indefinite":
            return None
        if one.plural:
            count = next((_number(tree.words[k]) for k in tree.kids[head] if tree.labels[k] == "nummod"), None)
            if count is None and "both" in (tree.words[k] for k in tree.kids[head]):
                count = 2
            if count and any(tree.words[k] in ("the", "both", "these", "those") for k in tree.kids[head]):
                return self._several(one, count) or (self._repeated(one) if how == "definite" else None)
        if how == "definite" or (how == "bare" and not one.plural and one.sentence < TOP):
            bearers = self._bearing(tree.lemmas[head])
            card = descriptions.introduced(tree, head, bearers, definite=how == "definite") if bearers else None
            if card is None and how == "definite":
                past = self.past.window(one.sentence, pronouns.REACH)
                named = (
                    (one.sentence - seen.sentence, self.cards[seen.card]) for seen in past if self.cards[seen.card].name
                )
                card = descriptions.of_kind(tree, head, named)
            return card or (self._repeated(one) if how == "definite" else None)
        return self._repeated(one) if how == "definite" else None

    def _several(self, one: Phrase, count: int) -> Card | None:
        """The compound that "the two leaders" means; a new one where its members were named apart."""
        near = [self.cards[seen.card] for seen in self.past.window(one.sentence, 1)]
        found = descriptions.several(count, self.tree.lemmas[one.head], self._nearest(), near)
        return self._joined(found) if isinstance(found, tuple) else found

    def _bearing(self, word: str) -> list[Card]:
        """The cards that bear a noun: people by their last mention, bodies by how much the article is about them."""
        if word not in self.by_noun:
            return []
        numbers = dict.fromkeys(reversed(self.by_noun[word][-MOST:]))
        cards = [self.cards[number] for number in numbers if self.cards[number].mentions]
        return sorted(cards, key=lambda card: (card.name is None, -_weight(card), -card.mentions[-1]))

    def _repeated(self, one: Phrase) -> Card | None:
        """An unnamed card that was opened with the same noun: "a bridge … the bridge"."""
        bearers = self._bearing(f"={self.tree.lemmas[one.head]}")
        mine = modifiers(self.tree, one.head) if bearers else frozenset()
        for card in bearers:
            if bool(card.plural) == bool(one.plural) and any(mine <= role.modifiers for role in card.roles):
                return card
        return None

    def _open(self, one: Phrase) -> Card:
        """A new card for a noun phrase."""
        tree, head = self.tree, one.head
        entry = noun(tree.lemmas[head])
        card = Card(len(self.cards), type=entry.type if entry else None, plural=one.plural)
        card.gender = entry.gender if entry else None
        card.group = entry.group if entry else False
        start, end = _described_span(tree, one)
        tokens = columns(self.doc)
        card.text = " ".join(tokens.text(start, end).split())
        card.telling = not _PROPER.isdisjoint(tree.tags[start:end]) or "NORP" in tokens.ents[start:end]
        if entry is None:
            card.type = "" if one.plural else "thing"
        self.cards.append(card)
        card.say(Role(tree.lemmas[head], modifiers(tree, head)))
        self.by_noun[f"={tree.lemmas[head]}"].append(card.number)
        return card

    # --- compounds

    def _compound(self, one: Phrase) -> None:
        """After the last member of a coordination, a card for all of them."""
        tree = self.tree
        if "conj" not in tree.labels[one.start : one.end]:
            return
        inside = range(one.start, one.end)
        last = next((i for i in inside if tree.labels[i] == "conj" and tree.heads[i] not in inside), None)
        if last is None or tree.heads[last] not in self.at:
            return
        first = tree.heads[last]
        fellows = [k for k in tree.kids[first] if tree.labels[k] == "conj"]
        if last != fellows[-1] or not all(k in self.at for k in fellows):
            return
        if any(self.tree.tags[k] in ("PRP", "PRP$") for k in (first, *fellows)):
            return
        members = tuple(dict.fromkeys(self.at[k] for k in (first, *fellows)))
        if len(members) < 2:
            return
        known = self._joined(members)
        self.compounds[first] = known.number
        known.mentions.append(first)
        self.past.note(one.sentence, first, known.number)

    def _joined(self, members: tuple[int, ...]) -> Card:
        """The card of a compound with these members, opened if there is none yet."""
        known = self.by_members.get(frozenset(members))
        if known is not None:
            return self.cards[known]
        kinds = {self.cards[number].type for number in members}
        card = Card(len(self.cards), plural=True, members=members, type=kinds.pop() if len(kinds) == 1 else None)
        self.cards.append(card)
        self.by_members[frozenset(members)] = card.number
        return card

    def _whole(self, head: int) -> int:
        """The card of a phrase, the compound's if it begins one."""
        return self.compounds.get(head, self.at[head])

    # --- pronouns

    def _pronoun(self, one: Phrase) -> None:
        form = pronouns.third(self.words[one.head])
        if form is None or self.tree.labels[one.head] == "expl":
            return
        chosen = self.choose(one.head, shortlist(one, form, self._known()))
        if chosen is not None:
            card = self.cards[chosen]
            self._mention(one, chosen)
            if card.person and card.gender is None and form in ("he", "she"):
                card.gender = "m" if form == "he" else "f"

    def _known(self) -> Known:
        return Known(self.tree, self.cards, self.at, self.found, self.paragraph, self.past, self.speakers)

    # --- the past

    def _mention(self, one: Phrase, number: int) -> None:
        self.at[one.head] = number
        self.cards[number].mentions.append(one.head)
        self.past.note(one.sentence, one.head, number)

    def _nearest(self) -> list[Card]:
        return [self.cards[number] for number in self.past.latest()]


def _weight(card: Card) -> int:
    return 0 if card.type == "PERSON" else len(card.mentions)


def _name(doc: Doc, phrase: Phrase, kind: str | None) -> Name:
    start, end = phrase.name or (phrase.start, phrase.end)
    text = " ".join(columns(doc).text(start, end).split())
    return Name(text, comparable(text), kind)


def _described_span(tree: Tree, one: Phrase) -> tuple[int, int]:
    """A noun phrase without its article, with a prepositional phrase right after it."""
    start, end = one.start, one.end
    while start < one.head and (tree.labels[start] == "det" or tree.tags[start] in ("DT", "PDT")):
        start += 1
    for k in tree.kids[one.head]:
        if tree.labels[k] == "nmod" and tree.left[k] == end and tree.right[k] - end < 12:
            end = tree.right[k] + 1
    return start, end


def _paragraphs(words: Sequence[str]) -> list[int]:
    """The number of each token's paragraph."""
    out, number = [], 0
    for word in words:
        out.append(number)
        number += "\n" in word
    return out


_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "2": 2, "3": 3, "4": 4, "5": 5}


def _number(word: str) -> int | None:
    return _NUMBERS.get(word)
