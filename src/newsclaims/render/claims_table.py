"""The table of claims: actor · action · target · source · date, one row a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from newsclaims.claim import ArticleRecord, Claim, Mention
from newsclaims.read.encoding import called
from newsclaims.render.claim_words import day, done, how_said
from newsclaims.render.table import Column, Row, cell, table

if TYPE_CHECKING:
    from newsclaims.flow import Reading

COLUMNS = (
    Column("actor", 3, 12),
    Column("action", 3, 14),
    Column("target", 4, 14),
    Column("source", 2, 12),
    Column("date", 0, 10),
)
STYLES = {"negated": "bold", "possible": "italic", "future": "italic", "conditional": "italic dim"}


def claims_table(reading: Reading, width: int, *, colour: bool = False, evidence: bool = False) -> str:
    """Draw the claims of one article.

    A mention is shown by the name it goes by in the article; a status other than "actual" stands in words after the
    action. With ``evidence`` the sentence stands below its claims.
    """
    heading = title(reading.record)
    if not reading.claims:
        return f"{cell(heading).plain}\nno claims found\n"
    following = (*reading.claims[1:], None)
    rows = (
        claim_row(
            claim, claim.evidence.text if evidence and (claim.why or not (then and then.evidence == claim.evidence)) else ""
        )
        for claim, then in zip(reading.claims, following, strict=True)
    )
    return table(COLUMNS, rows, width, title=heading, colour=colour)


def title(record: ArticleRecord) -> str:
    """Give the line above an article's claims: its headline or file, its publisher, its day."""
    return " · ".join(part for part in (record.title or called(record.path), record.publisher, record.published) if part)


def claim_row(claim: Claim, below: str = "") -> Row:
    """Give a claim as a row of the table; a text below it, such as its evidence, is set under it."""
    status = claim.action.status
    style = STYLES.get(status, "")
    cells = (
        _name(claim.actor),
        cell(done(claim), style, note="" if status == "actual" else status),
        _name(claim.target),
        _source(claim),
        cell(day(claim.date).replace("/", " / ")),
    )
    return Row(cells, (*claim.why, *([below] if below else [])))


def _name(mention: Mention | None) -> Text:
    return cell(mention.entity, "bold" if mention.type else "") if mention else cell("–", "dim")


def _source(claim: Claim) -> Text:
    source = claim.source
    return cell(source.entity, note=how_said(claim)) if source else cell("–", "dim")
