"""Noun phrases that are no names: the card that each refers back to, or a new one."""

from __future__ import annotations

from spacy.tokens import Doc

from newsclaims.extract.tree import Tree
from newsclaims.parse.columns import columns
from newsclaims.resolve import descriptions, pronouns
from newsclaims.resolve.cards import Card, Role
from newsclaims.resolve.deck import Deck
from newsclaims.resolve.epithets import epithet, is_epithet
from newsclaims.resolve.grammar import is_possessed_by
from newsclaims.resolve.introductions import modifiers
from newsclaims.resolve.late import TOP
from newsclaims.resolve.past import MOST
from newsclaims.resolve.phrases import Phrase
from newsclaims.resolve.relations import relative
from newsclaims.resolve.vocabulary import kin, may_be, noun

_PROPER = frozenset({"NNP", "NNPS"})
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "2": 2, "3": 3, "4": 4, "5": 5}


def described(deck: Deck, one: Phrase) -> Card | None:
    """Find whom a description refers back to: "the minister", "her husband", "the two leaders", "the bridge".

    Args:
        deck: the cards so far.
        one: a noun phrase that is no name.

    Returns:
        The card; None where the phrase opens one of its own.
    """
    tree, head = deck.tree, one.head
    how = descriptions.determiner(tree, head)
    if kin(tree.lemmas[head]):
        owner_head = is_possessed_by(tree, head)
        if owner_head is not None and owner_head not in deck.at:
            return None
        owner = deck.cards[deck.whole(owner_head)] if owner_head is not None else None
        related = relative(tree, head, owner, deck.cards, deck.tied[-MOST:])
        if related is not None or how in ("possessed", "indefinite"):
            return related
    if how == "possessed" or how == "indefinite":
        return None
    if one.plural:
        count = next((_NUMBERS.get(tree.words[k]) for k in tree.kids[head] if tree.labels[k] == "nummod"), None)
        if count is None and "both" in (tree.words[k] for k in tree.kids[head]):
            count = 2
        if count and any(tree.words[k] in ("the", "both", "these", "those") for k in tree.kids[head]):
            return _several(deck, one, count) or (_repeated(deck, one) if how == "definite" else None)
        together = _colleagues(deck, one) if how == "definite" else None
        if together is not None:
            return together
    if how == "definite" or (how == "bare" and not one.plural and one.sentence < TOP):
        card = _introduced(deck, one, definite=how == "definite")
        if card is None and how == "definite":
            card = epithet(deck, one)
        entry = noun(tree.lemmas[head])
        if card is None and how == "definite" and entry is not None and entry.type in ("ORG", "GPE"):
            past = deck.past.window(one.sentence, pronouns.REACH)
            named = [(one.sentence - seen.sentence, deck.cards[seen.card]) for seen in past if deck.cards[seen.card].name]
            card = descriptions.of_kind(tree, head, named, _before(deck, one))
            if card is not None and card.type == "PERSON":
                card.type, card.group, card.plural = "ORG", True, None
        return card or (_repeated(deck, one) if how == "definite" else None)
    return _repeated(deck, one) if how == "definite" else None


def _introduced(deck: Deck, one: Phrase, *, definite: bool) -> Card | None:
    """The card of the one who was introduced by this noun, or whose name tells that it may be called so."""
    tree, head = deck.tree, one.head
    bearers = deck.bearing(tree.lemmas[head])
    if not bearers:
        return None
    near = _before(deck, one)
    bearers.sort(key=lambda card: card.type == "PERSON" or card.number not in near)
    card = descriptions.introduced(tree, head, bearers, definite=definite)
    if card is None and definite:
        recent = {seen.card for seen in deck.past.window(one.sentence, descriptions.WINDOW)}
        card = descriptions.by_name(tree, head, bearers, near, recent)
    return card


def _before(deck: Deck, one: Phrase) -> set[int]:
    """The cards that were a subject just before a phrase."""
    return {seen.card for seen in deck.past.window(one.sentence, 1) if seen.place == "subject"}


def _several(deck: Deck, one: Phrase, count: int) -> Card | None:
    """The compound that "the two leaders" means; a new one where its members were named apart."""
    near = [deck.cards[seen.card] for seen in deck.past.window(one.sentence, 1)]
    found = descriptions.several(count, deck.tree.lemmas[one.head], deck.nearest(), near)
    return deck.joined(found) if isinstance(found, tuple) else found


def _colleagues(deck: Deck, one: Phrase) -> Card | None:
    """Those who were named apart just before and are each what the noun says: "the ministers" of two who met."""
    word, mine = deck.tree.lemmas[one.head], modifiers(deck.tree, one.head)
    near = [deck.cards[seen.card] for seen in deck.past.window(one.sentence, 1)]
    fit = {
        card.number: card.mentions[0]
        for card in near
        if card.type == "PERSON"
        and card.name
        and any(may_be(word, role.noun) and descriptions.compatible(mine, role, card) for role in card.roles)
    }
    return deck.joined(tuple(sorted(fit, key=lambda number: fit[number]))) if len(fit) > 1 else None


def _repeated(deck: Deck, one: Phrase) -> Card | None:
    """An unnamed card that was opened with the same noun: "a bridge … the bridge"."""
    bearers = deck.opened(deck.tree.lemmas[one.head])
    mine = modifiers(deck.tree, one.head) if bearers else frozenset()
    for card in bearers:
        if bool(card.plural) == bool(one.plural) and any(mine <= role.modifiers for role in card.roles):
            return card
    return None


def opened(deck: Deck, doc: Doc, one: Phrase) -> Card:
    """Open a new card for a noun phrase.

    Args:
        deck: the cards so far, which get the new one.
        doc: the article.
        one: the phrase: "a burning ferry".

    Returns:
        The card, with what the noun tells: that a nurse is a person, a crew several.
    """
    tree, head = deck.tree, one.head
    word = tree.lemmas[head]
    entry = noun(word)
    start, end = _described_span(tree, one)
    tokens = columns(doc)
    card = Card(
        len(deck.cards),
        text=" ".join(tokens.text(start, end).split()),
        plural=one.plural,
        telling=not _PROPER.isdisjoint(tree.tags[start:end]) or "NORP" in tokens.ents[start:end],
    )
    if entry is not None:
        card.type, card.gender, card.group = entry.type, entry.gender, entry.group
    else:
        card.type = "PERSON" if is_epithet(tree, head) else "" if one.plural else "thing"
    deck.open(card, Role(word, modifiers(tree, head)))
    return card


def share_offices(deck: Deck, card: Card, head: int) -> None:
    """Give a counterpart the offices of the one whose counterpart it is: "his French counterpart" is a minister, too.

    Args:
        deck: the cards so far.
        card: the counterpart's.
        head: the noun "counterpart".
    """
    owner = is_possessed_by(deck.tree, head)
    if owner is None or owner not in deck.at:
        return
    for role in deck.cards[deck.at[owner]].roles[:]:
        if role.noun != "counterpart":
            deck.say(card, Role(role.noun, modifiers(deck.tree, head)))


def _described_span(tree: Tree, one: Phrase) -> tuple[int, int]:
    """A noun phrase without its article, with a prepositional phrase right after it."""
    start, end = one.start, one.end
    while start < one.head and (tree.labels[start] == "det" or tree.tags[start] in ("DT", "PDT")):
        start += 1
    for k in tree.kids[one.head]:
        if tree.labels[k] == "nmod" and tree.left[k] == end and tree.right[k] - end < 12:
            end = tree.right[k] + 1
    return start, end
