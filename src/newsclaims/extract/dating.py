"""Which time expression dates a clause's own event: "on Friday" in "resigned on Friday", none in "Friday's attack"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc

from newsclaims.annotate.marks import Timex
from newsclaims.annotate.times import Form
from newsclaims.annotate.times.labels import continues
from newsclaims.annotate.times.words import vocabulary
from newsclaims.extract.clause import Argument, Clause
from newsclaims.lexicon import column
from newsclaims.parse.columns import columns

_VAGUE = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF"})
_PRESENTS = frozenset({"am", "are", "have", "do", "'m", "'re", "'ve", "’m", "’re", "’ve"})
UNTIL = frozenset({"until", "till", "til"})
_NOT_AT = UNTIL | {"toward", "towards"}
_OF_EVENTS = frozenset({"before", "after", "since"})
"""Prepositions whose noun has its own date: "before the elections *in May*"."""


def dating(doc: Doc, clause: Clause, by_head: Mapping[int, Clause], times: Sequence[Timex]) -> Timex | None:
    """The time expression that dates the clause's own event: "on Friday" in "On Friday she resigned and left".

    It stands among the clause's own arguments or inside its verb group, not inside another noun phrase ("Friday's attack");
    a date goes before a vague past ("more recently, in April") and before a longer stretch ("a year ago, on 4 May");
    one before the subject is shared by coordinated verbs. Durations ("for three years") and repetitions date nothing, but
    open stretches do, vaguely ("in recent weeks").

    Args:
        doc: the text.
        clause: the clause.
        by_head: the clauses of its sentence, by their heads.
        times: the time expressions of its sentence that may date it, in text order.
    """
    own = [t for t in times if _is_own(doc, clause, t) or _leads(doc, clause, t) or _is_beside(doc, clause, t)]
    if own:
        return _finest(doc, own)
    first = by_head.get(clause.conjunct_of) if clause.conjunct_of is not None else None
    if first is not None and first.conjunct_of != clause.head and not _moves_on(doc, first, clause):
        shared = dating(doc, first, by_head, times)
        if shared is not None and shared.end <= min(first.start, first.subject.start if first.subject else first.start):
            return shared
    if clause.copular:
        return None
    left = (one for one in times if _closes(doc, clause, one, by_head) or _is_published(doc, clause, one))
    return next((one for one in left if not _is_nouns(doc, clause, one)), None)


def _finest(doc: Doc, own: Sequence[Timex]) -> Timex:
    """The first date that is no vague one ("now"), or the finer one that follows at once: "a year ago, on 4 May"."""
    dated = [timex for timex in own if Form(*timex.form).value not in _VAGUE] or list(own)
    chosen = last = dated[0]
    for timex in dated[1:]:
        if not continues(doc, last, timex):
            break
        last = timex
        chosen = min(chosen, timex, key=lambda one: Form(*one.form).fineness)
    return chosen


def _is_own(doc: Doc, clause: Clause, timex: Timex) -> bool:
    """Whether a time expression stands among the clause's own arguments or inside its verb group."""
    if timex.type == "SET" or (timex.type == "DURATION" and not Form(*timex.form).shift.endswith("X")):
        return False
    if timex.type != "DURATION" and clause.start <= timex.start and timex.end <= clause.end:
        return True
    if _is_nouns(doc, clause, timex):
        return False
    meant_for = timex.type != "DURATION" and columns(doc).lemmas[clause.head] in vocabulary(
        "scheduling"
    )  # no "figures for 2005"
    return any(_dates(a, timex) for a in clause.arguments if meant_for or a.marker != "for")


def _is_nouns(doc: Doc, clause: Clause, timex: Timex) -> bool:
    """Whether a time belongs to a noun, though it hangs on the verb.

    So does what is past behind a present ("denies 14 thefts *between 2016 and 2019*"), and a bare time at the end of a
    fronted phrase of what came before ("After his death *Tuesday*, …").
    """
    form, tokens = Form(*timex.form), columns(doc)
    led = tokens.lower[timex.preposition] if timex.preposition is not None else ""
    first = clause.subject.start if clause.subject is not None else clause.end
    aside = timex.start > clause.end or first < timex.start < clause.start
    if aside and _is_present(doc, clause) and tokens.tags[clause.end - 1] != "VBN":
        over = form.shift.startswith("-") and form.unit != "D" and not form.shift.endswith("X")
        return over or (led == "between" and form.year.isdecimal())
    if led or timex.end >= clause.start or tokens.texts[timex.end] != ",":
        return False
    return any(a.marker.lower() in _OF_EVENTS and a.head < timex.start <= a.end for a in clause.arguments)


def _leads(doc: Doc, clause: Clause, timex: Timex) -> bool:
    """Whether a bare day stands right before the verb, whatever the parse says: "a bomb in Diyala *Sunday* hit …"."""
    form = Form(*timex.form)
    bare = timex.preposition is None and (form.kind == "weekday" or (form.kind == "period" and form.unit == "D"))
    if not bare or clause.subject is None or clause.subject.start >= timex.start or clause.copular:
        return False
    between = clause.start - timex.end
    if doc[clause.start].tag_ == "VBZ" or not (between == 0 or (between == 1 and doc[timex.end].tag_ == "RB")):
        return False
    return doc[timex.start : timex.end].root.head.tag_ != "VBN"  # "the warrant issued *Monday* named him"


