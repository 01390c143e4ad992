"""Status: what a clause's own wording makes of its claim, and by which words.

The order, the first that applies: negated, else conditional, else possible, else future, else actual. That somebody
else says it makes no claim uncertain. The words are lexicon data (``hedges``, and ``chain_verbs`` for verbs of a chain).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import cast

from spacy.tokens import Doc

from newsclaims.claim import Status
from newsclaims.extract.candidate import StatusMark
from newsclaims.extract.clause import Clause
from newsclaims.lexicon import rows
from newsclaims.parse.columns import columns

OR = frozenset({"or", "nor"})
ACTUAL = StatusMark("actual")


@cache
def words(kind: str) -> dict[str, Status]:
    """The lexicon's words of one kind ("modal", "adverb", "conjunction" …) with the status they give."""
    return {row["word"]: cast(Status, row["status"]) for row in rows("hedges") if row["kind"] == kind}


@cache
def _chain_status() -> dict[tuple[str, str], Status]:
    return {(row["lemma"], row["form"]): cast(Status, row["status"]) for row in rows("chain_verbs") if row["status"]}


def status(doc: Doc, clause: Clause, by_head: Mapping[int, Clause], conditions: Mapping[int, Clause]) -> StatusMark:
    """Work out the status of a clause.

    Args:
        doc: the text.
        clause: the clause in question.
        by_head: all clauses by their heads, for what a conjunct shares and what governs a content clause.
        conditions: for a governing clause's head, the if-clause below it.

    Returns:
        The status and the tokens of its cue: ``possible`` by "could" for "could help Kenya", ``actual`` without cue.
    """
    for found in (_negated, _conditional, _hedged):
        mark = found(doc, clause, by_head, conditions)
        if mark is not None:
            return mark
    return ACTUAL


def _shares(doc: Doc, clause: Clause, by_head: Mapping[int, Clause]) -> Clause | None:
    """The first conjunct whose auxiliaries this bare verb or participle shares: "must *leave* and *pay*", "could be sold or
    *closed*"; but not "will not be sold but *given* away", whose "not" is the first's alone."""
    if clause.conjunct_of is None or clause.auxiliaries:
        return None
    tokens = columns(doc)
    first, tag = by_head.get(clause.conjunct_of), tokens.tags[clause.verbs[0]]
    if (
        tag == "VBD" and clause.start > 0 and tokens.lower[clause.start - 1] in OR
    ):  # "had not admitted it or *named* anybody"
        tag = "VBN"
    if first is None or (tag != "VB" and not (tag == "VBN" and first.auxiliaries and tokens.tags[first.verbs[-1]] == "VBN")):
        return None
    return first


def _negated(doc: Doc, clause: Clause, by_head: Mapping[int, Clause], conditions: Mapping[int, Clause]) -> StatusMark | None:
    del conditions
    lower = columns(doc).lower
    for i in clause.negations:
        if i + 1 < len(lower) and lower[i + 1] in words("additive"):
            continue
        start = i - 1 if i > 0 and lower[i] == "longer" else i
        return StatusMark("negated", (start, i + 1))
    if clause.marker in words("marker"):
        return StatusMark("negated", _place_of_marker(doc, clause))
    late = words("undone")
    undone = next((i for i, word in enumerate(lower[clause.start : clause.end], clause.start) if word in late), None)
    if undone is not None and columns(doc).lemmas[clause.start] in ("have", "be") and lower[undone + 1] == "to":
        return StatusMark("negated", (undone, undone + 1))  # "has *yet* to reply"
    raiser = by_head.get(clause.parent) if clause.parent is not None and clause.kind == "content" else None
    if raiser is not None and raiser.negations and raiser.lemma in words("raiser"):
        return StatusMark("negated", (raiser.negations[0], raiser.negations[0] + 1))
    first = _shares(doc, clause, by_head)
    contrast = clause.start > 0 and lower[clause.start - 1] in ("but", "instead", "rather")
    return _negated(doc, first, by_head, {}) if first is not None and first.auxiliaries and not contrast else None


