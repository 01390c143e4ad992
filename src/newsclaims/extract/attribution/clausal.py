"""Attribution by syntax: a reporting verb, noun or adjective with its content clause."""

from __future__ import annotations

from newsclaims.annotate.marks import Cue
from newsclaims.extract.attribution.inserted import HEARER, set_in
from newsclaims.extract.attribution.owners import denier, holder, possessor
from newsclaims.extract.attribution.reach import reach
from newsclaims.extract.attribution.resumed import begun, resumed
from newsclaims.extract.attribution.scene import Draft, Scene, Stretch, plain, verbs
from newsclaims.extract.attribution.speakers import is_somebody, own_words, speaker
from newsclaims.extract.clause import Argument, Clause
from newsclaims.extract.questions import ASKING, INTERROGATIVE, WITHHELD, withheld
from newsclaims.lexicon import column

_SO = frozenset(("so", "such"))


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
        at = attachment(scene, clause)
        cue = by_token.get(at) or by_token.get(_owned_by(scene, clause, at)) or by_token.get(_predicated_of(scene, clause))
        if cue is not None and _takes(cue):
            contents.setdefault(cue, []).append(_on_one_side(clause, cue))
    drafts: list[Draft] = []
    for cue in cues:
        draft = _with_content(scene, cue, contents[cue]) if cue in contents else set_in(scene, cue) or _by_place(scene, cue)
        if draft is not None:
            drafts.append(draft)
    return drafts


def _by_place(scene: Scene, cue: Cue) -> Draft | None:
    """What stands behind a reporting verb and "that", whatever the parse makes of it: "said Tuesday *that freeing the ship
    was a step*"."""
    clause = scene.clause_of.get(cue.head) if cue.kind == "verb" and cue.sense == "say" else None
    if clause is None or clause.head != cue.head or not clause.finite or clause.voice != "active" or clause.subject is None:
        return None
    words, last = scene.tree.words, scene.sentence(cue.start)[1]
    day = cue.end < last and words[cue.end] in column("time_words", "word", kind="weekday")
    that = cue.end + day
    if that >= last or words[that] != "that" or scene.tree.tags[that] != "IN" or not verbs()[cue.lemma].that:
        return None
    end = scene.until_another_speaks((that, last))[1]
    if not any(one.finite and one.start > that for one in scene.clauses_in(that, end)):
        return None
    return Draft(clause.subject, (cue.start, cue.end), clause.head, ((that, end),), "verb", cue.sense, own_words(clause))


def attachment(scene: Scene, clause: Clause) -> int:
    """The token that a clause hangs on: in "his claim that he lied" *claim*, though that clause has another head."""
    heads, at = scene.tree.heads, clause.head
    own = (clause.head, *clause.verbs, *(one.head for one in clause.arguments if one.role == "predicate"))
    while heads[at] != at:
        at = heads[at]
        if at not in own:
            return at
    return -1


def _owned_by(scene: Scene, clause: Clause, at: int) -> int:
    """The noun whose owner a clause hangs on: "*complaints* by tenants that the lift was full"."""
    owner = clause.marker == "that" and at >= 0 and scene.tree.marker(at) in ("by", "from")
    return scene.tree.heads[at] if owner else -1


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


def _times() -> frozenset[str]:
    return column("time_words", "word", kind="unit")


def _takes(cue: Cue) -> bool:
    return cue.kind in ("noun", "adjective") or (cue.kind == "verb" and verbs()[cue.lemma].that)


def _left_unsaid(scene: Scene, clause: Clause, content: Stretch) -> bool:
    """Whether nobody says if something is so: "declined to say *whether he had paid*", "did not know *if …*", "was sent to a
    laboratory to find out *whether …*"."""
    if scene.tree.words[content[0]] not in INTERROGATIVE:
        return False
    return clause.kind == "infinitive" or bool(clause.negations) or _held_back(scene, clause)


def _held_back(scene: Scene, clause: Clause) -> bool:
    """Whether somebody declines or refuses to say it."""
    return any(scene.tree.lemmas[verb] in withheld() for verb in clause.verbs[:-1])


