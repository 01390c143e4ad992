"""A claim in words: in one line, and field by field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from rich.text import Text

from newsclaims.claim import Claim, Date, Source
from newsclaims.compare.denial import denied
from newsclaims.render.safe import visible


def line(claim: Claim) -> Text:
    """Set a claim in one line: who did what to whom, and dimmed who says so, how, when, how sure.

    Args:
        claim: the claim.

    Returns:
        Such as ``Norway · gave · Ukraine  says Anna Solberg; actual; 2025-01-06; 80%``.
    """
    who = " · ".join(
        visible(part)
        for part in (
            claim.actor.entity if claim.actor else "–",
            done(claim),
            claim.target.entity if claim.target else "–",
        )
    )
    facts = [_status(claim), day(claim.date).replace("/", " / "), f"{claim.confidence:.0%}"]
    if claim.source:
        facts.insert(0, f"{'denied by' if denied(claim) else 'says'} {_source(claim.source)}")
    return Text.assemble(who, ("  " + "; ".join(visible(fact) for fact in facts if fact), "dim"))


def fields(claim: Claim) -> Iterator[tuple[str, str]]:
    """Give all that is known of a claim, field by field.

    Args:
        claim: the claim.

    Yields:
        Name and value: ``("actor", "Norway (GPE)")``.
    """
    for name, mention in (("actor", claim.actor), ("action", claim.action), ("target", claim.target)):
        if mention is claim.action:
            facts: Iterable[str | None] = (_status(claim), claim.action.tense, claim.action.voice)
        elif mention:
            facts = (_meant(mention.text, getattr(mention, "entity", "")), getattr(mention, "type", None))
        yield name, _with(mention.text, facts) if mention else "–"
    for role, arguments in groupby(claim.arguments, key=lambda argument: argument.role):
        for argument in arguments:
            yield role, visible(argument.text)
    if claim.source is None:
        yield "source", "the article itself"
    for source in claim.source.outward() if claim.source else ():
        said = f"“{source.cue.text}”" if source.cue else None
        yield (
            "source" if source is claim.source else "via",
            _with(source.text, (_meant(source.text, source.entity), source.type, said, f"{source.quote} quotation")),
        )
    if claim.date:
        bounds = (claim.date.earliest, claim.date.latest)
        yield "date", _with(claim.date.text, (claim.date.value, " to ".join(day for day in bounds if day) or None))
    yield "sure", f"{claim.confidence:.0%}"
    yield "rule", visible(claim.rule)
    for finding in claim.why:
        yield "why", visible(finding)


def _status(claim: Claim) -> str:
    cue = claim.action.status_cue
    return claim.action.status + (f" (“{cue.text}”)" if cue else "")


def _source(source: Source) -> str:
    return ", via ".join(names(source))


def names(source: Source) -> list[str]:
    """Name who says something, from the inside out; who says it of what he himself says stands there once.

    Example: ``["Norway"]`` for "Norway said it believed that …", where "it" is the source and "Norway" its ``via``.
    """
    return list(dict.fromkeys(one.entity for one in source.outward()))


def done(claim: Claim) -> str:
    """Give what is done, without a quotation mark that ends or begins elsewhere: of ``had "sold`` ``had sold``."""
    words = claim.action.text
    if words.count('"') % 2:
        words = words.replace('"', "")
    return words if ("“" in words) == ("”" in words) else words.replace("“", "").replace("”", "")


def how_said(claim: Claim) -> str:
    """Say of a claim that has a source what else is to be known of that: that it denies the claim, and who passed it on.

    Example: ``"denied, via local radio"``; mostly nothing.
    """
    passed_on = names(claim.source)[1:2] if claim.source else []
    return ", ".join([*(["denied"] if denied(claim) else []), *(f"via {name}" for name in passed_on)])


def day(date: Date | None) -> str:
    """Set a date in few characters: its value, or the words of the article where it has none or a vague one.

    Args:
        date: the claim's date.

    Returns:
        ``2025-01-06`` for "on Monday"; ``now`` for "now", whose value is PRESENT_REF.
    """
    if date is None:
        return ""
    return date.value if date.value and not date.value.endswith("_REF") else date.text


def _meant(text: str, entity: str) -> str | None:
    return f"= {entity}" if entity != text else None


def _with(text: str, facts: Iterable[str | None]) -> str:
    listed = "; ".join(fact for fact in facts if fact)
    return visible(f"{text} ({listed})" if listed else text)
