"""What a figure of time was measured on: the processor, and by which instructions it multiplies eight bits.

The language model's products are of eight bits. A processor with VNNI (Intel since Ice Lake, AMD since Zen 4) has an
instruction for them, one with AVX2 alone takes three times as long for the same words.
"""

from __future__ import annotations

import os
import platform
from pathlib import Path

CPUINFO = Path("/proc/cpuinfo")
QUICK = ("avx512_vnni", "avx_vnni", "asimddp")  # the last is ARM's
NAMES = {"avx512_vnni": "AVX-512 VNNI", "avx_vnni": "AVX VNNI", "asimddp": "dot products", "avx2": "AVX2, no VNNI"}


def processor() -> str:
    """Name the processor, its cores and its instructions, as far as the system tells.

    Example: ``"AMD EPYC, 2 cores, AVX2, no VNNI"``.
    """
    told = _told()
    name = told.get("model name") or platform.processor() or platform.machine()
    flags = _flags(told)
    instructions = next((NAMES[one] for one in (*QUICK, "avx2") if one in flags), "")
    return ", ".join(filter(None, (name.strip(), f"{os.cpu_count()} cores", instructions)))


def is_quick() -> bool:
    """Whether the processor has an instruction for products of eight bits; taken to be so where the system does not tell."""
    flags = _flags(_told())
    return not flags or bool(flags.intersection(QUICK))


def _told() -> dict[str, str]:
    """What the system tells of its first core."""
    if not CPUINFO.exists():
        return {}
    lines = CPUINFO.read_text(encoding="utf-8").split("\n\n", 1)[0].splitlines()
    return {name.strip(): value for name, _, value in (line.partition(":") for line in lines)}


def _flags(told: dict[str, str]) -> set[str]:
    return set((told.get("flags") or told.get("Features") or "").split())
