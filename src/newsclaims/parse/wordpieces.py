"""Words to word pieces: the input of the encoder."""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer

SHAPES = ("none", "lower", "title", "upper", "mixed", "digit", "alnum", "punct")
MAX_PIECES = 12  # a URL of a hundred pieces tells no more than its first dozen
CACHE = 50_000

# The treebanks write most marks straight, newspapers write them curly: the encoder sees one kind.
_PLAIN = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "’": "'", "‘": "'", "‚": "'", "´": "'"})
_RUN = re.compile(r"(\W)\1{3,}")


class Pieces(NamedTuple):
    """One word's piece ids (at least one) and the index of its shape in ``SHAPES``."""

    ids: tuple[int, ...]
    shape: int


def shape(word: str) -> int:
    """Give the index in ``SHAPES`` of what a word looks like, since the vocabulary is lower-case.

    Example: ``SHAPES[shape("NATO")]`` is "upper", of "Merkel" "title", of "2,000" "digit".
    """
    if not any(ch.isalnum() for ch in word):
        name = "punct"
    elif not any(ch.isalpha() for ch in word):
        name = "digit"
    elif any(ch.isdigit() for ch in word):
        name = "alnum"
    elif word.islower():
        name = "lower"
    elif word.isupper():
        name = "upper" if len(word) > 1 else "title"
    elif word[0].isupper() and word[1:].islower():
        name = "title"
    else:
        name = "mixed"
    return SHAPES.index(name)


class WordPieces:
    """Cuts words into pieces, remembering the ones it has met."""

    def __init__(self, vocabulary: dict[str, int]) -> None:
        self._tokenizer = Tokenizer(WordPiece(vocabulary, unk_token="[UNK]", max_input_chars_per_word=100))
        self._tokenizer.normalizer = BertNormalizer(lowercase=True)
        self._known: dict[str, Pieces] = {}
        self.cls, self.sep, self.pad, self.unk = (vocabulary[t] for t in ("[CLS]", "[SEP]", "[PAD]", "[UNK]"))

    def __call__(self, words: Sequence[str]) -> list[Pieces]:
        """Give the pieces of each word, in order; a word of several parts ("don't" untokenized) gives all of them."""
        known = self._known
        new = list(dict.fromkeys(word for word in words if word not in known))
        if new:
            if len(known) + len(new) > CACHE:
                known.clear()
                new = list(dict.fromkeys(words))
            plain = [_RUN.sub(r"\1\1\1", word[:200].translate(_PLAIN)) or word for word in new]
            for word, encoding in zip(new, self._tokenizer.encode_batch(plain, add_special_tokens=False), strict=True):
                known[word] = Pieces(tuple(encoding.ids[:MAX_PIECES]) or (self.unk,), shape(word))
        return [known[word] for word in words]


def read_vocabulary(path: Path | None = None) -> dict[str, int]:
    """Read a vocabulary, one piece a line; by default the one in the package."""
    text = path.read_text(encoding="utf-8") if path else (files(__package__) / "weights" / "vocab.txt").read_text("utf-8")
    return {piece: i for i, piece in enumerate(text.split("\n")) if piece}
