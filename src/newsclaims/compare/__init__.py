"""Claims of several articles → clusters of those that say the same, and who stands behind each.

    for cluster in compare([(reading.record, reading.claims), …]): …

Each claim is made comparable (`proposition`): who, what the verb means, to whom, how many, when. Those that share a word and
a meaning meet (`grouping`), two by two they are judged (`relation`), and what is known of a group is told (`backing`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from newsclaims.claim import ArticleRecord, Claim

if TYPE_CHECKING:
    from newsclaims.compare.cluster import Cluster

__all__ = ["WINDOW", "compare"]

WINDOW = 14
"""Days that may lie between the reports of one event, where they do not say when it was."""


def compare(
    articles: Iterable[tuple[ArticleRecord, Iterable[Claim]]],
    *,
    window: int = WINDOW,
    singles: bool = False,
    known: Mapping[str, str] | None = None,
) -> list[Cluster]:
    """Find the claims that several articles make, and those that contradict each other.

    Args:
        articles: articles with their claims, in any order; one that comes twice (by its id) is taken once.
        window: how many days may lie between two reports of one event that bears no date.
        singles: give also the claims that only one article makes and nobody contradicts.
        known: fuller names by the name, where they come from more than these articles; see `compare.parties.fuller`.

    Returns:
        The clusters: those in most articles first, then those with most claims; in the order of the input among equals.

    Example: "Pyongyang sent around 12,000 troops to Russia" of one article and "North Korea has dispatched some 12,000
    soldiers to Russia, officials in Seoul said" of another give one cluster with two wordings.
    """
    from newsclaims.compare.backing import Item, cluster
    from newsclaims.compare.grouping import grouped
    from newsclaims.compare.parties import fuller
    from newsclaims.compare.proposition import by_sentence, proposition
    from newsclaims.compare.relation import Reported

    held = {record.id: (record, tuple(claims)) for record, claims in articles}
    if known is None:
        known = fuller(m for _, claims in held.values() for c in claims for m in (c.actor, c.target, c.source) if m)
    flat = [
        (record, claim, proposition(claim, known, siblings))
        for record, claims in held.values()
        for claim, siblings in by_sentence(claims)
    ]
    topics: dict[str, frozenset[str]] = {}
    for record, _, said in flat:
        topics[record.id] = topics.get(record.id, frozenset()) | (said.naming if said else frozenset())
    reported = [
        Reported(said, date.fromisoformat(record.published).toordinal() if record.published else None, topics[record.id])
        if said
        else None
        for record, _, said in flat
    ]
    found = []
    for places in grouped(reported, window):
        items = [Item(record, claim, said) for record, claim, said in (flat[place] for place in places) if said]
        if singles or len({item.record.id for item in items}) > 1 or len(items) > 1:
            made = cluster(items, known)
            if singles or made.articles > 1 or made.denied_by or made.disagreements:
                found.append(made)
    return sorted(found, key=lambda one: (-one.articles, -len(one.claims)))
