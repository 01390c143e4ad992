"""The README's table of figures, made from what the benchmarks have measured (benchmarks/README.md)."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
MEASURED = ROOT / "benchmarks" / "README.md"
BLOCK = re.compile(r"(?<=<!-- figures -->\n).*?(?=<!-- end of figures -->)", flags=re.DOTALL)


class Cell(NamedTuple):
    """Where a figure stands: in a section of the report, in the row of that name, or that begins so, under that heading."""

    section: str
    row: str
    column: str


class Figure(NamedTuple):
    """A row of the README's table: what, measured on what, the figures, and what to compare them with."""

    what: str
    on: str
    cells: tuple[Cell, ...]
    beside: str


def _claims(*rows: str) -> tuple[Cell, ...]:
    return tuple(Cell("Claims", row, "F1") for row in rows)


FIGURES = (
    Figure(
        "whole claims: action, actor, target and source all as annotated",
        "ten news articles, F1",
        _claims("claim"),
        "two annotation passes agree at 0.95; textacy's triples and quotations reach 0.18",
    ),
    Figure("their actions, actors, targets", "the same", _claims("trigger", "actor", "target"), "0.99, 0.98, 0.97"),
    Figure("their sources, dates, statuses", "the same", _claims("source", "date", "status"), "0.98, 0.93, 0.99"),
    Figure("who is meant: actors, sources", "the same", _claims("actor resolved", "source resolved"), "0.97, 0.97"),
    Figure(
        "whole claims, in articles whose errors nobody has read",
        "articles written for this project, F1",
        (Cell("Claims of articles held out", "claim", "F1"),),
        "",
    ),
    Figure(
        "attributions: source, cue, content",
        "PolNeAR dev, F1",
        tuple(Cell("Attributions: PolNeAR dev", row, "F1") for row in ("source", "cue", "content")),
        "its annotators: 0.77, 0.70, 0.75",
    ),
    Figure(
        "dates and times: bounds; value",
        "AQUAINT TimeML, F1",
        tuple(Cell("Time expressions: AQUAINT TimeML", "DATE+TIME", column) for column in ("strict F1", "value F1")),
        "HeidelTime on another corpus: bounds 0.82",
    ),
    Figure(
        "syntax: labelled attachment",
        "GUM dev, EWT test, gold tokens",
        (Cell("The language model", "gum-dev", "LAS"), Cell("The language model", "ewt-test", "LAS")),
        "UDPipe 2: 0.921, 0.924; spaCy's CNN trained on them: 0.833, 0.819",
    ),
    Figure(
        "the same claim in two articles: precision, recall",
        "pairs of sentences held back",
        tuple(
            Cell("The same claim across articles: pairs of sentences", "held | same", column)
            for column in ("precision", "recall")
        ),
        "",
    ),
    Figure(
        "speed: from files to JSON on one core",
        "articles of 500 words; a processor with VNNI, one without",
        tuple(Cell(section, "`claims`,", "measured") for section in ("Speed", "Speed without VNNI")),
        "the next line, in the same runs",
    ),
    Figure(
        "spaCy's CNN of the same width: tags, syntax and names alone",
        "the same",
        tuple(Cell(section, "spaCy's network", "measured") for section in ("Speed", "Speed without VNNI")),
        "",
    ),
    Figure("one article, from a cold start", "500 words", (Cell("Speed", "`claims extract`,", "measured"),), ""),
)


def section(report: str, heading: str) -> str:
    """Give a section of the report.

    Raises:
        KeyError: there is none of that heading.
    """
    for part in re.split(r"^## ", report, flags=re.MULTILINE)[1:]:
        if part.startswith(heading + "\n"):
            return part
    raise KeyError(heading)


def value(report: str, cell: Cell) -> str:
    """Give a figure of the report: a mere number rounded to two places, anything else as it stands."""
    split = [_cells(line.strip()) for line in section(report, cell.section).splitlines()]
    head = next(row for row in split if cell.column in row)
    wanted = cell.row.split(" | ")
    found = next((row for row in split if row[: len(wanted)] == wanted), None)
    found = found or next(row for row in split if row[0].startswith(cell.row))
    figure = found[len(found) - len(head) + head.index(cell.column)]
    return f"{float(figure):.2f}" if re.fullmatch(r"[\d.]+", figure) else figure


def _cells(line: str) -> list[str]:
    """The cells of a line of a Markdown table, empty ones too, or of columns with blanks between."""
    return [one.strip() for one in line[1:-1].split("|")] if line.startswith("|") else re.split(r"\s{2,}", line)


def table(report: str) -> str:
    """Give the README's table; a row whose section has not been measured is left out."""
    lines = ["| what | measured on | figure | beside it |", "|---|---|---|---|"]
    for figure in FIGURES:
        if not all(f"\n## {cell.section}\n" in report for cell in figure.cells):
            continue
        values = ", ".join(value(report, cell) for cell in figure.cells)
        lines.append(f"| {figure.what} | {figure.on} | {values} | {figure.beside} |")
    return "\n".join(lines) + "\n"


def readme(text: str) -> str:
    """Give the README with what is measured now; as it stands where there are no benchmarks (in a source distribution)."""
    if not MEASURED.exists():
        return text
    return BLOCK.sub(lambda _: table(MEASURED.read_text(encoding="utf-8")), text)
