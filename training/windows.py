"""Documents to training windows: runs of sentences of varying length, now and then in other letters."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from training.examples import Document, Sentence, Word

CORPORA = ("ewt", "gum", "uner", "re3d", "crossner", "gmb")
SIZES = (40, 90, 160, 220)  # words; most windows are long, as at run time, some are a sentence or a headline
TYPICAL = 1.25  # pieces a word


class Window(NamedTuple):
    """Consecutive sentences of one document, and the corpus they are from."""

    sentences: tuple[Sentence, ...]
    corpus: int
    boundaries: bool

    def words(self) -> int:
        return sum(len(s.words) for s in self.sentences)


def _recased(sentence: Sentence, how: str) -> Sentence:
    def change(word: Word, i: int) -> Word:
        small = word.xpos in {"IN", "DT", "CC", "TO"}
        form = {
            "upper": word.form.upper(),
            "lower": word.form.lower(),
            "title": word.form if small and i else word.form[:1].upper() + word.form[1:],
        }[how]
        changed = form != word.form
        # an edit script learnt from shouted text would teach the lemmas of names wrongly
        return word._replace(form=form, lemma=word.lemma if not changed else None)

    return sentence._replace(words=tuple(change(w, i) for i, w in enumerate(sentence.words)))


def augmented(sentence: Sentence, rng: random.Random) -> Sentence:
    """Give the sentence, one time in ten in capitals, in lower case, or as a headline: in title case without full stop."""
    draw = rng.random()
    if draw < 0.04:
        return _recased(sentence, "upper")
    if draw < 0.05:
        return _recased(sentence, "lower")
    if draw < 0.09:
        return _recased(sentence, "title")
    return sentence


def windows(document: Document, rng: random.Random) -> Iterator[Window]:
    """Cut a document into windows of whole sentences, each up to a length drawn anew."""
    corpus = CORPORA.index(document.corpus)
    run: list[Sentence] = []
    limit = rng.choice(SIZES)
    for sentence in document.sentences:
        size = sum(len(s.words) for s in run)
        if run and (size + len(sentence.words) > limit or not document.boundaries or rng.random() < 0.01):
            yield Window(tuple(run), corpus, document.boundaries)
            run, limit = [], 1 if rng.random() < 0.12 else rng.choice(SIZES)
        if len(sentence.words) > 300:
            continue
        run.append(augmented(sentence, rng))
    if run:
        yield Window(tuple(run), corpus, document.boundaries)


def batches(documents: Iterable[Document], rng: random.Random, pieces: int) -> list[list[Window]]:
    """Give one epoch's batches, in random order, each of windows of like length and about ``pieces`` pieces in all."""
    pool = [w for d in documents for w in windows(d, rng)]
    rng.shuffle(pool)
    out: list[list[Window]] = []
    for at in range(0, len(pool), 400):
        out.extend(_filled(sorted(pool[at : at + 400], key=Window.words), pieces))
    rng.shuffle(out)
    return out


def _filled(pool: Sequence[Window], pieces: int) -> Iterator[list[Window]]:
    batch: list[Window] = []
    for window in pool:
        if batch and (len(batch) + 1) * window.words() * TYPICAL > pieces:
            yield batch
            batch = []
        batch.append(window)
    if batch:
        yield batch