def _conditional(
    doc: Doc, clause: Clause, by_head: Mapping[int, Clause], conditions: Mapping[int, Clause]
) -> StatusMark | None:
    if _sets_condition(clause):
        return StatusMark("conditional", _place_of_marker(doc, clause))
    condition = conditions.get(clause.head)
    if condition is None and clause.conjunct_of is not None and not clause.auxiliaries:
        condition = conditions.get(clause.conjunct_of)
    if condition is None and clause.kind == "content" and clause.parent is not None:
        governor = by_head.get(clause.parent)
        condition = governor if governor and _sets_condition(governor) else None  # "if the court finds *the law is void*"
    return None if condition is None else StatusMark("conditional", _place_of_marker(doc, condition))


def _asks_if(clause: Clause) -> bool:
    """Whether "if" means whether: "asked *if the ferry had sailed*"."""
    return clause.kind == "content" and clause.marker == "if"


def _sets_condition(clause: Clause) -> bool:
    """Whether a clause's conjunction makes it a condition: "*if* the king objects", not "asked *if* he would"."""
    return words("conjunction").get(clause.marker) == "conditional" and not _asks_if(clause)


def conditions_of(doc: Doc, clauses: Iterable[Clause]) -> dict[int, Clause]:
    """Find what is said under a condition: "*The deal ends* if the king objects".

    Args:
        doc: the text.
        clauses: its clauses.

    Returns:
        The if-clause of each governing clause that has one, by its head; concessions ("even if") set none.
    """
    found: dict[int, Clause] = {}
    for clause in clauses:
        if clause.parent is None or clause.kind not in ("adverbial", "participial"):
            continue
        if _sets_condition(clause) and not _concedes(doc, clause):
            found.setdefault(clause.parent, clause)
    return found


def _concedes(doc: Doc, clause: Clause) -> bool:
    """Whether "even" stands before the conjunction: what holds even if the king objects does not hang on it."""
    where = _place_of_marker(doc, clause)
    return where is not None and where[0] > 0 and "even" in columns(doc).lower[where[0] - 1 : where[0] + 1]


def _place_of_marker(doc: Doc, clause: Clause) -> tuple[int, int] | None:
    """Where a clause's conjunction stands."""
    first, width = clause.marker.split(" ")[0], clause.marker.count(" ") + 1
    since = max(0, clause.extent[0] - 2)
    near = columns(doc).lower[since : clause.start + 1] if first else ()
    if first not in near:
        return None
    start = since + near.index(first)
    return start, min(start + width, len(doc))


def _hedged(doc: Doc, clause: Clause, by_head: Mapping[int, Clause], conditions: Mapping[int, Clause]) -> StatusMark | None:
    """The strongest of a clause's modals, hedging verbs and adverbs: what is only possible comes before what is to be."""
    del conditions
    marks = [*_modals(doc, clause), *_chain(doc, clause), *_adverbs(doc, clause)]
    if words("conjunction").get(clause.marker) == "possible" or _asks_if(clause):
        marks.append(StatusMark("possible", _place_of_marker(doc, clause)))
    governor = by_head.get(clause.parent) if clause.parent is not None else None
    if clause.kind == "content" and governor is not None and governor.lemma in words("governor"):
        marks.append(StatusMark(words("governor")[governor.lemma], (governor.start, governor.end)))
    elif (
        clause.kind == "content"
        and governor is not None
        and governor.lemma in words("subjunctive")
        and _is_bare(doc, clause)
    ):
        marks.append(StatusMark(words("subjunctive")[governor.lemma], (governor.start, governor.end)))
    if clause.kind == "content" and governor is not None:
        marks += _impersonal(governor)
    bare = clause.marker == "that" and clause.subject is not None and columns(doc).lower[clause.start] == "be"
    if clause.kind == "content" and bare:
        marks.append(StatusMark("possible", _place_of_marker(doc, clause)))  # "the request that he *be* released"
    first = _shares(doc, clause, by_head)
    if first is not None:
        chained = len(first.verbs) > 1 and doc[first.verbs[-1]].tag_ == doc[clause.verbs[0]].tag_
        marks += [*_modals(doc, first), *(_chain(doc, first) if chained else ())]
    for wanted in ("possible", "future"):
        for mark in marks:
            if mark.status == wanted:
                return StatusMark("conditional", mark.cue) if _would_have(doc, clause, mark) else mark
    return None


