"""Run the benchmarks and write their tables to benchmarks/README.md, with the day and the commit.

    python -m benchmarks.report --data ../shared [--only claims,dates]

Each benchmark is a script of its own that prints a Markdown table; this only calls them, so that every figure in the report
can be had again by the command above it. What peers reach stands in `PEERS`, from their publications. Sections that are
not run keep the text they have.
"""

from __future__ import annotations

import argparse
import datetime as dt
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from benchmarks import machine

REPORT = Path(__file__).with_name("README.md")
ROOT = REPORT.parent.parent
HEAD = """# Benchmarks

Measured by `python -m benchmarks.report --data DIR`, which runs the scripts of this folder one after the other; each section
names its command, the day, the commit and the processor. DIR holds third-party data that are not part of the project; see
each script for what it expects. A figure without a command is a peer's, from its publication.
"""


class Section(NamedTuple):
    """A benchmark: its name, heading, command line (DATA stands for the data folder), and what peers reach.

    ``quick`` says on which processors it is measured, those that are quick at products of eight bits or the others; on all,
    if None.
    """

    name: str
    heading: str
    command: str
    peers: str = ""
    quick: bool | None = None


SLOWER = (
    "What is to be reached is meant for processors with VNNI. Without it three instructions multiply what one does with it, "
    "so that all is slower, and ONNX Runtime takes a larger share."
)
SECTIONS = (
    Section(
        "claims",
        "Claims",
        "benchmarks.claims --data DATA/gold/dev",
        "Two separate annotation passes over like articles agree at: trigger 0.99, actor 0.98, target 0.97, source 0.98, "
        "date 0.93, actor and source resolved 0.97, status 0.99, whole claim 0.95. "
        "textacy's triples and quotations: whole claim 0.18.",
    ),
    Section(
        "held-out",
        "Claims of articles held out",
        "benchmarks.claims --group held-out",
        "Written and annotated before any version of the program had read them. Nobody reads their errors, so that no rule "
        "can have been made for them.",
    ),
    Section(
        "articles",
        "Claims of articles whose errors were read",
        "benchmarks.claims --group articles",
        "Written and annotated in the same way; but their errors were read, and mended where they are of a kind.",
    ),
    Section("cases", "Claims of the project's own cases", "benchmarks.claims"),
    Section("confidence", "Calibration of `confidence`, cross-validated", "training.confidence --data DATA/gold/dev"),
    Section(
        "quotations",
        "Attributions: PolNeAR dev",
        "benchmarks.quotations --data DATA/data/attribution/polnear-dev",
        "PolNeAR's annotators against each other, measured so: source 0.77, cue 0.70, content 0.75.",
    ),
    Section(
        "comparison",
        "The same claim across articles: pairs of sentences",
        "benchmarks.comparison",
        "Measured before they were looked at: seen, same 0.938 / 0.714, contradicts 1.000 / 0.824; held, with the rules as "
        "they stood when it was written, same 1.000 / 0.688, contradicts 1.000 / 0.857.",
    ),
    Section("compared", "Comparing 100,000 claims", "benchmarks.comparison --scale 100000"),
    Section(
        "dates",
        "Time expressions: AQUAINT TimeML",
        "benchmarks.dates --data DATA/data/dates/aquaint",
        "HeidelTime on TempEval-3: strict 0.82, relaxed 0.91.",
    ),
    Section(
        "coreference",
        "Pronouns: GUM dev",
        "benchmarks.coreference --data DATA/data",
        "coreferee publishes 0.80 to 0.83 on its own corpora; the nearest noun reaches about 0.60.",
    ),
    Section(
        "openie",
        "Claims as tuples: CaRB dev",
        "benchmarks.openie --data DATA/data/openie/carb-dev --peer",
        "Published on the test split: CIGL-OIE F1 0.54, AUC 0.36; OpenIE 5 0.47; ClausIE 0.45.",
    ),
    Section(
        "parsing",
        "The language model",
        "benchmarks.parsing --data DATA/data",
        "UDPipe 2, gold tokens: LAS 0.924 EWT, 0.921 GUM. Stanza 1.5 from raw text (test splits): 0.868, 0.882. spaCy's CNN "
        "trained on the same treebanks, gold tokens: 0.819, 0.833.",
    ),
    Section("speed", "Speed", "benchmarks.speed", quick=True),
    Section("speed", "Speed without VNNI", "benchmarks.speed --quick --rounds 3", SLOWER, quick=False),
    Section(
        "speed-news",
        "Speed on news",
        "benchmarks.speed --data DATA/gold/dev --articles",
        "Articles put together from ten news articles. The samples of the section above hold more claims in as many words.",
        quick=True,
    ),
    Section("startup", "Start-up", "benchmarks.startup"),
    Section("throughput", "A run over thousands of articles", "benchmarks.throughput"),
    Section(
        "adversarial",
        "Hostile input",
        "benchmarks.adversarial",
        "Seconds of the processor, limit 60; memory, limit 1,500 MB. What is no prose is passed over with a notice, which "
        "is why most take so little.",
    ),
    Section("kills", "Runs that are killed", "benchmarks.kills"),
    Section("reading", "Reading large files of records", "benchmarks.reading"),
)


def measured(section: Section, data: Path) -> str:
    """Run a benchmark and give its section of the report."""
    command = section.command.replace("DATA", shlex.quote(str(data)))
    done = subprocess.run(
        [sys.executable, "-m", *shlex.split(command)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        check=False,
    )
    if done.returncode:
        sys.exit(f"{section.name}: exit code {done.returncode}\n{done.stderr}")
    figures = done.stdout.rstrip()
    if "|---" not in figures:
        figures = f"```\n{figures}\n```"
    shown = section.command.replace("DATA", "DIR")
    lines = [
        f"## {section.heading}",
        f"`python -m {shown}`, {dt.date.today().isoformat()}, commit {commit()}; {machine.processor()}",
        figures,
    ]
    return "\n\n".join([*lines, section.peers] if section.peers else lines) + "\n"


def commit() -> str:
    """The commit that is measured; a plus sign where the tree differs from it."""
    name = _git("rev-parse", "--short=10", "HEAD")
    return name + ("+" if _git("status", "--porcelain", "--untracked-files=no", "--", "src") else "")


def _git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], capture_output=True, text=True, cwd=ROOT, check=True).stdout.strip()


def kept(report: str) -> dict[str, str]:
    """The sections that a report holds, by heading."""
    parts = re.split(r"^(?=## )", report, flags=re.MULTILINE)[1:]
    return {part.split("\n", 1)[0].removeprefix("## "): part.rstrip() + "\n" for part in parts}


def main() -> None:
    """Measure what is asked for and write the report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds gold/ and data/")
    parser.add_argument(
        "--only", default="", help="names of sections, separated by commas: " + ", ".join(s.name for s in SECTIONS)
    )
    options = parser.parse_args()
    wanted = options.only.split(",") if options.only else [section.name for section in SECTIONS]
    unknown = set(wanted) - {section.name for section in SECTIONS}
    if unknown:
        parser.error(f"no such section: {', '.join(sorted(unknown))}")
    sections = kept(REPORT.read_text(encoding="utf-8")) if REPORT.exists() else {}
    for section in SECTIONS:
        if section.name in wanted and section.quick in (None, machine.is_quick()):
            sections[section.heading] = measured(section, options.data)
            print(f"{section.name}: done", file=sys.stderr)
    shown = [sections[section.heading] for section in SECTIONS if section.heading in sections]
    REPORT.write_text("\n".join([HEAD, *shown]), encoding="utf-8")


if __name__ == "__main__":
    main()
