"""Attribution by a preposition: "according to the coroner", "in the words of the captain", "…, citing two engineers"."""

from __future__ import annotations

from functools import cache

from newsclaims.annotate.marks import Cue
from newsclaims.extract.attribution.continued import can_speak
from newsclaims.extract.attribution.owners import possessor
from newsclaims.extract.attribution.reach import before_another_says
from newsclaims.extract.attribution.scene import Draft, Scene, Stretch, close, holds_clause, subtract
from newsclaims.extract.attribution.speakers import is_somebody
from newsclaims.extract.clause import Argument
from newsclaims.lexicon import rows

_STATES = frozenset(("main", "adverbial"))


def phrasal(scene: Scene) -> list[Draft]:
    """Find what is attributed by a prepositional phrase.

    Args:
        scene: the text.

    Returns:
        Drafts. A phrase at the edge of its sentence attributes the whole sentence (or quotation), one inside it the clause
        it stands in.
    """
    drafts = []
    for cue in scene.cues:
        if cue.kind == "preposition" and cue.lemma not in _cites():
            draft = _attributed(scene, cue)
            if draft is not None:
                drafts.append(draft)
    return drafts


def citing(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Find whom a reporting clause cites: "the dam had cracked, the station said, *citing two engineers*".

    Args:
        scene: the text.
        drafts: the attributions found so far.

    Returns:
        Drafts with the contents of the attribution in whose clause the citing stands; they are inside it.
    """
    by_head = {draft.cue_head: draft for draft in drafts if draft.cue_head is not None}
    found = []
    for cue in scene.cues:
        clause = scene.clause_of.get(cue.head)
        if cue.lemma not in _cites() or clause is None or clause.kind != "participial" or clause.parent is None:
            continue
        draft = by_head.get(clause.parent)
        source = next((one for one in clause.arguments if one.role == "object"), None)
        if draft is not None and source is not None and is_somebody(scene, source):
            inner = Draft(source._replace(role="subject"), (cue.start, cue.end), clause.head, draft.contents, "citing")
            found.append(inner._replace(sense=cue.sense, inner_to=draft.cue_head, own=clause.extent))
    return found


@cache
def _cites() -> frozenset[str]:
    """The entries that name whom a source cites ("citing"), no preposition in truth."""
    return frozenset(row["phrase"] for row in rows("attribution_prepositions") if row["gives"] == "cited")


def _attributed(scene: Scene, cue: Cue) -> Draft | None:
    words = scene.tree.words
    start, end = _bounds(scene, cue.start)
    owned = cue.head > cue.start  # "in *his* view"
    source = possessor(scene, cue, cue.end) if owned else scene.phrase_at(cue.end, end, cue.start)
    if source is None or not _reports(scene, cue, source, start):
        return None
    own = (cue.start, cue.end if owned else _apposed(scene, source, end))
    before = scene.quote_at(cue.start - 2 if words[cue.start - 1] == "," else cue.start - 1)
    if before is not None and before != scene.quote_at(cue.start):
        first, _ = _bounds(scene, scene.quotes[before].opens)
        if start < first and not holds_clause(scene, before):
            first = start  # 'The office had “no comment,” *according to an aide*'
        contents: tuple[Stretch, ...] = ((first, cue.start),)
    elif _free(scene, start, cue.start):
        contents = ((own[1], before_another_says(scene, cue, own[1], _until_a_denial(scene, own[1], end))),)
    elif (after := _quoted_after(scene, own[1])) is not None:
        said = any(one.finite and one.kind in _STATES for one in scene.clauses_in(*after)) or _own(scene, cue, start)
        begin = max([start, *(i + 1 for i in range(start, cue.start) if words[i] == ";")])
        contents = (after,) if said else ((begin, cue.start), after)  # 'The deal is, in her words, "dead"'
    elif not any(
        one.finite and (one.kind != "relative" or one.extent[0] <= cue.start)  # "the man who, *according to Roe*, ran"
        for one in scene.clauses_in(own[1], end)
    ):
        contents = ((start, cue.start),)
    else:
        pieces = subtract(_clause_around(scene, cue, (start, end)), own)
        contents = tuple(scene.until_another_speaks(one) if one[0] >= own[1] else one for one in pieces)
    return Draft(source, (cue.start, cue.end), None, contents, "preposition", cue.sense, own)


def _until_a_denial(scene: Scene, start: int, end: int) -> int:
    """Where a semicolon ends what is attributed, since another speaks behind it: "According to the radio he left; *his club
    denied it*"."""
    cues = {cue.head for cue in scene.cues_in(start, end) if cue.kind == "verb"}
    for one in scene.clauses_in(start, end) if cues else ():
        behind = one.finite and one.head in cues and one.subject is not None and start < one.subject.start
        if behind and one.subject is not None and scene.tree.words[one.subject.start - 1] == ";":
            return one.subject.start - 1
    return end


def _own(scene: Scene, cue: Cue, start: int) -> bool:
    """Whether it is told of the speaker himself, or by him: 'She took, *in her words*, “a deep breath”'."""
    if scene.tree.tags[cue.start + 1 : cue.start + 2] != ("PRP$",):
        return False
    tags = scene.tree.tags
    subjects = [one.subject for one in scene.clauses_in(start, cue.start) if one.finite and one.subject is not None]
    self = any(tags[one.head] == "PRP" and one.end == one.start + 1 for one in subjects)
    return self or any(one.kind == "verb" and one.sense == "say" for one in scene.cues_in(start, cue.start))


def _quoted_after(scene: Scene, at: int) -> Stretch | None:
    """The quotation that opens at a place, a comma or colon before it aside."""
    while at < len(scene.tree.words) and scene.tree.words[at] in (",", ":"):
        at += 1
    found = scene.quote_at(at)
    if found is None or scene.quotes[found].opens != at:
        return None
    return scene.quotes[found].opens, close(scene.quotes[found])


def _apposed(scene: Scene, source: Argument, end: int) -> int:
    """The end of a source with what is set off after it: "the prosecutor, Mark Tedeschi, QC,"."""
    last = min(scene.tree.right[source.head] + 1, end)
    clauses = any(one.finite and one.kind != "relative" for one in scene.clauses_in(source.end, last))
    return source.end if clauses else max(last, source.end)


def _reports(scene: Scene, cue: Cue, source: Argument, start: int) -> bool:
    """Whether the phrase is set off, or names somebody: no "justice according to law"; "per" needs both, no "per day"."""
    tree = scene.tree
    before = cue.start - (2 if tree.pos[cue.start - 1] == "CCONJ" else 1)
    apart = _free(scene, start, cue.start) or tree.is_void(before)
    if cue.head > cue.start:
        return apart
    if cue.end - cue.start == 1:
        return apart and (tree.pos[source.head] == "PROPN" or is_somebody(scene, source))
    return apart or tree.pos[source.head] == "PROPN" or can_speak(scene, source)


def _bounds(scene: Scene, i: int) -> Stretch:
    """The sentence around a token, within its quotation."""
    start, end = scene.sentence(i)
    at = scene.quote_at(i)
    if at is None:
        return start, end
    quote = scene.quotes[at]
    return max(start, quote.opens), min(end, close(quote))


def _free(scene: Scene, start: int, end: int) -> bool:
    """Whether nothing but marks, conjunctions and adverbs stands between two places."""
    return all(scene.tree.is_void(i) or scene.tree.pos[i] in ("CCONJ", "ADV") for i in range(start, end))


def _clause_around(scene: Scene, cue: Cue, within: Stretch) -> Stretch:
    """The smallest finite clause that holds the cue without its head being a reporting clause's."""
    around = [
        one.extent
        for one in scene.clauses_in(*within)
        if one.finite and one.extent[0] <= cue.start < one.extent[1] and within[0] <= one.head < within[1]
    ]
    return min(around, key=lambda one: one[1] - one[0], default=within)
