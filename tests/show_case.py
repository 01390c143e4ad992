"""Show how the extractor does on the cases: `python -m tests.show_case [NAME] [-v] [--pin]` (see tests/cases/README.md)."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from newsclaims.claim import Claim
from tests.casefile import load
from tests.gate import Outcome, overall, pin, run
from tests.scoring import table


def main(arguments: Sequence[str] | None = None) -> int:
    """Print figures, and for a named file the differences."""
    parser = argparse.ArgumentParser(prog="python -m tests.show_case", description=__doc__)
    parser.add_argument("name", nargs="?", default="", help="beginning of a file's name, or of file/title")
    parser.add_argument("-v", "--verbose", action="store_true", help="print every claim found, too")
    parser.add_argument("-a", "--all", action="store_true", help="list the differences of all cases")
    parser.add_argument("--pin", action="store_true", help="renew the digest, raise the floors that are beaten")
    options = parser.parse_args(arguments)
    cases = [case for case in load() if case.name.startswith(options.name)]
    if not cases:
        print(f"no case begins with {options.name!r}", file=sys.stderr)
        return 2
    if options.pin and options.name:
        print("--pin measures all cases: leave the name out", file=sys.stderr)
        return 2
    outcomes = run(cases)
    for outcome in outcomes if options.name or options.verbose or options.all else []:
        _show(outcome, options.verbose)
    result = overall(outcomes)
    print(table(result))
    if options.pin:
        pin(result)
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
