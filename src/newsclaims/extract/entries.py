"""Dates that head an entry of a chronicle: "March 2021: The council picks a builder." """

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from newsclaims.annotate.marks import Marks, Timex
from newsclaims.annotate.times.labels import label_end
from newsclaims.extract.clause import Clause
from newsclaims.parse.columns import columns


def headed(doc: Doc, clauses: Sequence[Clause], marks: Marks) -> dict[int, Timex]:
    """Find the clauses that a time expression at the beginning of their line dates, however the parser hung it on.

    Args:
        doc: the text.
        clauses: its clauses, in text order.
        marks: lines and time expressions.

    Returns:
        The time expressions by the heads of their clauses: the first main clause behind each colon.

    Example: "In May: …" dates what comes next; "The talks: …" does not.
    """
    if ":" not in columns(doc).texts:
        return {}
    found: dict[int, Timex] = {}
    for timex in marks.times:
        colon = label_end(doc, timex)
        if colon is None:
            continue
        end = next((line.end for line in marks.lines if line.start <= colon < line.end), len(doc))
        first = next((c for c in clauses if c.kind == "main" and colon < c.start < end), None)
        if first is not None and (first.subject is None or first.subject.start > colon):
            found[first.head] = timex
    return found
