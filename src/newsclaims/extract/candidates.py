"""Which clauses are claims, and what each claim holds.

No claims are: cues whose content is a clause, questions, imperatives, purpose infinitives, gerunds, reduced relatives,
fragments without a finite verb (but headlines), and whatever stands in a line that is no body text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from spacy.tokens import Doc

from newsclaims.annotate.marks import Line, Marks, Timex
from newsclaims.annotate.times import Form
from newsclaims.extract.candidate import Attribution, Candidate
from newsclaims.extract.clause import Argument, Clause
from newsclaims.extract.purecues import CLAIM_KINDS, CLOSING, cue_heads
from newsclaims.extract.questions import WITHHELD, asks, leaves_open
from newsclaims.extract.status import place_of_marker, status, words
from newsclaims.extract.targets import parts
from newsclaims.lexicon import column
from newsclaims.parse.columns import columns

READ_LINES = frozenset({"body", "headline", "list"})
UNTIL = frozenset({"until", "till", "til"})
BLOCK = 256  # tokens
FREE = frozenset({"WP", "WRB", "WDT"})
"""Tags of antecedents that are none: "what they found" is a phrase, no claim."""


def candidates(
    doc: Doc, clauses: Sequence[Clause], attributions: Sequence[Attribution], marks: Marks
) -> tuple[Candidate, ...]:
    """Choose the claims among the clauses of a text.

    Args:
        doc: the text.
        clauses: its clauses, in text order.
        attributions: who says what; a cue whose content holds a clause is no claim itself.
        marks: lines, quotations and time expressions.

    Returns:
        One candidate for each proposition, in text order. "Shea said the pact helps Pyongyang" gives one: *helps*.
    """
    sentences: defaultdict[int, dict[int, Clause]] = defaultdict(dict)
    sentence_of = columns(doc).sentence
    for clause in clauses:
        sentences[sentence_of(clause.head)[0]][clause.head] = clause
    conditions = _conditions(doc, clauses)
    around = _by_block(attributions)
    cues = cue_heads(doc, clauses, attributions, marks)
    times = {kind: _covered(marks.times, kind) for kind in ("DATE", "TIME", "DURATION")}
    points = times["DATE"] | times["TIME"]
    begins = [timex.start for timex in marks.times]
    found = []
    for clause in clauses:
        sentence = sentence_of(clause.head)
        by_head = sentences[sentence[0]]
        if clause.head in cues or not is_claim(doc, clause, by_head, marks.lines):
            continue
        chosen = parts(doc, clause, points, times["DURATION"])
        attribution = covering(clause, attributions, around.get(clause.start // BLOCK, ()))
        first, last = (bisect_left(begins, edge) for edge in sentence)
        target = _before_who_says(chosen.target, attribution, attributions)
        time = dating(clause, by_head, [timex for timex in marks.times[first:last] if not _outside(doc, clause, timex)])
        found.append(
            Candidate(
                clause=chosen.clause,
                actor=chosen.actor,
                target=target,
                arguments=chosen.rest,
                status=status(doc, clause, by_head, conditions),
                attribution=attribution,
                time=time,
                evidence=sentence,
                rule=rule(clause),
                features=features(doc, chosen.clause, chosen.actor, target, attribution),
            )
        )
    return tuple(found)


def _before_who_says(
    target: Argument | None, attribution: int | None, attributions: Sequence[Attribution]
) -> Argument | None:
    """A target without who says so: "has become *a factor in two races*, say consultants"."""
    one = attributions[attribution] if attribution is not None else None
    if target is None or one is None or one.rule not in CLOSING:
        return target
    start, end = one.contents[-1]
    return target._replace(end=end, parts=()) if start <= target.head < end < target.end else target


def _covered(times: Iterable[Timex], kind: str) -> frozenset[int]:
    """The tokens of all time expressions of a type."""
    return frozenset(i for timex in times if timex.type == kind for i in range(timex.start, timex.end))


def is_claim(doc: Doc, clause: Clause, by_head: Mapping[int, Clause], lines: Sequence[Line]) -> bool:
    """Whether a clause, cues aside, is a proposition that the article reports."""
    if clause.question or clause.imperative or clause.kind not in CLAIM_KINDS:
        return False
    line = bisect_right(lines, clause.head, key=_start) - 1
    kind = lines[line].kind if line >= 0 and clause.head < lines[line].end else "body"
    if kind not in READ_LINES:
        return False
    if asks(doc, clause) or leaves_open(doc, clause):
        return False
    if clause.marker == "than" and clause.subject is None:
        return False  # "faster *than was forecast*"
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
    if first is None or clause.auxiliaries:
        return False
    tag = doc[clause.verbs[0]].tag_
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


def _conditions(doc: Doc, clauses: Iterable[Clause]) -> dict[int, Clause]:
    """The if-clause of each governing clause that has one; concessions ("even if") set no condition."""
    found: dict[int, Clause] = {}
    for clause in clauses:
        is_condition = words("conjunction").get(clause.marker) == "conditional" and not _concedes(doc, clause)
        if is_condition and clause.parent is not None and clause.kind in ("adverbial", "participial"):
            found.setdefault(clause.parent, clause)
    return found


def _concedes(doc: Doc, clause: Clause) -> bool:
    """Whether "even" stands before the conjunction: what holds even if the king objects does not hang on it."""
    where = place_of_marker(doc, clause)
    return where is not None and where[0] > 0 and "even" in columns(doc).lower[where[0] - 1 : where[0] + 1]


def _start(line: Line) -> int:
    return line.start


def _by_block(attributions: Sequence[Attribution]) -> dict[int, list[int]]:
    """Which attributions reach into each block of the text, so that a clause need not be held against all of them."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for n, attribution in enumerate(attributions):
        blocks = {k for start, end in attribution.contents for k in range(start // BLOCK, end // BLOCK + 1)}
        for k in blocks:
            found[k].append(n)
    return found


def covering(clause: Clause, attributions: Sequence[Attribution], around: Iterable[int]) -> int | None:
    """The innermost attribution whose content the clause stands in, among those of the given indices."""
    best: tuple[int, int] | None = None
    for n in around:
        attribution = attributions[n]
        # "…, La Voz reported, citing two aides": the claim stays La Voz's; "declined to say whether …" claims nothing
        if attribution.rule in ("citing", WITHHELD):
            continue
        for start, end in attribution.contents:
            if start <= clause.start and clause.end <= end and clause.head != attribution.cue_head:
                size = sum(e - s for s, e in attribution.contents)
                if best is None or size < best[0]:
                    best = (size, n)
    return None if best is None else best[1]


def dating(clause: Clause, by_head: Mapping[int, Clause], times: Sequence[Timex]) -> Timex | None:
    """The time expression that dates the clause's own event.

    It stands among the clause's own arguments or inside its verb group, not inside another noun phrase ("Friday's attack");
    one before the subject is shared by coordinated verbs. Durations ("for three years") and repetitions date nothing, but
    open stretches do, vaguely ("in recent weeks").
    """
    for timex in times:
        if timex.type == "SET" or (timex.type == "DURATION" and not Form(*timex.form).shift.endswith("X")):
            continue
        if timex.type != "DURATION" and clause.start <= timex.start and timex.end <= clause.end:
            return timex
        if any(_dates(a, timex) for a in clause.arguments if timex.type != "DURATION" or a.marker != "for"):
            return timex
    first = by_head.get(clause.conjunct_of) if clause.conjunct_of is not None else None
    if first is not None and first.conjunct_of != clause.head:
        shared = dating(first, by_head, times)
        if shared is not None and shared.end <= min(first.start, first.subject.start if first.subject else first.start):
            return shared
    if clause.copular:
        return None
    return next((timex for timex in times if _closes(clause, timex, by_head)), None)


def _outside(doc: Doc, clause: Clause, timex: Timex) -> bool:
    """Whether a time dates something else: one before the clause's conjunction dates what governs it ("said last year that
    …"), one behind "until" the end of it."""
    if timex.preposition is not None and doc[timex.preposition].lower_ in UNTIL:
        return True
    return bool(clause.marker) and timex.end < clause.start and doc[timex.end].lower_ == clause.marker.lower()


def _closes(clause: Clause, timex: Timex, by_head: Mapping[int, Clause]) -> bool:
    """Whether a near time stands last in a phrase or in the clause, and so dates the clause: "gave an interview on Monday".

    In news such times belong to the verb far more often than to the noun before them, whatever the parse says; years do not.
    """
    form = Form(*timex.form)
    near = form.kind in ("weekday", "period") or (form.kind == "calendar" and form.month != "" and form.year == "")
    if timex.type not in ("DATE", "TIME") or not near or (timex.preposition is None and form.kind == "calendar"):
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


def _dates(argument: Argument, timex: Timex) -> bool:
    """Whether an argument is a time expression, with or without a preposition, and not a phrase that merely holds one."""
    if argument.role not in ("oblique", "time", "adverb", "object"):
        return False
    inside = timex.start <= argument.head < timex.end
    leads = argument.role != "object" and timex.start <= argument.start < timex.end and timex.end >= argument.end
    return inside or leads


def rule(clause: Clause) -> str:
    """The grammatical pattern by which a clause gave a claim: "active", "passive", "copula", "relative-active" …"""
    shape = "existential" if clause.existential else "copula" if clause.copular else clause.voice
    if not clause.finite and clause.kind == "main":
        return f"headline-{shape}"
    prefix = {"main": "", "content": "", "parenthetical": ""}.get(clause.kind, f"{clause.kind}-")
    return prefix + shape


def features(
    doc: Doc, clause: Clause, actor: Argument | None, target: Argument | None, attribution: int | None
) -> tuple[tuple[str, float], ...]:
    """What a confidence model may look at; each value is a number, most of them 0 or 1."""
    start, end = columns(doc).sentence(clause.head)
    inherited = actor is not None and not clause.extent[0] <= actor.head < clause.extent[1]
    values = {
        "sentence": min(end - start, 80) / 80,
        "main": clause.kind == "main",
        "content": clause.kind == "content",
        "adverbial": clause.kind == "adverbial",
        "relative": clause.kind == "relative",
        "participial": clause.kind == "participial",
        "finite": clause.finite,
        "passive": clause.voice == "passive",
        "copular": clause.copular,
        "conjunct": clause.conjunct_of is not None,
        "inherited": inherited,
        "actor": actor is not None,
        "target": target is not None,
        "asked": target is not None and target.role == "oblique",
        "actor_length": min(actor.end - actor.start, 20) / 20 if actor else 0.0,
        "target_length": min(target.end - target.start, 20) / 20 if target else 0.0,
        "distance": min(abs(clause.start - actor.end), 20) / 20 if actor else 0.0,
        "group": min(clause.end - clause.start, 8) / 8,
        "attributed": attribution is not None,
    }
    return tuple(zip(values, map(float, values.values()), strict=True))
