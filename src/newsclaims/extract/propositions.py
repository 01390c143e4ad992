"""Which clauses are propositions that an article reports.

None are questions, imperatives, purpose infinitives, gerunds, reduced relatives, fragments without a finite verb (but
headlines), and whatever stands in a line that is no body text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache

from spacy.tokens import Doc

from newsclaims.annotate.marks import Line
from newsclaims.extract.clause import Clause
from newsclaims.extract.purecues import CLAIM_KINDS
from newsclaims.extract.questions import asks, leaves_open
from newsclaims.extract.reader import tree
from newsclaims.lexicon import column
from newsclaims.parse.columns import columns

READ_LINES = frozenset({"body", "headline", "list"})
SET_PHRASE = 4  # words
FREE = frozenset({"WP", "WRB", "WDT"})
"""Tags of antecedents that are none: "what they found" is a phrase, no claim."""


def is_claim(doc: Doc, clause: Clause, by_head: Mapping[int, Clause], lines: Sequence[Line]) -> bool:
    """Whether a clause, cues aside, is a proposition that the article reports.

    Args:
        doc: the text.
        clause: the clause; "Who would pay?" and "to pay for it" are none.
        by_head: the clauses of its sentence, by their heads.
        lines: the text's lines, which say what is a headline and what is no body text.
    """
    if clause.question or clause.imperative or clause.kind not in CLAIM_KINDS:
        return False
    line = bisect_right(lines, (clause.head, len(doc) + 1)) - 1  # by where they start
    kind = lines[line].kind if line >= 0 and clause.head < lines[line].end else "body"
    if kind not in READ_LINES:
        return False
    if asks(doc, clause) or leaves_open(doc, clause):
        return False
    if _compares(doc, clause) or _is_set_phrase(doc, clause):
        return False
    if clause.subject is None and not clause.existential and clause.conjunct_of is None:
        if clause.kind == "relative" or (clause.kind == "adverbial" and not clause.marker):
            return False  # "the minister, *asked* whether it would close, …", "a study of what *it would cost*"
        return clause.finite and _stands_without_subject(clause)
    if clause.kind == "participial":
        return _has_event(doc, clause)
    if clause.kind == "main" and not clause.finite and clause.conjunct_of is None and kind == "body":
        return not any(c.finite and c.kind == "main" and c.parent == clause.head for c in by_head.values())
    if kind == "headline" and _is_telegraphic(clause):
        return True
    if clause.kind == "relative" and not _relates(doc, clause, by_head):
        return False
    if _is_afterthought(doc, clause, by_head):
        return False
    if not clause.finite and clause.kind == "content":
        return clause.marker == "that"
    if not clause.finite and clause.kind in ("relative", "adverbial"):
        return clause.conjunct_of is not None and by_head[clause.conjunct_of].finite
    return True


def _compares(doc: Doc, clause: Clause) -> bool:
    """Whether a clause is only what something is compared with: "faster *than was forecast*", "knows more *than he does*",
    "want change, *as do most voters*"."""
    if clause.marker == "than" and clause.subject is None:
        return True
    if clause.marker not in ("than", "as") or clause.kind != "adverbial":
        return False
    bare = len(clause.verbs) == 1 and columns(doc).lemmas[clause.verbs[0]] in ("do", "be", "have")
    return bare and not any(a.role in ("object", "predicate", "recipient", "complement") for a in clause.arguments)


def _is_set_phrase(doc: Doc, clause: Clause) -> bool:
    """Whether a clause is one that people use as a word: "*when it comes* to costs", "*as it happens*"."""
    start = clause.extent[0]
    if clause.end - start > SET_PHRASE or clause.kind == "relative":
        return False
    lower = columns(doc).lower
    if lower[start] not in _set_phrase_firsts():
        return False
    known = column("set_phrases", "phrase")
    return any(" ".join(lower[start:end]) in known for end in (clause.end, clause.end + 1))


@cache
def _set_phrase_firsts() -> frozenset[str]:
    return frozenset(phrase.split(" ")[0] for phrase in column("set_phrases", "phrase"))


def _stands_without_subject(clause: Clause) -> bool:
    """Expletives ("it is clear"), passives and headlines may lack a subject; "Thanks" and the like are no claims."""
    return clause.copular or clause.voice == "passive" or bool(clause.arguments)


def _is_telegraphic(clause: Clause) -> bool:
    """A headline's participle without auxiliary: "Children suffering from hunger", "… says generals reduced to rubble"; or
    its infinitive before those who say so: "Bank to cut 400 jobs, sources say"."""
    if clause.finite or clause.subject is None:
        return False
    if clause.marker:
        return clause.marker == "to" and clause.kind == "content" and clause.head < (clause.parent or 0)
    return (clause.kind == "relative" and clause.parent is None) or clause.kind == "content"


def _relates(doc: Doc, clause: Clause, by_head: Mapping[int, Clause]) -> bool:
    """Whether a relative clause has an antecedent: reduced relatives and "what they found" have none."""
    first = by_head.get(clause.conjunct_of, clause) if clause.conjunct_of is not None else clause
    return first.controller is not None and columns(doc).tags[first.controller] not in FREE


def _is_afterthought(doc: Doc, clause: Clause, by_head: Mapping[int, Clause]) -> bool:
    """A bare participle coordinated with an active verb only describes: "flew to the base, also called Q-West"; and one in
    -ing beside a simple tense is a thing: "denies fraud and *perverting* justice"."""
    first = by_head.get(clause.conjunct_of) if clause.conjunct_of is not None else None
    if first is None or clause.auxiliaries or clause.copular:
        return False
    tag = tree(doc).tags[clause.verbs[0]]
    if tag in ("VBG", "VBN") and first.copular and clause.subject == first.subject and not clause.arguments:
        return True  # "is overwhelming and *crushing*"
    if tag == "VBG" and clause.subject is not None and clause.subject != first.subject and first.finite:
        return not any(doc[i].lemma_ == "be" for i in first.auxiliaries)  # ", one of the few houses *standing*"
    if tag == "VBG" and clause.subject == first.subject and first.kind in ("main", "content"):
        going = any(doc[i].lemma_ == "be" for i in first.auxiliaries)
        return not first.copular and not going and doc[first.verbs[0]].tag_ != "VBG"
    if first.voice == "passive" or tag != "VBN":
        return False
    return not any(doc[i].lemma_ == "have" for i in first.auxiliaries)


def _has_event(doc: Doc, clause: Clause) -> bool:
    """Whether a participial adjunct tells an event of its own: an active one that has an object or a phrase."""
    if doc[clause.verbs[0]].tag_ == "VBN" and not clause.auxiliaries and clause.conjunct_of is None:
        return False
    start, end = clause.extent
    set_off = start == doc[start].sent.start or doc[start - 1].is_punct or (end < len(doc) and doc[end].text == ",")
    if not set_off and not clause.marker and clause.conjunct_of is None:
        return False
    return any(a.role in ("object", "recipient", "oblique", "agent", "predicate", "complement") for a in clause.arguments)
