"""Attribution by syntax: a reporting verb, noun or adjective with its content clause, or set into or after the content."""

from __future__ import annotations

from newsclaims.annotate.marks import Cue
from newsclaims.extract.attribution.owners import denier, holder, possessor
from newsclaims.extract.attribution.scene import Draft, Scene, Stretch, plain, verbs
from newsclaims.extract.attribution.speakers import is_somebody
from newsclaims.extract.clause import Argument, Clause

_REPORTS = frozenset(("say", "warn", "believe", "know", "show", "agree"))
HEARER = frozenset(("you", "y'all"))  # "you know" reports nothing
_INSERTED = 10  # the most tokens of a main clause that counts as set in
_LONGEST = 15  # tokens from the comma to the reporting verb
_STATED = 4  # the fewest tokens of what is said without a verb
_NOMINAL = frozenset(("NOUN", "PROPN", "DET", "ADJ", "NUM"))
_COMMAS = frozenset((",", "—", "–", "--", "-"))


def clausal(scene: Scene) -> list[Draft]:
    """Find the cues whose content the parse gives.

    Args:
        scene: the text.

    Returns:
        Drafts: "Shea said *the pact helps Pyongyang*", "Comey's announcement *that the case was closed*", "the board is
        concerned *that the data leaked*", "*The pact*, she said, *helps Pyongyang*".
    """
    cues = [plain(cue) for cue in scene.cues]
    by_token = {i: cue for cue in cues if cue.kind != "preposition" for i in range(cue.start, cue.end)}
    contents: dict[Cue, list[Stretch]] = {}
    for clause in scene.clauses:
        if not clause.finite or clause.conjunct_of is not None or not (clause.kind == "content" or clause.marker == "that"):
            continue
        cue = by_token.get(attachment(scene, clause)) or by_token.get(_predicated_of(scene, clause))
        if cue is not None and _takes(cue):
            contents.setdefault(cue, []).append(_on_one_side(clause, cue))
    drafts: list[Draft] = []
    for cue in cues:
        draft = _with_content(scene, cue, contents[cue]) if cue in contents else _set_in(scene, cue)
        if draft is not None:
            drafts.append(draft)
    return drafts


def attachment(scene: Scene, clause: Clause) -> int:
    """The token that a clause hangs on: in "his claim that he lied" *claim*, though that clause has another head."""
    heads, at = scene.tree.heads, clause.head
    own = (clause.head, *clause.verbs, *(one.head for one in clause.arguments if one.role == "predicate"))
    while heads[at] != at:
        at = heads[at]
        if at not in own:
            return at
    return -1


def _predicated_of(scene: Scene, clause: Clause) -> int:
    """The noun that a clause is the predicate of: "*his bet* is that prices will fall"."""
    governor = scene.clause_of.get(clause.parent) if clause.marker == "that" and clause.parent is not None else None
    subject = governor.subject if governor is not None and governor.copular else None
    return -1 if subject is None or scene.tree.pos[subject.head] != "NOUN" else subject.head


def _on_one_side(clause: Clause, cue: Cue) -> Stretch:
    """A content clause's extent, cut at the cue: what the parse draws over from the other side is not said."""
    start, end = clause.extent
    first = min(clause.start, clause.subject.start) if clause.subject and clause.subject.start < clause.end else clause.start
    if first >= cue.end:
        return max(start, cue.end), end
    return (start, min(end, cue.start)) if clause.end <= cue.start else (start, end)


def own_words(clause: Clause) -> Stretch:
    """Where a reporting clause stands, its content left out: subject and verbs."""
    if clause.subject is None or clause.subject.start > clause.end + 6 or clause.subject.end < clause.start - 60:
        return clause.start, clause.end
    return min(clause.start, clause.subject.start), max(clause.end, clause.subject.end)


def speaker(clause: Clause) -> Argument | None:
    """Whose words a reporting clause reports: its subject, or the agent of a passive."""
    if clause.voice == "passive":
        return next((one._replace(role="subject") for one in clause.arguments if one.role == "agent"), None)
    return clause.subject


def _who_asks(scene: Scene, clause: Clause) -> Argument | None:
    """Who wants somebody else to say or know it, and so says it: "*She* asked the judge to bear in mind that he was ill"."""
    governor = scene.clause_of.get(clause.parent) if clause.kind == "infinitive" and clause.parent is not None else None
    if (
        governor is None
        or governor.subject is None
        or not (is_somebody(scene, governor.subject) or scene.tree.pos[governor.subject.head] == "PRON")
        or governor.lemma not in verbs()
        or governor.voice == "passive"
        or clause.subject == governor.subject
    ):
        return None
    return governor.subject


def _takes(cue: Cue) -> bool:
    return cue.kind in ("noun", "adjective") or (cue.kind == "verb" and verbs()[cue.lemma].that)


