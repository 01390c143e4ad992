"""Attribution by a line that ends with a colon: "The mayor wrote:", and what she wrote on the next line, without marks."""

from __future__ import annotations

from collections.abc import Iterable

from newsclaims.annotate.marks import Line
from newsclaims.extract.attribution.scene import Draft, Scene, Stretch, plain, verbs
from newsclaims.extract.attribution.speakers import own_words

_KINDS = frozenset(("main", "content"))
_WRITTEN = frozenset(("body", "headline", "list"))


def announced(scene: Scene, lines: Iterable[Line], drafts: list[Draft]) -> list[Draft]:
    """Find lines whose reporting verb, with nothing said behind it, announces the next line.

    Args:
        scene: the text.
        lines: its lines, and what they are.
        drafts: the attributions found so far; a reporting verb that has a content already announces nothing.

    Returns:
        A draft for each such verb. Its content is the next paragraph, or all points of the list that follows.
    """
    known = {draft.cue for draft in drafts}
    written = [line for line in lines if line.kind in _WRITTEN]
    found = []
    for n, line in enumerate(written[:-1]):
        last = line.end - 1
        while last > line.start and scene.tree.pos[last] == "SPACE":
            last -= 1
        if scene.tree.words[last] != ":" or line.kind == "list":
            continue
        draft = _announces(scene, (line.start, last), _follows(written, n))
        if draft is not None and draft.cue not in known:
            found.append(draft)
    return found


def _follows(lines: list[Line], n: int) -> Stretch:
    """The next line, or the whole list that begins there."""
    last = n + 1
    while lines[last].kind == "list" and last + 1 < len(lines) and lines[last + 1].kind == "list":
        last += 1
    return lines[n + 1].start, lines[last].end


def _announces(scene: Scene, before: Stretch, content: Stretch) -> Draft | None:
    """The last reporting clause before a colon, if it says nothing itself."""
    first, _ = scene.sentence(before[1])
    if scene.quote_at(content[0]) is not None or not scene.clauses_in(*content):
        return None
    for cue in reversed(scene.cues_in(max(first, before[0]), before[1])):
        cue = plain(cue)
        clause = scene.clause_of.get(cue.head)
        if cue.kind != "verb" or clause is None or not verbs()[cue.lemma].quote:
            continue
        silent = not any(one.role in ("object", "complement") for one in clause.arguments)
        if clause.kind not in _KINDS or clause.voice == "passive" or clause.subject is None or not silent:
            return None
        own = (min(own_words(clause)[0], cue.start), before[1] + 1)
        return Draft(clause.subject, (cue.start, cue.end), clause.head, (content,), "announced", cue.sense, own)
    return None
