"""The weights at work: words to labels, sentence starts and the vectors of trees, by ONNX Runtime."""

from __future__ import annotations

import json
from collections.abc import Sequence
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
        row = _Row.of(words, breaks)
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
        words, kept = slice(window.start, window.end), slice(window.keep_start, window.keep_end)
        pieces = slice(row.begins[window.start], row.begins[window.end])
        # a separator stands before each paragraph but the first, and belongs to no word
        apart = row.breaks[words].cumsum()
        apart -= apart[0]
        at = np.arange(1, pieces.stop - pieces.start + 1)
        at += apart.repeat(row.counts[words])
        ids = np.full((1, len(at) + apart[-1] + 2), self.pieces.sep)
        ids[0, 0] = self.pieces.cls
        ids[0, at] = row.ids[pieces]
        shapes = np.zeros_like(ids)
        shapes[0, at] = row.shapes[pieces]
        counts = row.counts[kept]
        means = np.zeros((len(counts), ids.shape[1]), dtype=np.float32)
        own = at[row.begins[window.keep_start] - pieces.start : row.begins[window.keep_end] - pieces.start]
        means[np.arange(len(counts)).repeat(counts), own] = (1 / counts).repeat(counts)
        return {"ids": ids, "shapes": shapes, "means": means}


class _Row(NamedTuple):
    """The pieces of N words in one row: their ids and shapes, where each word begins (N + 1), and how many it has."""

    ids: Ints
    shapes: Ints
    begins: Ints
    counts: Ints
    breaks: Ints

    @classmethod
    def of(cls, words: Sequence[Pieces], breaks: Sequence[bool]) -> _Row:
        counts = np.array([len(word.ids) for word in words], dtype=np.int64)
        return cls(
            ids=np.array([piece for word in words for piece in word.ids], dtype=np.int64),
            shapes=np.array([word.shape for word in words], dtype=np.int64).repeat(counts),
            begins=np.concatenate(([0], counts.cumsum())),
            counts=counts,
            breaks=np.array(breaks, dtype=np.int64),
        )
