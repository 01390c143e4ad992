"""What a folder of parts was made of and with: a run goes on only with its own, and makes anew what has changed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Set
from typing import Any, NamedTuple

from newsclaims.claim import Failure
from newsclaims.cluster.folder import Folder
from newsclaims.cluster.job import SUFFIXES, Format
from newsclaims.cluster.plan import Plan
from newsclaims.errors import OutputError

NAME = "_newsclaims.json"
ERRORS = "_errors-"  # and the name of the part; what begins with "_" is no data to programs that read a folder
OURS = re.compile(r"(?:_errors-)?part-\d{6,}-[0-9a-f]{16}(?:\.jsonl(?:\.gz)?|\.parquet)|\.part-[-\w.]+\.tmp")


class Run(NamedTuple):
    """A run: its folder, what it makes, the options that its claims depend on, and what the parts are."""

    folder: Folder
    plan: Plan
    options: Mapping[str, str]
    format: Format


class Begun(NamedTuple):
    """A run in its folder: the names of the parts that are there, and how many were removed, of files that have changed."""

    there: frozenset[str]
    stale: int


def begun(run: Run, *, force: bool) -> Begun:
    """Begin a run in its folder, or go on with one: parts of files that have changed since are removed.

    Args:
        run: which.
        force: begin anew: what other runs have left there is removed, and nothing else.

    Raises:
        OutputError: the folder has parts of other options, other files, or another version; or cannot be written to.
    """
    folder = run.folder
    folder.make()
    names = folder.names()
    ours = {name for name in names if OURS.fullmatch(name)}
    made = _manifest(run)
    kept: set[str] = set()
    stale: set[str] = set()
    if force:
        folder.remove(ours | ({NAME} & names))
    elif NAME in names and ours:
        changed = _changed(folder, made)
        stale = ours - _names(run) if changed else set()
        kept = ours - stale
        folder.remove(stale)
        if not changed:
            return Begun(_parts(kept, run.format), 0)
    elif ours:
        what = f"{folder.url} has parts of a run that is not known ({NAME} is missing)"
        raise OutputError(what, "Replace them with --force, or choose another -o")
    try:
        folder.write(NAME, (json.dumps(made, indent=2) + "\n").encode())
    except Exception as error:  # each file system has errors of its own
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        what = f"cannot write to {folder.url}: {reason[:1].lower()}{reason[1:]}"
        raise OutputError(what, "Choose another -o, or check your access") from error
    return Begun(_parts(kept, run.format), len(_parts(stale, run.format)))


def alone(run: Run) -> None:
    """See to it that no other run has begun in the folder since: neither would know its parts.

    Raises:
        OutputError: one has, with other options or inputs.
    """
    if _read(run.folder) != _manifest(run):
        what = f"another run has begun in {run.folder.url}, with other options or inputs"
        raise OutputError(what, "Leave it to that one, and give each run a folder of its own")


def made_here(folder: Folder, url: str) -> bool:
    """Whether a file was made by a run in this folder: it is no article, though the folder lies among what is read."""
    name = url.rsplit("/", 1)[-1]
    return folder.holds(url) and (name == NAME or bool(OURS.fullmatch(name)))


def failures(folder: Folder, parts: Set[str]) -> list[Failure]:
    """Give what failed in parts that are there already.

    Raises:
        OutputError: it cannot be read.
    """
    found = []
    for name in sorted(folder.names() & {errors(part) for part in parts}):
        found += [Failure.model_validate_json(line) for line in folder.read(name).splitlines()]
    return found


def errors(part: str) -> str:
    """Give the name of the file that holds what failed in a part."""
    return f"{ERRORS}{part}.jsonl"


def swept(run: Run) -> None:
    """Remove what workers that were killed have left unfinished, and what those of a run before were still at."""
    run.folder.remove({name for name in run.folder.names() if OURS.fullmatch(name)} - _names(run))


def _manifest(run: Run) -> dict[str, Any]:
    plan = run.plan
    return {
        "options": dict(run.options),
        "named": plan.named,
        "inputs": plan.digest,
        "files": plan.files,
        "bytes": plan.size,
        "parts": len(plan.parts),
    }


def _read(folder: Folder) -> Any:
    try:
        return json.loads(folder.read(NAME))
    except ValueError:
        return None


def _changed(folder: Folder, made: Mapping[str, Any]) -> bool:
    """Whether files have changed since the parts were made.

    Raises:
        OutputError: the parts are those of other options or other files.
    """
    hint = "Give the same, replace them with --force, or choose another -o"
    was = _read(folder)
    try:
        options, before = made["options"], was["options"]
        changed = [key for key in options if before.get(key) != options[key]]
        other, inputs = was["named"] != made["named"], was["inputs"]
    except (KeyError, TypeError, AttributeError) as error:
        what = f"{NAME} in {folder.url} cannot be read"
        raise OutputError(what, "Replace all with --force, or choose another -o") from error
    if changed:
        raise OutputError(f"the parts in {folder.url} were made with other options ({', '.join(changed)})", hint)
    if other:
        raise OutputError(f"the parts in {folder.url} were made of other files", hint)
    return bool(inputs != made["inputs"])


def _names(run: Run) -> set[str]:
    """Give the names that the files of a run have."""
    return {name for part in run.plan.parts for name in (part.name + SUFFIXES[run.format], errors(part.name))}


def _parts(names: Iterable[str], format_: Format) -> frozenset[str]:
    return frozenset(name.removesuffix(SUFFIXES[format_]) for name in names if name.startswith("part-"))
