"""Claims made by hand, so that comparing them needs no language model."""

from __future__ import annotations

import datetime as dt

from newsclaims.claim import Action, Actor, Argument, ArticleRecord, Claim, Date, Source, Status, Target, TextSpan

GAP = 5  # code points between the parts
Article = tuple[ArticleRecord, list[Claim]]


def claim(
    actor: str,
    verb: str,
    target: str = "",
    *,
    lemma: str = "",
    status: Status = "actual",
    source: str = "",
    cue: str = "said",
    date: str = "",
    **rest: str,
) -> Claim:
    """Make a claim; ``rest`` are arguments by their role, such as ``to="Russia"``; capitals make names."""
    at, spans = 1, {}
    for name, text in {
        "source": source,
        "cue": cue,
        "actor": actor,
        "verb": verb,
        "target": target,
        **rest,
        "date": date,
    }.items():
        spans[name] = (at, at + len(text))
        at += len(text) + GAP
    text = " ".join(part for part in (actor, verb, target, *(f"{role} {words}" for role, words in rest.items())) if part)

    def span(name: str, words: str) -> dict[str, object]:
        return {"text": words, "start": spans[name][0], "end": spans[name][1]}

    def mention(name: str, words: str) -> dict[str, object]:
        return {**span(name, words), "entity": words, "type": "ORG" if words[0].isupper() and " " not in words else None}

    sentence = f"{source} {cue} {text}" if source else text
    return Claim(
        id=f"{abs(hash((text, source, status, date))):x}"[:12],
        article="",
        text=text,
        actor=Actor.model_validate(mention("actor", actor)) if actor else None,
        action=Action.model_validate({**span("verb", verb), "lemma": lemma or verb, "status": status}),
        target=Target.model_validate(mention("target", target)) if target else None,
        arguments=tuple(Argument.model_validate({**span(role, words), "role": role}) for role, words in rest.items()),
        source=Source.model_validate({**mention("source", source), "cue": span("cue", cue)}) if source else None,
        date=Date.model_validate({**span("date", date), "value": date, "earliest": date, "latest": date}) if date else None,
        evidence=TextSpan(text=" " * 400 + sentence, start=0, end=400 + len(sentence)),
        rule="active",
        confidence=0.9,
    )


def articles(*claims: Claim, published: str = "2025-03-05", publishers: bool = True) -> list[Article]:
    """Give each claim an article of its own, published day after day."""
    day = dt.date.fromisoformat(published)
    made = []
    for n, one in enumerate(claims):
        said = (day + dt.timedelta(n)).isoformat()
        record = ArticleRecord(id=f"a{n}", path=f"{n}.txt", publisher=f"Paper {n}" if publishers else None, published=said)
        made.append((record, [one.model_copy(update={"article": record.id, "id": f"c{n}"})]))
    return made
