"""Hostile articles: seconds and peak memory of `claims extract` on texts made to keep it busy. Prints a Markdown table.

    python -m benchmarks.adversarial [--only NAME …] [--limit 60] [--memory 1500]

Each text is generated, written to a file and read by a process of its own; the output is parsed, and every span of it is
looked up in the text; what is refused as no text file is well too. Seconds are processor seconds of all threads, from start
to end of the process; memory is the most that it held. Exits with 1 if one takes longer, or holds more, than allowed, or if
it fails.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from newsclaims.read.encoding import decode

MB = 1_000_000
WORDS = (
    "minister harbour vote said told the of Kenya Paris Shea who that and to denied claim report on Monday She He They "
    "announced plan which killed soldiers"
).split()


class Input(NamedTuple):
    """A hostile text: what makes it, and how many bytes it should have."""

    make: Callable[[int], bytes]
    size: int = 10 * MB


class Run(NamedTuple):
    """What became of one: seconds, megabytes at the peak, claims found, and what went wrong."""

    seconds: float
    memory: int
    claims: int
    wrong: str


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="*", default=list(INPUTS), choices=list(INPUTS), metavar="NAME")
    parser.add_argument("--limit", type=float, default=60, help="seconds that one may take")
    parser.add_argument("--memory", type=int, default=1500, help="megabytes that one may hold")
    options = parser.parse_args()
    failed = False
    print("| input | MB | seconds | peak MB | claims | |\n|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for name in options.only:
            data = INPUTS[name].make(INPUTS[name].size)
            run = measured(data, Path(folder) / "article.txt", 10 * options.limit)
            slow = run.seconds > options.limit or run.memory > options.memory
            failed = failed or slow or bool(run.wrong)
            note = run.wrong or ("too much" if slow else "")
            size = len(data) / MB
            print(f"| {name} | {size:.1f} | {run.seconds:.1f} | {run.memory} | {run.claims} | {note} |", flush=True)
    sys.exit(failed)


def measured(data: bytes, path: Path, limit: float) -> Run:
    """Extract the claims of some bytes in a process of its own."""
    path.write_bytes(data)
    output = path.with_suffix(".json")
    output.unlink(missing_ok=True)
    command = [sys.executable, "-c", _CHILD, "extract", str(path), "-o", str(output), "--date", "2025-01-09"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=limit, check=False)
    except subprocess.TimeoutExpired:
        return Run(limit, 0, 0, "stopped")
    *said, last = done.stderr.strip().splitlines() or [""]
    try:
        seconds, memory = float(last.split()[0]), int(last.split()[1]) // 1024
    except (ValueError, IndexError):
        return Run(0, 0, 0, last[-100:])
    if done.returncode == 2 and said and "is not a text file" in said[-1]:
        return Run(seconds, memory, 0, "")
    if done.returncode:
        return Run(seconds, memory, 0, said[-1][-100:] if said else "failed")
    claims = json.loads(output.read_bytes())["claims"]
    text = decode(data, str(path))
    return Run(seconds, memory, len(claims), misplaced(claims, text))


def misplaced(claims: list[dict[str, Any]], text: str) -> str:
    """Give the first span whose offsets do not lead to it; "" where all do."""
    wrong = (span for span in spans(claims) if text[span["start"] : span["end"]] != span["text"])
    return next((f"not at its place: {span}" for span in wrong), "")


def spans(value: Any) -> Iterator[dict[str, Any]]:
    """Give every object with ``text``, ``start`` and ``end`` in a JSON value."""
    if isinstance(value, dict):
        if {"text", "start", "end"} <= value.keys():
            yield value
        value = list(value.values())
    for one in value if isinstance(value, list) else ():
        yield from spans(one)


_CHILD = """
import resource, sys
from newsclaims.cli.boundary import run
code = run(sys.argv[1:])
used = resource.getrusage(resource.RUSAGE_SELF)
print(used.ru_utime + used.ru_stime, used.ru_maxrss, file=sys.stderr)
sys.exit(code)
"""


def again(text: str) -> Callable[[int], bytes]:
    """Make a text that says the same over and over, after one sentence that may be read."""
    unit = text.encode("utf-8", "surrogatepass")
    return lambda size: b"The court fined Acme on Friday.\n\n" + unit * (size // len(unit))


def _words(size: int) -> bytes:
    """Words at random, on one line, without a full stop."""
    source = random.Random(7)
    return " ".join(source.choice(WORDS) for _ in range(size // 6)).encode()


def _sentences(size: int) -> bytes:
    """Words at random with a full stop after every twelfth: nothing tells it from prose."""
    words = _words(size).decode().split()
    return " ".join(word + "." * (number % 12 == 11) for number, word in enumerate(words)).encode()


def _base64(size: int) -> bytes:
    source = random.Random(7)
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    return "".join(source.choices(letters, k=size)).encode()


def _digits(size: int) -> bytes:
    """A table of numbers, a row a line."""
    source = random.Random(7)
    return "".join(f"{source.random():.6f},{source.random():.6f}\n" for _ in range(size // 18)).encode()


def _addresses(size: int) -> bytes:
    source = random.Random(7)
    return " ".join(f"https://www.example.org/{source.random()}/a?b=c" for _ in range(size // 48)).encode()


def _nested(size: int) -> bytes:
    half = size // 24
    return ("He said “ " * half + "” " * half).encode()[:size].decode("utf-8", "ignore").encode()


INPUTS: dict[str, Input] = {
    "quotation marks": Input(again('"')),
    "quotation marks, spaced": Input(again('" ')),
    "“ and ” in turn": Input(again("“”"), MB),
    "“ and ” in turn, spaced": Input(again("“ a ” b "), MB),
    "“ never closed, by lines": Input(again("“The pact failed\n\n")),
    "quotations nested": Input(_nested),
    "said said said": Input(again("said ")),
    "said, a line each": Input(again("said\n")),
    "He said. He said.": Input(again("He said. ")),
    "said that she said that": Input(again("said that she ")),
    "brackets": Input(again("(")),
    "brackets, spaced": Input(again("[ ( ")),
    "(ABC) (ABC)": Input(again("(ABC) ")),
    "one word": Input(again("a"), 5 * MB),
    "one line of words": Input(_words, 5 * MB),
    "one line of digits": Input(again("7"), 5 * MB),
    "one line of base64": Input(_base64, 5 * MB),
    "rows of numbers": Input(_digits, 5 * MB),
    "line ends": Input(again("\n"), 5 * MB),
    "spaces and line ends": Input(again(" \r\n"), 5 * MB),
    "combining characters": Input(again("a" + "\u0301" * 50), 5 * MB),
    "Mr. Mr. Mr.": Input(again("Mr. "), 5 * MB),
    "on Monday on Monday": Input(again("on Monday "), 5 * MB),
    "days, one after the other": Input(again("3 May 2019, "), 5 * MB),
    "and and and": Input(again("and "), 5 * MB),
    "Kim and Kim and": Input(again("Kim and "), 5 * MB),
    "who told who told": Input(again("who told "), 5 * MB),
    "addresses": Input(_addresses, 5 * MB),
    "zero-width spaces": Input(again("a\u200b"), 5 * MB),
    "Arabic": Input(again("وقال الوزير إن الميناء مغلق. "), 5 * MB),
    "emoji": Input(again("😀"), 5 * MB),
    "bidirectional controls": Input(again("\u202eabc\u2066 "), 5 * MB),
    "NULs": Input(again("\0"), 5 * MB),
    "unpaired surrogates": Input(again("\ud800"), 5 * MB),
    "sentences at random": Input(_sentences, MB),
}

if __name__ == "__main__":
    main()
