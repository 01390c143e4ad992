"""The tense that a time expression stands in: which way a bare "Friday" or "in May" points."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from newsclaims.annotate.times.words import vocabulary
from newsclaims.claim import Tense

_AUXILIARIES = ("aux", "aux:pass", "auxpass", "cop")
_STEPS = 12


def tense(doc: Doc, start: int, end: int) -> Tense | None:
    """Find the tense of the verb that governs ``doc[start:end]``.

    An infinitive counts as future ("plans to meet on Friday"), and so does what is scheduled, expected or postponed.

    Returns:
        None where no verb governs it, or the Doc has no parse.

    Example: in "The court will rule on Friday" the tense of "Friday" is future.
    """
    if not doc.has_annotation("DEP"):
        return None
    token = doc[start:end].root
    for _ in range(_STEPS):
        if not start <= token.i < end:
            read = _verb_tense(token)
            if read is not None:
                return read
        if token.head == token:
            return None
        token = token.head
    return None


def _verb_tense(token: Token) -> Tense | None:
    helpers = [child for child in token.children if child.dep_ in _AUXILIARIES]
    tag = token.tag_
    if token.lemma_.lower() in vocabulary("scheduling") and tag in ("VBN", "JJ", "IN") and "had" not in _lower(helpers):
        return "future"
    if not tag.startswith("VB") and not helpers:
        return None
    tags = {helper.tag_ for helper in helpers}
    if "MD" in tags:
        return "past" if _lower(helpers) & {"have", "'ve"} and tag == "VBN" else "future"
    if "TO" in tags or any(child.tag_ == "TO" and child.i < token.i for child in token.children if child.dep_ == "mark"):
        return "future"
    if tag == "VBD" or "VBD" in tags:
        return "past"
    if tag == "VBN":
        perfect = bool(_lower(helpers) & {"has", "have", "'ve", "'s"}) and not _lower(helpers) & {"is", "are", "am"}
        return "past" if perfect or not helpers else "present"
    if tag in ("VBZ", "VBP") or tags & {"VBZ", "VBP"}:
        return "present"
    return None


def _lower(tokens: list[Token]) -> set[str]:
    return {token.lower_.replace("’", "'") for token in tokens}
