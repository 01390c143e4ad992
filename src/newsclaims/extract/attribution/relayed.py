"""Who passes on what somebody else said: "was quoted by *local media* as saying …", "a doctor cited by *the BBC* said …"."""

from __future__ import annotations

from newsclaims.annotate.marks import Cue
from newsclaims.extract.attribution.scene import Draft, Scene, Stretch
from newsclaims.extract.attribution.speakers import is_somebody, own_words, speaker
from newsclaims.extract.clause import Argument, Clause

_RELAYS = frozenset(("quote", "cite"))
_COMMAS = frozenset((",", "—", "–", "--"))


def relayed(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Tell who says something from who only passes it on.

    Args:
        scene: the text.
        drafts: the attributions found so far.

    Returns:
        The drafts, and one for each who passes on; that of the speaker stands inside it. "The agency quoted *the minister*
        as saying …" is the minister's, by way of the agency.
    """
    found = list(drafts)
    for cue in scene.cues:
        clause = scene.clause_of.get(cue.head)
        if clause is None or cue.kind != "verb" or cue.lemma not in _RELAYS or clause.head != cue.head:
            continue
        saying = next((one for one in scene.clauses_in(cue.end, cue.end + 30) if _as_saying(scene, one, clause)), None)
        if saying is not None:
            _as_quoted(scene, found, cue, clause, saying)
        elif clause.voice == "passive" and (agent := speaker(clause)) is not None:
            _of_the_quoted(scene, found, cue, clause, agent)
    return found


def _as_saying(scene: Scene, one: Clause, governor: Clause) -> bool:
    if one.finite or _cue_of(scene, one) is None:
        return False
    if one.marker != "as":  # "has been quoted saying", "quoted the mayor saying"
        quoted = next((arg.end for arg in governor.arguments if arg.role == "object"), -1)
        behind = governor.end if governor.voice == "passive" else quoted
        return one.start == behind and scene.tree.tags[one.start] == "VBG"
    return one.parent == governor.head or scene.tree.words[governor.end] == "as"


def _cue_of(scene: Scene, clause: Clause) -> Cue | None:
    near = scene.cues_in(clause.start, clause.end)
    return next((one for one in near if one.kind == "verb" and one.head == clause.head), None)


def _as_quoted(scene: Scene, found: list[Draft], cue: Cue, clause: Clause, saying: Clause) -> None:
    """ "The agency quoted the minister *as saying*", before or behind what he said."""
    said = _cue_of(scene, saying)
    passive = clause.voice == "passive"
    objects = [one for one in clause.arguments if one.role == "object"]
    source = clause.subject if passive else next(iter(objects), saying.subject)
    if said is None or source is None:
        return
    source = source._replace(role="subject")
    by = speaker(clause) or (_by(scene, saying) if passive else None)
    own = (min(own_words(clause)[0], source.start), max(saying.end, by.end if by else 0))
    known = [n for n, one in enumerate(found) if one.cue_head in (saying.head, clause.head)]
    if not known:
        contents = _before(scene, own[0])
        if not contents:
            return
        found.append(Draft(source, None, None, contents, "relayed"))
        known = [len(found) - 1]
    words, head = ((said.start, said.end), saying.head) if by else ((cue.start, said.end), clause.head)
    for n in known:
        inner = found[n]._replace(inner_to=None if by is None else clause.head)
        if inner.cue_head != saying.head or saying.marker != "as" or not passive:
            inner = inner._replace(source=source, cue=words, cue_head=head, own=own)
        found[n] = inner
    if by is not None:
        widest = max((found[n] for n in known), key=_size)
        own = own if widest.contents[-1][1] <= own[0] else (own[0], said.end)
        found.append(_outer(widest._replace(own=own), by, cue, clause))


def _of_the_quoted(scene: Scene, found: list[Draft], cue: Cue, clause: Clause, agent: Argument) -> None:
    """ "A doctor *cited by the BBC* said …", "The general, *quoted by the agency*, said …"."""
    noun = scene.tree.heads[clause.head]
    for n, one in enumerate(found):
        known = one.source is not None and one.source.head == noun and one.cue is not None
        if known and one.cue is not None and (one.cue[0] > cue.start or one.rule == "preposition"):
            found[n] = one._replace(inner_to=clause.head)
            found.append(_outer(one._replace(own=None), agent, cue, clause))
            return


def _size(draft: Draft) -> int:
    return sum(end - start for start, end in draft.contents)


def _outer(inner: Draft, by: Argument, cue: Cue, clause: Clause) -> Draft:
    source = by._replace(role="subject")
    own = inner.own
    return Draft(source, (cue.start, cue.end), clause.head, inner.contents, "relayed", cue.sense, own)


def _by(scene: Scene, saying: Clause) -> Argument | None:
    """Who quotes, behind the saying: "was quoted as saying *by the Herald*"."""
    named = (one for one in saying.arguments if one.marker == "by" or one.role == "agent")
    return next((one for one in named if is_somebody(scene, one)), None)


def _before(scene: Scene, at: int) -> tuple[Stretch, ...]:
    """What stands in the sentence before a comma or a quotation's end: '"It will hold," *the minister was quoted …*'."""
    first, words = scene.sentence(at)[0], scene.tree.words
    behind = at > first and (words[at - 1] in _COMMAS or at - 1 in scene.marks)
    return ((first, at),) if behind and scene.clauses_in(first, at) else ()
