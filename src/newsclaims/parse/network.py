"""The weights at work: words to labels, sentence starts and the vectors of trees, by ONNX Runtime."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

from newsclaims.errors import ModelError
from newsclaims.parse.windows import Window
from newsclaims.parse.wordpieces import Pieces, WordPieces, read_vocabulary

ARCS_AT_ONCE = 64  # arcs labelled at once: what stands between is fifty times larger, and should stay in the cache
Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


class Labels(NamedTuple):
    """The labels of each head, in the order of its outputs."""

    features: tuple[str, ...]
    xpos: tuple[str, ...]
    lemma: tuple[str, ...]
    deps: tuple[str, ...]
    entities: tuple[str, ...]


class Scores(NamedTuple):
    """What the model says of N words: the best label's index by each head, and what trees are made from.

    The order is that of the outputs of words.onnx.
    """

    features: Ints
    xpos: Ints
    lemma: Ints
    entities: Ints
    starts: Floats  # the margin by which a word begins a sentence; above 0 it does
    arc_dep: Floats
    arc_head: Floats
    label_dep: Floats
    label_head: Floats


class Network:
    """The exported model. Thread-safe, deterministic; the sessions are made anew after pickling."""

    def __init__(self, folder: Path, threads: int = 0) -> None:
        """Load the weights.

        Args:
            folder: holds words.onnx, arcs.onnx, labels.onnx, labels.json and vocab.txt.
            threads: cores that one call may use; 0 leaves it to ONNX Runtime.

        Raises:
            ModelError: a file is missing or cannot be read.
        """
        self.folder, self.threads = folder, threads
        try:
            names = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
            self.labels = Labels(**{key: tuple(value) for key, value in names.items()})
            self.pieces = WordPieces(read_vocabulary(folder / "vocab.txt"))
            self._words, self._arcs, self._label = (
                self._session(folder / name) for name in ("words.onnx", "arcs.onnx", "labels.onnx")
            )
        except (OSError, KeyError, ValueError, ort.capi.onnxruntime_pybind11_state.Fail) as error:
            raise ModelError(f"cannot load the language model in {folder}: {error}", "Reinstall newsclaims.") from error

    def __reduce__(self) -> tuple[type[Network], tuple[Path, int]]:
        return Network, (self.folder, self.threads)

    def _session(self, path: Path) -> ort.InferenceSession:
        options = ort.SessionOptions()
        options.intra_op_num_threads = self.threads
        options.log_severity_level = 3
        # a spinning thread pool burns a core between calls
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        return ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    def scores(self, words: Sequence[Pieces], breaks: Sequence[bool], windows: Sequence[Window]) -> Scores:
        """Give the scores of all words that the windows keep, in text order.

        Windows are encoded one at a time: activations are quantised over all that is encoded at once, so that an article's
        analysis would depend on its neighbours, and be less precise; nor is anything padded.
        """
        row = _Row.of(words, breaks, self.pieces.sep)
        parts = [self._words.run(Scores._fields, self._seen(row, window)) for window in windows]
        return Scores(*(np.concatenate(columns) for columns in zip(*parts, strict=True)))

    def arcs(self, dep: Floats, head: Floats, sentence: Ints) -> tuple[Ints, Floats]:
        """Compare N words of whole sentences, each with the words of its own sentence and with the root.

        Args:
            dep, head: the words' vectors as dependents and as heads.
            sentence: the number of each word's sentence.

        Returns:
            The likeliest head of each word, 0 for the root, else the head's place + 1; and the scores (N, N + 1).
        """
        best, scores = self._arcs.run(("best", "scores"), {"dep": dep, "head": head, "sentence": sentence})
        return best, scores

    def label(self, dep: Floats, head: Floats) -> Ints:
        """Give the likeliest label of N arcs from the vectors of their two ends; never the root's."""
        slices = [slice(i, i + ARCS_AT_ONCE) for i in range(0, len(dep), ARCS_AT_ONCE)]
        parts = [self._label.run(("best",), {"dep": dep[here], "head": head[here]})[0] for here in slices]
        return np.concatenate(parts) if parts else np.zeros(0, dtype=np.int64)

    def _seen(self, row: _Row, window: Window) -> dict[str, Ints | Floats]:
        """What the encoder is given of a window: its pieces, and the share of each in the words that the window keeps."""
        words, kept = row.pieces(window.start, window.end), row.pieces(window.keep_start, window.keep_end)
        first = int(row.places[words.start])
        size = int(row.places[words.stop - 1]) - first + 3
        ids = np.full((1, size), self.pieces.sep)
        ids[0, 0] = self.pieces.cls
        ids[0, 1:-1] = row.ids[first : first + size - 2]
        shapes = np.zeros((1, size), dtype=np.int64)
        shapes[0, 1:-1] = row.shapes[first : first + size - 2]
        means = np.zeros((window.keep_end - window.keep_start, size), dtype=np.float32)
        means[row.owners[kept] - window.keep_start, row.places[kept] - (first - 1)] = row.shares[kept]
        return {"ids": ids, "shapes": shapes, "means": means}


class _Row(NamedTuple):
    """The pieces of N words in one row, a separator before each paragraph: ``ids`` and ``shapes``.

    Of each of the P pieces that are no separators ``places`` are where they stand in the row, ``owners`` their words, and
    ``shares`` what part of their word they are; ``begins`` (N + 1) are the first of each word.
    """

    ids: Ints
    shapes: Ints
    places: Ints
    owners: Ints
    shares: Floats
    begins: list[int]

    @classmethod
    def of(cls, words: Sequence[Pieces], breaks: Sequence[bool], separator: int) -> _Row:
        pieces, forms = zip(*words, strict=True)
        counts = np.array(list(map(len, pieces)), dtype=np.int64)
        owners = np.arange(len(words)).repeat(counts)
        apart = np.array(breaks, dtype=np.int64).cumsum()
        places = np.arange(len(owners)) + apart[owners]
        ids = np.full(len(owners) + int(apart[-1]), separator)
        ids[places] = list(chain.from_iterable(pieces))
        shapes = np.zeros_like(ids)
        shapes[places] = np.array(forms, dtype=np.int64)[owners]
        shares = (1 / counts).astype(np.float32)[owners]
        return cls(ids, shapes, places, owners, shares, [0, *counts.cumsum().tolist()])

    def pieces(self, start: int, end: int) -> slice:
        """The pieces of the words ``start:end``."""
        return slice(self.begins[start], self.begins[end])
