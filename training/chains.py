"""GUM's coreference chains: documents with a gold parse, named entities made of the mentions, and who is the same as whom.

A mention is named if its head is a proper noun; ``person``, ``organization``, ``event`` … give the entity type,
``place`` GPE. Mentions that are brackets across sentences or in several pieces are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from spacy.tokens import Doc
from spacy.vocab import Vocab

from training.gum_entities import brackets, name_extent
from training.treebanks import RawSentence, read

TYPES = {
    "person": "PERSON",
    "organization": "ORG",
    "place": "GPE",
    "event": "EVENT",
    "object": "PRODUCT",
    "abstract": "WORK_OF_ART",
}


class Mention(NamedTuple):
    """A mention: tokens ``start:end`` and its head in the Doc, the chain it belongs to, and whether it is named."""

    start: int
    end: int
    head: int
    chain: int
    named: bool


class Chained(NamedTuple):
    """A document with its mentions."""

    id: str
    doc: Doc
    mentions: tuple[Mention, ...]


def chained(path: Path, vocab: Vocab) -> Iterator[Chained]:
    """Give the documents of a GUM file.

    Args:
        path: a CoNLL-U file with ``Entity=`` in MISC.
        vocab: the vocabulary for the Docs.

    Yields:
        Each document: gold tags, heads, labels, sentences, and entities from the named mentions.
    """
    for name, sentences in read(path):
        yield _document(name, sentences, vocab)


def _document(name: str, sentences: Sequence[RawSentence], vocab: Vocab) -> Chained:
    words: list[str] = []
    spaces: list[bool] = []
    columns: dict[str, list[str]] = {key: [] for key in ("tags", "pos", "lemmas", "deps")}
    heads: list[int] = []
    starts: list[bool | int | None] = []
    mentions: list[Mention] = []
    ents: list[str] = []

    def add(form: str, space: bool, row: Sequence[str], head: int, start: bool) -> None:
        words.append(form)
        spaces.append(space)
        for key, value in zip(columns, row, strict=True):
            columns[key].append(value)
        heads.append(head)
        starts.append(start)
        ents.append("O")

    for sentence in sentences:
        if sentence.paragraph and words:
            spaces[-1] = False
            add("\n", False, ("_SP", "SPACE", "\n", "dep"), len(words) - 1, False)
        base = len(words)
        for i, row in enumerate(sentence.rows):
            head = base + int(row[6]) - 1 if row[6] != "0" else base + i
            label = "ROOT" if row[7] == "root" else row[7]
            add(row[1], sentence.spaces[i], (row[4], row[3], row[2], label), head, i == 0)
        found = sorted(brackets(sentence.rows), key=lambda one: (one[0] - one[1], one[0]))
        for start, end, chain, kind in found:
            inside = range(start, end)
            top = next((i for i in inside if int(sentence.rows[i][6]) - 1 not in inside), start)
            extent = name_extent(sentence.rows, start, end)
            mentions.append(Mention(base + start, base + end, base + top, chain, extent is not None))
            if extent and kind in TYPES and not any(ents[base + i] != "O" for i in range(*extent)):
                for i in range(*extent):
                    ents[base + i] = f"{'B' if i == extent[0] else 'I'}-{TYPES[kind]}"
    doc = Doc(vocab, words=words, spaces=spaces, heads=heads, sent_starts=starts, ents=ents, **columns)  # type: ignore[arg-type]
    return Chained(name, doc, tuple(mentions))
