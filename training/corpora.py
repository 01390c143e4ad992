"""Which corpora are learnt from, and which part of each in which epoch."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from training import entities, gum_entities, treebanks
from training.examples import Document

UNIVERSAL_TIMES = 3  # small, but the only corpus of names annotated by hand throughout
NEWS_SENTENCES = 48_000
NEWS_PARTS = 6  # the news corpus is three times the treebanks: an epoch sees a sixth of it


def held_out(data: Path) -> list[str]:
    """Give the beginnings of the texts that claims are measured on, so that none of them is learnt from."""
    found = sorted((data.parent / "gold").glob("*/*.txt"))
    return [
        " ".join(line.split()) for path in found for line in path.read_text(encoding="utf-8").split("\n") if len(line) > 80
    ]


def trees(data: Path) -> list[Document]:
    """Give the documents of both treebanks.

    Args:
        data: the folder that holds ``ud/`` and ``ner/``.
    """
    norp = entities.demonyms(data / "ner" / "gmb.iob2")
    out = list(treebanks.documents(data / "ud" / "ewt-train.conllu", "ewt", project=True))
    out += treebanks.documents(
        data / "ud" / "gum-train.conllu", "gum", project=True, entities=lambda s: gum_entities.allowed(s, norp)
    )
    return out


def fixed(data: Path) -> list[Document]:
    """Give the documents that every epoch sees: both treebanks, Universal NER and re3d."""
    norp = entities.demonyms(data / "ner" / "gmb.iob2")
    out = trees(data)
    out += [entities.universal(data / "ner" / "uner-ewt-dev.iob2", norp)] * UNIVERSAL_TIMES
    out += entities.re3d(data / "ner" / "re3d", norp, held_out(data))
    return out


def rotating(data: Path, part: int) -> Iterator[Document]:
    """Give what one epoch sees besides: CrossNER's politics, one other domain of it, and a part of the news corpus."""
    norp = entities.demonyms(data / "ner" / "gmb.iob2")
    domains = list(entities.crossner(data / "ner" / "crossner", norp))
    politics = next(d for d in domains if d.id.endswith("politics"))
    others = [d for d in domains if d is not politics]
    yield politics
    yield others[part % len(others)]
    yield from news(data, part)


def news(data: Path, part: int) -> Iterator[Document]:
    """Give one part of the news corpus, as documents of 200 sentences."""
    norp = entities.demonyms(data / "ner" / "gmb.iob2")
    size = NEWS_SENTENCES // NEWS_PARTS
    first = part % NEWS_PARTS * size
    whole = entities.gmb(data / "ner" / "gmb.iob2", norp, first, first + size)
    for at in range(0, len(whole.sentences), 200):
        yield whole._replace(id=f"gmb-{first + at}", sentences=whole.sentences[at : at + 200])


def describe(documents: list[Document]) -> str:
    """Give the size of each corpus as JSON."""
    sizes: dict[str, int] = {}
    for document in documents:
        sizes[document.corpus] = sizes.get(document.corpus, 0) + sum(len(s.words) for s in document.sentences)
    return json.dumps(sizes)
