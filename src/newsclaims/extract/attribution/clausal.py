"""Attribution by syntax: a reporting verb, noun or adjective with its content clause."""

from __future__ import annotations

from newsclaims.annotate.marks import Cue
from newsclaims.extract.attribution.inserted import HEARER, set_in
from newsclaims.extract.attribution.owners import denier, holder, possessor
from newsclaims.extract.attribution.resumed import begun, resumed
from newsclaims.extract.attribution.scene import STOPS, Draft, Scene, Stretch, close, plain, verbs
from newsclaims.extract.attribution.speakers import is_somebody, own_words, speaker
from newsclaims.extract.clause import Argument, Clause
from newsclaims.extract.questions import ASKING, INTERROGATIVE, WITHHELD, withheld


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
        draft = _with_content(scene, cue, contents[cue]) if cue in contents else set_in(scene, cue)
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
    kept = cue.sense == "say" and scene.tree.tags[first] in ASKING and _held_back(scene, clause)
    return kept or (clause.kind == "infinitive" and _who_asks(scene, clause) is None and (asks or learns))


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
    if source is not None and (scene.tree.words[source.head] == "what" or _of_the_hearer(scene, cue, source)):
        return None
    contents = _since_the_colon(scene, cue, clause, contents)
    contents = [(start, _within_its_sentence(scene, start, _coordinated(scene, clause, end))) for start, end in contents]
    if cue.kind == "verb" and cue.sense == "say":
        contents = [(start, _behind_a_semicolon(scene, cue, end)) for start, end in contents]
    if cue.kind == "verb" and contents[-1][1] <= cue.start:
        contents += resumed(scene, clause)
    elif cue.kind == "verb" and clause.voice == "active":
        contents = [*begun(scene, clause, contents[0][0]), *contents]
    rule: str = "passive" if clause.voice == "passive" and cue.kind == "verb" else cue.kind
    if cue.kind == "verb" and _to_find_out(scene, cue, clause, contents[0]):
        return None
    if cue.kind == "verb" and _left_unsaid(scene, clause, contents[0]):
        rule = WITHHELD
    return Draft(source, (cue.start, cue.end), clause.head, tuple(contents), rule, cue.sense, own_words(clause))


def _of_the_hearer(scene: Scene, cue: Cue, source: Argument) -> bool:
    """Whether it is asked or supposed of the one spoken to: "Do *you* think it is safe?"."""
    return cue.sense != "say" and scene.tree.words[source.head] in HEARER


def _since_the_colon(scene: Scene, cue: Cue, clause: Clause, contents: list[Stretch]) -> list[Stretch]:
    """What is said, where the parse takes it from before a colon: "It is disputed: the guild says *it paid*"; "The vote was
    void; the mayor said *she would appeal*"."""
    first, last = own_words(clause)[0], scene.sentence(clause.head)[1]
    if scene.tree.words[first - 1] not in (";", ":") or cue.kind != "verb" or contents[0][0] >= first:
        return contents
    behind = [(start, end) for start, end in contents if start >= cue.end]
    goes_on = [one for one in scene.clauses_in(cue.end, last) if one.finite]
    return behind or ([scene.until_another_speaks((cue.end, last))] if goes_on else contents)


def _within_its_sentence(scene: Scene, start: int, end: int) -> int:
    """The end of a content that the parse draws beyond a quotation that ends a sentence: 'boasted, *“It pays.”* Later …'."""
    for quote in scene.quotes_in(start, end):
        after = close(quote)
        if after < end and scene.tree.words[quote.end - 1] in STOPS and scene.capital(after):
            return after
    return end


def _was_asked(scene: Scene, cue: Cue) -> bool:
    """Whether a verb is a bare participle, whose noun does not speak: "Dallas, *asked* whether it was over, said no"."""
    tree, i = scene.tree, cue.head
    return tree.full[i] == "acl" and tree.tags[i] in ("VBD", "VBN") and tree.child(i, "nsubj", "aux", "obj") is None


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


def _coordinated(scene: Scene, clause: Clause, end: int) -> int:
    """The end of a content with a clause that no comma parts from it: "said *the dam broke and the road was closed*"."""
    for one in scene.clauses_in(end, scene.sentence(clause.head)[1]):
        beside = one.conjunct_of == clause.head or (not clause.finite and one.conjunct_of == clause.parent)
        if beside and one.finite and _and_that(scene, end, one):
            return one.extent[1]
        if beside and one.extent[0] == end and one.finite:
            between = range(one.extent[0], one.start)
            if any(scene.tree.pos[i] in ("NOUN", "PROPN", "PRON") for i in between):
                return one.extent[1]
        if one.conjunct_of == clause.head and one.finite and one.subject != clause.subject:
            at = scene.quote_at(one.start)
            if at is not None and scene.quotes[at].opens >= end and _goes_on(scene, clause, end, at):
                return close(scene.quotes[at])
    return end


def _and_that(scene: Scene, end: int, one: Clause) -> bool:
    """Whether a coordinated clause is said, too: "told us the dam was safe, *and that it had been checked*"."""
    words, start = scene.tree.words, one.extent[0]
    start += words[start] == ","
    joined = words[start] in ("and", "but") and words[start + 1] == "that" and scene.tree.pos[start + 1] == "SCONJ"
    return joined and all(scene.tree.is_void(i) for i in range(end, start))


def _behind_a_semicolon(scene: Scene, cue: Cue, end: int) -> int:
    """The end of what is said with a clause about the same: "She said the roof leaked; *it had been patched twice*"."""
    last = scene.sentence(cue.start)[1]
    if end >= last - 1 or scene.tree.words[end] != ";" or scene.tree.tags[end + 1] != "PRP" or cue.start > end:
        return end
    following = scene.clauses_in(end + 1, last)
    if not following or following[0].kind != "main" or not following[0].finite:
        return end
    if any(one.kind == "verb" and one.sense == "say" for one in scene.cues_in(end, following[0].end)):
        return end
    return scene.until_another_speaks((end, last))[1]


def _goes_on(scene: Scene, clause: Clause, end: int, at: int) -> bool:
    """Whether a quotation goes on with what is said before it: 'said it was “too late” but “*nobody dares to say so*”'."""
    quote, last = scene.quotes[at], scene.sentence(clause.head)[1]
    joined = all(scene.tree.is_void(i) or scene.tree.pos[i] in ("CCONJ", "SCONJ") for i in range(end, quote.opens))
    return joined and clause.end <= end and not scene.cues_in(close(quote), last)
