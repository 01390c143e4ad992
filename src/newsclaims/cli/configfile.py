"""The configuration file: where it is looked for, and the table it holds."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from newsclaims.errors import SettingsError

NAMES = ("newsclaims.toml", "pyproject.toml")
LONGEST = 1_000_000  # bytes
Table = dict[str, Any]


class File(NamedTuple):
    """A file as it is to be shown, what it sets, and whether the user named it; if not, it was found."""

    shown: str
    table: Table
    named: bool = False


def found() -> File | None:
    """Give the configuration file of the working directory, or of the nearest folder above it that has one.

    Folders above are searched up to the root of the repository or the home folder that the working directory lies in; in
    neither, they are not: what stands above may be anybody's.

    Raises:
        SettingsError: there is one, and it cannot be read.
    """
    for folder in _folders():
        for name in NAMES:
            path = folder / name
            if path.is_file() and (name == "newsclaims.toml" or _names_us(path)):
                table = _table(path)
                if table is not None:
                    return File(_shown(path), table)
    return None


def named(path: Path) -> File:
    """Give the configuration file that the user has named.

    Raises:
        SettingsError: it is not there, is no TOML, or is a `pyproject.toml` without the table `[tool.newsclaims]`.
    """
    table = _table(path)
    if table is None:
        raise SettingsError(f"no [tool.newsclaims] in {_shown(path)}", "Add it, or name another --config")
    return File(_shown(path), table, named=True)


def _folders() -> Iterator[Path]:
    try:
        here = Path.cwd()
    except OSError:  # the folder is gone
        return
    home = Path(os.path.realpath(os.path.expanduser("~")))
    above = [here, *here.parents]
    last = next((place for place, folder in enumerate(above) if folder == home or (folder / ".git").exists()), 0)
    yield from above[: last + 1]


def _names_us(path: Path) -> bool:
    """Whether a `pyproject.toml` may be meant for us; most are not, and whether they can be read is no matter here."""
    try:
        with path.open("rb") as stream:
            return b"newsclaims" in stream.read(LONGEST)
    except OSError:
        return False


def _table(path: Path) -> Table | None:
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib

    try:
        with path.open("rb") as stream:
            content = stream.read(LONGEST + 1)
        if len(content) > LONGEST:
            raise ValueError(f"it is larger than {LONGEST:,} bytes")
        table: Any = tomllib.loads(content.decode("utf-8"))
        if path.name == "pyproject.toml":
            table = table.get("tool", {}).get("newsclaims")
        if not isinstance(table, dict | None):
            raise ValueError("[tool.newsclaims] is no table")
    except (OSError, ValueError, AttributeError, RecursionError) as error:
        hint = "Mend it, or run with --no-config" if path.exists() else "Check the name and the folder you are in"
        raise SettingsError(f"cannot read the configuration file {_shown(path)}: {_reason(error)}", hint) from error
    return table


def _reason(error: Exception) -> str:
    if isinstance(error, OSError):
        return (error.strerror or str(error)).lower()
    if isinstance(error, UnicodeError):
        return "it is not UTF-8"
    if isinstance(error, ValueError):
        return str(error)
    return "its tables are nested beyond reason" if isinstance(error, RecursionError) else "[tool] is no table"


def _shown(path: Path) -> str:
    """Give a file's name as messages show it: relative where it lies in the working directory."""
    from newsclaims.render.safe import visible

    try:
        return visible(str(path.relative_to(Path.cwd()) if path.is_absolute() else path))
    except (ValueError, OSError):
        return visible(str(path))
