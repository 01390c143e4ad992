"""Attribution by a reporting clause without a content of its own: set into what it reports, behind it, or before it."""

from __future__ import annotations

from newsclaims.annotate.marks import Cue
from newsclaims.extract.arcs import FINITE, RELATIVE
from newsclaims.extract.attribution.resumed import resumed
from newsclaims.extract.attribution.scene import Draft, Scene, Stretch, close, verbs
from newsclaims.extract.attribution.speakers import is_somebody, own_words, speaker
from newsclaims.extract.candidate import RAISED
from newsclaims.extract.clause import Argument, Clause
from newsclaims.extract.phrases import argument

_REPORTS = frozenset(("say", "warn", "believe", "know", "show", "agree"))
_INSERTED = 10  # the most tokens of a main clause that counts as set in
_LONGEST = 15  # tokens from the comma to the reporting verb
_STATED = 4  # the fewest tokens of what is said without a verb
_NOMINAL = frozenset(("NOUN", "PROPN", "DET", "ADJ", "NUM"))
_WHOSE = RELATIVE | {"WP$"}
_COMMAS = frozenset((",", "—", "–", "--", "-"))
_OF_THE_SAYING = frozenset(("relative", "adverbial"))  # "…, the governor warned *as she left the valley*"
HEARER = frozenset(("you", "y'all"))  # "you know" reports nothing


def set_in(scene: Scene, cue: Cue) -> Draft | None:
    """A reporting clause without content of its own, set into or after what it reports, or before it with "as"."""
    clause = scene.clause_of.get(cue.head)
    if cue.kind == "verb" and clause is not None and clause.head != cue.head:
        return _said_by(scene, cue, clause)
    if cue.kind == "verb" and clause is not None and clause.voice == "passive":
        return _as_noted(scene, cue, clause)
    if cue.kind != "verb" or clause is None:
        return None
    if clause.subject is not None and scene.tree.words[clause.subject.head] in HEARER:
        return None
    takes = verbs()[cue.lemma]
    if not (takes.that or takes.quote):
        return None
    last = _trailing(scene, cue, clause) or _between_commas(scene, cue, clause)
    if last is not None:
        return last
    own = [one for one in clause.arguments if not cue.start < one.start < cue.end]  # "as the mayor put *it*"
    if clause.subject is None or any(one.role in ("object", "complement") for one in own):
        return None
    governor = scene.clause_of.get(clause.parent) if clause.parent is not None else None
    speaks = takes.that or is_somebody(scene, clause.subject)  # no "as the repairs continue"
    as_said = clause.kind == "adverbial" and clause.marker == "as" and cue.sense in _REPORTS and speaks
    brief = clause.extent[1] - clause.extent[0] <= _INSERTED
    inserted = clause.kind == "parenthetical" or (clause.kind == "main" and clause.conjunct_of is None and brief)
    if governor is None or not (as_said or inserted) or not _commas(scene, clause.extent):
        return None
    if _only_looks_set_in(scene, clause, governor):
        return None
    after = scene.until_another_speaks((clause.extent[1], governor.extent[1]))
    before = (_since_the_semicolon(scene, governor.extent[0], clause.extent[0]), clause.extent[0])
    pieces = (before, after, *resumed(scene, clause))
    contents = tuple(piece for piece in pieces if piece[0] < piece[1])
    if not contents:
        return None
    rule = "as" if as_said else "parenthetical"
    return Draft(clause.subject, (cue.start, cue.end), clause.head, contents, rule, cue.sense, own_words(clause))


def _said_by(scene: Scene, cue: Cue, clause: Clause) -> Draft | None:
    """A passive that makes one action with the infinitive behind it, with who says so: "is said *by friends* to be ill"."""
    if cue.head != clause.verbs[0] or scene.tree.tags[cue.head] != "VBN" or not clause.start < cue.start:
        return None
    agent = next((k for k in scene.tree.children(cue.head, "obl") if scene.tree.marker(k) == "by"), None)
    if agent is None or not cue.end <= agent < clause.end:
        return None
    source = argument(scene.tree, agent, "subject", marker="")
    own = (clause.start, source.end)
    others = (one for one in scene.clauses_in(own[1], clause.extent[1]) if one.conjunct_of == clause.head and one.finite)
    end = min([clause.extent[1], *(one.extent[0] for one in others)])
    pieces = ((clause.extent[0], own[0]), (own[1], end))
    return Draft(source, (cue.start, cue.end), None, pieces, RAISED, cue.sense, own)


