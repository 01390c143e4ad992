"""A claim made comparable: who, what, to whom, how many, when, and whether it is said to be so or not to be so."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from newsclaims.claim import Argument, Claim, Mention
from newsclaims.compare.denial import denies, stance
from newsclaims.compare.parties import Party, described, party
from newsclaims.compare.quantities import Quantity, is_number, quantities
from newsclaims.compare.verbs import LIGHT, Sense, base, is_verb, sense, takes
from newsclaims.compare.words import concept, pieces, stem, tokens

_OPEN = re.compile(r"\b(?:will|would|wo|'ll|can|could|may|might|should|must|shall|plans?|set|due|likely|expected|ready)\b")
_PAST = re.compile(r"\b(?:may|might|could|must|would|to|should) (?:\w+ )?have\b")
_REPORTED = frozenset("reportedly allegedly apparently supposedly purportedly".split())
_SKIPPED = frozenset({"according to", "adverb", "time"})
_AUXILIARY = frozenset("having have has had being been be to that it they he she of for not".split())
_UNKNOWN = frozenset({"it", "he", "she", "they", "its", "their", "i", "we"})


class Proposition(NamedTuple):
    """What a claim says, comparable across articles.

    Args:
        sense: what the action means.
        actor: who acts, None where unknown or a pronoun that stands for nobody known.
        target: what or whom it is directed at, likewise.
        bag: the content words of target and arguments; ``names`` are the names among them.
        numbers: how many of what.
        first, last: the days between which it happened or will, as ordinals, None where the claim does not say.
        open: whether it is yet to come or only possible.
        negated: whether the claim says that it is not so.
        denier: "source" or "actor" where somebody denies it, and not only the article.
    """

    sense: Sense
    actor: Party | None
    target: Party | None
    bag: frozenset[str]
    names: frozenset[str]
    numbers: tuple[Quantity, ...]
    first: int | None
    last: int | None
    open: bool
    negated: bool
    denier: str

    @property
    def naming(self) -> frozenset[str]:
        """All names in it."""
        parties = (party.names for party in (self.actor, self.target) if party)
        return self.names.union(*parties)

    @property
    def specific(self) -> bool:
        """Whether it names anybody or any place, or counts anything."""
        return bool(self.names or self.numbers or self.naming)


def proposition(claim: Claim, known: Mapping[str, str], siblings: Sequence[Claim] = ()) -> Proposition | None:
    """Make a claim comparable.

    Args:
        claim: a claim.
        known: fuller names of the collection; see `newsclaims.compare.parties.fuller`.
        siblings: the claims of the same sentence, which may say that this one is not true.

    Returns:
        The proposition; None where the claim has neither actor nor target that could be known again.
    """
    held = stance(claim, siblings)
    whole = [claim.target, *claim.arguments]
    phrases = [part.text for part in whole if part and not _left_out(part, claim)]
    near = frozenset(stem(word) for text in phrases for word in pieces(text))
    meant = sense(_verb(claim), _after(claim), near)
    actor = _party(claim.actor, claim, known)
    if actor is None and claim.source and _speaks_of_itself(claim, denied=held.denier == "source"):
        actor = party(claim.source, known)
    if actor is None and claim.actor is not None:  # "I", "someone": not unknown, but nobody that could be known again
        return None
    target, negated, denier = _party(claim.target, claim, known, text=meant.lemma == "be"), held.negated, held.denier
    complement = next((a for a in claim.arguments if a.role == "complement"), None)
    if denies(claim.action.lemma) and complement and target is None and (inner := _denied(complement.text)):
        meant, phrases = inner
        negated, denier = not negated, "actor" if not negated else ""
    words = [token for text in phrases for token in tokens(text) if token.text and not is_number(token.text)]
    numbers = tuple(q for text in [claim.actor.text if claim.actor else "", *phrases] for q in quantities(text))
    bag = frozenset(token.text for token in words)
    used = {concept(word) for word in meant.used} | meant.used
    if meant.subject == "target" and claim.action.voice == "active" and claim.actor:
        actor, target, bag = None, actor, bag | (actor.key if actor else frozenset())
    elif meant.subject == "recipient" and claim.action.voice == "active":
        giver = next((a for a in claim.arguments if a.role == "from"), None)
        gained = actor
        actor, target = described(known.get(giver.text, giver.text)) if giver else None, gained
        bag = (bag - (actor.key if actor else frozenset())) | (gained.key if gained else frozenset())
    if actor is None and target is None:
        return None
    if target and target.head in used:
        target = None
    names = frozenset(token.text for token in words if token.name)
    return Proposition(
        meant, actor, target, bag - used, (names | (target.names if target else frozenset())) & (bag - used), numbers,
        *_days(claim),
        _is_open(claim), negated, denier,
    )  # fmt: skip


def _party(mention: Mention | None, claim: Claim, known: Mapping[str, str], *, text: bool = False) -> Party | None:
    if mention is None:
        return None
    initial = mention.start == claim.evidence.start
    if text:
        return described(mention.text, mention.type, initial=initial)
    if mention.type is None and mention.entity == mention.text:
        return described(mention.text, None, initial=initial)
    return party(mention, known, initial=initial and mention.entity == mention.text)


def _speaks_of_itself(claim: Claim, *, denied: bool) -> bool:
    """Whether a pronoun that stands for nobody known is the source: "The company said it would close the plant"."""
    word = claim.actor.entity.lower() if claim.actor else ""
    if denied or claim.source is None:
        return word in _UNKNOWN
    person = claim.source.type == "PERSON"
    return claim.source.quote == "indirect" and ((word == "it" and not person) or (word in ("he", "she") and person))


def _left_out(part: Mention | Argument, claim: Claim) -> bool:
    """Whether a phrase says when, how or by whose account, and not what."""
    if (
        claim.date
        and claim.date.start <= part.end
        and part.start <= claim.date.end
        and part.end - part.start <= len(claim.date.text) + 4
    ):
        return True
    return isinstance(part, Argument) and part.role in _SKIPPED and not any(c.isdigit() for c in part.text)


def _verb(claim: Claim) -> str:
    """The verb; where the lemma is no verb that is known ("flead"), what the action's last word is a form of."""
    lemma = claim.action.lemma
    if is_verb(lemma):
        return base(lemma)
    words = pieces(claim.action.text)
    last = base(words[-1]) if words else lemma
    return last if is_verb(last) and last not in LIGHT else lemma