def _to_find_out(scene: Scene, cue: Cue, clause: Clause, content: Stretch) -> bool:
    """Whether something is done to learn of something, which nobody says: "went there to see *what it was like*"; or
    somebody does not say it: "declined to say *where it was*"."""
    asks = scene.tree.words[content[0]] in INTERROGATIVE
    first = content[0] - (content[0] > cue.end)  # the parse may leave the "what" outside
    learns = cue.sense == "know" and scene.tree.tags[first] in ASKING
    kept = (
        cue.sense == "say"
        and {scene.tree.tags[first], *scene.tree.tags[cue.end : cue.end + 1]} & ASKING
        and _held_back(scene, clause)
    )
    studied = cue.sense == "ask" and learns is False and scene.tree.tags[first] in ASKING
    return bool(kept) or (
        clause.kind == "infinitive" and (studied or (_who_asks(scene, clause) is None and (asks or learns)))
    )


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
    if clause is None or clause.imperative or _was_asked(scene, cue):
        return None
    source = clause.subject if cue.kind == "adjective" else _who_asks(scene, clause) or speaker(clause)
    if source is None and clause.voice == "active" and cue.kind == "verb":
        source, contents = _misplaced(scene, cue, contents)
    if source is None and (cue.kind == "adjective" or not clause.finite):
        return None
    if cue.kind == "adjective" and clause.kind == "infinitive":  # "called to *be sure* that the door was shut"
        return None
    if source is not None and (scene.tree.words[source.head] == "what" or _of_the_hearer(scene, cue, source)):
        return None
    if source is not None and cue.sense == "know" and scene.tree.lemmas[source.head] in _times():
        return None  # "*a year* that will see the country grow"
    if cue.kind == "verb" and clause.voice == "active" and _set_off(scene, cue, source, contents[0]):
        return None
    contents = reach(scene, cue, clause, contents)
    if cue.kind == "verb" and contents[-1][1] <= cue.start:
        contents += resumed(scene, clause)
    elif cue.kind == "verb" and clause.voice == "active":
        contents = [*begun(scene, clause, contents[0][0]), *contents]
    rule: str = "passive" if clause.voice == "passive" and cue.kind == "verb" else cue.kind
    if cue.kind == "verb" and cue.end < contents[0][0] and _is_result(scene, clause, contents[0][0]):
        return None
    if cue.kind == "verb" and _to_find_out(scene, cue, clause, contents[0]):
        return None
    if cue.kind == "verb" and _left_unsaid(scene, clause, contents[0]):
        rule = WITHHELD
    return Draft(source, (cue.start, cue.end), clause.head, tuple(contents), rule, cue.sense, own_words(clause))


def _of_the_hearer(scene: Scene, cue: Cue, source: Argument) -> bool:
    """Whether it is asked or supposed of the one spoken to: "Do *you* think it is safe?"."""
    return cue.sense != "say" and scene.tree.words[source.head] in HEARER


def _was_asked(scene: Scene, cue: Cue) -> bool:
    """Whether a verb is a bare participle, whose noun does not speak: "Dallas, *asked* whether it was over, said no"."""
    tree, i = scene.tree, cue.head
    return tree.full[i] == "acl" and tree.tags[i] in ("VBD", "VBN") and tree.child(i, "nsubj", "aux", "obj") is None


def _is_result(scene: Scene, clause: Clause, content: int) -> bool:
    """Whether a clause tells what comes of an object: "would add so many layers *that nobody would understand it*"."""
    thing = next((one for one in clause.arguments if one.role == "object" and one.end <= content), None)
    if thing is None or scene.tree.words[content] != "that":
        return False
    return any(scene.tree.words[i] in _SO for i in range(clause.end, thing.head))


def _set_off(scene: Scene, cue: Cue, source: Argument | None, content: Stretch) -> bool:
    """Whether a verb only describes its noun, and what follows goes on with that: "*The striker*, understood to be for sale,
    *scored* twice"."""
    if source is None or source.end != cue.start - 1 or scene.tree.words[source.end] != "," or content[0] < cue.end:
        return False
    first = next(iter(scene.clauses_in(*content)), None)
    bare = first is not None and (first.subject is None or first.subject.start < cue.start)
    return bare and first is not None and first.finite and scene.tree.words[content[0] - 1] == ","


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
    if source is None and first == cue.start and verbs()[cue.lemma].np != "addressee":
        source, rest = scene.phrase_at(cue.end, len(words)), (start, end)  # "…, said *one source in the room*"
        if source is None or source.start != cue.end or not is_somebody(scene, source):
            return None, contents
    if source is None or scene.tree.pos[source.head] not in ("NOUN", "PROPN", "PRON"):
        return None, contents
    return source, [*contents[:-1], rest]
