"""Two propositions: do they say the same, contradict each other, or have nothing to do with each other?"""

from __future__ import annotations

from typing import Literal, NamedTuple

from newsclaims.compare.parties import Party
from newsclaims.compare.proposition import Proposition
from newsclaims.compare.quantities import Quantity

Kind = Literal["same", "denied", "number", "date"]

NEAR = 7
"""Days within which two dates of one event may be told differently; further apart there are two events."""

ENOUGH = 0.5
"""The share of the shorter claim's words that the other must have too."""

NEARLY_ALL = 0.75
"""The same for claims whose verb says little."""


FEW = 3
"""Words that the longer claim may have, besides its actor, if the two have but one of them in common."""

SHARED, RELATED = 2, 0.2
"""How many names two articles of one story share, at least, and how large a part of the shorter list these are."""

TELLING = 4
"""How many names an article must have for it to tell something that another has none of them."""


class Reported(NamedTuple):
    """A proposition, the day it was reported as an ordinal (None where unknown), and the names its article is about."""

    said: Proposition
    published: int | None
    topic: frozenset[str] = frozenset()


def relation(one: Reported, other: Reported, window: int) -> Kind | None:
    """Compare two claims.

    Args:
        one: a claim.
        other: another.
        window: how many days may lie between the reports of one event that has no date.

    Returns:
        "same"; "denied" where one says that it is so and the other that it is not; "number" and "date" where both say
        that it is so, but with figures or days that cannot both be right; None where they are not about the same.
    """
    p, q = one.said, other.said
    if p.open != q.open:  # what has happened is no claim about what may
        return None
    opposite = not p.sense.same(q.sense)
    if opposite and not p.sense.opposite(q.sense):
        return None
    days = _days(one, other, window)
    if days is None or clash(p, q) or not _matching(p, q, _story(one, other)):
        return None
    if opposite:
        return "denied" if p.negated == q.negated and days == 0 else None
    if p.negated != q.negated:
        return "denied" if days == 0 else None
    if days:
        return "date"
    return "number" if disagreeing(p, q) else "same"


def clash(p: Proposition, q: Proposition) -> bool:
    """Whether each names somebody or some place that the other does not: "in Lyon", "in Ghent"."""
    mine = p.names | (p.actor.names if p.actor else frozenset())
    theirs = q.names | (q.actor.names if q.actor else frozenset())
    all_mine, all_theirs = _everything(p), _everything(q)
    return (
        bool(mine - all_theirs) and bool(theirs - all_mine) and not _one_person(p, q, mine - all_theirs, theirs - all_mine)
    )


def disagreeing(p: Proposition, q: Proposition) -> tuple[Quantity, Quantity] | None:
    """Give two figures for the same thing that cannot both be right."""
    for a in p.numbers:
        rivals = [b for b in q.numbers if b.unit == a.unit]
        if rivals and not any(a.fits(b) for b in rivals):
            return a, rivals[0]
    return None


def _everything(p: Proposition) -> frozenset[str]:
    return p.bag | (p.actor.key if p.actor else frozenset()) | (p.target.key if p.target else frozenset())


