"""Stances: what somebody says, wants or thinks of in a noun phrase or an infinitive: "condemned *the launch*".

In `claims extract` such a verb is a claim of its own; `claims quotes` lists it as an attribution.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc

from newsclaims.annotate.marks import Cue, Marks
from newsclaims.extract.attribution.assembly import assemble
from newsclaims.extract.attribution.inserted import HEARER
from newsclaims.extract.attribution.owners import possessor
from newsclaims.extract.attribution.scene import Draft, Scene, Stretch, plain, scene, verbs
from newsclaims.extract.attribution.speakers import is_somebody, own_words, speaker, texts
from newsclaims.extract.candidate import Attribution
from newsclaims.extract.clause import Argument, Clause
from newsclaims.lexicon import column

_UNSAID = frozenset(("infinitive", "gerund"))  # "to *mock* the judge", "without *naming* him": nobody is said to have
_CONTENT = frozenset(("content", "text", "judged"))
_SAID_OF = frozenset(("as", "of"))
_ABOUT = frozenset(("of", "about", "on", "for", "over", "against", "regarding", "concerning", "toward", "towards"))
_LIKE = frozenset(("to", "with"))
_FOR = frozenset(("for", "with", "from"))
_JUDGES = frozenset(("judge", "deny", "order"))


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
    drafts = [_draft(view, _bare(view, cue)) for cue in view.cues if not taken.intersection(range(cue.start, cue.end))]
    return assemble(view, [draft for draft in drafts if draft is not None], marks.times)


def _bare(scene: Scene, cue: Cue) -> Cue:
    """The verb alone where its preposition is the "to" of an infinitive: "agreed *to pay*" is no "agree to"."""
    last = cue.end - 1
    return plain(cue) if last > cue.start and scene.tree.words[last] == "to" and scene.tree.pos[last] == "PART" else cue


def _draft(scene: Scene, cue: Cue) -> Draft | None:
    if cue.kind == "noun":
        return _of_noun(scene, cue)
    clause = scene.clause_of.get(cue.head)
    if clause is None or cue.kind not in ("verb", "adjective") or clause.imperative:
        return None
    if _by_others(scene, cue, clause) or (cue.head == clause.head and clause.kind in _UNSAID):
        return None
    source = clause.subject if cue.kind == "adjective" else speaker(clause)
    if source is None or (clause.kind == "relative" and not is_somebody(scene, source)):
        return None
    if clause.voice == "passive" and not clause.finite:  # "a list *released* by the board"
        return None
    if cue.sense == "order" and not (is_somebody(scene, source) or scene.tree.pos[source.head] == "PRON"):
        return None  # "The flood *prompted* farmers to leave"
    if scene.tree.words[source.head] in HEARER:
        return None
    content = _content(scene, cue, clause, source)
    if content is None:
        return None
    own = own_words(clause)
    if clause.head != cue.head:
        own = (min(own[0], cue.start), cue.end)
    if clause.voice == "passive" and clause.subject is not None:
        own = (clause.start, clause.end)
    return Draft(source, (cue.start, cue.end), clause.head, (content,), "stance", cue.sense, own)


def _by_others(scene: Scene, cue: Cue, clause: Clause) -> bool:
    """Whether the first verb of a chain is a passive, so that its subject says nothing: "is *expected* to rise"."""
    tree = scene.tree
    if clause.head == cue.head or tree.tags[cue.head] != "VBN":
        return False
    helpers = tree.children(cue.head, "aux")
    return any(tree.full[k] == "aux:pass" for k in helpers) or not any(tree.lemmas[k] == "have" for k in helpers)


def _content(scene: Scene, cue: Cue, clause: Clause, source: Argument) -> Stretch | None:
    """What a reporting verb or adjective is about: its object with what is said of that, or its infinitive."""
    if cue.kind == "adjective":
        about = [one for one in clause.arguments if one.role in ("oblique", "complement") and one.start >= cue.end]
        return _whole(scene, about[0]) if about else None
    takes = verbs()[cue.lemma]
    if clause.head != cue.head:
        return _infinitive(scene, cue) if takes.infinitive and cue.head in clause.verbs else None
    if clause.voice == "passive":
        return _whole(scene, clause.subject) if takes.np in _CONTENT and clause.subject is not None else None
    objects = [one for one in clause.arguments if one.role == "object"]
    infinitives = [one for one in clause.arguments if one.role == "complement" and one.start >= cue.end]
    after = [one for one in clause.arguments if one.role in ("object", "oblique") and one.start == cue.end]
    if cue.end > cue.start + 1 and after and not (takes.infinitive and infinitives):
        return _extended(scene, cue, after[0]) if takes.np else None
    if takes.np in _CONTENT and objects:
        start, last = _extended(scene, cue, objects[0])
        spoken = is_somebody(scene, source) or scene.tree.pos[source.head] == "PRON"  # no "The leak raised fears"
        if takes.np == "text" and not (spoken and scene.tree.lemmas[objects[0].head] in texts()):
            return None
        found = scene.tree.lemmas[source.head] in texts()  # "The poll *found* a close race"
        if takes.np == "judged" and not found and last == _whole(scene, objects[0])[1]:
            return None
        return start, max([last, *(_whole(scene, one)[1] for one in infinitives)])
    if takes.np == "addressee" and (objects or after):
        start, last = _extended(scene, cue, (objects or after)[0])
        end = max([last, *(one.end for one in infinitives)])
        return (start, end) if end > _whole(scene, (objects or after)[0])[1] else None
    return (infinitives[0].start, infinitives[-1].end) if takes.infinitive and infinitives else None


def _infinitive(scene: Scene, cue: Cue) -> Stretch | None:
    """The infinitive that makes one action with the cue: "wants *to widen the road*"."""
    tree = scene.tree
    below = next((k for k in tree.children(cue.head, "xcomp", "ccomp") if k >= cue.end), None)
    return None if below is None else (max(cue.end, tree.left[below]), tree.right[below] + 1)


def _extended(scene: Scene, cue: Cue, phrase: Argument) -> Stretch:
    """An object with what is said of it: "called *the penalty a joke*", "praised *her as a pioneer*", "accused *the firm of
    spying*", "mocked *him for his hat*"."""
    tree, (start, end) = scene.tree, _whole(scene, phrase)
    reasons = _FOR if cue.sense in _JUDGES and verbs()[cue.lemma].np != "judged" else frozenset()
    ends = [k for k in tree.kids[cue.head] if _infinitive_or_likeness(scene, cue, k)]
    for k in tree.kids[cue.head]:
        if tree.left[k] != end or tree.child(k, "nsubj") is not None:
            continue
        marker = tree.marker(k)
        if (tree.labels[k] == "xcomp" and not marker) or marker in _SAID_OF or marker in reasons or k in ends:
            end = tree.right[k] + 1
    return start, end


