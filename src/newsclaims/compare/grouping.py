"""Claims that belong together, found without comparing each with each.

Claims meet in blocks: all that share a word and an axis of meaning (the classes of verbs that may agree or exclude each
other). In order of publication each is compared with the latest of its rarest blocks, and joins the group of one that it
matches. So the time grows with the number of claims, whatever they are about.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsclaims.compare.parties import Party
from newsclaims.compare.proposition import Proposition
from newsclaims.compare.relation import Reported, clash, relation
from newsclaims.compare.verbs import axis

CANDIDATES = 48
"""With how many others a claim is compared at most."""

LATEST = 32
"""How many of a block may be met: those that were reported last."""

TOKENS = 8
"""How many words of a claim lead to blocks: the rarest."""


class Entry(NamedTuple):
    """A proposition as it was reported, and the places of all claims (in the caller's list) that make it in one form."""

    reported: Reported
    members: list[int]


def grouped(reported: Sequence[Reported | None], window: int) -> Iterator[list[int]]:
    """Group claims that say the same or contradict each other.

    Args:
        reported: the propositions, None for a claim that cannot be compared.
        window: how many days may lie between two reports of one event.

    Yields:
        The places in ``reported`` of the claims of each group, also of groups of one, in order of publication; groups in
        the order of their first.
    """
    entries = list(_entries(reported))
    counts = Counter(key for entry in entries for key in _keys(entry))
    groups = _Groups(entries)
    blocks: dict[tuple[str, str], deque[int]] = {}
    for place, entry in enumerate(entries):
        shared = (key for key in _keys(entry) if counts[key] > 1)
        keys = sorted(shared, key=lambda key: (counts[key], key))[:TOKENS]
        seen: set[int] = set()
        for key in keys:
            for other in reversed(blocks.get(key, ())):
                if other not in seen and len(seen) < CANDIDATES:
                    seen.add(other)
                    groups.meet(place, other, window)
        for key in keys:
            blocks.setdefault(key, deque(maxlen=LATEST)).append(place)
    yield from groups.members()


def _entries(reported: Sequence[Reported | None]) -> Iterator[Entry]:
    """Give the propositions in order of publication; equal ones of one day are one."""
    order = sorted(
        (place for place, one in enumerate(reported) if one is not None),
        key=lambda place: ((one := reported[place]) and one.published) or 0,
    )
    made: dict[tuple[Proposition, int | None], Entry] = {}
    for place in order:
        one = reported[place]
        assert one is not None
        if not one.said.specific:  # "The army attacked the village": which?
            yield Entry(one, [place])
        elif (key := (one.said, one.published)) in made:
            made[key].members.append(place)
        else:
            made[key] = Entry(one, [place])
    yield from made.values()


def _keys(entry: Entry) -> set[tuple[str, str]]:
    """The blocks that a proposition belongs to."""
    said = entry.reported.said
    words = set(said.bag)
    for party in (said.actor, said.target):
        if party:
            words |= {party.head} if party.head else party.key
            words |= party.names
    axes = {axis(name) for name in said.sense.classes} or {"=" + said.sense.lemma}
    return {(name, word) for name in axes for word in words}


class _Groups:
    """Which entries belong together so far; a group's fullest entry, and who acts in it, must fit what joins it."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries
        self._parent = list(range(len(entries)))
        self._fullest = list(range(len(entries)))
        self._actor = [entry.reported.said.actor for entry in entries]

    def find(self, place: int) -> int:
        """Give the entry that stands for the group of another."""
        while self._parent[place] != place:
            self._parent[place] = self._parent[self._parent[place]]
            place = self._parent[place]
        return place

    def meet(self, one: int, other: int, window: int) -> None:
        """Compare two entries, and put their groups together if they are about the same."""
        a, b = self.find(one), self.find(other)
        if a == b or relation(self._entries[one].reported, self._entries[other].reported, window) is None:
            return
        first, second = (self._entries[self._fullest[root]].reported.said for root in (a, b))
        actor, rival = self._actor[a], self._actor[b]
        if clash(first, second) or (actor and rival and _rivals(actor, rival, first, second)):
            return
        low, high = sorted((a, b))
        self._parent[high] = low
        self._actor[low] = self._actor[low] or self._actor[high]
        if len(second.bag) > len(first.bag):
            self._fullest[low] = self._fullest[b]
        else:
            self._fullest[low] = self._fullest[a]

    def members(self) -> Iterator[list[int]]:
        """Give the groups."""
        groups: dict[int, list[int]] = {}
        for place, entry in enumerate(self._entries):
            groups.setdefault(self.find(place), []).extend(entry.members)
        yield from groups.values()


def _rivals(one: Party, other: Party, first: Proposition, second: Proposition) -> bool:
    """Whether two actors are two: not if one is what the other is done to, as in "Prices rose" and "Shops raised prices"."""
    whom = (party for party in (first.target, second.target) if party)
    return not one.same(other) and not any(party.same(one) or party.same(other) for party in whom)
