"""A timeline for reading: a row an entry, the day in front, what does not agree beneath it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePath

from newsclaims.compare.timeline import Entry
from newsclaims.render.claims_table import STYLES
from newsclaims.render.columns import Field
from newsclaims.render.table import Column, Row, cell, few, table

COLUMNS = (
    Column("date", 0, 12),
    Column("", 0, 7),
    Column("claim", 6, 24),
    Column("source", 2, 12),
    Column("article", 2, 12),
)
DID = {"actor": "did", "source": "said", "target": "done to"}
FEW = 3  # sources, denials, values: more are only counted
FIELDS = (
    Field("day", "day", "the day by which the row stands in its place, empty where nothing is known of it"),
    Field("value", "value", "when it was, after TIMEX3; the day of publication where the claim does not say"),
    Field("earliest", "earliest", "the first day it may be"),
    Field("latest", "latest", "the last day it may be"),
    Field("dated_by", "dated_by", "claim or article: who says when"),
    Field("role", "role", "actor: done by whom is asked for; source: said by them; target: done to them"),
    Field("denied", "denied", "True where they, as the source, say that it is not so"),
    Field("entity", "entity", "the name they go by there"),
    Field("text", "text", "the claim, readable on its own"),
    Field("actor", "actor", "who does it, by name"),
    Field("action", "action", "what is done, in the words of the article"),
    Field("target", "target", "what or whom it is done to, by name"),
    Field("status", "status", "actual, negated, possible, future or conditional"),
    Field("sources", "sources", "who says so, by name"),
    Field("claims", "claims", "ids of the claims"),
    Field("paths", "reports.path", "the files of the articles"),
    Field("denied_by", "denied_by.name", "who says that it is not so"),
)


def timeline_table(entries: Iterable[Entry], width: int, *, title: str = "", colour: bool = False) -> str:
    """Draw a timeline; "reported" stands under a day that is only that of the article."""
    return table(COLUMNS, map(_row, entries), width, title=title, colour=colour)


def _row(entry: Entry) -> Row:
    status = entry.status
    note = "" if status == "actual" else status
    day = cell((entry.value or entry.day or "–").replace("/", " / "), note="reported" if entry.dated_by == "article" else "")
    source = cell("; ".join(few(entry.sources, FEW)) or "–", "" if entry.sources else "dim")
    first = entry.reports[0]
    where = first.publisher or first.title or PurePath(first.path).name
    cells = (
        day,
        cell("denied" if entry.denied else DID[entry.role], "bold"),
        cell(entry.text, STYLES.get(status, ""), note=note),
        source if entry.role != "source" else cell(entry.entity),
        cell(f"{entry.articles} articles" if entry.articles > 1 else where, "dim"),
    )
    return Row(cells, tuple(_below(entry)))


def _below(entry: Entry) -> Iterator[str]:
    """Say what does not agree."""
    for denial in entry.denied_by[:FEW]:
        yield f"denied by {denial.name}: {denial.text}"
    for disagreement in entry.disagreements:
        values = " / ".join(few([value.text for value in disagreement.values], FEW))
        yield f"{'figures' if disagreement.kind == 'number' else 'days'}: {values}"
