"""One person, state or body over time: what it is claimed to have done and said, across articles."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from newsclaims.claim import ArticleRecord, Claim, Date, Mention, Model, Source
from newsclaims.compare import WINDOW, compare
from newsclaims.compare.backing import report
from newsclaims.compare.bearers import Matches, meant
from newsclaims.compare.cluster import Cluster, Denial, Disagreement, Report
from newsclaims.compare.denial import stance
from newsclaims.compare.parties import fuller
from newsclaims.compare.proposition import by_sentence

Role = Literal["actor", "source", "target"]
ROLES: tuple[Role, ...] = ("actor", "source")
ALL: tuple[Role, ...] = ("actor", "source", "target")


class Entry(Model):
    """Something that somebody is claimed to have done or said, however many articles tell it.

    Args:
        role: "actor": done by whom is asked for; "source": said by them; "target": done to them. What they say of themselves
            is what they are claimed to have done.
        denied: as a source they say that it is not so.
        entity: the name they go by there.
        day: the day by which the entry stands in its place; None where nothing is known of it.
        value: when it was, after TIMEX3, or the day of publication if the claim does not say; None where unknown.
        earliest, latest: the first and the last day that this may mean.
        dated_by: "claim" where the claim says when, "article" where only the day of publication is known.
        text, actor, action, target, status: the claim, as in the first report of it.
        sources: who says so, by name; empty where articles say it themselves.
        claims: ids of the claims.
        reports: where each stands.
        denied_by: who says that it is not so.
        disagreements: figures and days that do not agree.
    """

    role: Role
    denied: bool = False
    entity: str
    day: str | None
    value: str | None
    earliest: str | None
    latest: str | None
    dated_by: Literal["claim", "article"] | None
    text: str
    actor: str | None
    action: str
    target: str | None
    status: str
    sources: tuple[str, ...]
    claims: tuple[str, ...]
    reports: tuple[Report, ...]
    denied_by: tuple[Denial, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()

    @property
    def articles(self) -> int:
        """In how many articles it stands."""
        return len({report.article for report in self.reports})


class Timeline(NamedTuple):
    """What was found: the names it goes by, most frequent first, and the entries in order of their days."""

    names: tuple[str, ...]
    entries: tuple[Entry, ...]


class _Told(NamedTuple):
    """A claim in which somebody has a role."""

    record: ArticleRecord
    claim: Claim
    mention: Mention


class _Key(NamedTuple):
    """What the claims of one entry have in common: the role, what is said, and whether it is said to be so."""

    role: Role
    said: str
    negated: bool
    denied: bool


def timeline(
    articles: Iterable[tuple[ArticleRecord, Iterable[Claim]]],
    entity: str,
    *,
    roles: Sequence[Role] = ROLES,
    since: dt.date | None = None,
    until: dt.date | None = None,
    window: int = WINDOW,
) -> Timeline:
    """Find what somebody is claimed to have done and said.

    Args:
        articles: articles with their claims, in any order; one that comes twice (by its id) is taken once.
        entity: a name, or what stands for one: "DPRK" for North Korea. A state's government and forces act for it.
        roles: "actor", "source", "target": what is wanted of them.
        since, until: the days between which it was, both included; where a claim does not say, that of its article counts.
        window: see `newsclaims.compare.compare`, which finds the claims that say the same: they are one entry.

    Returns:
        The entries by day: those without one last, those of one day in the order of the input.

    Raises:
        ValueError: there is no word in the name that could name anybody.

    Example: of "Kim visited a shipyard on Monday" and "Kim on Monday toured a shipyard" in two articles, "Kim Jong Un" has
    one entry, told in two articles.
    """
    held = {record.id: (record, tuple(claims)) for record, claims in articles}
    known = fuller(m for _, claims in held.values() for c in claims for m in (c.actor, c.target, c.source) if m)
    matches = meant(entity, known)
    about = [(record, [one for one in claims if any(_mentions(one, ALL, matches))]) for record, claims in held.values()]
    clusters = {
        (report.article, report.claim): cluster
        for cluster in compare(about, window=window, singles=True, known=known)
        for report in cluster.reports
    }
    groups: dict[_Key, list[_Told]] = {}
    for record, claims in about:
        beside = {id(claim): siblings for claim, siblings in by_sentence(held[record.id][1])}
        for claim in claims:
            cluster = clusters.get((record.id, claim.id))
            said = cluster.id if cluster else f"{record.id} {claim.id}"
            for role, mention in _once(claim, list(_mentions(claim, roles, matches))):
                denied = role == "source" and stance(claim, beside[id(claim)]).denier == "source"
                key = _Key(role, said, claim.action.status == "negated", denied)
                groups.setdefault(key, []).append(_Told(record, claim, mention))
    entries = [_entry(key, told, clusters.get((told[0].record.id, told[0].claim.id))) for key, told in groups.items()]
    entries = [entry for entry in entries if _within(entry, since, until)]
    names = Counter(entry.entity for entry in entries)
    ordered = sorted(entries, key=lambda entry: (entry.day is None, entry.day or "", entry.latest or ""))
    return Timeline(tuple(name for name, _ in names.most_common()), tuple(ordered))


def _mentions(claim: Claim, roles: Sequence[Role], matches: Matches) -> Iterator[tuple[Role, Mention]]:
    """Give the roles that somebody has in a claim, and who is mentioned there."""
    for role in roles:
        mention: Mention | None = getattr(claim, role)
        while mention is not None:
            members: tuple[Mention, ...] = getattr(mention, "parts", ()) or (mention,)
            if found := next(filter(matches, members), None):
                yield role, found
                break
            mention = mention.via if isinstance(mention, Source) else None


def _once(claim: Claim, found: Sequence[tuple[Role, Mention]]) -> Sequence[tuple[Role, Mention]]:
    """What somebody says of themselves stands once, unless it was said on another day than it was done."""
    roles = {role for role, _ in found}
    if not {"actor", "source"} <= roles or _date("source", claim):
        return found
    return [one for one in found if one[0] != "source"]


def _entry(key: _Key, told: Sequence[_Told], cluster: Cluster | None) -> Entry:
    ordered = sorted(told, key=lambda one: one.record.published or "9999")
    first = ordered[0]
    claim = first.claim
    sources = dict.fromkeys(one.claim.source.entity for one in ordered if one.claim.source)
    denials = cluster.denied_by if cluster and not (key.negated or key.denied) else ()
    ids = {one.claim.id for one in ordered}
    return Entry(
        role=key.role,
        denied=key.denied,
        entity=Counter(one.mention.entity for one in ordered).most_common(1)[0][0],
        **_when(key.role, ordered)._asdict(),
        text=claim.text,
        actor=claim.actor.entity if claim.actor else None,
        action=claim.action.text,
        target=claim.target.entity if claim.target else None,
        status=claim.action.status,
        sources=tuple(sources),
        claims=tuple(one.claim.id for one in ordered),
        reports=tuple(report(one.record, one.claim) for one in ordered),
        denied_by=tuple(denial for denial in denials if denial.claim not in ids),
        disagreements=cluster.disagreements if cluster and not key.negated else (),
    )


class _When(NamedTuple):
    """The fields of an entry that say when."""

    day: str | None
    value: str | None
    earliest: str | None
    latest: str | None
    dated_by: Literal["claim", "article"] | None


def _when(role: Role, told: Sequence[_Told]) -> _When:
    """The day that most claims give, the first reported among equals; without any, that of the first report."""
    dates = [date for one in told if (date := _date(role, one.claim))]
    if dates:
        most = Counter(date.value for date in dates).most_common(1)[0][0]
        date = next(date for date in dates if date.value == most)
        return _When(date.earliest or date.latest, date.value, date.earliest, date.latest, "claim")
    published = told[0].record.published
    return _When(published, published, published, published, "article" if published else None)


def _date(role: Role, claim: Claim) -> Date | None:
    """When it was done; for a source, when it was said. None where the claim does not say, or nobody can tell the day."""
    date = claim.source.date if role == "source" and claim.source else claim.date
    return date if date and date.type in ("DATE", "TIME") and (date.earliest or date.latest) else None


def _within(entry: Entry, since: dt.date | None, until: dt.date | None) -> bool:
    """Whether an entry may fall between two days: an open end of its own reaches any day."""
    if not (since or until):
        return True
    if entry.dated_by is None:
        return False
    first, last = (entry.earliest or "0000")[:10], (entry.latest or "9999")[:10]
    return (not since or last >= since.isoformat()) and (not until or first <= until.isoformat())
