"""Pure cues: clauses that only attribute another clause, and so are no claims themselves.

In "Shea said the pact helps Pyongyang" the claim is *helps*. A verb that only looks like a cue stays a claim: one that
asks ("should investigate whether …"), one that withholds ("declined to say …"), one that acts on somebody ("convinced the
court that …").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from operator import attrgetter

from spacy.tokens import Doc

from newsclaims.annotate.marks import Marks
from newsclaims.extract.attribution.cover import Cover, cover
from newsclaims.extract.candidate import Attribution
from newsclaims.extract.clause import Clause
from newsclaims.extract.questions import INTERROGATIVE, asks, withheld
from newsclaims.lexicon import column, rows
from newsclaims.parse.columns import columns

CLAIM_KINDS = frozenset({"main", "content", "adverbial", "relative", "participial", "parenthetical"})
_SIGNED = 9  # the most tokens of a reporter's name and place
CLOSING = frozenset({"tail", "trailing"})  # rules whose content need hold no verb: "Norvik in talks to merge, sources say"


@cache
def _reporting(column: str) -> frozenset[str]:
    return frozenset(row["verb"] for row in rows("reporting_verbs") if row[column])


@cache
def _cue_lemmas() -> frozenset[str]:
    """The verbs of clauses that may be cues without any attribution that says so."""
    others = (column("hedges", "word", kind=kind) for kind in ("discourse", "impersonal"))
    return frozenset({"report"}).union(_reporting("that"), _reporting("quote"), *others)


def cue_heads(doc: Doc, clauses: Sequence[Clause], attributions: Iterable[Attribution], marks: Marks) -> frozenset[int]:
    """Find the clauses that are nothing but cues.

    Args:
        doc: the text.
        clauses: its clauses.
        attributions: who says what.
        marks: where quotations stand.

    Returns:
        The heads of the pure cues.
    """
    by_head = {clause.head: clause for clause in clauses}
    governed: dict[int, list[Clause]] = {}
    for clause in clauses:
        if clause.parent is not None and clause.kind == "content" and clause.conjunct_of is None:
            governed.setdefault(clause.parent, []).append(clause)
    ordered = sorted(clauses, key=attrgetter("start"))
    starts = [clause.start for clause in ordered]
    quoted = cover([((quote.start, quote.end),) for quote in marks.quotes])
    heads = {
        one.cue_head
        for one in attributions
        if one.cue_head is not None
        and (one.rule in CLOSING or _holds_clause(one, ordered, starts))
        and not _of_noun(one, by_head)
    }
    heads |= {outer for head in heads if head in by_head and (outer := _quotes(by_head[head], by_head)) is not None}
    known = _cue_lemmas()
    for clause in clauses:
        if (clause.copular and _feels(doc, clause, governed)) or (
            clause.lemma in known
            and (
                _reports(doc, clause, governed)
                or _trails(doc, clause, marks, quoted)
                or _is_impersonal(doc, clause, governed)
                or _signs_off(doc, clause)
            )
        ):
            heads.add(clause.head)
    return frozenset(h for h in heads if not (h in by_head and _stays(doc, by_head[h], governed.get(h, []))))


def _quotes(clause: Clause, by_head: Mapping[int, Clause]) -> int | None:
    """The clause that a cue only goes on with: "*was quoted* by the radio as saying …", "*quoted* a nurse as saying …"."""
    governor = by_head.get(clause.parent) if clause.parent is not None and clause.marker == "as" else None
    if governor is None or clause.finite or clause.subject is None:
        return None
    quoted = [a for a in governor.arguments if a.role == "object"]
    said = governor.voice == "passive" or any(a.head == clause.subject.head for a in quoted)
    return clause.parent if said else None


def _of_noun(one: Attribution, by_head: Mapping[int, Clause]) -> bool:
    """Whether the cue is a noun, an adjective or a preposition of a clause that says something else."""
    clause = by_head.get(one.cue_head) if one.cue_head is not None else None
    if clause is None or one.cue is None or clause.copular:
        return False
    return not (one.cue[0] < clause.end and clause.start < one.cue[1])


def _holds_clause(one: Attribution, clauses: Sequence[Clause], starts: Sequence[int]) -> bool:
    """Whether a clause begins inside the content; ``clauses`` are in the order of their beginnings, which are ``starts``."""
    for start, end in one.contents:
        inside = clauses[bisect_left(starts, start) : bisect_left(starts, end)]
        if any(c.kind in CLAIM_KINDS and c.head != one.cue_head for c in inside):
            return True
    return False


def _reports(doc: Doc, clause: Clause, governed: Mapping[int, list[Clause]]) -> bool:
    """A verb of saying, thinking or meaning with a finite clause as its complement, whoever says so ("I mean …"); the clause
    is not its object's: "will study *the firm's claim that it paid*"."""
    if clause.lemma not in _reporting("that") and clause.lemma not in column("hedges", "word", kind="discourse"):
        return False
    heads = columns(doc).heads
    things = [one.head for one in clause.arguments if one.role == "object"]
    return any(inner.finite and heads[inner.head] not in things for inner in governed.get(clause.head, []))


