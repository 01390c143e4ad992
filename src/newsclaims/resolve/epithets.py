"""Epithets: one more thing said of whom was just spoken of, as if it were known: "the Irishman", "the 74-year-old"."""

from __future__ import annotations

from collections.abc import Iterator

from newsclaims.extract.tree import Tree
from newsclaims.lexicon import column
from newsclaims.resolve.cards import Card
from newsclaims.resolve.deck import Deck
from newsclaims.resolve.descriptions import CONTRASTING, nations
from newsclaims.resolve.grammar import climb, place_of
from newsclaims.resolve.introductions import modifiers
from newsclaims.resolve.phrases import Phrase, is_aged
from newsclaims.resolve.vocabulary import noun

_OLDEST = 115
_ENDS_AGE = frozenset({",", ".", ")", ";", "and"})


def is_epithet(tree: Tree, head: int) -> bool:
    """Whether a noun says one more thing of whom was just spoken of: "the Irishman", "the 74-year-old"."""
    if tree.tags[head] in ("NNS", "NNPS"):
        return False
    return is_aged(tree, head) or tree.words[head] in column("epithets", "word", kind="anybody")


def epithet(deck: Deck, one: Phrase) -> Card | None:
    """Find whom an epithet with a definite article means.

    An age is that of the only one who has been given it; else it is, like any epithet that is a subject, said of the latest
    subject of a main clause just before, if that is one person of fitting gender and of no other age. A calling is only that
    of somebody of whom nothing has been said before: "wrote Tom Roe of the broker. *The analyst* cut his target".

    Args:
        deck: the cards so far.
        one: the epithet.

    Returns:
        The card; None where there is none, or "the other" is meant.
    """
    tree, head = deck.tree, one.head
    calling = tree.words[head] in column("epithets", "word", kind="calling")
    if not (calling or is_epithet(tree, head)) or modifiers(tree, head) & CONTRASTING:
        return None
    age = _told_age(tree, head)
    same = [card for card in deck.cards if age is not None and card.age == age]
    if same:
        return same[0] if len(same) == 1 else None
    if place_of(tree, head) != "subject" or (age is None and tree.child(head, "nmod") is not None):
        return None
    if calling:
        latest = next(leading(deck, one.sentence), None)
        return latest if latest is not None and _is_one_person(latest) and latest.name and not latest.roles else None
    entry = noun(tree.words[head])
    gender = entry.gender if entry else None
    fit = (card for card in leading(deck, one.sentence) if _is_one_person(card) and (age is None or card.age is None))
    return next((card for card in fit if None in (gender, card.gender) or card.gender == gender), None)


def compatriot(deck: Deck, one: Phrase) -> Card | None:
    """Find whom a demonym means that stands for one person: "the Norwegian" of a striker who was just spoken of.

    Args:
        deck: the cards so far.
        one: a name.

    Returns:
        The latest subject of a main clause just before who is not of another nation; None for "the Chinese", who are many,
        and for a subject that is no person.
    """
    tree, head = deck.tree, one.head
    if one.type != "NORP" or tree.tags[head] in ("NNS", "NNPS") or not tree.words[head].endswith(("an", "i")):
        return None
    before = [tree.words[k] for k in tree.kids[head] if k < head]
    if tree.labels[head] not in ("nsubj", "obj") or before != ["the"]:
        return None
    mine = nations(frozenset((tree.words[head],)))
    latest = next(leading(deck, one.sentence), None)
    if not mine or latest is None or not _is_one_person(latest):
        return None
    known = nations(frozenset(word for role in latest.roles for word in role.modifiers))
    return None if known and not known & mine else latest


def age_behind(tree: Tree, end: int) -> int | None:
    """Give the age that stands behind a name: 54 of "Ana Ruiz, 54, a surveyor"; ``end`` is the index behind the name."""
    words = tree.words[end : end + 3]
    if len(words) < 3 or words[0] not in (",", "(") or words[2] not in _ENDS_AGE or not words[1].isdecimal():
        return None
    return int(words[1]) if 0 < int(words[1]) <= _OLDEST else None


def leading(deck: Deck, sentence: int) -> Iterator[Card]:
    """The subjects of the main clauses and of the reporting clauses in the two sentences before, the latest first."""
    tree = deck.tree
    for seen in deck.past.window(sentence, 2):
        governor = tree.labels[tree.heads[climb(tree, seen.head)]]
        if seen.sentence < sentence and seen.place == "subject" and governor in ("root", "parataxis"):
            yield deck.cards[seen.card]


def _is_one_person(card: Card) -> bool:
    return card.type == "PERSON" and not card.plural and not card.members


def _told_age(tree: Tree, head: int) -> int | None:
    word = tree.words[head - 4] if is_aged(tree, head) and head > 3 else ""
    return int(word) if word.isdecimal() and len(word) < 4 else None