def _would_have(doc: Doc, clause: Clause, mark: StatusMark) -> bool:
    """Whether something only would have happened: "the merger *would have created* a giant"."""
    tokens = columns(doc)
    if mark.cue is None or tokens.lower[mark.cue[0]] not in ("would", "'d", "’d"):
        return False
    return any(i > mark.cue[0] and tokens.lower[i] == "have" for i in clause.auxiliaries)


def _impersonal(governor: Clause) -> list[StatusMark]:
    """What nobody named is said to think, or what only seems so: "*it is thought* that the third is a guide", "*it seems*
    that he left"."""
    if governor.subject is None and words("impersonal").get(governor.lemma) == "possible":
        return [StatusMark("possible", (governor.start, governor.end))]
    mark = _chain_status().get((governor.lemma, "passive"))
    named = governor.subject is not None or any(one.role == "agent" for one in governor.arguments)
    return (
        []
        if mark != "possible" or named or governor.voice != "passive"
        else [StatusMark(mark, (governor.start, governor.end))]
    )


def _is_bare(doc: Doc, clause: Clause) -> bool:
    """Whether the clause's first verb is a bare form: "insisted that he *resign*", not "that prices *are* fair"."""
    first = doc[min((*clause.auxiliaries, *clause.verbs))]
    return first.tag_ in ("VB", "VBP") and first.lower_ == first.lemma_.lower() and first.i not in clause.auxiliaries


def _modals(doc: Doc, clause: Clause) -> list[StatusMark]:
    """Modal auxiliaries, and "to" where it makes a headline's or "be to"'s future."""
    tokens, known = columns(doc), words("modal")
    lower = tokens.lower
    found = [StatusMark(known[lower[i]], (i, i + 1)) for i in clause.auxiliaries if lower[i] in known]
    after = clause.auxiliaries[-1] + 1 if clause.auxiliaries else clause.start
    be = bool(clause.auxiliaries) and tokens.lemmas[clause.auxiliaries[-1]] == "be"  # "the search, which *is to* resume"
    if (
        (be or clause.kind in ("main", "content", "parenthetical"))
        and clause.start <= after < clause.end
        and lower[after] == "to"
    ):
        found.append(StatusMark("future", (after, after + 1)))
    return found


def _chain(doc: Doc, clause: Clause) -> list[StatusMark]:
    """What the verbs before the last one make of it: "plans to", "is likely to", "is thought to"."""
    found: list[StatusMark] = []
    if len(clause.verbs) == 1:
        return found
    tokens = columns(doc)
    for v in clause.verbs[:-1]:
        tag, lemma = tokens.tags[v], tokens.lemmas[v]
        passive = tag == "VBN" and any(tokens.lemmas[i] == "be" and i < v for i in clause.auxiliaries)
        forms = (
            ("adjective",) if tokens.pos[v] == "ADJ" else ("passive", "adjective") if passive else ("infinitive", "gerund")
        )
        keys = [(lemma, form) for form in forms] + [(tokens.lower[v], "adjective")]
        mark = next((_chain_status()[key] for key in keys if key in _chain_status()), None)
        if mark is not None and not (mark == "possible" and tag == "VBD" and not passive and lemma in ("have", "need")):
            found.append(StatusMark(mark, (v, v + 1)))
    return found


def _adverbs(doc: Doc, clause: Clause) -> list[StatusMark]:
    """Hedging adverbs inside the verb group or among the clause's adverbs."""
    lower, known = columns(doc).lower, words("adverb")
    places = [i for i, word in enumerate(lower[clause.start : clause.end], clause.start) if word in known]
    places = [i for i in places if i not in clause.verbs]
    places += [a.head for a in clause.arguments if a.role == "adverb" and lower[a.head] in known]
    return [StatusMark(known[lower[i]], (i, i + 1)) for i in sorted(places)]
