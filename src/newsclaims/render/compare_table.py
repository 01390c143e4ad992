"""Clusters for reading: a block each, who says it and since when, who denies it, what does not agree."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.table import Table
from rich.text import Text

from newsclaims.compare.cluster import Cluster, Report
from newsclaims.render.safe import visible
from newsclaims.render.table import few

LABEL = 9  # columns for the words that say what a line is
NARROWEST = 40
MANY = 5  # wordings, sources, denials, values: more are only counted


def compare_table(clusters: Iterable[Cluster], width: int, *, colour: bool = False) -> Iterator[str]:
    """Draw clusters, one block each.

    Args:
        clusters: what was found, in the order in which it is to stand.
        width: how many columns of characters there are.
        colour: send styles; the words alone carry the meaning too.

    Yields:
        Blocks of lines, each line ended, with an empty line between blocks.
    """
    for number, cluster in enumerate(clusters, 1):
        yield ("\n" if number > 1 else "") + _block(number, cluster, max(width, NARROWEST), colour=colour)


def _block(number: int, cluster: Cluster, width: int, *, colour: bool) -> str:
    sheet = io.StringIO()
    console = Console(
        file=sheet, width=width, force_terminal=colour, color_system="auto" if colour else None, highlight=False
    )
    grid = Table.grid(padding=(0, 1, 0, 0), pad_edge=False)
    grid.add_column(width=LABEL, style="dim", overflow="fold")
    grid.add_column(width=width - LABEL - 1, overflow="fold")
    grid.add_row(Text(str(number)), Text(visible(cluster.text), style="bold"))
    for label, text in _lines(cluster):
        grid.add_row(Text(label), text)
    console.print(grid)
    return "".join(line.rstrip() + "\n" for line in sheet.getvalue().splitlines())


def _lines(cluster: Cluster) -> Iterator[tuple[str, Text]]:
    reprinted = cluster.independent < len(cluster.sources)
    counts = [_count(cluster.articles, "article"), f"{cluster.independent} independent"]
    yield "told in", Text(", ".join(counts) + (" (some share a text)" if reprinted else ""))
    yield "first", Text(_report(cluster.first))
    for wording in few([w.text for w in cluster.wordings if w.text != cluster.text], MANY):
        yield "also", Text(visible(wording), style="italic")
    sources = [backer.name for backer in cluster.sources if backer.kind == "source"]
    if sources:
        yield "source", Text(visible("; ".join(few(sources, MANY))))
    papers = [backer.name for backer in cluster.sources if backer.kind == "publisher"]
    if papers:
        yield "own voice", Text(visible("; ".join(few(papers, MANY))))
    for denial in cluster.denied_by[:MANY]:
        yield "denied by", Text(visible(denial.name), style="bold").append(visible(f": {denial.text}"), style="not bold")
    for disagreement in cluster.disagreements:
        values = [f"{value.text} ({_count(len(value.claims), 'claim')})" for value in disagreement.values]
        label = "figures" if disagreement.kind == "number" else "days"
        yield label, Text(visible(" / ".join(few(values, MANY))), style="bold")


def _report(report: Report) -> str:
    return visible(" · ".join(part for part in (report.published or "no date", report.publisher, report.path) if part))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
