"""An article with its claims marked in place: each sentence once, and beneath it a line for each of its claims."""

from __future__ import annotations

import io
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from rich.console import Console
from rich.text import Text

from newsclaims.claim import ArticleRecord, Claim
from newsclaims.parse.paragraphs import wrapped
from newsclaims.read.encoding import called
from newsclaims.render.claim_words import fields, line
from newsclaims.render.marks import ROLES, Mark, marks
from newsclaims.render.safe import inline, visible

# Each role has an attribute or a pair of its own, for those who see no colour.
STYLES = {
    "actor": "bold cyan",
    "action": "underline yellow",
    "target": "bold italic magenta",
    "source": "italic green",
    "date": "italic underline blue",
}
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
LEGEND = ("actor", "action", "target", "source", "date")
NARROWEST = 20
Numbered = tuple[int, Claim]
Block = tuple[int, int, list[Numbered]]  # a stretch of the text, and the claims that rest on it


def show(
    text: str, record: ArticleRecord, claims: Sequence[Claim], width: int, *, colour: bool = False, only: int | None = None
) -> Iterator[str]:
    """Draw an article with its claims, part by part.

    Args:
        text: the article's text, into which the claims' offsets count.
        record: what is known of the article.
        claims: its claims, in text order; they are numbered from 1.
        width: how many columns of characters there are.
        colour: mark roles by style; without it by brackets that name the role.
        only: the number of the one claim to show, with all that is known of it.

    Yields:
        Lines, each ended, without trailing spaces.

    Example: "Norway gave Kyiv radars." comes out, without colour, as ``[actor: Norway] [action 1: gave] [target: Kyiv]
    radars.`` and beneath it ``1  Norway · gave · Ukraine``.
    """
    page = _Page(text, len(str(len(claims))), max(width, NARROWEST), colour=colour)
    yield page.head(record, claims)
    numbered = list(enumerate(claims, 1))
    if only is not None:
        yield page.one(numbered[only - 1])
        return
    at = len(text) - len(text.lstrip())
    marked = marks(numbered)
    for start, end, resting in _blocks(numbered):
        yield page.passed_over(at, start, marked)
        yield page.sentence(start, end, marked)
        yield page.lines(resting) + "\n"
        at = max(at, end)
    yield page.passed_over(at, len(text), marked)


def _blocks(claims: Iterable[Numbered]) -> Iterator[Block]:
    """Group claims by the sentence they rest on; sentences that overlap count as one."""
    block: Block | None = None
    for number, claim in sorted(claims, key=lambda pair: (pair[1].evidence.start, pair[0])):
        start, end = claim.evidence.start, claim.evidence.end
        if block and start < block[1]:
            block = (block[0], max(block[1], end), [*block[2], (number, claim)])
            continue
        if block:
            yield block
        block = (start, end, [(number, claim)])
    if block:
        yield block


