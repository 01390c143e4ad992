"""Clauses that leave open what they say: indirect questions, free choices, and verbs whose own verb is left out."""

from __future__ import annotations

from spacy.tokens import Doc

from newsclaims.extract.clause import Clause
from newsclaims.lexicon import column
from newsclaims.parse.columns import columns

INTERROGATIVE = frozenset({"whether", "if"})
WITHHELD = "withheld"  # the rule of attributions to those who do not say whether something is so
ASKED = frozenset({"WP", "WP$", "WDT"})
ASKING = frozenset({"WP", "WP$", "WRB", "WDT"})


def withheld() -> frozenset[str]:
    """The verbs whose infinitive says what is not done: "*declined* to say"."""
    return column("hedges", "word", kind="withheld")


def asks(doc: Doc, clause: Clause) -> bool:
    """Whether a clause is an indirect question about its subject or object.

    Example: "would not say *who had called*", "asked *how many people were hurt*", "argued about *what the city should do*",
    but not "*what he saw* was a fox", nor "the court heard *how the gang worked*", which tells that it did.
    """
    subject, first = clause.subject, clause.extent[0]
    if clause.kind not in ("main", "content") or subject is None:
        return False
    tokens = columns(doc)
    tags = tokens.tags
    if clause.parent is not None and first < clause.parent < subject.start:
        first = clause.parent + 1  # "*what* worries them is that rivers flood"
    if clause.kind == "content" and subject.start > first:
        first += tokens.pos[first] in ("ADP", "SCONJ")  # "of", "about"
        return tags[first] in ASKED and first < subject.start and tokens.lower[first] != "that"
    if tags[subject.start] not in ASKING:
        return False
    if subject.end - subject.start > 1:
        return clause.extent[0] == subject.start and tags[subject.start] != "WP"
    return tags[subject.head] == "WP" and not tokens.texts[subject.head].isupper()  # "WHO approved the vaccine"


def leaves_open(doc: Doc, clause: Clause) -> bool:
    """Whether a clause holds whatever it says: "no matter *what it takes*", "*whoever wins*, the deal stands"; or only says
    that somebody can: "did all *they could*"."""
    start, tokens = clause.extent[0], columns(doc)
    words, tags = tokens.lower, tokens.tags
    if start > 1 and words[start - 1] == "matter" and words[start - 2] == "no":
        return True
    if tags[start] in ASKING and words[start].endswith("ever") and tokens.heads[start] == clause.head:
        return True
    return tags[clause.verbs[0]] == "MD"
