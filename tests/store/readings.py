"""Readings made by hand: an article of one claim a sentence, without a language model."""

from __future__ import annotations

import hashlib

from newsclaims.claim import Action, Actor, Argument, ArticleRecord, Claim, Date, Generator, Source, Target, TextSpan
from newsclaims.flow import Reading

GENERATOR = Generator(version="1.2", model="newswire 1.2")

ARGUMENTS = (
    Argument(text="Monday", start=40, end=46, role="on"),
    Argument(text="again", start=47, end=52, role="adverb"),
)


def reading(*sentences: str, path: str = "wire.txt", published: str | None = "2025-01-09", **known: str) -> Reading:
    """Make a reading: each sentence is "actor action target" or "actor action target; source", with one word each."""
    article = hashlib.sha256("|".join(sentences).encode("utf-8", "surrogatepass")).hexdigest()[:12]
    record = ArticleRecord(id=known.pop("id", article), path=path, published=published, **known)  # type: ignore[arg-type]
    return Reading(record, tuple(claim(record.id, sentence) for sentence in sentences), 7)


def claim(article: str, sentence: str, date: Date | None = None) -> Claim:
    said, _, source = sentence.partition("; ")
    actor, action, target = said.split(" ", 2)
    return Claim(
        id=hashlib.sha256((article + sentence).encode("utf-8", "surrogatepass")).hexdigest()[:12],
        article=article,
        text=said,
        actor=Actor(text=actor, start=0, end=len(actor), type="GPE", entity=actor),
        action=Action(text=action, start=len(actor) + 1, end=len(actor) + 1 + len(action), lemma=action),
        target=Target(text=target, start=20, end=20 + len(target), entity=target),
        arguments=(
            Argument(text="Monday", start=40, end=46, role="on"),
            Argument(text="again", start=47, end=52, role="adverb"),
        ),
        source=Source(text=source, start=60, end=70, entity=source) if source else None,
        date=date,
        evidence=TextSpan(text=f"On the record: {sentence}.", start=0, end=80),
        rule="active",
        confidence=0.5,
    )
