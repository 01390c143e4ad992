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
        for window in windows:
            self._encode(words, breaks, window, vectors)
        parts = [self._heads.run(None, {"words": vectors[i : i + AT_ONCE]}) for i in range(0, len(words), AT_ONCE)]
        features, xpos, lemma, starts, entities, *arms = (np.concatenate(columns) for columns in zip(*parts, strict=True))
        return Scores(features.argmax(1), xpos.argmax(1), lemma.argmax(1), starts[:, 1] - starts[:, 0], entities, *arms)

    def label(self, dep: Floats, head: Floats) -> Floats:
        """Give the label logits (N, labels) of N arcs from the vectors of their two ends."""
        # in slices: what stands between is fifty times larger, and should stay in the processor's cache
        slices = range(0, len(dep), AT_ONCE)
        parts = [self._label.run(None, {"dep": dep[i : i + AT_ONCE], "head": head[i : i + AT_ONCE]})[0] for i in slices]
        return np.concatenate(parts) if parts else np.zeros((0, len(self.labels.deps)), dtype=np.float32)

    def _encode(self, words: Sequence[Pieces], breaks: Sequence[bool], window: Window, vectors: Floats) -> None:
        """Fill in the word vectors (means of pieces) of the words that a window keeps.

        Windows are encoded one at a time: activations are quantised over all that is encoded at once, so that an article's
        analysis would depend on its neighbours, and be less precise; nor is anything padded.
        """
        ids, shapes, firsts = self._row(words, breaks, window)
        inputs = {"ids": np.array([ids], dtype=np.int64), "shapes": np.array([shapes], dtype=np.int64)}
        hidden = self._encoder.run(None, inputs)[0][0]
        # a separator may stand between two words: it belongs to neither
        at = np.asarray(firsts)
        counts = np.asarray([len(words[i].ids) for i in range(window.start, window.end)])
        means = hidden[at]
        for extra in range(1, int(counts.max())):
            more = counts > extra
            means[more] += hidden[at[more] + extra]
        means /= counts[:, None]
        keep = slice(window.keep_start - window.start, window.keep_end - window.start)
        vectors[window.keep_start : window.keep_end] = means[keep]

    def _row(
        self, words: Sequence[Pieces], breaks: Sequence[bool], window: Window
    ) -> tuple[list[int], list[int], list[int]]:
        ids, shapes, firsts = [self.pieces.cls], [0], []
        for i in range(window.start, window.end):
            if breaks[i] and i > window.start:
                ids.append(self.pieces.sep)
                shapes.append(0)
            firsts.append(len(ids))
            ids.extend(words[i].ids)
            shapes.extend([words[i].shape] * len(words[i].ids))
        ids.append(self.pieces.sep)
        shapes.append(0)
        return ids, shapes, firsts
