"""Start-up: how long `claims --help` takes, and one article from a cold start. Prints a Markdown table.

    python -m benchmarks.startup [--claims COMMAND] [--runs 5]

Wall time of a new process, the least and the median of several, and the least processor time, which tells what a busy
machine adds. "Cold" means a new process, not an empty file cache. Measure in an environment without torch: spaCy imports
it where it is installed, and that alone takes seconds.
"""

from __future__ import annotations

import argparse
import os
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SAMPLES = Path(__file__).resolve().parent.parent / "data" / "samples"
WORDS = 500


def seconds(command: list[str]) -> tuple[float, float]:
    """The wall time and the processor time of one run, which must succeed."""
    start, before = time.perf_counter(), os.times()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    busy = after.children_user + after.children_system - before.children_user - before.children_system
    return time.perf_counter() - start, busy


def article(folder: Path) -> Path:
    """An article of 500 words, put together from whole sample paragraphs."""
    lines: list[str] = []
    for sample in sorted(SAMPLES.glob("*.txt")):
        for line in sample.read_text(encoding="utf-8").split("\n"):
            if len(line.split()) > 15 and sum(len(one.split()) for one in lines) < WORDS:
                lines.append(line)
    path = folder / "article.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", default=f"{shlex.quote(sys.executable)} -m newsclaims", help="how to call the program")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    claims = shlex.split(options.claims)
    print("| what | least | median | processor | must stay under |\n|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        path = article(Path(folder))
        words = len(path.read_text(encoding="utf-8").split())
        for name, arguments, limit in (
            ("`claims --help`", ["--help"], "0.2 s"),
            ("`claims --version`", ["--version"], ""),
            ("`claims schema`", ["schema"], ""),
            (
                f"`claims extract`, one article of {words} words, cold",
                ["extract", str(path), "--date", "2025-01-09"],
                "2.0 s",
            ),
        ):
            walls, busy = zip(*(seconds([*claims, *arguments]) for _ in range(options.runs)), strict=True)
            least, median = min(walls), statistics.median(walls)
            print(f"| {name} | {least:.2f} s | {median:.2f} s | {min(busy):.2f} s | {limit} |", flush=True)


if __name__ == "__main__":
    main()
