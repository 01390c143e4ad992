"""The tense that a time expression stands in: which way a bare "Friday" or "in May" points."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc, Token

from newsclaims.annotate.times.words import days, phrases, vocabulary
from newsclaims.claim import Tense
from newsclaims.lexicon import column
from newsclaims.parse.columns import columns

_AUXILIARIES = ("aux", "aux:pass", "auxpass", "cop")
_REFUSED = frozenset({"comment", "say", "discuss", "elaborate", "confirm", "disclose", "answer", "identify", "speak"})
"""What those who are asked would not do, yesterday and not in a time to come."""
_STEPS = 12
_ENDS = frozenset({".", "!", "?", ";", ":"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "neither", "nor"})


def tense(doc: Doc, start: int, end: int) -> Tense | None:
    """Find the tense of the verb that governs ``doc[start:end]``.

    Future is, too, what is scheduled, expected or postponed, and an infinitive after a word of intent or after a present
    ("agreed to meet on Friday"); any other infinitive shares its verb's tense ("failed to appear on Monday").

    Returns:
        None where no verb governs it, or the Doc has no parse.

    Example: in "The court will rule on Friday" the tense of "Friday" is future.
    """
    tokens = columns(doc)
    before = tokens.lower[start - 1] if start else ""
    possessed = end < len(doc) and tokens.tags[end] == "POS"  # not "arrested for Monday's attack"
    for phrase, kind in _ahead().get(before, ()):
        if tokens.lower[max(0, start - len(phrase)) : start] == phrase and not (kind == "plain" and possessed):
            return "future"
    if before in vocabulary("behind"):
        return "past"
    if not doc.has_annotation("DEP"):
        return None
    beside = _verb_beside(doc, start)
    if beside is not None:
        return beside
    token, purpose = doc[start:end].root, False
    if _is_appointed(doc, start, end, token):
        return "future"
    # "convey condolences to the victims of Saturday's attack": too far from the verb to be dated by it
    steps = _STEPS if token.dep_ not in ("nmod:poss", "poss", "compound") else 3
    for _ in range(steps):
        if not start <= token.i < end:
            if _is_scheduled(token, until=before == "until") or (purpose and _intends(token)):
                return "future"
            read = _verb_tense(token)
            if read is not None:
                return "future" if purpose and read == "present" else read
            purpose = purpose or _is_infinitive(token)
        if token.head == token:
            return "future" if purpose else None
        token = token.head
    return None


def _is_appointed(doc: Doc, start: int, end: int, time: Token) -> bool:
    """Say whether a present tells of what is to come ("meets *on Thursday*", "is sentenced *in May*"); ``time`` is the root.

    A headline's present does not, nor does that of reporting ("says on Monday"), nor where a noun stands between ("the
    attack on Monday is the third").
    """
    words = columns(doc).lower
    if days().isdisjoint(words[start:end]) or (start and words[start - 1] in ("over", "during")):
        return False
    verb = time if any(child.dep_ == "cop" for child in time.children) else time.head
    lemma = verb.lemma_.lower()
    if lemma == "have" or _verb_tense(verb) != "present":
        return False
    if lemma in column("reporting_verbs", "verb") - column(
        "chain_verbs", "lemma", form="gerund"
    ):  # but "the trial *continues* on Monday"
        return False
    if any(doc[i].tag_ == "VBD" for i in range(min(verb.i, end) + 1, max(verb.i, start))):
        return False
    last = next((token for token in reversed(verb.sent) if not (token.is_space or token.is_quote)), None)
    return last is not None and last.text in _ENDS


@cache
def _ahead() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """What may stand before a time to come ("due on"), by its last word, with its value."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, kind in phrases("ahead").items():
        table.setdefault(phrase[-1], []).append((phrase, kind))
    return table


def _verb_beside(doc: Doc, start: int) -> Tense | None:
    """Give "past" where a past verb stands right before, however attached: "said Saturday", "issued on Thursday"."""
    tags = columns(doc).tags
    at = start - 2 if start > 1 and tags[start - 1] == "IN" else start - 1
    if at < 0 or tags[at] not in ("VBD", "VBN"):
        return None
    verb = doc[at]
    if at < start - 1:
        if doc[start - 1].lower_ in ("until", "till") and _is_scheduled(verb, until=True):
            return "future"  # "was postponed until Monday"
        if verb.dep_ == "conj" and verb.tag_ == verb.head.tag_ == "VBN" and _verb_tense(verb.head) == "future":
            return "future"  # "could be sold or closed by June"
    return "past" if _verb_tense(verb) == "past" else None


def _verb_tense(token: Token) -> Tense | None:
    helpers = [child for child in token.children if child.dep_ in _AUXILIARIES]
    tag, words = token.tag_, _lower(helpers)
    tags = {helper.tag_ for helper in helpers}
    if not tag.startswith("VB") and not helpers:
        return None
    if "MD" in tags:
        denied = any(child.lower_ in _NEGATIONS for child in token.children)
        if denied and ("could" in words or ("would" in words and token.lemma_.lower() in _REFUSED)):
            return "past"  # "could not be reached on Monday", "would not comment on Monday"
        return "past" if words & {"have", "'ve"} and tag == "VBN" else "future"
    if _is_infinitive(token):
        return None
    if tag == "VBD" or "VBD" in tags:
        return "past"
    if tag == "VBN":
        perfect = bool(words & {"has", "have", "'ve", "'s"}) and not words & {"is", "are", "am"}
        return "past" if perfect or not helpers else "present"
    if tag in ("VBZ", "VBP") or tags & {"VBZ", "VBP"}:
        return "present"
    return None


def _is_scheduled(token: Token, *, until: bool) -> bool:
    """Say whether the word puts things off or plans them: "is set for Friday", "planned a march on Sunday"."""
    when = vocabulary("scheduling").get(token.lemma_.lower())
    if when is None or "had" in _lower(list(token.children)):
        return False
    if when in ("until", "only until") and until:
        return True
    return when == "any" or (when != "only until" and token.tag_ in ("VBN", "JJ", "IN"))


def _intends(token: Token) -> bool:
    return token.lemma_.lower() in vocabulary("intent") or token.lemma_.lower() in vocabulary("scheduling")


def _is_infinitive(token: Token) -> bool:
    return any(child.tag_ == "TO" and child.i < token.i and child.dep_ in ("mark", "aux") for child in token.children)


def _lower(tokens: list[Token]) -> set[str]:
    return {token.lower_.replace("’", "'") for token in tokens}
