"""What is said behind a reporting clause that is set in: "A bomb went off, police said, *killing nine*"."""

from __future__ import annotations

from functools import cache

from newsclaims.extract.attribution.scene import Scene, Stretch, verbs
from newsclaims.extract.attribution.speakers import own_words, texts
from newsclaims.extract.clause import Clause
from newsclaims.lexicon import column

_LONGEST = 8  # the most tokens between a reporting verb and the comma behind it
_ASIDE = frozenset(("oblique", "adverb", "time"))
_ASIDES = frozenset(("though", "although", "while", "whereas", "despite", "as"))  # the article's own remark
_REASONS = frozenset(("because", "if", "unless"))  # what is said, not when: "…, they said on Friday, *because* it was late"
_GOES_ON = frozenset(("VBG", "IN", "TO"))


def resumed(scene: Scene, clause: Clause) -> tuple[Stretch, ...]:
    """Find what goes on behind a reporting clause between commas.

    Args:
        scene: the text.
        clause: the reporting clause, which stands behind or in what it reports.

    Returns:
        One stretch: "Sales fell, the firm said, *and its boss left*", "…, the firm said on Monday, *in its worst year since
        2010*". None where what is reported stands between quotation marks, or where the reporting clause itself goes on: "…,
        he said, pointing to a map", "…, she said, in a letter".
    """
    words, (_, last) = scene.tree.words, scene.sentence(clause.head)
    if clause.subject is None or clause.subject.start >= clause.end or own_words(clause)[0] - 1 in scene.marks:
        return ()
    comma = next((i for i in range(clause.end, min(clause.end + _LONGEST, last)) if words[i] == ","), None)
    if comma is None or comma + 1 >= last or scene.quote_at(comma) != scene.quote_at(clause.start):
        return ()
    if any(clause.end <= one.start < comma and one.role not in _ASIDE for one in clause.arguments):
        return ()
    start = comma + 1
    if words[start] == "and":
        return _coordinated(scene, clause, start, last)
    if scene.tree.pos[start] == "SCONJ" and comma > clause.end and words[start] not in _REASONS:
        return ()  # "…, they said on Friday, *after* a long night"
    if scene.tree.tags[start] not in _GOES_ON or not _said(scene, clause, start):
        return ()
    return ((start, _until_somebody_speaks(scene, clause, start, last)),)


def begun(scene: Scene, clause: Clause, content: int) -> tuple[Stretch, ...]:
    """Find what is said before a reporting clause between commas, where the rest stands behind it.

    Args:
        scene: the text.
        clause: the reporting clause.
        content: where what is known to be said begins.

    Returns:
        One stretch, or none: "*When the bell rang*, she said, the men ran"; "*He had a plan*, he said, for how to go on".
    """
    tree, start = scene.tree, own_words(clause)[0]
    first = max(scene.sentence(start)[0], scene.line(start)[0])
    first = max([first, *(i + 1 for i in range(first, start) if tree.words[i] in (":", ";"))])
    content += tree.words[content] == ","
    if content <= clause.start or tree.words[start - 1] != "," or tree.words[content - 1] != "," or first >= start:
        return ()
    if scene.quote_at(first) != scene.quote_at(start) or any(cue.sense == "ask" for cue in scene.cues_in(first, start)):
        return ()
    addressed = clause.lemma in verbs() and verbs()[clause.lemma].np == "addressee"
    if not addressed and any(one.role == "object" and one.start >= clause.end for one in clause.arguments):
        return ()
    within = scene.clauses_in(first, start)
    if not within and not {tree.lemmas[i] for i in range(first, start)}.isdisjoint(_of_the_saying()):
        return ()  # "In a letter, she said, …"
    before = [one for one in within if one.finite and one.kind in ("main", "content")]
    return ((first, start),) if not before or tree.tags[content] == "IN" else ()


def _coordinated(scene: Scene, clause: Clause, start: int, last: int) -> tuple[Stretch, ...]:
    """A clause coordinated with what is said, or one with a subject of its own that reports nothing."""
    words = scene.tree.words
    for one in scene.clauses_in(start, last):
        said = scene.clause_of.get(one.conjunct_of) if one.conjunct_of is not None else None
        goes_on = said is not None and said.parent == clause.head and said.kind == "content" and said.start < clause.start
        set_in = clause.kind == "parenthetical" and said is not None and said.head == clause.parent
        same = (
            set_in and said is not None and words[one.start] == words[said.start]
        )  # "*had* trusted her, he said, and *had*"
        if (goes_on or same) and one.finite and one.extent[0] <= start + 1:
            return ((start, one.extent[1]),)
        if one.conjunct_of != clause.head or not one.finite or one.subject is None or one.subject == clause.subject:
            continue
        if scene.until_another_speaks((one.extent[0] - 1, one.extent[1]))[1] != one.extent[1]:
            return ()
        if one.extent[0] == start:
            return (one.extent,)
    return ()


def _said(scene: Scene, clause: Clause, start: int) -> bool:
    """Whether a phrase or clause behind the comma tells of what is said, not of the saying."""
    tree = scene.tree
    if tree.tags[start] == "VBG":
        return not scene.cues_in(start, start + 1) and tree.lemmas[start] not in column("gestures", "verb")
    if tree.words[start] in _ASIDES:
        return False
    phrase = next((one for one in clause.arguments if one.start - 1 <= start <= one.head), None)
    return phrase is None or (phrase.role != "time" and tree.lemmas[phrase.head] not in _of_the_saying())


@cache
def _of_the_saying() -> frozenset[str]:
    """Nouns for what is said, and for what one says something in, or at: "statement", "letter", "interview"."""
    return texts() | column("occasions", "noun")


def _until_somebody_speaks(scene: Scene, clause: Clause, start: int, last: int) -> int:
    """Where the sentence ends, or the reporting clause goes on, or another begins: "…, *adding* that it was late"."""
    cues = {cue.head for cue in scene.cues_in(start, last) if cue.kind == "verb"}
    for one in scene.clauses_in(start, last):
        adds = one.head in cues and one.kind in ("participial", "main", "parenthetical")
        if one.conjunct_of == clause.head or (adds and one.start > start):
            return max(start, one.extent[0])
    return last