def _after(claim: Claim) -> list[str]:
    """The words of the action after its verb, in lower case, and the particles that stand as its arguments."""
    words = [word.lower() for word in pieces(claim.action.text)]
    verb = _verb(claim)
    at = next((i for i in range(len(words) - 1, -1, -1) if base(words[i]) == verb), len(words) - 1)
    return words[at + 1 :] or [following] if (following := _following(claim, verb)) else words[at + 1 :]


def _following(claim: Claim, verb: str) -> str:
    """A particle right behind the action that makes another verb of it: "swept *away* two bridges"."""
    rest = pieces(claim.evidence.text[max(0, claim.action.end - claim.evidence.start) :][:20])
    return rest[0].lower() if rest and takes(verb, rest[0].lower()) else ""


def _denied(complement: str) -> tuple[Sense, list[str]] | None:
    """What a complement says, read without a parse: "having bombed the hospital" → bomb, "the hospital"."""
    words = complement.split()
    for i, word in enumerate(words[:6]):
        if word.lower() in _AUXILIARY:
            continue
        if not is_verb(word):
            return None
        rest = " ".join(words[i + 1 :])
        return sense(base(word), [w.lower() for w in words[i + 1 : i + 2]], frozenset(map(stem, pieces(rest)))), [rest]
    return None


def _days(claim: Claim) -> tuple[int | None, int | None]:
    """The first and the last day that the claim's date may mean, as ordinals."""
    bounds = (claim.date.earliest, claim.date.latest) if claim.date else (None, None)
    try:
        first, last = (dt.date.fromisoformat(bound[:10]).toordinal() if bound else None for bound in bounds)
    except ValueError:
        return None, None
    return first, last


def _is_open(claim: Claim) -> bool:
    """Whether it is yet to come or only possible; what is reported, or may have been, is as good as past."""
    action = claim.action
    if action.status == "negated":
        return action.tense == "future" or _OPEN.search(action.text) is not None
    if action.status == "actual" or _PAST.search(action.text):
        return False
    return not (action.status_cue and action.status_cue.text.lower() in _REPORTED)


def by_sentence(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Sequence[Claim]]]:
    """Give each claim of an article with those of the same sentence."""
    sentences: dict[int, list[Claim]] = {}
    for claim in claims:
        sentences.setdefault(claim.evidence.start, []).append(claim)
    for claim in claims:
        yield claim, sentences[claim.evidence.start]
