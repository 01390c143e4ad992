"""The lowest figures allowed for each group of case files, and on which files they were measured (`floors.json`)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.casefile import CASES, GROUPS, SAMPLES, files
from tests.gate import Outcome, overall
from tests.scoring import FIELDS, Result

FLOORS = CASES / "floors.json"
MARGIN = 0.02  # a floor lies this far below what was measured, so that another machine's rounding breaks nothing


class Pinned(NamedTuple):
    """What is pinned of a group: the digest of its files, the names of those that are whole articles, the lowest F1s."""

    digest: str
    files: list[str]
    floors: dict[str, float]


class FallenError(Exception):
    """Files that were there before have fallen below their floors; the message says by how much."""


def digest(group: str, folder: Path = CASES, samples: Path = SAMPLES) -> str:
    """A fingerprint of a group's files and of the samples they refer to, in sixteen hexadecimal digits; "" without files."""
    seen, paths = hashlib.sha256(), files(group, folder)
    for path in paths:
        content = path.read_text(encoding="utf-8")
        seen.update(f"{path.name}\n{content}\n".encode())
        for line in content.splitlines():
            if line.startswith("article: "):
                seen.update((samples / line.removeprefix("article: ").strip()).read_bytes())
    return seen.hexdigest()[:16] if paths else ""


def pinned(path: Path = FLOORS) -> dict[str, Pinned]:
    """What is pinned, by group."""
    read = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return {group: Pinned(**read[group]) if group in read else Pinned("", [], {}) for group in GROUPS}


def below(floors: dict[str, float], result: Result) -> dict[str, tuple[float, float]]:
    """The figures that lie below their floors: what was found, and the floor."""
    return {field: (round(result.f1(field), 3), floor) for field, floor in floors.items() if result.f1(field) < floor}


def raised(old: dict[str, float], result: Result) -> dict[str, float]:
    """Floors a little below the measured figures, none lower than it was."""
    return {field: max(old.get(field, 0.0), round(max(0.0, result.f1(field) - MARGIN), 3)) for field in FIELDS}


def renewed(group: str, old: Pinned, outcomes: Sequence[Outcome]) -> Pinned:
    """Give what to pin of a group, now that it has been measured; without files there is nothing to pin.

    A floor never falls, but for one reason: whole articles are easy or hard as they come, so files that are new to their
    group may bring its floors down, as long as those that were there reach the old ones by themselves.

    Raises:
        FallenError: they do not.
    """
    names = [] if group == "cases" else [path.name for path in files(group)]
    known = [one for one in outcomes if f"{one.case.name.split('/')[0]}.case" in old.files]
    if set(names) == set(old.files):
        return Pinned(digest(group), names, raised(old.floors, overall(outcomes)) if outcomes else {})
    if known and (fallen := below(old.floors, overall(known))):
        raise FallenError(f"{group}: the files that were there have fallen below their floors (found, floor): {fallen}")
    return Pinned(digest(group), names, raised({}, overall(outcomes)) if outcomes else {})


def pin(found: dict[str, Pinned]) -> None:
    """Write what is pinned of these groups; the others keep theirs."""
    content = {group: one._asdict() for group, one in {**pinned(), **found}.items()}
    FLOORS.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
