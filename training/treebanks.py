"""CoNLL-U to examples, in the tokens that spaCy's tokenizer gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import spacy

from newsclaims.parse.tokens import blank
from training.examples import Allowed, Document, Sentence, Word

KEPT = frozenset(
    "Tense VerbForm Voice Number Person PronType Mood Case Gender Poss Reflex Degree Definite NumType Polarity".split()
)
Row = list[str]


class RawSentence(NamedTuple):
    """One sentence of a CoNLL-U file: its tokens' rows, what follows each, and whether it opens a paragraph."""

    rows: list[Row]
    spaces: list[bool]
    paragraph: bool


def read(path: Path) -> Iterator[tuple[str, list[RawSentence]]]:
    """Give each document of a CoNLL-U file with its sentences; ranges ("don't") only say where no space stands."""
    name, sentences, rows, ranges = "", list[RawSentence](), list[Row](), dict[int, bool]()
    paragraph = True
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("# newdoc"):
            if sentences:
                yield name, sentences
            name, sentences, paragraph = line.partition("= ")[2], [], True
        elif line.startswith("# newpar") and not line.startswith("# newpar_block"):
            paragraph = True
        elif line[:1].isdigit():
            row = line.split("\t")
            if "-" in row[0]:
                first, last = map(int, row[0].split("-"))
                ranges.update(dict.fromkeys(range(first, last), False))
                ranges[last] = "SpaceAfter=No" not in row[9]
            elif "." not in row[0]:
                rows.append(row)
        elif not line and rows:
            spaces = [ranges.get(int(row[0]), "SpaceAfter=No" not in row[9]) for row in rows]
            sentences.append(RawSentence(rows, spaces, paragraph))
            rows, ranges, paragraph = [], {}, False
    if sentences:
        yield name, sentences


def features(row: Row) -> str:
    """Give a row's UPOS with the features that the extractor may use, as one label."""
    kept = [pair for pair in row[5].split("|") if pair.partition("=")[0] in KEPT]
    return "|".join([row[3], *kept])


def gold_words(sentence: RawSentence, entities: Sequence[Allowed] = ()) -> tuple[Word, ...]:
    """Give a sentence's words as the treebank cuts them, with the entity tags allowed for each, if given."""
    out = []
    for i, row in enumerate(sentence.rows):
        head = int(row[6]) - 1
        entity = entities[i] if entities else frozenset()
        out.append(Word(row[1], features(row), row[4], row[2], i if head < 0 else head, row[7], entity))
    return tuple(out)


def _spans(forms: Sequence[str], spaces: Sequence[bool]) -> tuple[str, list[tuple[int, int]]]:
    text, spans = "", []
    for form, space in zip(forms, spaces, strict=True):
        spans.append((len(text), len(text) + len(form)))
        text += form + (" " if space else "")
    return text, spans


def projected(
    sentence: RawSentence, tokenizer: spacy.tokenizer.Tokenizer, entities: Sequence[Allowed] = ()
) -> tuple[Word, ...]:
    """Give a sentence's words as the running pipeline will cut them, the annotation carried over.

    A token that covers several treebank words takes over the one whose head lies outside it. Of a treebank word that is cut
    into several tokens the first stands for the whole, the others hang on it and say nothing else.
    Where cuts cross, the treebank's own words are given.
    """
    words = gold_words(sentence, entities)
    text, gold = _spans([w.form for w in words], sentence.spaces)
    tokens = [(t.idx, t.idx + len(t), t.text) for t in tokenizer(text) if not t.is_space]
    if [(a, b) for a, b, _ in tokens] == gold:
        return words
    groups: list[list[int]] = [[i for i, (a, b) in enumerate(gold) if a < end and b > start] for start, end, _ in tokens]
    where: dict[int, int] = {}
    for k, group in enumerate(groups):
        for i in group:
            if len(group) > 1 and i in where:
                return words
            where.setdefault(i, k)
    out: list[Word] = []
    for k, ((_, _, form), group) in enumerate(zip(tokens, groups, strict=True)):
        if not group:
            return words
        tops = [i for i in group if words[i].head == i or words[i].head not in group]
        top = tops[0] if tops else group[0]
        if where[top] != k:
            out.append(Word(form, head=where[top], label="goeswith"))
            continue
        word = words[top]
        assert word.head is not None
        head = k if word.head == top else where[word.head]
        exact = len(group) == 1 and form == word.form
        out.append(
            Word(
                form,
                word.upos_feats if exact or len(group) > 1 else None,
                word.xpos if exact or len(group) > 1 else None,
                word.lemma if exact else None,
                head,
                word.label,
                word.entity,
            )
        )
    roots = sum(w.head == k for k, w in enumerate(out))
    return tuple(out) if roots == 1 else words


def documents(
    path: Path, corpus: str, *, project: bool, entities: Callable[[RawSentence], Sequence[Allowed]] | None = None
) -> Iterator[Document]:
    """Give a treebank file's documents as examples; ``entities`` tells what a sentence allows, where the corpus knows."""
    tokenizer = blank().tokenizer
    for name, sentences in read(path):
        known = [entities(s) if entities else () for s in sentences]
        cut = [projected(s, tokenizer, e) if project else gold_words(s, e) for s, e in zip(sentences, known, strict=True)]
        yield Document(name, corpus, tuple(Sentence(w, s.paragraph) for w, s in zip(cut, sentences, strict=True)))
