"""Runs that are killed at random moments and gone on with: is anything lost or doubled?

    python -m benchmarks.kills [--kills 30] [--articles 60] [--jobs 2] [--format jsonl]

Extracts articles made from templates with --resume, kills the run (SIGKILL, the parent alone) so many times, each time a
random moment after it has begun to write, lets the last run finish, and compares what there is with an undisturbed run.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from benchmarks.generated import write


def main() -> None:
    """Kill, go on, compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--format", choices=["jsonl", "csv", "tsv"], default="jsonl")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as name:
        base = Path(name)
        write(base / "news", options.articles)
        whole, out = base / f"whole.{options.format}", base / f"out.{options.format}"
        journal = base / f"out.{options.format}.journal"
        command = [
            sys.executable,
            "-m",
            "newsclaims",
            "extract",
            str(base / "news"),
            "-q",
            "--jobs",
            str(options.jobs),
            "-o",
        ]
        begun = time.perf_counter()
        subprocess.run([*command, str(whole)], check=True)
        each = (time.perf_counter() - begun) / options.kills  # so that the run is still going on at the last kill
        kills = 0
        while kills < options.kills:
            with subprocess.Popen([*command, str(out), "--resume"]) as process:
                size = _size(journal)
                while process.poll() is None and _size(journal) == size and chance.random() > 0.002:
                    time.sleep(0.01)
                time.sleep(chance.random() * each / 4)
                if process.poll() is not None:
                    break
                process.kill()
            kills += 1
        subprocess.run([*command, str(out), "--resume"], check=True)
        wanted, found = (Counter(path.read_bytes().splitlines(keepends=True)) for path in (whole, out))
        lost, doubled = (wanted - found).total(), (found - wanted).total()
        same = "the same bytes" if whole.read_bytes() == out.read_bytes() else "in another order"
        print(f"{kills} kills, {wanted.total():,} lines: {lost} lost, {doubled} too many; {same}")
        sys.exit(bool(lost or doubled))


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


if __name__ == "__main__":
    main()
