"""The tense that a time expression stands in: which way a bare "Friday" or "in May" points."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from spacy.tokens import Doc

from newsclaims.annotate.times.words import days, phrases, vocabulary
from newsclaims.claim import Tense
from newsclaims.lexicon import column
from newsclaims.parse.columns import Columns, columns

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
    beside = _verb_beside(tokens, start)
    if beside is not None:
        return beside
    at, purpose = doc[start:end].root.i, False
    if _is_appointed(doc, tokens, start, end, at):
        return "future"
    # "convey condolences to the victims of Saturday's attack": too far from the verb to be dated by it
    steps = _STEPS if tokens.deps[at] not in ("nmod:poss", "poss", "compound") else 3
    for _ in range(steps):
        if not start <= at < end:
            if _is_scheduled(tokens, at, until=before == "until") or (purpose and _intends(tokens, at)):
                return "future"
            read = _verb_tense(tokens, at)
            if read is not None:
                return "future" if purpose and read == "present" else read
            purpose = purpose or _is_infinitive(tokens, at)
        if tokens.heads[at] == at:
            return "future" if purpose else None
        at = tokens.heads[at]
    return None


def _kids(tokens: Columns, i: int) -> list[int]:
    """The dependents of token ``i``, in text order."""
    first, last = tokens.sentence(i)
    return [k for k, head in enumerate(tokens.heads[first:last], first) if head == i and k != i]


def _is_appointed(doc: Doc, tokens: Columns, start: int, end: int, time: int) -> bool:
    """Say whether a present tells of what is to come ("meets *on Thursday*", "is sentenced *in May*"); ``time`` is the root.

    A headline's present does not, nor does that of reporting ("says on Monday"), nor where a noun stands between ("the
    attack on Monday is the third").
    """
    words = tokens.lower
    if days().isdisjoint(words[start:end]) or (start and words[start - 1] in ("over", "during")):
        return False
    verb = time if any(tokens.deps[k] == "cop" for k in _kids(tokens, time)) else tokens.heads[time]
    lemma = tokens.lemmas[verb]
    if lemma == "have" or _verb_tense(tokens, verb) != "present":
        return False
    if lemma in column("reporting_verbs", "verb") - column(
        "chain_verbs", "lemma", form="gerund"
    ):  # but "the trial *continues* on Monday"
        return False
    if "VBD" in tokens.tags[min(verb, end) + 1 : max(verb, start)]:
        return False
    first, behind = tokens.sentence(verb)
    last = next((i for i in range(behind - 1, first - 1, -1) if not (tokens.space[i] or doc[i].is_quote)), None)
    return last is not None and tokens.texts[last] in _ENDS


@cache
def _ahead() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """What may stand before a time to come ("due on"), by its last word, with its value."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, kind in phrases("ahead").items():
        table.setdefault(phrase[-1], []).append((phrase, kind))
    return table


def _verb_beside(tokens: Columns, start: int) -> Tense | None:
    """Give "past" where a past verb stands right before, however attached: "said Saturday", "issued on Thursday"."""
    tags = tokens.tags
    verb = start - 2 if start > 1 and tags[start - 1] == "IN" else start - 1
    if verb < 0 or tags[verb] not in ("VBD", "VBN"):
        return None
    if verb < start - 1:
        if tokens.lower[start - 1] in ("until", "till") and _is_scheduled(tokens, verb, until=True):
            return "future"  # "was postponed until Monday"
        head = tokens.heads[verb]
        if tokens.deps[verb] == "conj" and tags[verb] == tags[head] == "VBN" and _verb_tense(tokens, head) == "future":
            return "future"  # "could be sold or closed by June"
    return "past" if _verb_tense(tokens, verb) == "past" else None


def _verb_tense(tokens: Columns, i: int) -> Tense | None:
    kids, tag = _kids(tokens, i), tokens.tags[i]
    helpers = [k for k in kids if tokens.deps[k] in _AUXILIARIES]
    if not tag.startswith("VB") and not helpers:
        return None
    words, tags = _lower(tokens, helpers), {tokens.tags[k] for k in helpers}
    if "MD" in tags:
        denied = any(tokens.lower[k] in _NEGATIONS for k in kids)
        if denied and ("could" in words or ("would" in words and tokens.lemmas[i] in _REFUSED)):
            return "past"  # "could not be reached on Monday", "would not comment on Monday"
        return "past" if words & {"have", "'ve"} and tag == "VBN" else "future"
    if _is_infinitive(tokens, i):
        return None
    if tag == "VBD" or "VBD" in tags:
        return "past"
    if tag == "VBN":
        perfect = bool(words & {"has", "have", "'ve", "'s"}) and not words & {"is", "are", "am"}
        return "past" if perfect or not helpers else "present"
    if tag in ("VBZ", "VBP") or tags & {"VBZ", "VBP"}:
        return "present"
    return None


def _is_scheduled(tokens: Columns, i: int, *, until: bool) -> bool:
    """Say whether the word puts things off or plans them: "is set for Friday", "planned a march on Sunday"."""
    when = vocabulary("scheduling").get(tokens.lemmas[i])
    if when is None or "had" in _lower(tokens, _kids(tokens, i)):
        return False
    if when in ("until", "only until") and until:
        return True
    return when == "any" or (when != "only until" and tokens.tags[i] in ("VBN", "JJ", "IN"))


def _intends(tokens: Columns, i: int) -> bool:
    return tokens.lemmas[i] in vocabulary("intent") or tokens.lemmas[i] in vocabulary("scheduling")


def _is_infinitive(tokens: Columns, i: int) -> bool:
    return any(tokens.tags[k] == "TO" and k < i and tokens.deps[k] in ("mark", "aux") for k in _kids(tokens, i))


def _lower(tokens: Columns, words: Sequence[int]) -> set[str]:
    return {tokens.lower[k].replace("’", "'") for k in words}