def _feels(doc: Doc, clause: Clause, governed: Mapping[int, list[Clause]]) -> bool:
    """An adjective that says how somebody takes what follows it: "I am just *relieved* it is over"."""
    if not clause.copular or clause.subject is None or columns(doc).lower[clause.subject.head] == "it":
        return False
    known = columns(doc).lower[clause.head] in column("reporting_adjectives", "adjective")
    near = range(clause.head + 1, clause.head + 3)  # not "skeptical of the confidence that …"
    return known and any(inner.finite and inner.extent[0] in near for inner in governed.get(clause.head, []))


def _is_impersonal(doc: Doc, clause: Clause, governed: Mapping[int, list[Clause]]) -> bool:
    """A verb that only says how something is known, behind "it": "it *emerged* that …", "it *seems* that …"; also set in:
    "The strike, it *is feared*, will last", "… will close, it *was announced* on Friday"."""
    known = clause.lemma in column("hedges", "word", kind="impersonal")
    nobody = clause.subject is None or columns(doc).lower[clause.subject.head] == "it"
    if clause.kind == "parenthetical" and clause.subject is not None and nobody:
        others = any(one.role in ("object", "complement", "agent") for one in clause.arguments)
        return not others and (known or (clause.voice == "passive" and clause.lemma in _reporting("that")))
    if not known or clause.negations:
        return False
    return nobody and any(inner.finite for inner in governed.get(clause.head, []))


def _signs_off(doc: Doc, clause: Clause) -> bool:
    """A reporter's name with "reports" and nothing told: "*Ann Roe reports* from Graz." """
    if clause.lemma != "report" or clause.kind != "main" or clause.tense != "present" or clause.subject is None:
        return False
    brief = clause.extent[1] - clause.extent[0] <= _SIGNED and clause.subject.start < clause.start
    named = columns(doc).pos[clause.subject.head] == "PROPN"
    return brief and named and all(one.marker in ("from", "for") for one in clause.arguments)


def _trails(doc: Doc, clause: Clause, marks: Marks, quoted: Cover) -> bool:
    """A verb of saying with nothing but its subject, set in or beside a quotation: "…, he said". A verb inside one
    quotation says nothing of another: “I was not *asked*,” he said. “Nobody called me.”"""
    tokens, subject = columns(doc), clause.subject
    spoken = subject is not None and tokens.tags[subject.head] == "PRP"  # "I guess", not "The referee guessed"
    if spoken and clause.lemma in column("hedges", "word", kind="discourse") and not clause.arguments:
        return True
    if clause.lemma not in _reporting("quote") or any(
        a.role in ("object", "oblique", "complement", "agent") for a in clause.arguments
    ):
        return False
    if clause.kind == "parenthetical" or (clause.marker == "as" and clause.subject is None):  # "…, as was reported"
        return True
    start, end = tokens.sentence(clause.head)
    around = [marks.quotes[k] for k in quoted.at(clause.start)]
    beside = (marks.quotes[k] for k in quoted.between(start, end))
    return any(q not in around and all(a.start <= q.start < a.end for a in around) for q in beside)


def _stays(doc: Doc, clause: Clause, contents: Sequence[Clause]) -> bool:
    """Whether a cue is a claim nevertheless: it asks, withholds, or acts on somebody."""
    if clause.lemma == "tell" and any(columns(doc).lower[one.head] in column("tales", "noun") for one in clause.arguments):
        return True  # "Insiders *tell* a different story"
    if contents and all(inner.marker in INTERROGATIVE or asks(doc, inner) for inner in contents):
        return True
    if any(doc[v].lemma_.lower() in withheld() for v in clause.verbs[:-1]):
        return True
    return clause.lemma in column("hedges", "word", kind="act") and any(
        a.role in ("object", "recipient") for a in clause.arguments
    )