def _with_content(scene: Scene, cue: Cue, contents: list[Stretch]) -> Draft | None:
    if cue.kind == "noun":
        source = possessor(scene, cue, contents[0][0])
        denial = denier(scene, cue) if source is None else None
        if denial is not None:
            source, verb = denial
            return Draft(source, (verb.start, verb.end), verb.head, tuple(contents), "noun", verb.sense)
        source = source or holder(scene, cue)
        if source is None:
            return None
        within = scene.clauses_in(cue.end, contents[0][1])
        copula = next((one for one in within if one.copular and one.subject and one.subject.head == cue.head), None)
        if copula is not None:  # "*His bet* is that prices will fall" tells no more than what the bet is
            contents = [(max(start, copula.end), end) for start, end in contents]
        head = None if copula is None else copula.head
        return Draft(source, (cue.start, cue.end), head, tuple(contents), "noun", cue.sense)
    clause = scene.clause_of.get(cue.head)
    if clause is None or clause.imperative:
        return None
    source = clause.subject if cue.kind == "adjective" else _who_asks(scene, clause) or speaker(clause)
    if source is None and clause.voice == "active" and cue.kind == "verb":
        source, contents = _misplaced(scene, cue, contents)
    if source is None and (cue.kind == "adjective" or not clause.finite):
        return None
    contents = [(start, _coordinated(scene, clause, end)) for start, end in contents]
    if cue.kind == "verb" and contents[-1][1] <= cue.start:
        contents += _resumed(scene, clause)
    rule = "passive" if clause.voice == "passive" and cue.kind == "verb" else cue.kind
    return Draft(source, (cue.start, cue.end), clause.head, tuple(contents), rule, cue.sense, own_words(clause))


def _misplaced(scene: Scene, cue: Cue, contents: list[Stretch]) -> tuple[Argument | None, list[Stretch]]:
    """The speaker whom the parse left in the content: "The ward is full, *its director, Eva Roe*, told Reuters"."""
    words, (start, end) = scene.tree.words, contents[-1]
    inside = [one for one in scene.clauses_in(start, end) if one.end <= end]
    if end <= cue.start:
        spoken = max((one.end for one in inside), default=end)
        comma = next((i for i in range(spoken, end) if words[i] == ","), end)
        first, rest = comma + 1, (start, comma)
    elif start < cue.start and not any(one.start < cue.start for one in inside):  # "*Eva Roe*, said she would stay"
        first, rest = start, (cue.end, end)
    else:
        return None, contents
    source = scene.phrase_at(first, cue.start)
    if source is None or scene.tree.pos[source.head] not in ("NOUN", "PROPN", "PRON"):
        return None, contents
    return source, [*contents[:-1], rest]


def _coordinated(scene: Scene, clause: Clause, end: int) -> int:
    """The end of a content with a clause that no comma parts from it: "said *the dam broke and the road was closed*"."""
    for one in scene.clauses_in(end, scene.sentence(clause.head)[1]):
        if one.conjunct_of == clause.head and one.extent[0] == end and one.finite:
            between = range(one.extent[0], one.start)
            if any(scene.tree.pos[i] in ("NOUN", "PROPN", "PRON") for i in between):
                return one.extent[1]
    return end


def _resumed(scene: Scene, clause: Clause) -> list[Stretch]:
    """What goes on behind a reporting clause between commas: "Sales fell, the firm said, *and its boss left*"."""
    words = scene.tree.words
    for one in scene.clauses_in(clause.end, scene.sentence(clause.head)[1]):
        start, end = one.extent
        if one.conjunct_of != clause.head or not one.finite or one.subject is None or one.subject == clause.subject:
            continue
        if scene.until_another_speaks((start - 1, end))[1] != end:
            return []
        if start > clause.end and words[start] == "and" and words[start - 1] == ",":
            return [(start, end)]
    return []


def _set_in(scene: Scene, cue: Cue) -> Draft | None:
    """A reporting clause without content of its own, set into or after what it reports, or before it with "as"."""
    clause = scene.clause_of.get(cue.head)
    if cue.kind == "verb" and clause is not None and clause.voice == "passive":
        return _as_noted(scene, cue, clause)
    if cue.kind != "verb" or clause is None or clause.head != cue.head:
        return None
    if clause.subject is not None and scene.tree.words[clause.subject.head] in HEARER:
        return None
    takes = verbs()[cue.lemma]
    if not (takes.that or takes.quote):
        return None
    last = _trailing(scene, cue, clause)
    if last is not None:
        return last
    own = [one for one in clause.arguments if not cue.start < one.start < cue.end]  # "as the mayor put *it*"
    if clause.subject is None or any(one.role in ("object", "complement") for one in own):
        return None
    governor = scene.clause_of.get(clause.parent) if clause.parent is not None else None
    as_said = clause.kind == "adverbial" and clause.marker == "as" and cue.sense in _REPORTS
    brief = clause.extent[1] - clause.extent[0] <= _INSERTED
    inserted = clause.kind == "parenthetical" or (clause.kind == "main" and clause.conjunct_of is None and brief)
    if governor is None or not (as_said or inserted) or not _commas(scene, clause.extent):
        return None
    after = scene.until_another_speaks((clause.extent[1], governor.extent[1]))
    pieces = ((governor.extent[0], clause.extent[0]), after)
    contents = tuple(piece for piece in pieces if piece[0] < piece[1])
    if not contents:
        return None
    rule = "as" if as_said else "parenthetical"
    return Draft(clause.subject, (cue.start, cue.end), clause.head, contents, rule, cue.sense, own_words(clause))


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
    if not clause.finite or clause.kind == "relative" or cue.sense not in _REPORTS:
        return None
    finite = [one for one in scene.clauses_in(first, last) if one.finite and one.head != clause.head]
    between = any(at < one.start < cue.start for one in finite)
    later = any(cue.end <= one.start and one.kind != "relative" for one in finite)
    commas = sum(words[i] in _COMMAS for i in range(cue.end, last))
    stated = any(one.start < at and one.kind in ("main", "content") for one in finite) or _headed(scene, cue, first, at)
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
    own = (min(source.start, cue.start), last)
    return Draft(source, (cue.start, cue.end), clause.head, ((first, at),), "trailing", cue.sense, own)


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
