"""Whose a reporting noun is: "*Comey*'s announcement", "*his* claim", "*the union* voiced fears"."""

from __future__ import annotations

from functools import cache

from newsclaims.annotate.marks import Cue
from newsclaims.extract.attribution.scene import Scene, verbs
from newsclaims.extract.attribution.speakers import is_somebody, people
from newsclaims.extract.clause import Argument
from newsclaims.extract.phrases import argument
from newsclaims.extract.questions import ASKING
from newsclaims.lexicon import column, rows

_OF = frozenset(("of", "by", "from"))
_BY = frozenset(("by", "from"))
_WHO = frozenset(("i", "we", "he", "she", "they", "who", "some", "many", "others", "nobody"))


def possessor(scene: Scene, cue: Cue, limit: int) -> Argument | None:
    """The owner of a reporting noun: "*Comey*'s announcement", "*his* claim", "the claim of *the board*"."""
    tree = scene.tree
    for k in tree.kids[cue.head]:
        if k < cue.head and tree.tags[k] == "PRP$":
            return Argument("subject", k, k, k + 1)
        if k < cue.head and any(tree.tags[j] == "POS" for j in tree.kids[k]):
            if tree.lemmas[k] in column("time_words", "word"):  # "*Friday*'s announcement that …"
                continue
            found = argument(tree, k, "subject", marker="")
            end = min((j for j in tree.kids[k] if tree.tags[j] == "POS"), default=found.end)
            return found._replace(end=min(found.end, end))
    for k in tree.kids[cue.head]:
        somebody = scene.named[k] != "" or (tree.pos[k] in ("PROPN", "PRON") and tree.tags[k] not in ASKING)
        somebody = somebody or (tree.marker(k) in _BY and tree.lemmas[k] in people())  # "warnings from *his lawyer* that"
        if cue.head < k < limit and tree.marker(k) in _OF and somebody:
            return argument(tree, k, "subject", marker="")
    start = cue.head
    while start > 0 and _is_name(scene, start - 1) and tree.heads[start - 1] in range(start, cue.head + 1):
        start -= 1
    return Argument("subject", cue.head - 1, start, cue.head) if start < cue.head else None  # "a *Reuters* report that"


def _is_name(scene: Scene, i: int) -> bool:
    """Whether a word before a reporting noun is a name, also one that nobody knows: "an *Alvaro* announcement that"."""
    unknown = scene.tree.pos[i] == "PROPN" and not scene.named[i] and scene.tree.words[i] not in column("time_words", "word")
    return scene.named[i] in ("ORG", "GPE", "PERSON") or (unknown and scene.capital(i))


def holder(scene: Scene, cue: Cue) -> Argument | None:
    """The subject of a reporting or a light verb that has a reporting noun for its object.

    Example: "*The union* voiced fears that …", "*A surveyor* gave evidence that …"; no "The leak raised fears that …".
    """
    tree = scene.tree
    clause = scene.clause_of.get(tree.heads[cue.head])
    if clause is None or clause.voice == "passive" or clause.lemma not in verbs().keys() | _light():
        return None
    source = clause.subject
    if any(one.sense == "order" for one in scene.cues_in(clause.start, clause.end)):  # "The raid prompted fears that …"
        return None
    if source is None or not any(one.role == "object" and one.head == cue.head for one in clause.arguments):
        return None
    if tree.child(clause.head, "xcomp") is not None:  # "The minister called reports that … *false*"
        return None
    return source if tree.words[source.head] in _WHO or is_somebody(scene, source) else None


def denier(scene: Scene, cue: Cue) -> tuple[Argument, Cue] | None:
    """Who denies what a reporting noun tells, and the verb: "*The ministry* denied reports that …", "Reports that … were
    denied by *the ministry*". Nobody is said to have said so but those whom the noun does not name."""
    clause = scene.clause_of.get(scene.tree.heads[cue.head])
    if clause is None or clause.lemma not in _denying():
        return None
    if clause.voice == "passive":
        known = clause.subject is not None and clause.subject.head == cue.head
        source = next((one._replace(role="subject") for one in clause.arguments if known and one.role == "agent"), None)
    else:
        known = any(one.role == "object" and one.head == cue.head for one in clause.arguments)
        source = clause.subject if known else None
    verb = next((one for one in scene.cues_in(clause.start, clause.end) if one.head == clause.head), None)
    return None if source is None or verb is None else (source, verb)


@cache
def _denying() -> frozenset[str]:
    """The verbs that say that what follows is not so, whatever follows."""
    return frozenset(row["verb"] for row in rows("denials") if row["form"] == "any")


@cache
def _light() -> frozenset[str]:
    """The verbs that say no more than that the noun behind them is done."""
    return frozenset(row["verb"] for row in rows("light_verbs"))
