"""Stances: what somebody says, wants or thinks of in a noun phrase or an infinitive: "condemned *the launch*".

In `claims extract` such a verb is a claim of its own; `claims quotes` lists it as an attribution.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc

from newsclaims.annotate.marks import Cue, Marks
from newsclaims.extract.attribution.assembly import assemble
from newsclaims.extract.attribution.clausal import own_words, possessor, speaker
from newsclaims.extract.attribution.scene import Draft, Scene, Stretch, scene, verbs
from newsclaims.extract.candidate import Attribution
from newsclaims.extract.clause import Argument, Clause


def stances(doc: Doc, clauses: tuple[Clause, ...], marks: Marks, known: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """Find the reporting verbs, nouns and adjectives whose content is no clause.

    Args:
        doc: the parsed text.
        clauses: its clauses.
        marks: its quotations, cues and time expressions.
        known: the attributions found already; what stands in their cues and contents is left out, since there the speaker
            speaks, not the article.

    Returns:
        Attributions in text order: "The union called for *a ban on fireworks*", "The mayor vowed *to rebuild the pier*",
        "*Trump*'s pledge *to build a wall*".
    """
    view = scene(doc, clauses, marks)
    taken = {i for one in known for part in (*one.contents, *([one.cue] if one.cue else [])) for i in range(*part)}
    drafts = [_draft(view, cue) for cue in view.cues if not taken.intersection(range(cue.start, cue.end))]
    return assemble(view, [draft for draft in drafts if draft is not None], marks.times)


def _draft(scene: Scene, cue: Cue) -> Draft | None:
    if cue.kind == "noun":
        return _of_noun(scene, cue)
    clause = scene.clause_of.get(cue.head)
    if clause is None or cue.kind not in ("verb", "adjective") or clause.imperative:
        return None
    source = speaker(clause)
    if source is None:
        return None
    content = _content(scene, cue, clause)
    if content is None:
        return None
    own = own_words(clause)
    if clause.voice == "passive" and clause.subject is not None:
        own = (clause.start, clause.end)
    return Draft(source, (cue.start, cue.end), clause.head, (content,), "stance", cue.sense, own)


def _content(scene: Scene, cue: Cue, clause: Clause) -> Stretch | None:
    """What a reporting verb or adjective is about: the rest of its clause from its object, or infinitive, on."""
    end = clause.extent[1]
    if cue.kind == "adjective":
        about = [one for one in clause.arguments if one.role in ("oblique", "complement") and one.start >= cue.end]
        return _whole(scene, about[0]) if about else None
    takes = verbs()[cue.lemma]
    if clause.head != cue.head:
        return (cue.end, end) if takes.infinitive and cue.head in clause.verbs and cue.end < end else None
    if clause.voice == "passive":
        return _whole(scene, clause.subject) if takes.np == "content" and clause.subject is not None else None
    objects = [one for one in clause.arguments if one.role == "object"]
    infinitives = [one for one in clause.arguments if one.role == "complement" and one.start >= cue.end]
    if cue.end > cue.start + 1 and takes.np:
        after = [one for one in clause.arguments if one.role in ("object", "oblique") and one.start == cue.end]
        return _whole(scene, after[0]) if after else None
    if takes.np == "content" and objects:
        start, last = _whole(scene, objects[0])
        return start, max([last, *(_whole(scene, one)[1] for one in infinitives)])
    if takes.np == "addressee" and objects and infinitives:
        return objects[0].start, infinitives[-1].end
    return (infinitives[0].start, infinitives[-1].end) if takes.infinitive and infinitives else None


def _whole(scene: Scene, phrase: Argument) -> Stretch:
    """A phrase with its relative clauses and appositions."""
    last = scene.tree.right[phrase.head] + 1
    return min(phrase.start, phrase.head), max(phrase.end, last)


def _of_noun(scene: Scene, cue: Cue) -> Draft | None:
    """A reporting noun with an owner and a phrase or infinitive: "his pledge to build", "her criticism of the deal"."""
    source = possessor(scene, cue, cue.end)
    after = [k for k in scene.tree.kids[cue.head] if k >= cue.end and not scene.tree.is_void(k)]
    if source is None or not after or scene.tree.left[after[0]] != cue.end:
        return None
    content = (scene.tree.left[after[0]], scene.tree.right[after[0]] + 1)
    return Draft(source, (cue.start, cue.end), None, (content,), "stance", cue.sense, None)
