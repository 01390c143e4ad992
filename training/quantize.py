"""Full precision to eight bits, with as little loss as can be had."""

from __future__ import annotations

from pathlib import Path

import onnx
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from training.pairs import paired


def quantized(folder: Path) -> None:
    """Replace encoder.onnx by its quantised form: weights in eight bits, one scale a column; the small heads stay."""
    source, ready = folder / "encoder.onnx", folder / "encoder.ready.onnx"
    quant_pre_process(str(source), str(ready), skip_symbolic_shape=True)
    quantize_dynamic(
        str(ready), str(source), weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul", "Gather"]
    )
    ready.unlink()
    onnx.save(paired(onnx.load(source)), source)
