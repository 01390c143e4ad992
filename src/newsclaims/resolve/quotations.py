"""Attributions → the rows of `claims quotes`: who said it, by which words, what, and when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from spacy.tokens import Doc

from newsclaims.annotate import annotate
from newsclaims.annotate.marks import Timex
from newsclaims.extract.attribution import attributions
from newsclaims.extract.attribution.stances import stances
from newsclaims.extract.candidate import Attribution
from newsclaims.extract.clause import Clause
from newsclaims.extract.reader import clauses
from newsclaims.read.article import Article
from newsclaims.resolve.mentions import who
from newsclaims.resolve.names import Names
from newsclaims.resolve.spans import place
from newsclaims.resolve.timeline import date_of, timeline

Record = dict[str, Any]
Stretch = tuple[int, int]


class _Article(NamedTuple):
    """One article, ready to make rows of."""

    doc: Doc
    names: Names
    dates: dict[Timex, Any]
    clauses: dict[int, Clause]
    said: tuple[Attribution, ...]


def quotations(doc: Doc, article: Article) -> Iterator[Record]:
    """Give every attribution of a parsed article as the contract's record, without ``path``.

    Args:
        doc: the parsed article.
        article: gives the publication date.

    Yields:
        Records in text order. A content that only its own reporting words interrupt is one span, with its pieces in
        ``parts``; what else stands between makes several records of it.

    Example:
        "The pact, Shea said, helps Pyongyang." gives one record: content "The pact, Shea said, helps Pyongyang", parts "The
        pact" and "helps Pyongyang", source "Shea", cue "said", quote "indirect".
    """
    marks = annotate(doc)
    found = clauses(doc)
    said = attributions(doc, found, marks)
    view = _Article(
        doc, who(doc, said), timeline(doc, marks.times, article.published), {one.head: one for one in found}, said
    )
    listed = [*said, *stances(doc, found, marks, said)]
    rows = [(parts, one) for one in listed if one.rule != "self" for parts in _rows(doc, one)]
    for parts, one in sorted(rows, key=lambda row: (row[0][0], row[1].cue or (0, 0))):
        content = place(doc, parts[0][0], parts[-1][1])
        pieces = [place(doc, *part) for part in parts] if len(parts) > 1 else []
        yield {
            "source": _source(view, one),
            "cue": _cue(view, one),
            "content": content,
            "parts": pieces,
            "quote": one.quote,
            "date": _date(view, one),
            "via": _via(view, one),
            "rule": one.rule,
        }


def _rows(doc: Doc, one: Attribution) -> list[list[Stretch]]:
    """Group the stretches of a content: those with nothing but reporting words, or nothing at all, between stay together."""
    rows: list[list[Stretch]] = []
    for stretch in one.contents:
        last = rows[-1][-1] if rows else None
        between = range(last[1], stretch[0]) if last else range(0)
        cue = one.cue if one.cue and last and last[1] <= one.cue[0] < stretch[0] else None
        if last and (cue or all(doc[i].is_punct or doc[i].is_space for i in between)):
            rows[-1].append(stretch)
        else:
            rows.append([stretch])
    return rows


def _source(view: _Article, one: Attribution) -> Record | None:
    if one.source is None:
        return None
    named = view.names(view.doc, one.source.head, one.source.start, one.source.end)
    return {**place(view.doc, one.source.start, one.source.end), "type": named.type, "entity": named.entity}


def _cue(view: _Article, one: Attribution) -> Record | None:
    """The cue with its auxiliaries and negation: "has said", "did not respond"."""
    if one.cue is None:
        return None
    clause = view.clauses.get(one.cue_head) if one.cue_head is not None else None
    start, end = one.cue
    if clause is not None and clause.start <= end and start <= clause.end:
        said = min((first for first, _ in one.contents if first >= end), default=clause.end)
        start, end = min(start, clause.start), max(end, min(clause.end, said))
    return {**place(view.doc, start, end)}


def _date(view: _Article, one: Attribution) -> Record | None:
    return date_of(view.doc, one.time, view.dates).model_dump(mode="json") if one.time else None


def _via(view: _Article, one: Attribution) -> Record | None:
    """The outer source, of the same shape as in a claim."""
    chain: list[Attribution] = []
    at = one.outer if one in view.said else None
    while at is not None and view.said[at] not in chain:
        chain.append(view.said[at])
        at = view.said[at].outer
    via: Record | None = None
    for outer in reversed(chain):
        source = _source(view, outer)
        if source is not None:
            cue = place(view.doc, *outer.cue) if outer.cue else None
            via = {**source, "cue": cue, "quote": outer.quote, "date": _date(view, outer), "via": via}
    return via
