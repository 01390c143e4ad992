"""Weights to the files that the package runs: ``python -m training.export --run runs/one --out DIR``.

Three graphs are written, the encoder (word pieces to vectors), the heads (word vectors to scores) and the labels (ends of
arcs to labels); `training.quantize` and `training.graphs` make of them what the package runs.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import gelu

from training import labels as label_sets
from training.graphs import finished
from training.model import Joint, saved
from training.quantize import quantized
from training.train import encoder_folder


def fused(attention: nn.Module) -> nn.Linear:
    """Give queries, keys and values as one product, so that their common input is quantised once."""
    query, key, value = attention.query, attention.key, attention.value
    out = nn.Linear(query.in_features, 3 * query.out_features)
    out.weight.data = torch.cat([query.weight, key.weight, value.weight]).detach()
    out.bias.data = torch.cat([query.bias, key.bias, value.bias]).detach()
    return out


class PlainEncoder(nn.Module):
    """The encoder written out, so that its graph does not depend on the version of a library."""

    def __init__(self, joint: Joint) -> None:
        super().__init__()
        self.bert, self.shapes = joint.encoder, joint.shapes
        self.heads = joint.encoder.config.num_attention_heads
        self.mixers = nn.ModuleList(fused(layer.attention.self) for layer in joint.encoder.encoder.layer)

    def forward(self, ids: Tensor, shapes: Tensor) -> Tensor:
        """Give piece vectors (B, P, width) for ids and shapes (B, P); no padding."""
        table = self.bert.embeddings
        positions = torch.arange(ids.shape[1], device=ids.device).unsqueeze(0)
        x = table.word_embeddings(ids) + self.shapes(shapes) + table.position_embeddings(positions)
        x = table.LayerNorm(x + table.token_type_embeddings.weight[0])
        for layer, mixer in zip(self.bert.encoder.layer, self.mixers, strict=True):
            x = self._layer(layer, mixer, x)
        return x

    def _layer(self, layer: nn.Module, mixer: nn.Module, x: Tensor) -> Tensor:
        width = x.shape[-1]
        size = width // self.heads
        mixed = mixer(x).reshape(x.shape[0], x.shape[1], 3, self.heads, size).permute(2, 0, 3, 1, 4)
        query, key, value = mixed[0] * size**-0.5, mixed[1], mixed[2]
        out = (query @ key.transpose(2, 3)).softmax(-1) @ value
        attended = out.transpose(1, 2).reshape(x.shape[0], x.shape[1], width)
        x = layer.attention.output.LayerNorm(layer.attention.output.dense(attended) + x)
        inner = gelu(layer.intermediate.dense(x))
        return layer.output.LayerNorm(layer.output.dense(inner) + x)


class PlainLabels(nn.Module):
    """The biaffine label scorer on its own."""

    def __init__(self, joint: Joint) -> None:
        super().__init__()
        self.heads = joint.heads

    def forward(self, dep: Tensor, head: Tensor) -> Tensor:
        """Give label logits for the ends of N arcs."""
        return self.heads.score_labels(dep, head)


def _write(module: nn.Module, example: tuple[Tensor, ...], path: Path, ins: list[str], outs: list[str], free: int) -> None:
    """Write one graph whose first ``free`` axes may have any length."""
    axes = {name: {k: f"axis{k}" for k in range(free)} for name in (*ins, *outs)}
    torch.onnx.export(
        module,
        example,
        str(path),
        input_names=ins,
        output_names=outs,
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def export(joint: Joint, out: Path) -> None:
    """Write the three graphs in full precision, and the root's vector."""
    joint.eval()
    ids = torch.randint(1000, 20000, (1, 9))
    words = torch.randn(7, joint.encoder.config.hidden_size)
    arms = joint.heads(words)
    _write(PlainEncoder(joint), (ids, torch.ones_like(ids)), out / "encoder.onnx", ["ids", "shapes"], ["hidden"], 2)
    _write(joint.heads, (words,), out / "heads.onnx", ["words"], list(arms._fields), 1)
    _write(PlainLabels(joint), (arms.label_dep, arms.label_head), out / "labels.onnx", ["dep", "head"], ["logits"], 1)
    arc, _ = joint.heads.roots()
    np.savez(out / "roots.npz", arc=arc.detach().numpy())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", type=Path, required=True, help="a folder that training wrote")
    parser.add_argument("--out", type=Path, required=True, help="where the package's weights go")
    parser.add_argument("--full", action="store_true", help="keep full precision, to measure what quantisation costs")
    opts = parser.parse_args()
    opts.out.mkdir(parents=True, exist_ok=True)
    folder = encoder_folder()
    label_set, joint = saved(folder / "config.json", opts.run)
    export(joint, opts.out)
    label_sets.write(label_set, opts.out / "labels.json")
    shutil.copy(opts.run / "lexemes.json", opts.out / "lexemes.json")
    shutil.copy(folder / "vocab.txt", opts.out / "vocab.txt")
    if not opts.full:
        quantized(opts.out)
    finished(opts.out)
    for path in sorted(opts.out.iterdir()):
        print(f"{path.name:14} {path.stat().st_size / 1e6:6.1f} MB")


if __name__ == "__main__":
    main()
