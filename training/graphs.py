"""The exported graphs to those that the package runs: what can be done inside ONNX Runtime is done there.

    python -m training.graphs --weights DIR

From encoder.onnx, heads.onnx, labels.onnx and roots.npz, which it replaces, it makes three graphs. words.onnx is the encoder
and the heads in one: pieces in; for each word its best labels, and the vectors that trees are made from, out. arcs.onnx
compares the words of whole sentences with each other. labels.onnx names arcs.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import GraphProto, ModelProto, NodeProto, TensorProto, compose, helper, numpy_helper

FUSED = "com.microsoft"
ATTENTION_HEADS = 12
CHOICES = ("features", "xpos", "lemma", "entities")  # the heads of which only the best label is asked for
ARMS = ("arc_dep", "arc_head", "label_dep", "label_head")


def words(encoder: ModelProto, heads: ModelProto) -> ModelProto:
    """Join the encoder, its attention fused, and the heads.

    Inputs: ``ids`` and ``shapes`` (1, P) of a window's pieces; ``means`` (W, P), in each row the pieces of one word by their
    share in it. Outputs: the best label (W) of each of ``CHOICES``; ``starts`` (W), the margin by which a word begins a
    sentence; the vectors ``ARMS`` (W, width).
    """
    _fuse_attention(encoder.graph)
    heads = compose.add_prefix(heads, "heads/")
    joined = compose.merge_models(encoder, heads, [("hidden", "heads/words")])
    graph = joined.graph
    for node in graph.node:
        for k, name in enumerate(node.input):
            if name == "hidden" and node.name.startswith("heads/"):
                node.input[k] = "vectors"
    _constant(graph, "first axis", np.array([0]))
    _constant(graph, "sides", np.array([-1, 1], dtype=np.float32))
    graph.node.extend(
        [
            helper.make_node("Squeeze", ["hidden", "first axis"], ["pieces"]),
            helper.make_node("MatMul", ["means", "pieces"], ["vectors"]),
            helper.make_node("MatMul", ["heads/starts", "sides"], ["starts"]),
            *(helper.make_node("ArgMax", [f"heads/{name}"], [name], axis=-1, keepdims=0) for name in CHOICES),
            *(helper.make_node("Identity", [f"heads/{name}"], [name]) for name in ARMS),
        ]
    )
    graph.input.append(_value("means", TensorProto.FLOAT, ["words", "pieces"]))
    outputs = [
        *(_value(name, TensorProto.INT64, ["words"]) for name in CHOICES),
        _value("starts", TensorProto.FLOAT, ["words"]),
    ]
    return _with_outputs(joined, [*outputs, *(_value(name, TensorProto.FLOAT, ["words", name]) for name in ARMS)])


def arcs(root: NDArray[np.float32]) -> ModelProto:
    """Compare N words of whole sentences with each other and with the root.

    Inputs: ``dep``, ``head`` (N, width); ``sentence`` (N), the number of each word's sentence. Outputs: ``best`` (N), 0 for
    the root, else the head's place + 1; ``scores`` (N, N + 1), in which no other sentence's word and no word itself can be
    the head.
    """
    node = helper.make_node
    graph = helper.make_graph(
        [
            node("Concat", ["root", "head"], ["heads"], axis=0),
            node("Transpose", ["heads"], ["turned"], perm=[1, 0]),
            node("MatMul", ["dep", "turned"], ["all"]),
            node("Unsqueeze", ["sentence", "last axis"], ["down"]),
            node("Unsqueeze", ["sentence", "first axis"], ["across"]),
            node("Equal", ["down", "across"], ["together"]),
            node("Shape", ["sentence"], ["size"]),
            node("Squeeze", ["size"], ["count"]),
            node("Range", ["zero", "count", "one"], ["places"]),
            node("Unsqueeze", ["places", "last axis"], ["row"]),
            node("Unsqueeze", ["places", "first axis"], ["column"]),
            node("Equal", ["row", "column"], ["itself"]),
            node("Not", ["itself"], ["another"]),
            node("And", ["together", "another"], ["possible word"]),
            node("Equal", ["row", "row"], ["possible root"]),
            node("Concat", ["possible root", "possible word"], ["possible"], axis=1),
            node("Where", ["possible", "all", "never"], ["scores"]),
            node("ArgMax", ["scores"], ["best"], axis=-1, keepdims=0),
        ],
        "arcs",
        [
            *(_value(name, TensorProto.FLOAT, ["words", root.shape[0]]) for name in ("dep", "head")),
            _value("sentence", TensorProto.INT64, ["words"]),
        ],
        [_value("best", TensorProto.INT64, ["words"]), _value("scores", TensorProto.FLOAT, ["words", "heads"])],
    )
    _constant(graph, "root", root[None])
    _constant(graph, "never", np.array(-np.inf, dtype=np.float32))
    for name, value in (("first axis", [0]), ("last axis", [1]), ("zero", 0), ("one", 1)):
        _constant(graph, name, np.array(value))
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)


def labels(scorer: ModelProto, names: Sequence[str]) -> ModelProto:
    """Give the best label (N) of N arcs, never the root's, instead of all scores."""
    graph = scorer.graph
    _constant(graph, "never", np.array([-np.inf if name == "root" else 0 for name in names], dtype=np.float32))
    graph.node.append(helper.make_node("Add", ["logits", "never"], ["possible"]))
    graph.node.append(helper.make_node("ArgMax", ["possible"], ["best"], axis=-1, keepdims=0))
    return _with_outputs(scorer, [_value("best", TensorProto.INT64, ["arcs"])])


