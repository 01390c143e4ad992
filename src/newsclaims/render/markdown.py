"""Tables in GitHub-flavoured Markdown: a heading and a table an article, in which nothing of the article is markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from newsclaims.claim import Claim, Mention
from newsclaims.render.claim_words import day, done, how_said
from newsclaims.render.claims_table import title
from newsclaims.render.safe import visible

if TYPE_CHECKING:
    from newsclaims.flow import Reading

ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
# The rest of what means something within a line; "://", "www." and "@" make links by themselves.
MARKUP = re.compile(r"[&<>]|[\\`*_{}\[\]|~$#@^]|(?<=\w):(?=\S)|(?<=www)\.", re.I)
COLUMNS = ("actor", "action", "target", "source", "date")
NONE = "–"


def escaped(text: str) -> str:
    """Put a text on one line as Markdown that shows it and obeys nothing in it.

    Example: ``"<b>Eve|Ltd</b> [x](https://phish.example)"`` gives
    ``r"&lt;b&gt;Eve\\|Ltd&lt;/b&gt; \\[x\\](https\\://phish.example)"``.
    """
    return MARKUP.sub(lambda match: ENTITIES.get(match[0]) or f"\\{match[0]}", visible(text))


def shape_markdown(reading: Reading, *, evidence: bool = False) -> str:
    """Write the claims of one article; with ``evidence`` the sentence of each stands in a last column."""
    why = any(claim.why for claim in reading.claims)
    more = [name for name, wanted in (("evidence", evidence), ("why", why)) if wanted]
    rows = (_row(claim, evidence=evidence, why=why) for claim in reading.claims)
    return section(title(reading.record), (*COLUMNS, *more), rows)


def section(heading: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a heading and a table.

    Args:
        heading: as it is to be read.
        heads: what the columns are called.
        rows: what stands in them, as it is to be read.
    """
    lines = [_line(row) for row in rows]
    above = f"## {escaped(heading)}\n\n"
    if not lines:
        return f"{above}Nothing found.\n"
    return f"{above}{_line(heads)}|{' --- |' * len(heads)}\n{''.join(lines)}"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(escaped(cell) for cell in cells)} |\n"


def _row(claim: Claim, *, evidence: bool, why: bool) -> tuple[str, ...]:
    status = claim.action.status
    return (
        _name(claim.actor),
        done(claim) if status == "actual" else f"{done(claim)} ({status})",
        _name(claim.target),
        _source(claim),
        day(claim.date) or NONE,
        *((claim.evidence.text,) if evidence else ()),
        *((" · ".join(claim.why),) if why else ()),
    )


def _name(mention: Mention | None) -> str:
    return mention.entity if mention else NONE


def _source(claim: Claim) -> str:
    note = how_said(claim)
    return f"{_name(claim.source)} ({note})" if note else _name(claim.source)
