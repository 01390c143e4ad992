"""Rows for reading: a table that fits the terminal, or a paragraph a row where that is too narrow for its columns."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from newsclaims.render.safe import visible

GAP = 2
LINES = 3  # a cell longer than this many lines is cut: the whole text is in the JSON
NARROWEST = 20
BULLET, BETWEEN, EMPTY = "•", " · ", "–"


class Column(NamedTuple):
    """A column: its heading, its share of the width, and the least it can do with; a share of 0 keeps it at that."""

    heading: str
    share: int
    least: int


class Row(NamedTuple):
    """A row: a text, with its style, for each column; the lines ``below`` are set under it over the whole width."""

    cells: Sequence[Text]
    below: Sequence[str] = ()


def table(columns: Sequence[Column], rows: Iterable[Row], width: int, *, title: str = "", colour: bool = False) -> str:
    """Draw a table.

    Args:
        columns: what the columns are.
        rows: what stands in them, one cell a column.
        width: how many columns of characters there are; where the columns need more, a row is set as a paragraph.
        title: a line above it.
        colour: send styles (bold, italic, colour); the words alone carry the meaning too.

    Returns:
        The text, each line ended, none with trailing spaces.
    """
    fits = width >= sum(column.least for column in columns) + GAP * (len(columns) - 1)
    widths = _widths(columns, width) if fits else [len(BULLET), max(NARROWEST, width) - len(BULLET) - GAP]
    sheet = io.StringIO()
    console = Console(  # who calls knows whether styles are wanted; rich would ask the environment again
        file=sheet,
        width=sum(widths) + GAP * (len(widths) - 1),
        height=24,  # without one a terminal that says it is dumb is taken for 80 columns wide
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=False,
        highlight=False,
    )
    if title:
        console.print(Text(visible(title), style="bold"))
    headings = [Text(column.heading, style="dim") for column in columns]
    console.print(_row(headings, widths) if fits else _joined(headings))
    console.print(Rule(style="dim", characters="─"))
    for row in rows:
        if fits:
            console.print(_row([_cut(cell, size) for cell, size in zip(row.cells, widths, strict=True)], widths))
        else:
            console.print(_row([Text(BULLET), _joined([_cut(cell, widths[-1]) for cell in row.cells])], widths))
        for line in row.below:
            console.print(Padding(Text(visible(line), style="dim italic"), (0, 0, 0, GAP)))
        if row.below:
            console.print()
    return "".join(line.rstrip() + "\n" for line in sheet.getvalue().splitlines())


def cell(text: str, style: str = "", note: str = "", note_style: str = "italic") -> Text:
    """A cell's text made safe, with a note after it in a style of its own."""
    made = Text(visible(text), style=style)
    return made.append(f" ({visible(note)})", style=note_style) if note else made


def few(texts: Sequence[str], most: int) -> list[str]:
    """Give the first of some texts; of the others only how many they are."""
    return [*texts[:most], *([f"… and {len(texts) - most} more"] if len(texts) > most else [])]


def _widths(columns: Sequence[Column], width: int) -> list[int]:
    """Share out what the least widths leave."""
    spare = max(0, width - sum(column.least for column in columns) - GAP * (len(columns) - 1))
    shares = sum(column.share for column in columns) or 1
    widths = [column.least + spare * column.share // shares for column in columns]
    widest = max(range(len(columns)), key=lambda index: columns[index].share)
    widths[widest] += spare - sum(widths) + sum(column.least for column in columns)
    return widths


def _row(cells: Sequence[Text], widths: Sequence[int]) -> Table:
    grid = Table.grid(padding=(0, GAP, 0, 0), pad_edge=False)
    for size in widths:
        grid.add_column(width=size, overflow="fold")
    grid.add_row(*cells)
    return grid


def _joined(cells: Sequence[Text]) -> Text:
    """The cells of a row in one line; of empty ones those at the end are left out, and a dash stands for the others."""
    last = max((at for at, cell in enumerate(cells) if cell.plain), default=-1)
    return Text(BETWEEN).join(cell if cell.plain else Text(EMPTY) for cell in cells[: last + 1])


def _cut(text: Text, width: int) -> Text:
    """Cut a text at a word so that it keeps within its lines."""
    room = width * LINES - width // 3  # wrapping at words loses some
    if text.cell_len <= room:
        return text
    kept = text.copy()
    kept.truncate(room)
    cut = kept.plain.rfind(" ")
    kept = kept[: cut if cut > room // 2 else len(kept)]
    return kept.append("…")
