"""Reading: how much memory and time large files of records take, without anything being analysed. Prints a Markdown table.

    python -m benchmarks.reading [--megabytes 1000] [--folder FOLDER]

Each figure is a process of its own that reads a generated file of so many megabytes, or one of a twentieth: memory is flat
if both need the same. The files lie in FOLDER, or where temporary files do, and are removed.
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import BinaryIO, cast

SENTENCES = (
    "The harbour board put off its vote on Tuesday after the mayor asked for more time. ",
    "“We need a month to read the report,” said Ana Reis, who chairs it. ",
    "The port has lost a fifth of its traffic since 2023, according to the ministry. ",
)
READ = """
import resource, sys
from newsclaims.claim import Failure
from newsclaims.read import articles
number = 0
for article in articles(sys.argv[1:]):
    assert not isinstance(article, Failure), article
    number += 1
used = resource.getrusage(resource.RUSAGE_SELF)
print(number, used.ru_utime + used.ru_stime, used.ru_maxrss)
"""


def records(size: int) -> Iterator[bytes]:
    """Records of about 3,000 characters, ``size`` bytes of them, no two alike."""
    number = 0
    while size > 0:
        text = "".join(f"{number}-{at}: {SENTENCES[at % 3]}" for at in range(36))
        record = {"id": number, "headline": f"Vote {number}", "publishedAt": "2025-03-04T10:00:00Z", "body": text}
        data = json.dumps(record, ensure_ascii=False).encode()
        yield data
        size -= len(data)
        number += 1


def write(path: Path, size: int) -> None:
    """Write a file of records, in the form that its suffix says."""
    lines = ".jsonl" in path.name
    with cast(BinaryIO, gzip.open(path, "wb", 1)) if path.suffix == ".gz" else path.open("wb") as file:
        file.write(b"" if lines else b'{"status": "ok", "articles": [\n')
        for number, record in enumerate(records(size)):
            file.write((b"" if number == 0 else b"\n" if lines else b",\n") + record)
        file.write(b"\n" if lines else b"]}\n")


def reading(path: Path) -> tuple[int, float, float]:
    """Articles, processor seconds, and the most megabytes that a process held while it read a file."""
    done = subprocess.run([sys.executable, "-c", READ, str(path)], check=True, capture_output=True, text=True)
    number, seconds, kilobytes = done.stdout.split()
    return int(number), float(seconds), int(kilobytes) / 1000


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=int, default=1000)
    parser.add_argument("--folder", type=Path, help="where the files are made")
    options = parser.parse_args()
    print("| file | size | articles | processor seconds | most memory | of a twentieth |\n|---|---|---|---|---|---|")
    with nullcontext(options.folder) if options.folder else tempfile.TemporaryDirectory() as folder:
        for name in ("wire.jsonl", "wire.json", "wire.jsonl.gz"):
            path = Path(folder) / name
            most = []
            for size in (options.megabytes // 20, options.megabytes):
                write(path, size * 10**6)
                number, seconds, memory = reading(path)
                most.append(memory)
            path.unlink()
            shown = f"{options.megabytes:,} MB | {number:,} | {seconds:.0f} | {most[1]:.0f} MB | {most[0]:.0f} MB"
            print(f"| {name} | {shown} |", flush=True)


if __name__ == "__main__":
    main()