def _one_person(p: Proposition, q: Proposition, mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether the names left over are forms of actor's or target's one name."""
    for a, b in ((p.actor, q.actor), (p.target, q.target)):
        if a and b and a.named and a.same(b) and mine <= a.key and theirs <= b.key:
            return True
    return False


def _story(one: Reported, other: Reported) -> int:
    """Whether two articles tell one story: 1 if they name the same, -1 if nobody in common, 0 if one cannot tell."""
    shared, least = len(one.topic & other.topic), min(len(one.topic), len(other.topic))
    if shared >= SHARED and shared >= RELATED * least:
        return 1
    return -1 if least >= TELLING and not shared else 0


def _matching(p: Proposition, q: Proposition, story: int) -> bool:
    """Whether actor, target and the rest agree, as much as it takes; that is less if both are of one story."""
    crossed = _crossed(p, q) or _crossed(q, p)
    acting = bool(p.actor and q.actor and p.actor.same(q.actor))
    if p.actor and q.actor and not acting and not crossed:
        return False
    if _modified(p.target, q.target) or not (crossed or _core(p, q)):
        return False
    mine, theirs = _rest(p, q), _rest(q, p)
    shared, least = mine & theirs, min(len(mine), len(theirs))
    if mine - theirs and theirs - mine and p.target and p.target.named and shared <= p.target.key:
        return False  # "supplied wheat to Egypt", "supplied missiles to Egypt"
    light = p.sense.light or q.sense.light
    if len(shared) < (NEARLY_ALL if light else ENOUGH) * (max(len(mine), len(theirs)) if light else least):
        return False
    if story < 0 and not (p.specific and q.specific):
        return False
    if crossed:
        return _one_event(p, q)
    if acting:
        bare = not (p.bag or q.bag or p.numbers or q.numbers) or (not least and p.first is not None and q.first is not None)
        telling = len(shared) >= 2 or (len(shared) == 1 and max(len(mine), len(theirs)) <= FEW)
        return (bare and not light) or telling or _counted(p, q) > 0
    targets = bool(p.target and q.target and p.target.same(q.target))
    if light and p.target and shared <= p.target.key and not _counted(p, q):
        return False  # "gets back", "gets away": what the verb means stands in the words that are not shared
    return len(shared) + _counted(p, q) >= (2 if targets else 3) - (story if targets and not light else 0)


def _counted(p: Proposition, q: Proposition) -> int:
    """How many figures agree."""
    return sum(any((a.unit == b.unit or not a.unit or not b.unit) and a.fits(b) for b in q.numbers) for a in p.numbers)


def _crossed(p: Proposition, q: Proposition) -> bool:
    """Whether what one takes for the actor the other takes for the target: "Prices increased", read as a passive."""
    return bool(p.actor and not p.target and q.target and not q.actor and p.actor.same(q.target))


def _one_event(p: Proposition, q: Proposition) -> bool:
    """Whether a claim and what may be its passive tell one thing: by the verb, or by a word or figure besides the name."""
    if p.sense.light or q.sense.light:
        return False
    who = frozenset[str]().union(*(party.key for party in (p.actor, p.target, q.actor, q.target) if party))
    mine, theirs = p.bag - who, q.bag - who
    if not mine or not theirs:
        return p.sense.lemma == q.sense.lemma or p.sense.opposite(q.sense) or _counted(p, q) > 0
    return bool(mine & theirs) or _counted(p, q) > 0


def _rest(p: Proposition, q: Proposition) -> frozenset[str]:
    """The words besides the actors'."""
    return p.bag - (q.actor.key if q.actor and not p.actor else frozenset())


def _core(p: Proposition, q: Proposition) -> bool:
    """Whether what the action is directed at is found in both."""
    if p.target is None and q.target is None:
        return True
    if p.target and q.target and p.target.same(q.target):
        return True
    for one, other in ((p, q), (q, p)):
        if one.target is None:
            continue
        if one.target.head and one.target.head in other.bag:
            return True
        if one.target.named and one.target.key <= other.bag:
            return True
    if p.target is None or q.target is None:
        if _counted(p, q):  # "kills nine"
            return True
        bare = p if p.target is None else q
        return not bare.bag
    return False


def _modified(a: Party | None, b: Party | None) -> bool:
    """Whether two targets of one kind are told apart: "the tax reform", "the pension reform"."""
    return bool(a and b and a.head and a.head == b.head and a.key - b.key and b.key - a.key)


def _days(one: Reported, other: Reported, window: int) -> int | None:
    """How many days lie between what two claims say of when; 0 if they agree; None if there are two events."""
    p, q = one.said, other.said
    if p.first and p.last and q.first and q.last:
        gap = max(p.first, q.first) - min(p.last, q.last)
        return 0 if gap <= 1 else gap if gap <= NEAR else None
    for dated, published in ((p, other.published), (q, one.published)):
        if dated.first and dated.last and published and not dated.open:
            late = dated.last + max(window, dated.last - dated.first)  # of "last year" one may speak all this year
            if not dated.first <= published <= late:
                return None
    far = one.published and other.published and abs(one.published - other.published) > window
    return None if far else 0
