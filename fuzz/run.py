"""Fuzz one target with atheris.

    python -m fuzz.run TARGET [-runs=20000] [-max_total_time=600] [FOLDER]

TARGET is one of `fuzz.targets.TARGETS`. New inputs are written to FOLDER; those of `fuzz/corpus/TARGET` are always started
from. All other options are libFuzzer's.
"""

from __future__ import annotations

import logging
import sys
import tempfile
from pathlib import Path

import atheris

INSTRUMENTED = ["newsclaims.read", "newsclaims.render", "newsclaims.parse.prose", "fuzz.targets"]
CORPUS = Path(__file__).parent / "corpus"


def main() -> None:
    """Fuzz until an input fails, or the runs are done."""
    with atheris.instrument_imports(
        include=["newsclaims.read", "newsclaims.render", "newsclaims.parse.prose", "fuzz.targets"]
    ):
        from fuzz.targets import LIMIT, TARGETS
    name, *options = sys.argv[1:] or [""]
    if name not in TARGETS:
        sys.exit(f"{__doc__}\nThe targets are: {', '.join(TARGETS)}")
    logging.disable()
    folders = [one for one in options if not one.startswith("-")] or [tempfile.mkdtemp(prefix=f"fuzz-{name}-")]
    flags = [one for one in options if one.startswith("-")]
    limits = [f"-max_len={LIMIT // 20}", "-timeout=120", "-rss_limit_mb=3000", f"-artifact_prefix={folders[0]}/"]
    atheris.Setup([sys.argv[0], *limits, *flags, *folders, str(CORPUS / name)], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
