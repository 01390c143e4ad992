"""Attribution by syntax: a reporting verb, noun or adjective with its content clause, or set into or after the content."""

from __future__ import annotations

from newsclaims.annotate.marks import Cue
from newsclaims.extract.attribution.scene import STOPS, Draft, Scene, Stretch, verbs
from newsclaims.extract.clause import Argument, Clause
from newsclaims.extract.phrases import argument

_OF = frozenset(("of", "by", "from"))
_REPORTS = frozenset(("say", "warn", "believe", "know", "show", "agree"))
_COMMAS = frozenset((",", "—", "–", "--", "-"))


def clausal(scene: Scene) -> list[Draft]:
    """Find the cues whose content the parse gives.

    Args:
        scene: the text.

    Returns:
        Drafts: "Shea said *the pact helps Pyongyang*", "Comey's announcement *that the case was closed*", "the board is
        concerned *that the data leaked*", "*The pact*, she said, *helps Pyongyang*".
    """
    by_token = {i: cue for cue in scene.cues if cue.kind != "preposition" for i in range(cue.start, cue.end)}
    contents: dict[Cue, list[Stretch]] = {}
    for clause in scene.clauses:
        if clause.kind != "content" or not clause.finite or clause.conjunct_of is not None:
            continue
        cue = by_token.get(attachment(scene, clause))
        if cue is not None and _takes(cue):
            contents.setdefault(cue, []).append(clause.extent)
    drafts: list[Draft] = []
    for cue in scene.cues:
        draft = _with_content(scene, cue, contents[cue]) if cue in contents else _set_in(scene, cue)
        if draft is not None:
            drafts.append(draft)
    return drafts


def attachment(scene: Scene, clause: Clause) -> int:
    """The token that a clause hangs on: in "his claim that he lied" *claim*, though that clause has another head."""
    heads, at = scene.tree.heads, clause.head
    while heads[at] != at:
        at = heads[at]
        if not clause.extent[0] <= at < clause.extent[1]:
            return at
    return -1


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


def _takes(cue: Cue) -> bool:
    return cue.kind in ("noun", "adjective") or (cue.kind == "verb" and verbs()[cue.lemma].that)


def _with_content(scene: Scene, cue: Cue, contents: list[Stretch]) -> Draft | None:
    if cue.kind == "noun":
        source = possessor(scene, cue, contents[0][0]) or _holder(scene, cue)
        if source is None:
            return None
        return Draft(source, (cue.start, cue.end), None, tuple(contents), "noun", cue.sense)
    clause = scene.clause_of.get(cue.head)
    if clause is None or clause.imperative:
        return None
    source = speaker(clause)
    if source is None and (cue.kind == "adjective" or not clause.finite):
        return None
    rule = "passive" if clause.voice == "passive" else cue.kind
    return Draft(source, (cue.start, cue.end), clause.head, tuple(contents), rule, cue.sense, own_words(clause))


def possessor(scene: Scene, cue: Cue, limit: int) -> Argument | None:
    """The owner of a reporting noun: "*Comey*'s announcement", "*his* claim", "the claim of *the board*"."""
    tree = scene.tree
    for k in tree.kids[cue.head]:
        if k < cue.head and tree.tags[k] == "PRP$":
            return Argument("subject", k, k, k + 1)
        if k < cue.head and any(tree.tags[j] == "POS" for j in tree.kids[k]):
            found = argument(tree, k, "subject", marker="")
            end = min((j for j in tree.kids[k] if tree.tags[j] == "POS"), default=found.end)
            return found._replace(end=min(found.end, end))
    for k in tree.kids[cue.head]:
        if cue.head < k < limit and tree.marker(k) in _OF and scene.named[k] + tree.pos[k] != "NOUN":
            return argument(tree, k, "subject", marker="")
    return None


def _holder(scene: Scene, cue: Cue) -> Argument | None:
    """The subject of a reporting verb that has a reporting noun for its object: "*The union* voiced fears that …"."""
    tree = scene.tree
    clause = scene.clause_of.get(tree.heads[cue.head])
    if clause is None or clause.voice == "passive" or clause.lemma not in verbs():
        return None
    return clause.subject if any(one.role == "object" and one.head == cue.head for one in clause.arguments) else None


def _set_in(scene: Scene, cue: Cue) -> Draft | None:
    """A reporting clause without content of its own, set into or after what it reports, or before it with "as"."""
    clause = scene.clause_of.get(cue.head)
    if (
        cue.kind != "verb"
        or clause is None
        or clause.head != cue.head
        or clause.subject is None
        or clause.voice == "passive"
    ):
        return None
    takes = verbs()[cue.lemma]
    if not (takes.that or takes.quote) or any(one.role in ("object", "complement") for one in clause.arguments):
        return None
    own = own_words(clause)
    governor = next((one for one in scene.clauses if one.head == clause.parent), None)
    as_said = clause.kind == "adverbial" and clause.marker == "as" and cue.sense in _REPORTS
    inserted = clause.kind == "parenthetical" or (clause.kind == "main" and clause.conjunct_of is None)
    contents: list[Stretch] = []
    if governor is not None and (as_said or inserted) and _commas(scene, clause.extent):
        start, end = governor.extent
        contents = [piece for piece in ((start, clause.extent[0]), (clause.extent[1], end)) if piece[0] < piece[1]]
        rule = "as" if as_said else "parenthetical"
    if not contents:
        contents, rule = _before(scene, clause, own), "trailing"
    if not contents:
        return None
    return Draft(clause.subject, (cue.start, cue.end), clause.head, tuple(contents), rule, cue.sense, own)


def _commas(scene: Scene, stretch: Stretch) -> bool:
    """Whether commas (or the edge of the sentence, or a quotation mark) stand on both sides."""
    words, (start, end) = scene.tree.words, stretch
    first, last = scene.sentence(start)
    before = start == first or words[start] in _COMMAS or scene.tree.is_void(start - 1)
    after = end >= last or words[end - 1] in _COMMAS or scene.tree.is_void(end)
    return before and after


def _before(scene: Scene, clause: Clause, own: Stretch) -> list[Stretch]:
    """The sentence before a clause that ends it: "*The port is shut*, the mayor said on Monday."."""
    words = scene.tree.words
    first, last = scene.sentence(own[0])
    if own[0] - 1 <= first or words[own[0] - 1] != "," or scene.quote_at(own[0]) != scene.quote_at(first):
        return []
    tail = [i for i in range(own[1], last) if words[i] in STOPS or words[i] in _COMMAS]
    later = any(one.finite and own[1] <= one.start < last and one.kind != "relative" for one in scene.clauses)
    earlier = any(one.finite and first <= one.start < own[0] and one.head != clause.head for one in scene.clauses)
    return [(first, own[0] - 1)] if earlier and not later and len(tail) <= 2 else []
