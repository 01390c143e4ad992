"""Attribution by the last words of a headline: "Most voters oppose merger, *poll shows*", "Port to close, *sources say*"."""

from __future__ import annotations

from collections.abc import Iterable

from newsclaims.annotate.marks import Line
from newsclaims.extract.attribution.scene import Draft, Scene, Stretch, verbs
from newsclaims.extract.attribution.speakers import is_somebody
from newsclaims.extract.clause import Argument
from newsclaims.extract.questions import ASKING
from newsclaims.parse.inflection import proposed

_TITLED = frozenset(("headline", "list"))
_TAIL = 6  # the most tokens behind the comma
_STATED = 3  # the fewest before it
_NOMINAL = frozenset(("NOUN", "PROPN", "ADJ", "NUM", "DET", "PART", "PRON"))


def tails(scene: Scene, lines: Iterable[Line], drafts: list[Draft]) -> list[Draft]:
    """Find headlines that end with a comma, who says so and a reporting verb.

    They are known by their place and the lexicon: without articles and auxiliaries a parser takes "poll shows" for a noun.

    Args:
        scene: the text.
        lines: its lines, and what they are.
        drafts: the attributions found so far; their cues are left alone.

    Returns:
        A draft for each such line, its content all that stands before the comma.
    """
    used = {draft.cue for draft in drafts}
    found = []
    for line in lines:
        draft = _tail(scene, line) if line.kind in _TITLED else None
        if draft is not None and draft.cue not in used:
            found.append(draft)
    return found


def _tail(scene: Scene, line: Line) -> Draft | None:
    words, pos = scene.tree.words, scene.tree.pos
    verb = line.end - 1 - (words[line.end - 1] == ".")
    comma = next((i for i in range(verb - 1, max(line.start + _STATED, verb - _TAIL) - 1, -1) if words[i] == ","), None)
    if comma is None or comma == verb - 1 or pos[verb] not in ("VERB", "NOUN"):
        return None
    lemma = _reporting_verb(scene, verb)
    if not lemma or any(pos[i] not in _NOMINAL for i in range(comma + 1, verb)):
        return None
    if scene.tree.tags[comma + 1] in ASKING or scene.tree.tags[line.start] in ("VBN", "VBD"):
        return None  # "…, which he denies", "Asked whether he would go, the mayor laughed"
    if "DET" in pos[comma + 2 : verb]:  # "…, a claim *the* ministry denied"
        return None
    source = Argument("subject", verb - 1, comma + 1, verb)
    if pos[verb] == "NOUN" and not (is_somebody(scene, source) and scene.clauses_in(line.start, comma)):
        return None
    if pos[verb - 1] not in ("NOUN", "PROPN", "PRON") or scene.quote_at(verb) is not None:
        return None
    content: Stretch = (line.start, comma)
    return Draft(source, (verb, verb + 1), verb, (content,), "tail", "say", (comma, verb + 1))


def _reporting_verb(scene: Scene, i: int) -> str:
    """The reporting verb whose form token ``i`` is, also where it is taken for a plural; "" for none."""
    forms = (scene.tree.lemmas[i],) if scene.tree.pos[i] == "VERB" else tuple(proposed(scene.tree.words[i], "VBZ"))
    known = (verbs().get(form) for form in forms)
    return next((form for form, takes in zip(forms, known, strict=True) if takes and (takes.that or takes.quote)), "")
