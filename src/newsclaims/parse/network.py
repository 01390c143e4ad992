"""The weights at work: words to vectors to scores, by ONNX Runtime."""

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

WIDTH = 384
AT_ONCE = 256  # words scored at once
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
    """What the model says of N words: the best label's index by each head, and what trees are made from."""

    features: Ints
    xpos: Ints
    lemma: Ints
    starts: Floats  # the margin by which a word begins a sentence; above 0 it does
    entities: Floats  # (N, tags)
    arc_dep: Floats
    arc_head: Floats
    label_dep: Floats
    label_head: Floats


class Network:
    """The exported model. Thread-safe, deterministic; the sessions are made anew after pickling."""

    def __init__(self, folder: Path, threads: int = 0) -> None:
        """Load the weights.

        Args:
            folder: holds encoder.onnx, heads.onnx, labels.onnx, labels.json, roots.npz and vocab.txt.
            threads: cores that one call may use; 0 leaves it to ONNX Runtime.

        Raises:
            ModelError: a file is missing or cannot be read.
        """
        self.folder, self.threads = folder, threads
        try:
            names = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
            self.labels = Labels(**{key: tuple(value) for key, value in names.items()})
            self.pieces = WordPieces(read_vocabulary(folder / "vocab.txt"))
            with np.load(folder / "roots.npz") as roots:
                self.root_arc: Floats = roots["arc"]
                self.root_label: Floats = roots["label"]
            self._encoder, self._heads, self._label = (
                self._session(folder / name) for name in ("encoder.onnx", "heads.onnx", "labels.onnx")
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
        """Give the scores of all words that the windows keep, in text order."""
        vectors = np.zeros((len(words), WIDTH), dtype=np.float32)
        row = _Row.of(words, breaks)
        for window in windows:
            self._encode(row, window, vectors)
        parts = [self._heads.run(None, {"words": vectors[i : i + AT_ONCE]}) for i in range(0, len(words), AT_ONCE)]
        features, xpos, lemma, starts, entities, *arms = (np.concatenate(columns) for columns in zip(*parts, strict=True))
        return Scores(features.argmax(1), xpos.argmax(1), lemma.argmax(1), starts[:, 1] - starts[:, 0], entities, *arms)

    def label(self, dep: Floats, head: Floats) -> Floats:
        """Give the label logits (N, labels) of N arcs from the vectors of their two ends."""
        slices = [slice(i, i + ARCS_AT_ONCE) for i in range(0, len(dep), ARCS_AT_ONCE)]
        parts = [self._label.run(None, {"dep": dep[here], "head": head[here]})[0] for here in slices]
        return np.concatenate(parts) if parts else np.zeros((0, len(self.labels.deps)), dtype=np.float32)

    def _encode(self, row: _Row, window: Window, vectors: Floats) -> None:
        """Fill in the word vectors (means of pieces) of the words that a window keeps.

        Windows are encoded one at a time: activations are quantised over all that is encoded at once, so that an article's
        analysis would depend on its neighbours, and be less precise; nor is anything padded.
        """
        words = slice(window.start, window.end)
        pieces = slice(row.begins[window.start], row.begins[window.end])
        # a separator stands before each paragraph but the first, and belongs to no word
        apart = row.breaks[words].cumsum()
        apart -= apart[0]
        counts = row.counts[words]
        at = np.arange(1, pieces.stop - pieces.start + 1) + apart.repeat(counts)
        ids = np.full((1, len(at) + apart[-1] + 2), self.pieces.sep)
        ids[0, 0] = self.pieces.cls
        ids[0, at] = row.ids[pieces]
        shapes = np.zeros_like(ids)
        shapes[0, at] = row.shapes[pieces]
        hidden = self._encoder.run(None, {"ids": ids, "shapes": shapes})[0][0]
        firsts = at[row.begins[words] - pieces.start]
        means = hidden[firsts]
        for further in range(1, int(counts.max())):
            longer = np.flatnonzero(counts > further)
            means[longer] += hidden[firsts[longer] + further]
        means /= counts[:, None].astype(np.float32)
        keep = slice(window.keep_start - window.start, window.keep_end - window.start)
        vectors[window.keep_start : window.keep_end] = means[keep]


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