class _Page:
    """What all parts of the page share: the text, the gutter's width, the paper."""

    def __init__(self, text: str, digits: int, width: int, *, colour: bool) -> None:
        self.text, self.colour = text, colour
        self.digits = max(digits, 2)
        self.indent = self.digits + 2
        self.break_ = re.compile(r"\n[ \t\r]*\n" if wrapped(text) else r"\n")
        self.sheet = io.StringIO()
        self.console = Console(
            file=self.sheet,
            width=width,
            force_terminal=colour,
            color_system="auto" if colour else None,
            highlight=False,
            soft_wrap=False,
        )

    def head(self, record: ArticleRecord, claims: Sequence[Claim]) -> str:
        """Title, what is known of the article, and what the marks mean."""
        known = (record.publisher, record.author, record.published, record.path if record.title else None)
        count = f"{len(claims)} claim{'' if len(claims) == 1 else 's'}" if claims else "no claims found"
        legend = Text("  ").join(Text(role, STYLES[role]) for role in LEGEND) if self.colour and claims else Text()
        parts = [
            self._set(Text(visible(record.title or called(record.path)), "bold")),
            self._set(Text(" · ".join(visible(part) for part in known if part), "dim")),
            self._set(Text.assemble((count, "dim"), "   " if legend else "", legend)),
        ]
        return "".join(part for part in parts if part.strip()) + "\n"

    def passed_over(self, start: int, end: int, marked: Sequence[Mark]) -> str:
        """Text that no claim rests on, paragraph by paragraph."""
        out, at = "", start
        for stop in [*self.break_.finditer(self.text, start, end), None] if start < end else []:
            till = stop.start() if stop else end
            if self.text[at:till].strip():
                out += self._set(self._marked(at, till, marked), self.indent) + "\n"
            at = stop.end() if stop else end
        return out

    def sentence(self, start: int, end: int, marked: Sequence[Mark]) -> str:
        """A sentence that claims rest on."""
        return self._set(self._marked(start, end, marked), self.indent)

    def lines(self, claims: Sequence[Numbered]) -> str:
        """A line for each claim: its number in the gutter, who did what to whom, who says so, how, when, how sure."""
        return "".join(self._set(line(claim), self.indent + 2, str(number)) for number, claim in claims)

    def one(self, numbered: Numbered) -> str:
        """One claim: where its words stand, and all its fields."""
        number, claim = numbered
        marked = marks([numbered])
        evidence = (claim.evidence.start, claim.evidence.end)
        stretches = sorted({evidence, *(self._around(mark) for mark in marked if not _within(mark, evidence))})
        out = "".join(self.sentence(start, end, marked) for start, end in stretches)
        known = list(fields(claim))
        room = max(len(name) for name, _ in known) + 2
        for name, value in known:
            row = Text.assemble((name.ljust(room), "dim"), (value, ""))
            out += self._set(row, self.indent + 2, str(number) if name == known[0][0] else "", hang=room)
        return out

    def _around(self, mark: Mark) -> tuple[int, int]:
        """The paragraph that a mark stands in."""
        starts = [found.end() for found in self.break_.finditer(self.text, 0, mark.start)]
        stop = self.break_.search(self.text, mark.end)
        return (starts[-1] if starts else 0, stop.start() if stop else len(self.text))

    def _set(self, text: Text, indent: int = 0, gutter: str = "", hang: int = 0) -> str:
        """Wrap a text to the width, beside a gutter."""
        room = max(self.console.width - indent - hang, NARROWEST // 2)
        if hang:
            first, rest = text[:hang], text[hang:]
        else:
            first, rest = Text(), text
        plain = rest.plain
        rest = rest[len(plain) - len(plain.lstrip()) :]
        rows = []
        for index, row in enumerate(rest.wrap(self.console, room)):
            row.rstrip()
            lead = (gutter.rjust(self.digits) if gutter and index == 0 else "").ljust(indent)
            rows.append(Text.assemble((lead, "bold"), first if index == 0 else " " * hang, row))
        self.console.print(Text("\n").join(rows), no_wrap=True, crop=False)
        out = self.sheet.getvalue()
        self.sheet.seek(0)
        self.sheet.truncate()
        return "".join(line.rstrip() + "\n" for line in out.splitlines())

    def _marked(self, start: int, end: int, marked: Sequence[Mark]) -> Text:
        """The text of a stretch with what is marked in it."""
        out, at = Text(), start
        for mark in islice(marked, bisect_right(marked, start, key=lambda mark: mark.end), None):
            if mark.start >= end:
                break
            first, last = max(mark.start, start), min(mark.end, end)
            out.append(inline(self.text[at:first]))
            content = self._marked(first, last, mark.inner)
            out.append_text(self._styled(mark, content) if self.colour else _bracketed(mark, content))
            at = last
        out.append(inline(self.text[at:end]))
        return out

    def _styled(self, mark: Mark, content: Text) -> Text:
        """Words in the style of their role; brackets in that style where there are marks within."""
        style = STYLES[mark.roles[0]]
        number = ",".join(map(str, mark.numbers)).translate(SUPERSCRIPT)
        if mark.inner:
            content = Text.assemble(("‹", style), content, ("›", style))
        else:
            content.stylize(style)
        return Text.assemble((number, "bold"), content)


def _bracketed(mark: Mark, content: Text) -> Text:
    numbers = ",".join(map(str, mark.numbers))
    label = ", ".join(f"{role} {numbers}" if role == "action" and numbers else role for role in mark.roles)
    return Text.assemble(f"[{label}: ", content, "]")


def _within(mark: Mark, stretch: tuple[int, int]) -> bool:
    return stretch[0] <= mark.start and mark.end <= stretch[1]


assert set(STYLES) == set(ROLES)