def _infinitive_or_likeness(scene: Scene, cue: Cue, k: int) -> bool:
    """What an object is to do or is like: "called for the king *to resign*", "likened the tower *to a fridge*"."""
    tree = scene.tree
    if tree.tags[k] == "VB":
        return cue.end > cue.start + 1 and any(tree.words[j] == "to" for j in tree.kids[k])
    return verbs()[cue.lemma].np == "judged" and tree.marker(k) in _LIKE


def _tells_of(scene: Scene, k: int) -> bool:
    """Whether what hangs on a reporting noun tells what it is about: no "his word *to the press*", "a report *issued*"."""
    tree = scene.tree
    if tree.tags[k] == "VB" or (tree.tags[k] == "VBG" and tree.marker(k) == "to"):
        return True
    if tree.words[k] in column("time_words", "word"):  # "his remarks *on Saturday*"
        return False
    return tree.full[k] != "acl:relcl" and (tree.marker(k) in _ABOUT or tree.words[tree.left[k]] in _ABOUT)


def _whole(scene: Scene, phrase: Argument) -> Stretch:
    """A phrase with its relative clauses and appositions."""
    last = scene.tree.right[phrase.head] + 1
    return min(phrase.start, phrase.head), max(phrase.end, last)


def _of_noun(scene: Scene, cue: Cue) -> Draft | None:
    """A reporting noun with an owner and a phrase or infinitive: "his pledge to build", "her criticism of the deal"."""
    source = possessor(scene, cue, cue.end)
    after = [k for k in scene.tree.kids[cue.head] if k >= cue.end and not scene.tree.is_void(k)]
    if source is None or not after or scene.tree.left[after[0]] != cue.end or not _tells_of(scene, after[0]):
        return None
    content = (scene.tree.left[after[0]], scene.tree.right[after[0]] + 1)
    return Draft(source, (cue.start, cue.end), None, (content,), "stance", cue.sense, None)
