"""Weights in eight bits that every processor multiplies alike.

    python -m training.pairs --weights DIR

Processors whose only instruction for products of eight bits is AVX2's ``vpmaddubsw`` add two neighbouring products in
sixteen bits, and cut off what does not fit: with activations of up to 255, two weights whose absolute values sum up to more
than 128 may overflow (ONNX Runtime's documentation of quantisation, "reduce_range"). Such a processor then finds other
claims in the same article than one with VNNI. ONNX Runtime can be told to be precise (session.x64quantprecision), and then
takes 14 % more time on it. Leaving a whole bit of the weights unused loses precision; here each column gets a scale with
which most of its pairs fit, and those that still do not are shortened, whichever errs least.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import ModelProto, numpy_helper

LIMIT = 128  # 255 * 128 = 32,640 fits into sixteen bits with a sign
COARSER = np.linspace(1.0, 2.0, 41)  # by how much a column's scale may grow
Weights = NDArray[np.float32]


def fitting(weights: Weights) -> tuple[NDArray[np.int8], Weights]:
    """Round weights so that no two neighbours of a column exceed the limit.

    Args:
        weights: (K, N) in units of the columns' present scales, -127 to 127; K is even.

    Returns:
        The rounded weights (K, N), and by how much each column's scale (N) has grown.
    """
    best = np.full(weights.shape[1], np.inf)
    rounded = np.zeros(weights.shape, dtype=np.int8)
    factors = np.ones(weights.shape[1], dtype=np.float32)
    for factor in COARSER:
        tried = shortened(np.rint(weights / factor))
        error = ((tried * factor - weights) ** 2).sum(axis=0)
        better = error < best
        best[better], factors[better] = error[better], factor
        rounded[:, better] = tried[:, better]
    return rounded, factors


def shortened(rounded: Weights) -> Weights:
    """Shorten two neighbours in a column that exceed the limit together, both alike while they are large enough."""
    pairs = rounded.reshape(-1, 2, rounded.shape[1])
    sizes = np.abs(pairs)
    excess = np.maximum(sizes.sum(axis=1) - LIMIT, 0)
    first = np.minimum(np.ceil(excess / 2), sizes[:, 0])
    first = np.maximum(first, excess - sizes[:, 1])
    cuts = np.stack([first, excess - first], axis=1)
    fitted: Weights = np.sign(pairs) * (sizes - cuts)
    return fitted.reshape(rounded.shape)


def paired(model: ModelProto) -> ModelProto:
    """Round the weights of all quantised products of a graph so, in place."""
    held = {one.name: one for one in model.graph.initializer}
    for name, tensor in held.items():
        stem, _, end = name.rpartition("_")
        if end != "quantized" or tensor.data_type != onnx.TensorProto.INT8:
            continue
        scale = held[f"{stem}_scale"]
        weights, factors = fitting(numpy_helper.to_array(tensor).astype(np.float32))
        tensor.CopyFrom(numpy_helper.from_array(weights, name))
        scale.CopyFrom(numpy_helper.from_array(numpy_helper.to_array(scale) * factors, scale.name))
    return model


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True, help="a folder that training.export wrote")
    path = parser.parse_args().weights / "words.onnx"
    onnx.save(paired(onnx.load(path)), path)


if __name__ == "__main__":
    main()
