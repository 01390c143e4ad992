"""The network: what it says of a text must not depend on the processor."""

from __future__ import annotations

import numpy as np
import onnxruntime as ort
import pytest

from newsclaims.parse.newswire import WEIGHTS


def _outputs(precise: bool, ids: np.ndarray) -> list[np.ndarray]:
    options = ort.SessionOptions()
    options.log_severity_level = 3
    options.add_session_config_entry("session.x64quantprecision", str(int(precise)))
    session = ort.InferenceSession(str(WEIGHTS / "words.onnx"), options, providers=["CPUExecutionProvider"])
    size = ids.shape[1]
    found: list[np.ndarray] = session.run(
        None, {"ids": ids, "shapes": np.ones_like(ids), "means": np.eye(size, dtype=np.float32)}
    )
    return found


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_product_of_eight_bits_overflows(seed: int) -> None:
    # On AVX2 alone the precise products are reckoned in another way, which cannot overflow: both are the same only if
    # the quick ones do not either. With VNNI neither can, and this says nothing.
    ids = np.random.default_rng(seed).integers(1000, 30_000, (1, 120))
    for quick, precise in zip(_outputs(False, ids), _outputs(True, ids), strict=True):
        np.testing.assert_array_equal(quick, precise)