def _is_beside(doc: Doc, clause: Clause, timex: Timex) -> bool:
    """Whether a time stands where it can only be the clause's, whatever the parse says.

    That is first, right before the subject ("*On Monday* he was back in court"), and for a bare day right behind the verb
    ("police said the bodies were found *Sunday*").
    """
    if clause.subject is None or timex.type not in ("DATE", "TIME"):
        return False
    if timex.start == clause.end:
        tags = columns(doc).tags[timex.end : timex.end + 1]
        alone = not any(tag == "POS" or tag[:2] in ("NN", "JJ", "CD", "VB") for tag in tags)  # "condemned *Friday*'s test"
        return timex.preposition is None and alone and Form(*timex.form).kind == "weekday" and not clause.copular
    if timex.begin != clause.extent[0] or timex.end > clause.subject.start:
        return False
    return timex.end == clause.subject.start or columns(doc).texts[timex.end : clause.subject.start] == (",",)


def outside(doc: Doc, clause: Clause, timex: Timex) -> bool:
    """Whether a time dates something else: one before the clause's conjunction dates what governs it ("said last year that
    …"), as does one right behind a past verb of saying ("said *last month* it had no plans"), one behind "until" the end of
    it."""
    lower = columns(doc).lower
    if timex.preposition is not None and lower[timex.preposition] in _NOT_AT:
        return True
    if clause.marker:
        return timex.end < clause.start and lower[timex.end] == clause.marker.lower()
    said, subject = clause.parent, clause.subject
    if clause.kind != "content" or said is None or subject is None or timex.end != subject.start:
        return False
    between = columns(doc).texts[said : timex.begin]
    return 0 < len(between) < 4 and columns(doc).tags[said] == "VBD" and all(map(str.isalpha, between))


def _moves_on(doc: Doc, first: Clause, clause: Clause) -> bool:
    """Whether of two coordinated clauses the first tells of the past, the other of how things are now."""
    return columns(doc).tags[first.start] == "VBD" and _is_present(doc, clause)


def _is_present(doc: Doc, clause: Clause) -> bool:
    """Whether a clause's first verb is surely a present: "denies", "are", and not "beat", whose tag tells little."""
    tag, word = columns(doc).tags[clause.start], columns(doc).lower[clause.start]
    return tag == "VBZ" or (tag == "VBP" and word in _PRESENTS)


def _dates(argument: Argument, timex: Timex) -> bool:
    """Whether an argument is a time expression, with or without a preposition, and not a phrase that merely holds one."""
    if argument.role not in ("oblique", "time", "adverb", "object"):
        return False
    inside = timex.start <= argument.head < timex.end
    leads = argument.role != "object" and timex.start <= argument.start < timex.end and timex.end >= argument.end
    closes = (
        argument.role == "time" and argument.start < timex.start and timex.end == argument.end
    )  # "out of court last May"
    return inside or leads or (closes and argument.marker.lower() not in _OF_EVENTS)


def _is_published(doc: Doc, clause: Clause, timex: Timex) -> bool:
    """Whether a time says when that came out in which something is done: "rejected it in a ruling released *Thursday*"."""
    before = timex.begin - 1
    tokens = columns(doc)
    if before < clause.end or tokens.tags[before] != "VBN" or tokens.lower[before] not in vocabulary("publication"):
        return False
    paper = doc[before].head
    governors = {paper.head.i, paper.head.head.i}  # the parser may hang it on the object
    return not governors.isdisjoint((clause.head, *clause.verbs)) and any(child.lower_ == "in" for child in paper.children)


def _is_over(doc: Doc, clause: Clause, form: Form) -> bool:
    """Whether a time is too definite for its verb, and so belongs to a noun: "has condemned the attack *on Friday*"."""
    tokens = columns(doc)
    perfect = tokens.lower[clause.start] in ("has", "have") and tokens.tags[clause.end - 1] == "VBN"
    return perfect and (form.kind == "weekday" or form.shift.startswith("-"))


def _closes(doc: Doc, clause: Clause, timex: Timex, by_head: Mapping[int, Clause]) -> bool:
    """Whether a near time stands last in a phrase or in the clause, and so dates the clause: "gave an interview on Monday".

    In news such times belong to the verb far more often than to the noun before them, whatever the parse says; years do not.
    """
    form = Form(*timex.form)
    near = form.kind in ("weekday", "period") or (form.kind == "calendar" and form.month != "" and form.year == "")
    bare = timex.preposition is None and form.kind == "calendar" and not form.shift
    if timex.type not in ("DATE", "TIME") or not near or bare or _is_over(doc, clause, form):
        return False
    if any(a.marker.lower() in _OF_EVENTS and a.head < timex.start and timex.end <= a.end for a in clause.arguments):
        return False
    for argument in clause.arguments:
        if (
            argument.role in ("oblique", "object")
            and argument.start < argument.head < timex.start
            and timex.end == argument.end
        ):
            return True
    if timex.preposition is None or timex.start < clause.end or timex.end != clause.extent[1]:
        return False
    inner = (
        c.extent
        for c in by_head.values()
        if c.extent[0] <= timex.start
        and timex.end <= c.extent[1]
        and not (c.parent == clause.head and _is_purpose(c, clause))
    )
    return min(inner, key=lambda extent: extent[1] - extent[0], default=None) == clause.extent


def _is_purpose(clause: Clause, governor: Clause) -> bool:
    """Whether a clause is an infinitive that says what for or with what result: "met *to discuss the plan on Sunday*"."""
    return (
        clause.kind == "infinitive"
        and governor.lemma not in column("object_control", "lemma")
        and clause.subject == governor.subject
    )
