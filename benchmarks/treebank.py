"""Gold CoNLL-U for measuring: documents as raw text, and their words with where they stand in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class GoldWord(NamedTuple):
    """A syntactic word; ``start:end`` counts the text's characters without white space; ``head`` is a word index, or -1.

    ``paragraph`` is true for a word that opens a paragraph.
    """

    form: str
    start: int
    end: int
    upos: str
    xpos: str
    lemma: str
    head: int
    deprel: str
    space: bool
    misc: str
    paragraph: bool


class GoldDocument(NamedTuple):
    """A document: its text with paragraphs parted by blank lines, its words, and where each sentence begins."""

    id: str
    text: str
    words: list[GoldWord]
    starts: list[int]


def documents(path: Path) -> Iterator[GoldDocument]:
    """Give the documents of a CoNLL-U file."""
    name, block, paragraph = "", [], True
    sentences: list[tuple[bool, list[list[str]]]] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("# newdoc"):
            if sentences:
                yield _document(name, sentences)
            name, sentences, paragraph = line.partition("= ")[2], [], True
        elif line.startswith("# newpar") and not line.startswith("# newpar_block"):
            paragraph = True
        elif line[:1].isdigit():
            block.append(line.split("\t"))
        elif not line and block:
            sentences.append((paragraph, block))
            block, paragraph = [], False
    if sentences:
        yield _document(name, sentences)


def _document(name: str, sentences: list[tuple[bool, list[list[str]]]]) -> GoldDocument:
    text, at = "", 0
    words: list[GoldWord] = []
    starts: list[int] = []
    for paragraph, rows in sentences:
        if text:
            text = text.rstrip(" ") + "\n\n" if paragraph else text
        base = len(words)
        starts.append(base)
        spaces = _spaces(rows)
        for row in rows:
            if "-" in row[0] or "." in row[0]:
                continue
            size = len("".join(row[1].split()))
            head = base + int(row[6]) - 1 if row[6] != "0" else -1
            space = spaces.get(int(row[0]), "SpaceAfter=No" not in row[9])
            opens = paragraph and len(words) == base
            words.append(GoldWord(row[1], at, at + size, row[3], row[4], row[2], head, row[7], space, row[9], opens))
            at += size
            text += row[1] + (" " if space else "")
    return GoldDocument(name, text.rstrip(), words, starts)


def _spaces(rows: list[list[str]]) -> dict[int, bool]:
    """Give, for words inside a range ("don't"), whether a space follows each."""
    out: dict[int, bool] = {}
    for row in rows:
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            out.update(dict.fromkeys(range(first, last), False))
            out[last] = "SpaceAfter=No" not in row[9]
    return out
