"""Who can say something: names, people, bodies, and the texts that speak for them ("the report")."""

from __future__ import annotations

from functools import cache

from newsclaims.extract.attribution.scene import Scene, Stretch
from newsclaims.extract.clause import Argument, Clause
from newsclaims.lexicon import rows

_NAMES = frozenset(("PERSON", "ORG", "NORP", "GPE"))


def is_somebody(scene: Scene, phrase: Argument) -> bool:
    """Whether a phrase is a name or has one beside it, or its noun is one for a person, a body or a text.

    Example: "the senator", "Kenya", "a statement"; no "loophole", no "it".
    """
    tree = scene.tree
    head = phrase.head
    named = tree.pos[head] == "PROPN" or scene.named[head] in _NAMES
    named = named or any(scene.named[k] in _NAMES for k in tree.children(head, "appos"))
    return named or tree.lemmas[head] in people() or tree.lemmas[head] in texts()


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


@cache
def people() -> frozenset[str]:
    """Nouns for people and bodies."""
    bodies = [row["noun"] for row in rows("body_nouns") if row["type"] in _NAMES]
    return frozenset([*bodies, *(row["noun"] for row in rows("kinship"))])


@cache
def texts() -> frozenset[str]:
    """Nouns for what is said or written: "statement", "poll", "accusation"."""
    return frozenset(row["noun"] for name in ("speaking_nouns", "reporting_nouns") for row in rows(name)) - people()
