"""Show how the extractor does on the cases: `python -m tests.show_case [NAME] [--group GROUP] [-v] [--pin]`.

Figures of each group of case files; for a named file what differs, too. Of the articles held out no error is ever shown, for
rules that were mended by them would no longer be measured by them (tests/cases/README.md).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from newsclaims.claim import Claim
from tests.casefile import GROUPS, load
from tests.floors import FallenError, pin, pinned, renewed
from tests.gate import Outcome, overall, run
from tests.scoring import table


def main(arguments: Sequence[str] | None = None) -> int:
    """Print figures, and for a named file the differences."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.show_case", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("name", nargs="?", default="", help="beginning of a file's name, or of file/title")
    parser.add_argument("-g", "--group", choices=GROUPS, help="these files only")
    parser.add_argument(
        "--held-out", dest="group", action="store_const", const="held-out", help="short for --group held-out"
    )
    parser.add_argument("-v", "--verbose", action="store_true", help="print every claim found, too")
    parser.add_argument("-a", "--all", action="store_true", help="list the differences of all cases")
    parser.add_argument("--pin", action="store_true", help="renew the digests, raise the floors that are beaten")
    options = parser.parse_args(arguments)
    if options.pin and options.name:
        parser.error("--pin measures all files of a group: leave the name out")
    if options.group == "held-out" and (options.verbose or options.all):
        parser.error("nobody reads the errors in articles held out: only their figures are shown")
    groups = (options.group,) if options.group else GROUPS
    cases = {group: [case for case in load(group) if case.name.startswith(options.name)] for group in groups}
    if not any(cases.values()):
        print(f"no case begins with {options.name!r}" if options.name else f"no files in {options.group}", file=sys.stderr)
        return 2
    outcomes = {group: run(some) for group, some in cases.items()}
    for group, some in outcomes.items():
        if group != "held-out" and (options.name or options.verbose or options.all):
            for outcome in some:
                _show(outcome, options.verbose)
    for group, some in outcomes.items():
        if some:
            print(f"{group}: {len(some)} articles\n{table(overall(some))}")
    if options.pin:
        try:
            pin({group: renewed(group, pinned()[group], some) for group, some in outcomes.items()})
        except FallenError as fallen:
            print(fallen, file=sys.stderr)
            return 1
    return 0


def _show(outcome: Outcome, verbose: bool) -> None:
    if not outcome.result.differences and not verbose:
        return
    print(f"== {outcome.case.name}")
    if verbose:
        for claim in outcome.found:
            print(f"    > {_line(claim)}")
    for gone in outcome.result.differences:
        where = f"  ({gone.where})" if gone.where else ""
        if gone.field in ("missed", "extra"):
            print(f"  {gone.field:8} {gone.action!r}, actor {gone.wanted or gone.got}{where}")
        else:
            print(f"  {gone.field:8} of {gone.action!r}: {gone.wanted} expected, {gone.got} found{where}")


def _line(claim: Claim) -> str:
    """A claim in the notation of the case files."""

    def name(mention: object) -> str:
        text, entity = getattr(mention, "text", "-"), getattr(mention, "entity", "-")
        return f"{text}" if text == entity else f"{text} = {entity}"

    cells = [name(claim.actor), claim.action.text, name(claim.target)]
    if claim.source:
        cells.append(f"source: {name(claim.source)}")
        cells += [f"cue: {claim.source.cue.text}"] if claim.source.cue else []
        cells += [f"via: {name(claim.source.via)}"] if claim.source.via else []
    if claim.date:
        cells.append(f"date: {claim.date.text} = {claim.date.value or '?'}")
    if claim.action.status != "actual":
        cells.append(claim.action.status)
    return " | ".join(cells)


if __name__ == "__main__":
    sys.exit(main())
