"""Who does it, and what or whom it is directed at.

The target is the first of these that stands: the recipient or addressee, the object, the subject of a passive, the predicate
of a copula, the object of a preposition that the verb asks for. Which prepositions a verb asks for is lexicon data
(``verb_prepositions``, ``stative_participles``, ``recipients``).
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc

from newsclaims.extract.clause import IN_ORDER, Argument, Clause
from newsclaims.lexicon import column, rows
from newsclaims.parse.columns import columns

STRUCTURAL = frozenset({"against", "upon", "into", "onto", "toward", "towards", "past", "alongside"})
"""Prepositions that direct an action at something whatever the verb."""
PARTICLES = frozenset("about ahead along around away back down forward in off on out over through up".split())
"""What makes another verb of the one before it: "walked over the bridge", but "walked *out* over pay"."""
TURNED = frozenset({"over", "to", "through", "on", "for", "at"})
"""Prepositions whose verb is another one then."""

LASTING = frozenset({"through", "into", "over", "past", "toward", "towards"})
"""Prepositions that also say how long, or until when."""


class Parts(NamedTuple):
    """A clause's arguments by what they are in the claim; ``clause`` has a stative participle added to its action."""

    clause: Clause
    actor: Argument | None
    target: Argument | None
    rest: tuple[Argument, ...]


@cache
def _stretches() -> frozenset[str]:
    """The nouns for a while: "dug through the *night*"."""
    return frozenset(row["word"] for row in rows("time_words") if row["kind"] in ("daypart", "season", "unit", "month"))


@cache
def _prepositions(lexicon: str, column: str) -> dict[str, frozenset[str]]:
    return {row["lemma"]: frozenset(row[column].split()) for row in rows(lexicon)}


def parts(doc: Doc, clause: Clause, times: frozenset[int] = frozenset(), durations: frozenset[int] = frozenset()) -> Parts:
    """Choose actor and target of a clause.

    Args:
        doc: the text.
        clause: the clause, its subject filled in where it is shared.
        times: the tokens of time expressions, which are no targets.
        durations: those of durations, which are none behind a preposition ("waited for *four days*").

    Returns:
        Actor, target and the remaining arguments in text order. "Chad was given a loan by Oslo" has the actor *Oslo* and the
        target *Chad*; "the force relies on volunteers" the target *volunteers*.
    """
    found, tags = list(clause.arguments), columns(doc).tags
    if found:
        found = [a for a in found if not (a.head in times and a.role in ("object", "oblique", "agent"))]
        found = [a for a in found if tags[a.head] != "WRB" and not (a.head in durations and a.role == "oblique")]
    if clause.existential:
        return _made(clause, None, _first(found, "predicate"))
    if clause.copular:
        return _copular(doc, clause, [_untimed(doc, a, times) for a in found])
    if clause.voice == "passive":
        return _passive(doc, clause, found)
    recipient = _first(found, "recipient") or _recipient(doc, clause, found)
    target = recipient or _first(found, "object") or _first(found, "predicate") or _asked_for(doc, clause, found)
    return _made(clause, clause.subject, target or _gerund(doc, found))


def _gerund(doc: Doc, found: list[Argument]) -> Argument | None:
    """A gerund that stands where an object would: "could include *fining the firm*"."""
    tags = columns(doc).tags
    return next((a for a in found if a.role == "complement" and tags[a.head] == "VBG" and a.start == a.head), None)


def _made(clause: Clause, actor: Argument | None, target: Argument | None) -> Parts:
    return Parts(clause, actor, target, _rest(clause, actor, target))


def _rest(clause: Clause, actor: Argument | None, target: Argument | None) -> tuple[Argument, ...]:
    """All arguments but these, and but those that stand inside the target ("dependent *on oil*")."""
    others = [a for a in clause.arguments if a not in (actor, target)]
    return tuple([a for a in others if target is None or not target.start <= a.head < target.end])


def _first(found: list[Argument], role: str) -> Argument | None:
    for a in found:
        if a.role == role:
            return a
    return None


def _recipient(doc: Doc, clause: Clause, found: list[Argument]) -> Argument | None:
    """The object of "to" after a verb that passes something on ("conveyed regrets *to the family*")."""
    wanted = _prepositions("recipients", "preposition").get(columns(doc).lemmas[clause.verbs[-1]])
    return next((a for a in found if a.role == "oblique" and a.marker in wanted), None) if wanted else None


