"""What a machine needs to have for a run: this package and a model, the same everywhere, and what some inputs are read with.

Workers are asked. That one of them cannot do it is then told once, in words, and not by a failure a part.
"""

from __future__ import annotations

import hashlib
import importlib.util
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NamedTuple

from newsclaims.cluster.files import is_url
from newsclaims.cluster.job import Format, Part, here
from newsclaims.errors import NewsclaimsError
from newsclaims.read.kinds import SUFFIXES, suffix

LONGEST = 200  # characters of an error
AGAIN = "and start it again"
SAME = f"Install the same version everywhere, {AGAIN}"
HINTS = {
    "trafilatura": "Web pages are read with it: pip install 'newsclaims[html]' there",
    "duckdb": "Parquet is written with it: pip install 'newsclaims[duckdb]' there",
    "s3://": "pip install s3fs there",
    "gs://": "pip install gcsfs there",
}


Problem = tuple[str, str]  # what is wrong, and how to mend it


class Equipment(NamedTuple):
    """What a machine has: the version of this package, what tells its model from another, and what it lacks.

    ``model`` is "" where there is none of that name.
    """

    version: str
    model: str
    lacks: tuple[str, ...] = ()


def needs(parts: Iterable[Part], folder: str, format_: Format) -> tuple[str, ...]:
    """Say what workers need to read and write parts, apart from what this package cannot do without.

    Returns:
        Names of modules, and the beginnings of addresses: ``("trafilatura", "s3://")``.
    """
    found = {"duckdb"} if format_ == "parquet" else set()
    addresses = {folder}
    for part in parts:
        for one in part.slices:
            addresses.add(one.url.partition("://")[0] + "://" if is_url(one.url) else "")
            if SUFFIXES.get(suffix(one.path)) == "page":
                found.add("trafilatura")
    found |= {one.partition("://")[0] + "://" for one in addresses if is_url(one)}
    return tuple(sorted(found))


def equipment(model: str | None, needed: tuple[str, ...] = ()) -> tuple[str, str, tuple[str, ...]]:
    """Say what this machine has, as plain values: who passes them on may know nothing of this package."""
    return tuple(Equipment(here(), model_mark(model), tuple(one for one in needed if not _has(one))))  # type: ignore[return-value]


@lru_cache(maxsize=2)
def model_mark(model: str | None) -> str:
    """Give what tells a model from others of its name: a digest of the weights of the built-in one, a package's version.

    Returns:
        "" if there is no model of that name.
    """
    if model is None:
        from newsclaims import parse

        weights = Path(parse.__file__).parent / "weights"
        return _digest(path for path in sorted(weights.iterdir()) if path.is_file() and path.suffix != ".md")
    try:
        return version(model)
    except (PackageNotFoundError, ValueError):
        about = Path(model) / "meta.json"
        return _digest([about]) if about.is_file() else ""


def check(found: Mapping[str, object], own: Equipment, model: str | None) -> None:
    """See whether workers can do a run's work.

    Args:
        found: what each said, by its address: its `Equipment` as plain values, or the error that came instead.
        own: what the machine has that they work for.
        model: the model's name, None for the built-in one.

    Raises:
        NewsclaimsError: some cannot: which, why, and how that is mended.

    Example: of ``{"tcp://10.0.0.7:4711": ("0.1.0", "5d0c8a3f", ())}``, where we have 0.2.0, it says "the worker at
    tcp://10.0.0.7:4711 has newsclaims 0.1.0, and here is 0.2.0. Install the same version everywhere, and start it again".
    """
    wrong: dict[Problem, list[str]] = {}
    for address, said in found.items():
        if problem := _unlike(said, own) or _unable(said, own, model):
            wrong.setdefault(problem, []).append(address)
    for (what, hint), where in wrong.items():
        others = f" (and {len(where) - 1:,} more of {len(found):,})" if where[1:] else ""
        raise NewsclaimsError(f"the worker at {where[0]}{others} {what}", hint)


def _unlike(said: object, own: Equipment) -> Problem | None:
    """Say what is wrong with the package on a machine, and how that is mended."""
    install = f"Install newsclaims {own.version} there, as here (pip install 'newsclaims[dask]'), {AGAIN}"
    if isinstance(said, Exception):
        if "No module named 'newsclaims'" in str(said):  # its type is lost on the way
            return "has no newsclaims", install
        # it may have a version that has not yet, or no longer, what it was asked by
        reason = (str(said) or type(said).__name__).splitlines()[0][:LONGEST]
        return f"cannot use newsclaims as it is installed there ({reason})", install
    has = Equipment(*said)  # type: ignore[misc]
    if has.version != own.version:
        return f"has newsclaims {has.version}, and here is {own.version}", SAME
    return None


def _unable(said: object, own: Equipment, model: str | None) -> Problem | None:
    """Say what a machine with the right package lacks to work with it."""
    has = Equipment(*said)  # type: ignore[misc]
    if not has.model:
        return f"has no model {model}", f"Install it there, {AGAIN}"
    if own.model and has.model != own.model:
        which = f"model {model} {has.model}, and here is {own.model}" if model else "another language model in newsclaims"
        return f"has {which}", SAME
    if has.lacks:
        hint = HINTS.get(has.lacks[0], f"Install there what fsspec needs for {has.lacks[0]}")
        return f"lacks {' and '.join(has.lacks)}", f"{hint}, {AGAIN}"
    return None


def _has(needed: str) -> bool:
    try:
        if not is_url(needed):
            return importlib.util.find_spec(needed) is not None
        import fsspec

        fsspec.get_filesystem_class(needed.removesuffix("://"))
    except (ImportError, ValueError):
        return False
    return True


def _digest(paths: Iterable[Path]) -> str:
    found = hashlib.sha256()
    for path in paths:
        found.update(path.name.encode())
        found.update(path.read_bytes())
    return found.hexdigest()[:16]
