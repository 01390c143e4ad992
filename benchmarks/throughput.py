"""A run over thousands of articles: articles per second with 1 and 2 jobs, and the memory of short and long runs.

    python -m benchmarks.throughput [--articles 5000] [--few 100] [--many 10000]

Articles are made from templates (benchmarks/generated.py) and extracted to JSON Lines by the command itself. Seconds are by
the clock, start included: measure on a machine that does nothing else. Memory is the peak of what all processes of a run
hold together and share with no other (the sum of their proportional shares, Linux), looked at ten times a second.
"""

from __future__ import annotations

import argparse
import filecmp
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.generated import write


def seconds(folder: Path, out: Path, jobs: int) -> float:
    """Extract a folder with so many jobs, and give the seconds by the clock."""
    begun = time.perf_counter()
    subprocess.run(_command(folder, out, jobs), check=True)
    return time.perf_counter() - begun


def peak(folder: Path, out: Path, jobs: int) -> float:
    """Extract a folder with so many jobs, and give the megabytes held at the peak.

    To look at the memory of processes holds them up: no run of which the seconds count.
    """
    highest = 0.0
    with subprocess.Popen(_command(folder, out, jobs)) as process:
        while process.poll() is None:
            highest = max(highest, memory(process.pid))
            time.sleep(0.1)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    return highest


def _command(folder: Path, out: Path, jobs: int) -> list[str]:
    options = ["-q", "-o", str(out), "--force", "--jobs", str(jobs)]
    return [sys.executable, "-m", "newsclaims", "extract", str(folder), *options]


def memory(process: int) -> float:
    """Give the megabytes that a process and all it has started hold."""
    try:
        text = Path(f"/proc/{process}/smaps_rollup").read_text()
        tasks = Path(f"/proc/{process}/task").iterdir()
        children = [int(child) for task in tasks for child in (task / "children").read_text().split()]
    except OSError:  # it has just ended
        return 0.0
    share = re.search(r"^Pss:\s+(\d+) kB", text, flags=re.MULTILINE)
    return (int(share[1]) / 1024 if share else 0.0) + sum(map(memory, children))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=5000, help="articles for the speed of 1 and 2 jobs")
    parser.add_argument("--few", type=int, default=100, help="articles of the short run whose memory is looked at")
    parser.add_argument("--many", type=int, default=10_000, help="articles of the long one")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        base = Path(name)
        write(base / "speed", options.articles)
        one, two = (seconds(base / "speed", base / f"{jobs}.jsonl", jobs) for jobs in (1, 2))
        if not filecmp.cmp(base / "1.jsonl", base / "2.jsonl", shallow=False):
            raise SystemExit("1 and 2 jobs gave different outputs")
        print(
            f"{options.articles:,} articles, {(base / '1.jsonl').stat().st_size / 1e6:,.0f} MB, the same bytes from both\n"
        )
        print("| jobs | seconds | articles per second | times 1 job |\n|---|---|---|---|")
        for jobs, cost in ((1, one), (2, two)):
            print(f"| {jobs} | {cost:.1f} | {options.articles / cost:.1f} | {one / cost:.2f} |")
        print(f"\n| jobs | MB, {options.few:,} articles | MB, {options.many:,} articles | times |\n|---|---|---|---|")
        write(base / "few", options.few)
        write(base / "many", options.many)
        for jobs in (1, 2):
            few, many = (peak(base / size, base / "out.jsonl", jobs) for size in ("few", "many"))
            print(f"| {jobs} | {few:.0f} | {many:.0f} | {many / few:.2f} |")


if __name__ == "__main__":
    main()