def _asked_for(doc: Doc, clause: Clause, found: list[Argument]) -> Argument | None:
    """The object of a preposition that the verb, with its particle or adverb, asks for ("lashed *out at* the press")."""
    verb, tokens = clause.verbs[-1], columns(doc)
    wanted = _prepositions("verb_prepositions", "prepositions").get(tokens.lemmas[verb], frozenset())
    for a in found:
        if a.role != "oblique" or (a.head < verb and a.head != clause.controller):
            continue  # before the verb only an antecedent: "*the city*, to which the land belongs"
        marker = a.marker.replace(" ", "_")
        between = tokens.lower[verb + 1 : min(a.start, verb + 4)]
        if any(f"{word}_{marker}" in wanted for word in between):
            return a
        if between and marker in TURNED and between[0] in PARTICLES and tokens.tags[verb + 1] in ("RP", "RB"):
            continue
        if marker in LASTING and tokens.lemmas[a.head] in _stretches():
            continue
        if marker in wanted or marker in STRUCTURAL:
            return a
    return None


def _untimed(doc: Doc, predicate: Argument, times: frozenset[int]) -> Argument:
    """A predicate adjective without the time behind it: "was *closed* on Friday"."""
    end = predicate.end
    if predicate.role != "predicate" or end - 1 not in times or doc[predicate.head].tag_[:2] not in ("JJ", "VB"):
        return predicate
    while end - 1 > predicate.head and (end - 1 in times or doc[end - 1].tag_ == "IN"):
        end -= 1
    return predicate._replace(end=end)


def _copular(doc: Doc, clause: Clause, found: list[Argument]) -> Parts:
    """A predicate is the target; a participle with its preposition ("was disappointed with the choice") joins the action."""
    predicate = _first(found, "predicate")
    if predicate is None:
        return _made(clause, clause.subject, None)
    inner = _stative(doc, predicate.head, found)
    if inner is None:
        return _made(clause, clause.subject, predicate)
    longer = clause._replace(end=predicate.head + 1)
    rest = tuple(a for a in _rest(clause, clause.subject, inner) if a != predicate)
    return Parts(longer, clause.subject, inner, rest)


def _stative(doc: Doc, participle: int, found: list[Argument]) -> Argument | None:
    tokens, known = columns(doc), _prepositions("stative_participles", "prepositions")
    word = tokens.lower[participle]
    lemmas = (
        tokens.lemmas[participle],
        word.removesuffix("ed"),
        word.removesuffix("d"),
        word.removesuffix("ied") + "y",
    )
    wanted = next((known[lemma] for lemma in lemmas if lemma in known), frozenset())
    if tokens.tags[participle + 1 : participle + 2] == ("RP",):  # "was set *up* for those outside"
        particle = tokens.lower[participle + 1]
        wanted = frozenset([word.removeprefix(f"{particle}_") for word in wanted if word.startswith(f"{particle}_")])
    return next((a for a in found if a.role in ("oblique", "agent") and a.marker in wanted and a.head > participle), None)


def _passive(doc: Doc, clause: Clause, found: list[Argument]) -> Parts:
    """The agent acts; the target is the recipient, else what a stative participle asks for, else the subject; but who
    "declined to be drawn" declined."""
    if len(clause.verbs) > 1 and columns(doc).lemmas[clause.verbs[0]] in _acting() and not _is_done(doc, clause):
        return _made(clause, clause.subject, None)
    agent = _first(found, "agent")
    recipient = _recipient(doc, clause, found)
    if recipient is not None:
        return _with_subject(clause, agent, recipient)
    inner = _stative(doc, clause.verbs[-1], found)
    if inner is not None and (agent is None or agent == inner):
        return _made(clause, clause.subject, inner)
    if clause.subject is None:
        return _made(clause, agent, _first(found, "object"))
    return _made(clause, agent, clause.subject)


@cache
def _acting() -> frozenset[str]:
    """Verbs of a chain whose subject acts, whatever is done to it after."""
    return column("chain_verbs", "lemma", form="infinitive", acts="yes")


def _is_done(doc: Doc, clause: Clause) -> bool:
    """Whether the first verb of a chain is a passive itself: "was asked to be filmed"."""
    return any(columns(doc).lemmas[i] == "be" and i < clause.verbs[0] for i in clause.auxiliaries)


def _with_subject(clause: Clause, agent: Argument | None, recipient: Argument) -> Parts:
    """A passive whose recipient is the target keeps its subject as an argument."""
    made = _made(clause, agent, recipient)
    if clause.subject is None:
        return made
    theme = clause.subject._replace(role="object")
    return made._replace(rest=tuple(sorted((theme, *made.rest), key=IN_ORDER)))
