"""The cards of an article's names, dealt for the whole of it at once: a headline's surname is explained only below it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import lru_cache

from spacy.tokens import Doc

from newsclaims.extract.tree import Tree
from newsclaims.lexicon import rows
from newsclaims.parse.columns import columns
from newsclaims.resolve.abbreviations import definitions, unexplained
from newsclaims.resolve.cards import Card, Role
from newsclaims.resolve.deck import Deck
from newsclaims.resolve.groups import group
from newsclaims.resolve.introductions import titles
from newsclaims.resolve.name_words import called, without_legal_form
from newsclaims.resolve.name_words import kind as kind_of
from newsclaims.resolve.naming import Name, comparable, initials, is_initialism
from newsclaims.resolve.phrases import Phrase
from newsclaims.resolve.proper_names import is_addressed
from newsclaims.resolve.shorthand import shorthand
from newsclaims.resolve.vocabulary import given_gender

_GROUPS = frozenset({"ORG", "NORP"})
_WHERE = frozenset({"in", "at", "to", "into", "from", "near", "outside", "across", "throughout", "around", "via", "through"})


def deal_names(deck: Deck, doc: Doc, tree: Tree, phrases: Collection[Phrase]) -> dict[int, tuple[Role, ...]]:
    """Give every name a card, one card for "Foreign Minister Ana Ruiz", "Ruiz" and "Ms. Ruiz".

    Args:
        deck: an empty deck, which gets the cards and the places of the names.
        doc: the parsed article.
        tree: its tree.
        phrases: its noun phrases.

    Returns:
        What the titles at each name's head say of its bearer: "minister".
    """
    roles: dict[int, tuple[Role, ...]] = {}
    heads = {one.head for one in phrases}
    named = [one for one in phrases if one.name]
    names, genders = [], []
    words = columns(doc).texts
    for one in named:
        roles[one.head], gender = titles(tree, one)
        person = (one.name and is_addressed(tree, one.name[0])) or (roles[one.head] and one.type in (None, "PERSON"))
        names.append(_name(doc, one, "PERSON" if person else one.type))
        genders.append(gender)
    titled = frozenset(i for i, one in enumerate(named) if roles[one.head] or genders[i])
    names = shorthand(names, titled, [tree.marker(one.head) not in _WHERE for one in named])
    longs = {words[one.short]: " ".join(columns(doc).text(one.start, one.end).split()) for one in definitions(words, tree)}
    texts = {name.text for name in names}
    longs = _letters(words, names, longs) | longs
    longs |= {row["word"]: row["full"] for row in rows("nicknames") if row["word"] in texts and row["full"] in texts}
    placed, groups = group(names, genders, longs)
    for number, one_group in enumerate(groups):
        card = Card(number, name=one_group.name, text=one_group.name, type=one_group.type, state=one_group.state)
        card.group = one_group.type in _GROUPS
        card.words, card.plural = one_group.words, one_group.type == "NORP" or None
        deck.cards.append(card)
    for one, number, name, gender in zip(named, placed, names, genders, strict=True):
        deck.at[one.head] = number
        card = deck.cards[number]
        for i in range(one.start, one.end):
            if i not in heads and tree.pos[i] in ("NOUN", "PROPN"):
                deck.at.setdefault(i, number)
        card.gender = card.gender or gender
        if card.type == "PERSON":
            card.plural = False
        else:
            for word in called(name.text):
                deck.answers(number, word)
        if len(name.words) > 1 and card.type == "PERSON" and card.gender is None:
            card.gender = given_gender(words[one.name[0]]) if one.name else None
    for card in deck.cards:
        if card.type == "PERSON" and card.gender is None and card.name:
            card.gender = given_gender(card.name.split()[0])
    return roles


def _letters(words: tuple[str, ...], names: Collection[Name], longs: Mapping[str, str]) -> dict[str, str]:
    """The long forms of abbreviations that nothing explains: neither brackets nor a name with these initials."""
    shorts = {name.text for name in names if len(name.words) == 1 and name.text not in longs and is_initialism(name.text)}
    if shorts:
        shorts -= {short for name in names for short in initials(name.text)}
    return unexplained(words, shorts) if shorts else {}


def _name(doc: Doc, phrase: Phrase, kind: str | None) -> Name:
    start, end = phrase.name or (phrase.start, phrase.end)
    return _read(" ".join(columns(doc).text(start, end).split()), kind)


@lru_cache(maxsize=10_000)  # those who are in the news are named again and again
def _read(text: str, guessed: str | None) -> Name:
    kind = kind_of(text, guessed)
    words = comparable(text)
    return Name(text, without_legal_form(words) if kind == "ORG" else words, kind)
