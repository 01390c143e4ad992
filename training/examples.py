"""The examples that the joint model learns from: tokens in running order with whatever a corpus says of them."""

from __future__ import annotations

from typing import NamedTuple

ENTITY_TYPES = ("PERSON", "NORP", "ORG", "GPE", "LOC", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW")
ENTITY_TAGS = ("O", *(f"{bi}-{kind}" for kind in ENTITY_TYPES for bi in "BI"))

Allowed = frozenset[str]  # the entity tags that a corpus leaves possible for a token; empty: it says nothing of it


class Word(NamedTuple):
    """One token; every annotation is None where its corpus has none, and is then not trained on."""

    form: str
    upos_feats: str | None = None  # "VERB|Tense=Past|VerbForm=Fin"
    xpos: str | None = None
    lemma: str | None = None
    head: int | None = None  # index of the head in the sentence; its own index for the root
    label: str | None = None
    entity: Allowed = frozenset()


class Sentence(NamedTuple):
    """Tokens of one sentence; ``paragraph`` is true where it opens a paragraph."""

    words: tuple[Word, ...]
    paragraph: bool = False


class Document(NamedTuple):
    """Sentences in running order. ``boundaries`` is false where the corpus lists sentences out of context."""

    id: str
    corpus: str
    sentences: tuple[Sentence, ...]
    boundaries: bool = True
