"""Exported weights back to a run that can be trained on: ``python -m training.restore --weights DIR --out runs/old``.

The package holds eight bits of each weight of the encoder; the full ones of a run are not kept. What training had beyond
them, the optimizer and what corpora correct for themselves, begins anew.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

from training import labels as label_sets
from training.model import LABEL, Joint, empty
from training.train import encoder_folder

Arrays = dict[str, NDArray[np.float32]]


def restored(weights: Path) -> Joint:
    """Give the joint model with an exported model's weights."""
    labels = label_sets.read(weights / "labels.json")
    joint = empty(encoder_folder() / "config.json", labels)
    state = joint.state_dict()
    held = _held(weights / "words.onnx")
    new = {name: torch.from_numpy(array) for name, array in (*_encoder(held), *_heads(held))}
    root = _held(weights / "arcs.onnx")["root"]
    new["heads.root_arc"] = torch.from_numpy(root[0, :-1].copy())
    tensor = max(_held(weights / "labels.onnx").values(), key=np.size)
    new["heads.label_tensor"] = torch.from_numpy(tensor.copy()).reshape(LABEL + 1, len(labels.deps), LABEL + 1)
    unknown = new.keys() - state.keys()
    assert not unknown, unknown
    for name, value in new.items():
        assert state[name].shape == value.shape, (name, state[name].shape, value.shape)
    joint.load_state_dict({**state, **new})
    missing = sorted(state.keys() - new.keys())
    print(f"not restored: {', '.join(missing)}")
    return joint


def _held(path: Path) -> Arrays:
    """The weights of a graph by name; quantised ones in full, under the name without its ending."""
    given = {one.name: numpy_helper.to_array(one) for one in onnx.load(path).graph.initializer}
    held: Arrays = {}
    for name, array in given.items():
        stem, _, end = name.rpartition("_")
        if end == "quantized":
            shift = given[f"{stem}_zero_point"].astype(np.float32)
            held[stem] = (array.astype(np.float32) - shift) * given[f"{stem}_scale"]
        elif array.dtype == np.float32 and end not in ("scale", "point"):
            held[name] = array
    return held


def _encoder(held: Arrays) -> list[tuple[str, NDArray[np.float32]]]:
    found = [("encoder." + name.removeprefix("bert."), array) for name, array in held.items() if name.startswith("bert.")]
    found.append(("shapes.weight", held["shapes.weight"]))
    products = [array for name, array in held.items() if name.startswith("onnx::MatMul") and array.ndim == 2]
    layers = [products[at : at + 4] for at in range(0, len(products), 4)]  # queries, keys and values; output; up; down
    for number, (mixer, output, up, down) in enumerate(layers):
        layer = f"encoder.encoder.layer.{number}"
        bias = held[f"mixers.{number}.bias"]
        for name, weight, own in zip(("query", "key", "value"), np.split(mixer, 3, axis=1), np.split(bias, 3), strict=True):
            found += [(f"{layer}.attention.self.{name}.weight", weight.T.copy())]
            found += [(f"{layer}.attention.self.{name}.bias", own.copy())]
        for name, weight in (("attention.output", output), ("intermediate", up), ("output", down)):
            found.append((f"{layer}.{name}.dense.weight", weight.T.copy()))
    # the token type's vector was added to nothing else: it is a constant of the graph
    types = next(array for name, array in held.items() if name.startswith("onnx::Add") and array.ndim == 1)
    found.append(("encoder.embeddings.token_type_embeddings.weight", np.stack([types, np.zeros_like(types)])))
    return found


def _heads(held: Arrays) -> list[tuple[str, NDArray[np.float32]]]:
    return [(name.replace("heads/", "heads."), array) for name, array in held.items() if name.startswith("heads/")]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True, help="a folder that training.export wrote")
    parser.add_argument("--out", type=Path, required=True, help="where the run goes")
    opts = parser.parse_args()
    opts.out.mkdir(parents=True, exist_ok=True)
    torch.save(restored(opts.weights).state_dict(), opts.out / "average.pt")
    for name in ("labels.json", "lexemes.json"):
        shutil.copy(opts.weights / name, opts.out / name)


if __name__ == "__main__":
    main()
