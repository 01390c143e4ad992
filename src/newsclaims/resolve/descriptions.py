"""Descriptions: who "the minister", "the city", "her wife" or "the two leaders" is.

A description refers back when it is definite and somebody has been introduced by that noun, by a narrower one ("the
lawmaker" of a senator), or by a name that holds it ("the university" of Mosul University), and no modifier objects.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from newsclaims.extract.tree import Tree
from newsclaims.resolve.cards import Card, Role
from newsclaims.resolve.countries import state_of
from newsclaims.resolve.introductions import modifiers
from newsclaims.resolve.name_words import called
from newsclaims.resolve.naming import head_word
from newsclaims.resolve.vocabulary import may_be, noun

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
CONTRASTING = frozenset(
    {"other", "another", "second", "next", "previous", "different", "new", "more", "fellow", "rival", "such"}
)
LESSER = frozenset({"former", "vice", "deputy", "assistant", "shadow"})
_AT_HOME = frozenset({"based", "headquartered", "listed", "registered"})
MANY = 3
"""How many mentions make a body one that the article is about."""
WINDOW = 3
"""For how many sentences a bare "the group" or "the city" may point back to a name it does not occur in."""


def determiner(tree: Tree, head: int) -> str:
    """How a noun is introduced: ``definite``, ``indefinite``, ``possessed``, or ``bare``."""
    for k in tree.kids[head]:
        if tree.full[k] in ("nmod:poss", "poss"):
            return "possessed"
        if tree.labels[k] == "det" or tree.tags[k] in ("DT", "PDT"):
            return "definite" if tree.words[k] in _DEFINITE else "indefinite"
        if tree.labels[k] == "nummod":
            return "counted"
    return "bare"


def introduced(tree: Tree, head: int, cards: Iterable[Card], *, definite: bool) -> Card | None:
    """The card of the one introduced by this noun or a narrower one.

    Args:
        tree: the text's tree.
        head: the description's noun.
        cards: the cards it may refer to, the likeliest first.
        definite: whether it has a definite article, without which no part of a name is meant.

    Returns:
        The first that fits; None where none does. "the minister" is whoever was called "Trade Minister Lee".
    """
    word = tree.lemmas[head]
    plural = tree.tags[head] in ("NNS", "NNPS")
    mine = modifiers(tree, head)
    if mine & CONTRASTING:
        return None
    for card in cards:
        if bool(card.plural or card.members) != plural and not card.group:
            continue
        for role in card.roles:
            if may_be(word, role.noun) and compatible(mine, role, card):
                if word != role.noun and _strange_compound(tree, head, role, card):
                    continue  # "the band leader" is no president
                if not LESSER.isdisjoint(role.modifiers - mine):
                    continue  # "the president" is no vice president
                return card
        if not plural and definite and card.name and word == head_word(card.name) and _left_over(mine, card) == frozenset():
            entry = noun(word)
            if entry is None or (entry.type != "PERSON" and card.type != "PERSON"):
                return card
    return None


def by_name(tree: Tree, head: int, cards: Sequence[Card], near: Collection[int], recent: Collection[int]) -> Card | None:
    """The body whose name tells that it may be called so: "the lender" of the World Bank, "the newspaper" of the Herald.

    Args:
        tree: the text's tree.
        head: the description's noun, with a definite article.
        cards: the cards it may refer to.
        near: the cards that were a subject just before.
        recent: those mentioned in the last sentences.

    Returns:
        The only one that was a subject just before; else the only one, or the one that the article is about by far; None
        where there are several, and none of them stands out.
    """
    word, mine = tree.lemmas[head], narrowing(tree, head)
    entry = noun(word)
    if tree.tags[head] in ("NNS", "NNPS") or mine & CONTRASTING or (entry is not None and entry.type == "PERSON"):
        return None
    fit = [card for card in cards if card.name and card.type != "PERSON" and _is_called(word, mine, card)]
    first = [card for card in fit if card.number in near]
    if len(first) == 1:
        return first[0]
    known = entry is None or not entry.wide
    fit = [card for card in fit if card.number in recent or (known and len(card.mentions) >= (MANY if len(fit) > 1 else 2))]
    fit.sort(key=lambda card: -len(card.mentions))
    if fit and (len(fit) == 1 or len(fit[0].mentions) >= 2 * len(fit[1].mentions)):
        return fit[0]
    return None


def _strange_compound(tree: Tree, head: int, role: Role, card: Card) -> bool:
    """Whether a noun before a description's noun is nothing that is known of a card's owner: *band* in "the band leader"."""
    nouns = {tree.lemmas[k] for k in tree.kids[head] if tree.labels[k] == "compound" and tree.tags[k] in ("NN", "NNS")}
    return bool(nouns - role.modifiers - frozenset(card.words))


def compatible(mine: frozenset[str], role: Role, card: Card) -> bool:
    """Whether the modifiers of a description fit a role: those of place and nation must not differ, the rest must be known.

    Example: "the Kenyan minister" fits "Kenyan Trade Minister Lee", not "Turkish Trade Minister Demir".
    """
    own, others = nations(mine), nations(role.modifiers)
    if own and others and not own & others:
        return False
    rest = frozenset(word for word in mine if not state_of(word))
    known = role.modifiers | frozenset(card.words)
    return rest <= known or (not role.modifiers and len(rest) <= 1 and "former" not in rest)


def of_kind(tree: Tree, head: int, recent: Sequence[tuple[int, Card]], near: Collection[int]) -> Card | None:
    """The only name of its kind in the last sentences that "the group", "the city", "the country" may mean.

    Args:
        tree: the text's tree.
        head: the description's noun.
        recent: named cards with their distance in sentences, the nearest first.
        near: the cards that were a subject in the sentence before.

    Returns:
        The card, None where there are several and the article is about none of them by far, or where the noun is narrowed
        down by more than where a firm is at home.
    """
    entry = noun(tree.lemmas[head])
    if entry is None or entry.type not in ("ORG", "GPE") or tree.tags[head] in ("NNS", "NNPS"):
        return None
    firm = tree.lemmas[head] in ("company", "firm") or "company" in entry.broader
    if entry.type == "ORG" and not entry.wide and not firm:
        return None
    if any(not firm or not state_of(word) for word in narrowing(tree, head)):
        return None
    country = tree.lemmas[head] in ("country", "nation") or "country" in entry.broader
    inside = range(tree.left[head], head)  # "the *Bilbao*-based company"
    found = [
        card
        for distance, card in recent
        if distance <= WINDOW and card.type == entry.type and (entry.type != "GPE" or card.state == country)
        if (not firm or _may_be_firm(card)) and card.mentions[-1] not in inside
    ]
    if firm and tree.words[head] != "firm":  # a law firm has people's names
        found += [card for distance, card in recent if distance == 1 and card.number in near and _is_odd_person(card)]
    first = {card.number: card for card in found if card.number in near}
    if firm and len(first) == 1:
        return first.popitem()[1]
    ranked = sorted({card.number: card for card in found}.values(), key=lambda card: -len(card.mentions))
    if len(ranked) > 1 and entry.type == "ORG" and len(ranked[0].mentions) < max(MANY, 2 * len(ranked[1].mentions)):
        return None
    return ranked[0] if len(ranked) == 1 or (ranked and entry.type == "ORG") else None


def several(count: int, word: str, cards: Sequence[Card], near: Sequence[Card]) -> Card | tuple[int, ...] | None:
    """Who "the two leaders" or "both men" are.

    Args:
        count: how many.
        word: the noun.
        cards: the cards of the last sentences, the latest mention first.
        near: those of the last two sentences alone.

    Returns:
        The last compound of so many of the kind; else the cards of so many people, if no other is named near; else None, as
        for a noun that is none for people, bodies and places: "the two floods".
    """
    entry = noun(word)
    if entry is None:
        return None
    found = next((card for card in cards if len(card.members) == count and card.type == entry.type), None)
    if found is not None or entry.type != "PERSON":
        return found
    people = {card.number: card.mentions[-1] for card in near if card.type == "PERSON" and card.name}
    return tuple(sorted(people, key=lambda number: people[number])) if len(people) == count else None


def nations(words: frozenset[str]) -> frozenset[str]:
    """The states that words name or that demonyms tell of: Kenya for {"kenyan", "foreign"}."""
    return frozenset(state for word in words if (state := state_of(word)))


def narrowing(tree: Tree, head: int) -> frozenset[str]:
    """The words that narrow a noun down, without those that only say where a body is at home: "the *Oslo-based* brewer"."""
    found = modifiers(tree, head)
    for k in tree.kids[head] if found else ():
        if tree.words[k] in _AT_HOME:
            found -= frozenset(tree.lemmas[tree.left[k] : tree.right[k] + 1])
    return found


def _may_be_firm(card: Card) -> bool:
    """Whether a body's name says nothing of its kind, and so may be a company's: "Westmoor", not "Ruritanian Senate"."""
    return noun(head_word(card.name or "")) is None and len(called(card.name or "")) == 1 and not card.roles


def _is_odd_person(card: Card) -> bool:
    """Whether nothing but the pipeline's guess makes a name a person's: "Tamarin", which "the carmaker" tells better."""
    nothing = card.gender is None and card.age is None and not card.roles and not card.ties and not card.plural
    return nothing and card.type == "PERSON" and len(card.words) == 1 and card.name is not None


def _is_called(word: str, mine: frozenset[str], card: Card) -> bool:
    """Whether a body may be called by a noun with these modifiers: "the lender", "the central bank"."""
    nouns = called(card.name or "")
    return word in nouns and all(f"{left} {word}" in nouns for left in _left_over(mine, card))


def _left_over(mine: frozenset[str], card: Card) -> frozenset[str]:
    return frozenset(word for word in mine if word.casefold() not in card.words)
