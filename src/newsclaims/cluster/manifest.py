"""What a folder of parts was made of and with: a run goes on only with its own."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from newsclaims.claim import Failure
from newsclaims.cluster.folder import Folder
from newsclaims.cluster.job import SUFFIXES, Format
from newsclaims.cluster.plan import Plan
from newsclaims.errors import OutputError

NAME = "_newsclaims.json"
ERRORS = "_errors-"  # and the name of the part; what begins with "_" is no data to programs that read a folder
OURS = re.compile(r"(?:_errors-)?part-\d{6,}-[0-9a-f]{16}(?:\.jsonl(?:\.gz)?|\.parquet)|\.part-[-\w.]+\.tmp")


def begun(folder: Folder, plan: Plan, options: Mapping[str, str], format_: Format, *, force: bool) -> set[str]:
    """Begin a run in a folder, or go on with one.

    Args:
        folder: where the parts go.
        plan: the parts.
        options: what the claims depend on.
        format_: what the parts are.
        force: begin anew: what other runs have left there is removed, and nothing else.

    Returns:
        The names of the parts that are there already.

    Raises:
        OutputError: the folder has parts of other options, inputs, or another version; or cannot be written to.
    """
    folder.make()
    names = folder.names()
    ours = {name for name in names if OURS.fullmatch(name)}
    if force:
        folder.remove(ours | ({NAME} & names))
    elif NAME in names and ours:
        _same(folder, plan, options)
        return {name.removesuffix(SUFFIXES[format_]) for name in ours if name.startswith("part-")}
    elif ours:
        what = f"{folder.url} has parts of a run that is not known ({NAME} is missing)"
        raise OutputError(what, "Replace them with --force, or choose another -o")
    made = {
        "options": dict(options),
        "inputs": plan.digest,
        "files": plan.files,
        "bytes": plan.size,
        "parts": len(plan.parts),
    }
    try:
        folder.write(NAME, (json.dumps(made, indent=2) + "\n").encode())
    except Exception as error:  # each file system has errors of its own
        raise OutputError(f"cannot write to {folder.url}: {error}", "Choose another -o, or check your access") from error
    return set()


def made_here(folder: Folder, url: str) -> bool:
    """Whether a file was made by a run in this folder: it is no article, though the folder lies among what is read."""
    name = url.rsplit("/", 1)[-1]
    return folder.holds(url) and (name == NAME or bool(OURS.fullmatch(name)))


def failures(folder: Folder, parts: set[str]) -> list[Failure]:
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


def swept(folder: Folder) -> None:
    """Remove what workers that were killed have left unfinished."""
    folder.remove({name for name in folder.names() if name.startswith(".") and OURS.fullmatch(name)})


def _same(folder: Folder, plan: Plan, options: Mapping[str, str]) -> None:
    hint = "Give the same, replace them with --force, or choose another -o"
    try:
        was: dict[str, Any] = json.loads(folder.read(NAME))
        before: Mapping[str, str] = was["options"]
        inputs = was["inputs"]
    except (ValueError, KeyError, TypeError) as error:
        raise OutputError(
            f"{NAME} in {folder.url} cannot be read", "Replace all with --force, or choose another -o"
        ) from error
    if changed := [key for key in options if before.get(key) != options[key]]:
        raise OutputError(f"the parts in {folder.url} were made with other options ({', '.join(changed)})", hint)
    if inputs != plan.digest:
        raise OutputError(f"the parts in {folder.url} were made of other files, or these have changed", hint)
