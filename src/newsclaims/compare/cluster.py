"""What a comparison gives: clusters of claims that say the same, as frozen models."""

from __future__ import annotations

from typing import Literal

from newsclaims.claim import Model


class Wording(Model):
    """One way to put the claim, and the claims that put it so."""

    text: str
    claims: tuple[str, ...]


class Report(Model):
    """One claim of the cluster: in which article it stands, and who published that when."""

    claim: str
    article: str
    path: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None


class Backer(Model):
    """Who stands behind the claim: a source that is quoted, or the publisher of an article that says so itself."""

    name: str
    kind: Literal["source", "publisher"]
    claims: tuple[str, ...]


class Denial(Model):
    """Who says that it is not so: in which words, in which claim."""

    name: str
    text: str
    claim: str


class Value(Model):
    """A figure or a day, and the claims that give it."""

    text: str
    claims: tuple[str, ...]


class Disagreement(Model):
    """Figures, or days, of which not all can be right."""

    kind: Literal["number", "date"]
    values: tuple[Value, ...]


class Cluster(Model):
    """Claims that say the same, or the contrary.

    Args:
        id: derived from the ids of the claims.
        text: one claim in full, of the wording that is told most.
        actor, action, target: its parts; the names that stand for who is meant.
        status: its status: "actual", or "future", say, for what is yet to come.
        claims: the ids of all claims, in the order of publication.
        reports: where each stands.
        wordings: how those that say it put it, the most frequent first.
        first: the first report of it; the first in the input among those of one day, or where no day is known.
        since: the day of publication of ``first``, None where unknown.
        sources: who stands behind it.
        independent: how many of these know it by themselves: a source quoted in ten articles counts once, and so does one
            text that ten publishers print.
        denied_by: who says that it is not so.
        disagreements: figures and days that do not agree.
    """

    id: str
    text: str
    actor: str | None
    action: str
    target: str | None
    status: str
    claims: tuple[str, ...]
    reports: tuple[Report, ...]
    wordings: tuple[Wording, ...]
    first: Report
    since: str | None
    sources: tuple[Backer, ...]
    independent: int
    denied_by: tuple[Denial, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()

    @property
    def articles(self) -> int:
        """In how many articles it stands."""
        return len({report.article for report in self.reports})