def _between_commas(scene: Scene, cue: Cue, clause: Clause) -> Draft | None:
    """A pronoun and a reporting verb between commas, behind a whole clause, known by their place: "He had asked for help,
    *he added*, and “I am still waiting”"."""
    words, subject = scene.tree.words, clause.subject
    if subject is None or subject.end != cue.start or scene.tree.tags[subject.start] != "PRP" or cue.sense != "say":
        return None
    first, last = scene.sentence(cue.start)
    if words[subject.start - 1] != "," or cue.end + 1 >= last or words[cue.end] != "," or words[cue.end + 1] != "and":
        return None
    if scene.quote_at(cue.start) is not None or scene.quote_at(subject.start - 2) is not None:
        return None
    begin = _since_the_semicolon(scene, first, subject.start)
    if not any(one.finite and one.kind == "main" for one in scene.clauses_in(begin, subject.start)):
        return None
    at = scene.quote_at(cue.end + 2)
    if at is None or scene.quotes[at].opens != cue.end + 2:
        return None
    contents = ((begin, subject.start), (cue.end, close(scene.quotes[at])))
    return Draft(subject, (cue.start, cue.end), clause.head, contents, "parenthetical", cue.sense, (subject.start, cue.end))


def _since_the_semicolon(scene: Scene, start: int, end: int) -> int:
    """Where what is said begins, if something else is said before it: "He blamed the rain; *the wall*, he said, *held*"."""
    at = next((i for i in range(end - 1, start, -1) if scene.tree.words[i] in (";", ":")), None)
    if at is None or scene.tree.words[at] == ":":
        return start if at is None else at + 1
    said = any(one.kind == "verb" for one in scene.cues_in(start, at))
    return at + 1 if said and any(one.finite for one in scene.clauses_in(at, end)) else start


def _only_looks_set_in(scene: Scene, clause: Clause, governor: Clause) -> bool:
    """Whether a clause stands in a quotation and what it is set into does not, or is a relative one: "errors had been made,
    *for which he apologised*"."""
    inside, (first, _) = scene.quote_at(clause.start), clause.extent
    last = clause.subject.start if clause.subject is not None else clause.start
    relative = any(scene.tree.tags[i] in _WHOSE for i in range(first, min(max(last, first + 1), first + 3)))
    return relative or (inside is not None and inside != scene.quote_at(governor.head))


def _as_noted(scene: Scene, cue: Cue, clause: Clause) -> Draft | None:
    """A passive with "as" and who said so: "*As noted by the coroner*, the gate was shut"."""
    source = speaker(clause) if clause.marker == "as" and clause.head == cue.head else None
    governor = scene.clause_of.get(clause.parent) if clause.parent is not None else None
    if source is None or governor is None or not _commas(scene, clause.extent):
        return None
    pieces = ((governor.extent[0], clause.extent[0]), (clause.extent[1], governor.extent[1]))
    contents = tuple(piece for piece in pieces if piece[0] < piece[1])
    own = (min(clause.start, source.start), max(clause.end, source.end))
    return Draft(source, (cue.start, cue.end), clause.head, contents, "as", cue.sense, own) if contents else None


def _commas(scene: Scene, stretch: Stretch) -> bool:
    """Whether commas (or the edge of the sentence, or a quotation mark) stand on both sides."""
    words, (start, end) = scene.tree.words, stretch
    first, last = scene.sentence(start)
    before = start == first or words[start] in _COMMAS or scene.tree.is_void(start - 1)
    after = end >= last or words[end - 1] in _COMMAS or scene.tree.is_void(end)
    return before and after


