"""What `newsclaims.compare` finds in the articles of a page, as the page's scripts read it (js/compare.js)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from newsclaims.compare import compare
from newsclaims.compare.cluster import Cluster
from newsclaims.render.page.shape import STATUSES, Shaped
from newsclaims.render.safe import visible

COMPARED = 100_000  # claims; a page with more does without, since its reader would wait for minutes


def clusters(articles: Sequence[Shaped]) -> dict[str, Any]:
    """Give what a page of several articles has beside its claims.

    A cluster is a list: text, status, since, its first claim, how many of its sources are independent, all its claims, the
    wordings, the sources (with 1 for one that is quoted, 0 for an article's own voice), the denials and the disagreements. A
    claim is its number on the page.

    Args:
        articles: what `shape` made of the readings.

    Returns:
        ``clusters``, those in most articles first, and ``uncompared`` if there are too many claims; nothing at all for one
        article, however often it comes.
    """
    if len({article.record.id for article in articles}) < 2:
        return {}
    if sum(len(article.rows) for article in articles) > COMPARED:
        return {"clusters": [], "uncompared": COMPARED}
    numbers: dict[tuple[str, str], int] = {}
    every = ((article.record.id, claim.id) for article in articles for claim in article.claims)
    for number, key in enumerate(every):
        numbers.setdefault(key, number)
    found = compare((article.record, article.claims) for article in articles)
    return {"clusters": [_packed(cluster, numbers) for cluster in found]}


def _packed(cluster: Cluster, numbers: dict[tuple[str, str], int]) -> list[Any]:
    number = {report.claim: numbers[report.article, report.claim] for report in cluster.reports}

    def of(claims: Iterable[str]) -> list[int]:
        return [number[claim] for claim in claims]

    return [
        visible(cluster.text),
        STATUSES.index(cluster.status),
        cluster.since or "",
        number[cluster.first.claim],
        cluster.independent,
        of(cluster.claims),
        [[visible(wording.text), of(wording.claims)] for wording in cluster.wordings],
        [[visible(backer.name), int(backer.kind == "source"), of(backer.claims)] for backer in cluster.sources],
        [[visible(denial.name), visible(denial.text), number[denial.claim]] for denial in cluster.denied_by],
        [[kind.kind, [[visible(one.text), of(one.claims)] for one in kind.values]] for kind in cluster.disagreements],
    ]
