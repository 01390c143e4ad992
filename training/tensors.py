"""Windows to tensors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import torch
from torch import Tensor

from newsclaims.parse.lemmas import script
from newsclaims.parse.wordpieces import WordPieces
from training.labels import Labels
from training.windows import Window

IGNORE = -100
MAX_PIECES = 510


class Batch(NamedTuple):
    """B windows padded to P pieces and W words; targets are ``IGNORE`` where nothing is known.

    ``word_of`` (B, P) is the word's place + 1 for each piece, 0 for special ones and padding. ``sentence`` (B, W) numbers
    the sentences, -1 for padding. ``allowed`` (B, W, tags) is 1 for each possible entity tag, all 1 where nothing is known.
    """

    ids: Tensor
    shapes: Tensor
    mask: Tensor
    word_of: Tensor
    sentence: Tensor
    features: Tensor
    xpos: Tensor
    lemma: Tensor
    head: Tensor
    label: Tensor
    starts: Tensor
    allowed: Tensor
    corpus: Tensor


class Encoder:
    """Turns windows into batches."""

    def __init__(self, labels: Labels, pieces: WordPieces) -> None:
        self.pieces = pieces
        self.index = {name: {v: i for i, v in enumerate(values)} for name, values in labels._asdict().items()}

    def __call__(self, windows: Sequence[Window]) -> Batch:
        rows = [self._row(w) for w in windows]
        n_pieces = max(len(r["ids"]) for r in rows)
        n_words = max(len(r["xpos"]) for r in rows)

        def pad(key: str, size: int, fill: int) -> Tensor:
            return torch.tensor([r[key] + [fill] * (size - len(r[key])) for r in rows])

        ids = pad("ids", n_pieces, self.pieces.pad)
        tags = len(self.index["entities"])
        allowed = torch.ones(len(rows), n_words, tags)
        for b, row in enumerate(rows):
            for i, tag_set in enumerate(row["allowed"]):
                if tag_set:
                    allowed[b, i] = 0
                    allowed[b, i, tag_set] = 1
        words = ("features", "xpos", "lemma", "head", "label", "starts")
        return Batch(
            ids,
            pad("shapes", n_pieces, 0),
            torch.tensor([[1] * len(r["ids"]) + [0] * (n_pieces - len(r["ids"])) for r in rows]),
            pad("word_of", n_pieces, 0),
            pad("sentence", n_words, -1),
            **{key: pad(key, n_words, IGNORE) for key in words},
            allowed=allowed,
            corpus=torch.tensor([w.corpus for w in windows]),
        )

    def _row(self, window: Window) -> dict[str, list]:  # type: ignore[type-arg]
        row: dict[str, list] = {  # type: ignore[type-arg]
            key: [] for key in "ids shapes word_of sentence features xpos lemma head label starts allowed".split()
        }
        row["ids"], row["shapes"], row["word_of"] = [self.pieces.cls], [0], [0]
        index = self.index
        for s, sentence in enumerate(window.sentences):
            if len(row["ids"]) + 3 * len(sentence.words) > MAX_PIECES and s:
                break
            if sentence.paragraph and s:
                row["ids"].append(self.pieces.sep)
                row["shapes"].append(0)
                row["word_of"].append(0)
            base = len(row["xpos"])
            for i, (word, cut) in enumerate(zip(sentence.words, self.pieces([w.form for w in sentence.words]), strict=True)):
                row["ids"].extend(cut.ids)
                row["shapes"].extend([cut.shape] * len(cut.ids))
                row["word_of"].extend([base + i + 1] * len(cut.ids))
                row["sentence"].append(s)
                row["features"].append(index["features"].get(word.upos_feats, IGNORE))
                row["xpos"].append(index["xpos"].get(word.xpos, IGNORE))
                row["lemma"].append(index["lemma"].get(script(word.form, word.lemma), IGNORE) if word.lemma else IGNORE)
                # heads are counted over the window with the root at 0
                row["head"].append(IGNORE if word.head is None else 0 if word.head == i else base + word.head + 1)
                row["label"].append(index["deps"].get(word.label, IGNORE))
                row["starts"].append(int(i == 0) if window.boundaries else IGNORE)
                row["allowed"].append([index["entities"][tag] for tag in word.entity])
        row["ids"].append(self.pieces.sep)
        row["shapes"].append(0)
        row["word_of"].append(0)
        for key in ("ids", "shapes", "word_of"):
            row[key] = row[key][: MAX_PIECES + 2]
        return row