def _fuse_attention(graph: GraphProto) -> None:
    """Put one QAttention in the place of each layer's quantised product, its split, two products and softmax.

    A graph in full precision is left as it is: it is there to measure what quantisation costs.
    """
    if not any(node.op_type == "MatMulInteger" for node in graph.node):
        return
    makers = {name: node for node in graph.node for name in node.output}
    users = {name: node for node in reversed(graph.node) for name in node.input}
    softmaxes = [node for node in graph.node if node.op_type == "Softmax"]
    for layer, softmax in enumerate(softmaxes):
        bias = f"mixers.{layer}.bias"
        [scaled] = (name for name in users[bias].input if name != bias)
        cast, scales = (makers[name] for name in makers[scaled].input)
        product = makers[cast.input[0]]
        end = users[users[users[softmax.output[0]].output[0]].output[0]]
        if (product.op_type, end.op_type) != ("MatMulInteger", "Reshape"):
            raise ValueError(f"layer {layer} is not what training/export.py and training/quantize.py write")
        fused = helper.make_node(
            "QAttention",
            [product.input[0], product.input[1], bias, *scales.input, "", *product.input[2:]],
            [end.output[0]],
            domain=FUSED,
            num_heads=ATTENTION_HEADS,
        )
        place = list(graph.node).index(end)
        graph.node.remove(end)
        graph.node.insert(place, fused)


def _with_outputs(model: ModelProto, outputs: Sequence[onnx.ValueInfoProto]) -> ModelProto:
    """Give a graph other outputs, leave out what none of them needs, and put its nodes in order."""
    graph = model.graph
    del graph.output[:]
    graph.output.extend(outputs)
    makers = {name: node for node in graph.node for name in node.output}
    ordered: list[NodeProto] = []
    seen = set[str]()

    def visit(name: str) -> None:
        node = makers.get(name)
        if node is None or node.output[0] in seen:
            return
        seen.add(node.output[0])
        for needed in node.input:
            visit(needed)
        ordered.append(node)

    for output in outputs:
        visit(output.name)
    del graph.node[:]
    graph.node.extend(ordered)
    needed = {name for node in ordered for name in node.input}
    kept = [value for value in graph.initializer if value.name in needed]
    del graph.initializer[:], graph.value_info[:]
    graph.initializer.extend(kept)
    return model


def _constant(graph: GraphProto, name: str, value: NDArray[np.generic]) -> None:
    graph.initializer.append(numpy_helper.from_array(value, name))


def _value(name: str, kind: int, shape: Sequence[str | int]) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, kind, shape)


def finished(folder: Path) -> None:
    """Replace the graphs in a folder by those that the package runs."""
    old = [folder / name for name in ("encoder.onnx", "heads.onnx", "labels.onnx", "roots.npz")]
    names = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    encoder, heads, scorer = (onnx.load(path) for path in old[:3])
    with np.load(old[3]) as roots:
        root = roots["arc"]
    made = {
        "words.onnx": words(encoder, heads),
        "arcs.onnx": arcs(root),
        "labels.onnx": labels(scorer, names["deps"]),
    }
    for path in old:
        path.unlink()
    for name, model in made.items():
        onnx.checker.check_model(model)
        onnx.save(model, folder / name)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True, help="a folder that training.export wrote")
    finished(parser.parse_args().weights)


if __name__ == "__main__":
    main()
