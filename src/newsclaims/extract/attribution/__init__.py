"""Who says so: every stretch of a text that somebody is made to say, think or feel, with the words that attribute it."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from newsclaims.annotate.marks import Marks
from newsclaims.extract.attribution.announced import announced
from newsclaims.extract.attribution.assembly import assemble
from newsclaims.extract.attribution.clausal import clausal
from newsclaims.extract.attribution.continued import continued
from newsclaims.extract.attribution.labelled import labelled
from newsclaims.extract.attribution.phrasal import citing, phrasal
from newsclaims.extract.attribution.quoted import quoted
from newsclaims.extract.attribution.relayed import relayed
from newsclaims.extract.attribution.scene import scene
from newsclaims.extract.attribution.tails import tails
from newsclaims.extract.candidate import Attribution
from newsclaims.extract.clause import Clause

__all__ = ["attribution_of", "attributions"]


def attributions(doc: Doc, clauses: tuple[Clause, ...], marks: Marks) -> tuple[Attribution, ...]:
    """Find who says what in a text.

    Args:
        doc: the parsed text.
        clauses: its clauses.
        marks: its quotations, cues and time expressions.

    Returns:
        The attributions in text order. Contents are clauses or quotations; a cue whose content is a noun phrase ("condemned
        the launch") is none.

    Example:
        "The pact, Shea said on Monday, helps Pyongyang" gives source "Shea", cue "said", contents "The pact" and "helps
        Pyongyang", time "Monday".
    """
    view = scene(doc, clauses, marks)
    drafts = clausal(view) + phrasal(view) + quoted(view)
    drafts = relayed(view, drafts)
    drafts += citing(view, drafts)
    drafts += labelled(view, marks.lines, drafts)
    drafts += tails(view, marks.lines, drafts)
    drafts += announced(view, marks.lines, drafts)
    drafts += continued(view, drafts)
    return assemble(view, drafts, marks.times)


def attribution_of(found: Sequence[Attribution], token: int) -> int | None:
    """Find the attribution that a token's clause belongs to: of those whose content holds it, the innermost.

    Args:
        found: the attributions of the Doc.
        token: a token, usually the head of a clause.

    Returns:
        An index into ``found``; None where the article itself speaks.
    """
    best: tuple[int, int] | None = None
    for i, one in enumerate(found):
        if one.cue_head == token or not any(start <= token < end for start, end in one.contents):
            continue
        size = sum(end - start for start, end in one.contents)
        nested = best is not None and size == best[0] and one.outer is not None
        if best is None or size < best[0] or nested:
            best = (size, i)
    return None if best is None else best[1]