def _trailing(scene: Scene, cue: Cue, clause: Clause) -> Draft | None:
    """Reporting words after a comma that end the sentence: "*The port is shut*, the mayor said on Monday."

    They are known by their place, since long sentences are often parsed wrongly.
    """
    words, takes = scene.tree.words, verbs()[cue.lemma]
    first, last = scene.sentence(cue.start)
    at = next((i for i in range(cue.start - 1, max(first, cue.start - _LONGEST), -1) if words[i] == ","), None)
    if at is None or scene.quote_at(cue.start) != scene.quote_at(first):
        return None
    if not clause.finite or _describes(scene, clause, at) or cue.sense not in _REPORTS or _tells(scene, cue, clause):
        return None
    last = _before_it_goes_on(scene, cue, last)
    finite = [one for one in scene.clauses_in(first, last) if one.finite and one.head != clause.head]
    between = any(at < one.start < cue.start for one in finite)
    later = any(cue.end <= one.start and one.kind not in _OF_THE_SAYING for one in finite)
    commas = sum(words[i] in _COMMAS for i in range(cue.end, last))
    stated = any(one.start < at and one.kind in ("main", "content") for one in finite) or _headed(scene, cue, first, at)
    stated = stated and scene.tree.tags[first] not in ("VBN", "VBD")  # "Asked whether she would go, *she laughed*"
    if between or later or commas or not stated:
        return None
    source = scene.phrase_at(at + 1, cue.start)
    if source is None and at + 1 == cue.start and (apposed := _apposed(scene, clause, at)) is not None:
        source, at = apposed
    elif source is None and at + 1 == cue.start:
        source = scene.phrase_at(cue.end, last)  # ", said the mayor", no "…, sees inflation easing"
        known = source is not None and (is_somebody(scene, source) or scene.tree.child(source.head, "det") is not None)
        if not (takes.quote and known):
            return None
    elif source is not None and any(
        not scene.tree.is_void(i) and not _adverb(scene, i) for i in range(source.end, clause.start)
    ):
        return None
    if source is None or scene.tree.pos[source.head] not in ("PROPN", "NOUN", "PRON"):
        return None
    if not takes.that and not is_somebody(scene, source):  # "If it fails, a mason said, *demolition could start*"
        return None
    own = (min(source.start, cue.start), last)
    return Draft(source, (cue.start, cue.end), clause.head, ((first, at),), "trailing", cue.sense, own)


def _describes(scene: Scene, clause: Clause, at: int) -> bool:
    """Whether a clause is relative; not if its subject stands right behind the comma: "…, *a poll by the paper* found"."""
    if clause.kind != "relative":
        return False
    subject = clause.subject
    apart = subject is not None and subject.start == at + 1 and subject.end == clause.start
    return not apart or scene.tree.tags[clause.head] not in FINITE or scene.tree.tags[at + 1] in RELATIVE


def _tells(scene: Scene, cue: Cue, clause: Clause) -> bool:
    """Whether a clause says something itself: "The film, among others, *explains the war*", "Roe, who was ill, *told her
    aides* to stay"."""
    if verbs()[cue.lemma].np == "addressee":
        return scene.tree.words[cue.start - 1] == ","
    return any(one.role == "object" and one.start == cue.end and one.head != cue.head for one in clause.arguments)


def _before_it_goes_on(scene: Scene, cue: Cue, last: int) -> int:
    """The end of the reporting words, or where they go on: "The dam will hold, the mayor said, *citing two engineers*"."""
    at = next((i for i in range(cue.end, last) if scene.tree.words[i] in _COMMAS), last)
    goes_on = at + 1 < last and scene.tree.tags[at + 1] == "VBG" and bool(scene.cues_in(at + 1, at + 2))
    return at if goes_on else last


def _apposed(scene: Scene, clause: Clause, at: int) -> tuple[Argument, int] | None:
    """A speaker with a name between commas, and the comma before: "…, *the ministry's envoy*, Olga Demin, said"."""
    subject, words = clause.subject, scene.tree.words
    if subject is None or subject.end > at or words[subject.start - 1] != "," or words[subject.end] != ",":
        return None
    return subject, subject.start - 1


def _headed(scene: Scene, cue: Cue, first: int, at: int) -> bool:
    """Whether words without a finite verb may be what is said all the same: "*Rates unclear to borrowers*, experts say"."""
    if cue.sense != "say" or at - first < _STATED or at + 1 == cue.start:
        return False
    return scene.tree.pos[first] in _NOMINAL or len(scene.tree.children(cue.head, "nsubj")) > 1


def _adverb(scene: Scene, i: int) -> bool:
    return scene.tree.pos[i] in ("ADV", "AUX")
