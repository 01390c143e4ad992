"""Attribution by a label: "Police: suspect was armed", "WALLACE: Let us begin.", "Port to close in May – Reuters"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache

from newsclaims.annotate.marks import Line
from newsclaims.extract.attribution.scene import Draft, Scene, Stretch
from newsclaims.extract.clause import Argument
from newsclaims.lexicon import rows
from newsclaims.parse.places import positions

_LABEL = 7  # the most tokens of a label
_HEADLINE = 30  # the most tokens of a headline
_SPOKEN = frozenset(("body", "headline", "list"))
_TITLED = frozenset(("headline", "list"))
_NAMES = frozenset(("PERSON", "ORG"))
_DASHES = frozenset(("—", "–", "--", "-", "―", ":"))
_ENDS = frozenset((".", "!", "?", "”", '"'))


def labelled(scene: Scene, lines: Iterable[Line], drafts: list[Draft]) -> list[Draft]:
    """Find lines that bear the name of their speaker.

    Args:
        scene: the text.
        lines: its lines, and what they are.
        drafts: the attributions found so far; a colon that introduces a quotation is among them.

    Returns:
        A draft a line, its source before a colon at the line's beginning, or after a dash or colon at the end of a headline.
    """
    used = {draft.cue for draft in drafts}
    spoken = [line for line in lines if line.kind in _SPOKEN]
    labels = {line.start: _label(scene, line) for line in spoken}
    often = Counter(tuple(scene.tree.words[slice(*label)]) for label in labels.values() if label)
    unnamed = any(label is not None and not scene.named[label[1] - 1] for label in labels.values())
    surnames = _surnames(scene) | _sources(scene, drafts) if unnamed else frozenset()
    found = []
    for line in spoken:
        label = labels[line.start]
        if label is not None:
            again = often[tuple(scene.tree.words[slice(*label)])] > 1
            source = _speaker(scene, label, again, surnames)
            content, mark = (label[1] + 1, line.end), (label[1], label[1] + 1)
        else:
            at = _signed_from(scene, line) if line.kind in _TITLED else None
            if at is None:
                continue
            source, content, mark = _speaker(scene, (at + 1, line.end), False, surnames), (line.start, at), (at, at + 1)
        if source is not None and mark not in used and _says(scene, content):
            own = (min(mark[0], source.start), max(mark[1], source.end))
            found.append(Draft(source, mark, None, (content,), "label", "say", own))
    return found


def _label(scene: Scene, line: Line) -> Stretch | None:
    """The words before a colon at the beginning of a line, an opening mark left out."""
    start = line.start
    while start < line.end and scene.tree.is_void(start):
        start += 1
    for i in range(start, min(line.end - 1, start + _LABEL + 1)):
        if scene.tree.words[i] == ":":
            return (start, i) if i > start else None
    return None


def _signed_from(scene: Scene, line: Line) -> int | None:
    """The dash or colon before the last few words of a headline."""
    words = scene.tree.words
    if line.end - line.start > _HEADLINE or words[line.end - 1] in _ENDS:
        return None
    return next(
        (i for i in range(line.end - 2, max(line.start, line.end - 6), -1) if words[i] in _DASHES and _loose(scene, i)), None
    )


def _loose(scene: Scene, i: int) -> bool:
    """Whether a dash stands between words, not inside one ("anti-tank")."""
    return scene.tree.words[i] == ":" or scene.spaced[i - 1]


def _speaker(scene: Scene, label: Stretch, again: bool, surnames: frozenset[str]) -> Argument | None:
    """The one whom a label names: a person, a body, a speaking noun, or whoever's label occurs again."""
    tree, (start, end) = scene.tree, label
    initial = end == start + 1 and len(tree.words[start]) == 1 and scene.capital(start)  # "Q: …", "A: …"
    topic = next((i for i in range(start + 1, end) if tree.words[i] == "on"), end)
    if topic < end and scene.named[start] in _NAMES:  # "*Obama* on taxes: …"
        start, end = label = start, topic
    if again and (initial or all(i in tree.capitals for i in range(start, end))):  # "WALLACE: …", whatever it is taken for
        return Argument("subject", end - 1, start, end)
    if any(tree.pos[i] in ("VERB", "AUX", "PUNCT") and tree.words[i] not in (",", ".", "'", "’") for i in range(start, end)):
        return None
    last = end - 1
    named = any(scene.named[i] in _NAMES for i in range(start, end))
    noun = tree.pos[last] in ("NOUN", "PROPN") and bool({tree.lemmas[last], tree.words[last]} & _nouns())
    known = tree.words[last] in surnames or (again and tree.pos[last] == "PROPN")
    if not (named or noun or (known and scene.capital(start))):
        return None
    return Argument("subject", last, start, end)


def _surnames(scene: Scene) -> frozenset[str]:
    """The last words of the full names of persons in the text: "*Moreau*: storms won't stop the regatta"."""
    persons = positions(("PERSON",), scene.named)
    inside = frozenset(persons)
    return frozenset(scene.tree.words[k] for k in persons if k - 1 in inside and k + 1 not in inside)


def _sources(scene: Scene, drafts: Iterable[Draft]) -> frozenset[str]:
    """Names that say something elsewhere in the text, whatever they are taken for: "*Factcheck*: mayor is right"."""
    sources = (draft.source for draft in drafts if draft.source is not None)
    return frozenset(scene.tree.words[one.head] for one in sources if scene.tree.pos[one.head] == "PROPN")


def _says(scene: Scene, content: Stretch) -> bool:
    """Whether a stretch holds a predicate."""
    return bool(scene.clauses_in(*content))


@cache
def _nouns() -> frozenset[str]:
    return frozenset(form for row in rows("speaking_nouns") for form in (row["noun"], row["noun"] + "s"))
