"""A cluster of real processes on this machine, and a model that needs no time, which all of them can load by its name."""

from __future__ import annotations

import gzip
import importlib.util
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

MISSING = [name for name in ("dask", "distributed", "fsspec") if not importlib.util.find_spec(name)]
AWAY = ("--dashboard-address", "127.0.0.1:0")
MODEL = '''
"""Knows ``NAME gave Kyiv radars on Monday.``; ``wait SECONDS NAME`` takes that long; at ``die`` the process is killed."""

import os, signal, time
from types import SimpleNamespace
from tests.docs import RADARS, build



class Parser:
    pipe_names, max_length = ["parser"], 10**9

    def has_factory(self, name):
        return True

    def get_pipe_meta(self, name):
        return SimpleNamespace(assigns=["token.dep"])

    def __call__(self, text, disable=()):
        name, *words = text.split()
        if name == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        if name == "wait":
            time.sleep(float(words.pop(0)))
            name = words[0]
        return build(RADARS.replace("Norway", name))


def load(**_):
    return Parser()
'''

WITHOUT = """
import sys

class Nowhere:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "{package}":
            raise ModuleNotFoundError("No module named '{package}'", name="{package}")

sys.meta_path.insert(0, Nowhere())
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs Dask where that is not installed."""
    if MISSING:
        for item in items:
            if Path(__file__).parent in item.path.parents:
                item.add_marker(
                    pytest.mark.skip(reason=f"{', '.join(MISSING)} not installed: pip install 'newsclaims[dask]'")
                )


class Cluster:
    """A scheduler and workers, each a process of its own; a task that two workers died at is given up."""

    def __init__(self, folder: Path) -> None:
        package = folder / "packages" / "stand_in"
        package.mkdir(parents=True)
        (package / "__init__.py").write_text(MODEL)
        about = folder / "packages" / "stand_in-1.0.dist-info"
        about.mkdir()
        (about / "METADATA").write_text("Metadata-Version: 2.1\nName: stand_in\nVersion: 1.0\n")
        paths = [str(package.parent), str(ROOT), str(ROOT / "src")]
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("NEWSCLAIMS_")},
            "PYTHONPATH": os.pathsep.join(paths),
            "OMP_NUM_THREADS": "1",
            "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1",
        }
        self.folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"tcp://127.0.0.1:{self.port}"
        self.workers: list[subprocess.Popen[bytes]] = []
        self.start()

    def start(self) -> None:
        """Start the scheduler."""
        self.scheduler = self._process("dask_scheduler", "--host", "127.0.0.1", "--port", str(self.port), *AWAY)

    def have(self, number: int) -> None:
        """See to it that so many workers are alive."""
        self.workers = [worker for worker in self.workers if worker.poll() is None]
        while len(self.workers) < number:
            self.workers.append(self._process("dask_worker", self.address, "--nthreads", "1", "--no-nanny", *AWAY))

    def worker_without(self, package: str) -> subprocess.Popen[bytes]:
        """Start a worker on a machine where a package is not installed; whoever asked for it ends it."""
        folder = self.folder / f"no_{package}"
        folder.mkdir(exist_ok=True)
        (folder / "sitecustomize.py").write_text(WITHOUT.format(package=package))
        path = os.pathsep.join([str(folder), self.environment["PYTHONPATH"]])
        return self._process("dask_worker", self.address, "--nthreads", "1", "--no-nanny", *AWAY, PYTHONPATH=path)

    def stop(self) -> None:
        """End all of it."""
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()

    def begun(self, *arguments: object) -> subprocess.Popen[str]:
        """Begin ``claims extract`` with the stand-in for the model."""
        command = [sys.executable, "-m", "newsclaims", "extract", *map(str, arguments), "--model", "stand_in"]
        pipe = subprocess.PIPE
        return subprocess.Popen(command, env=self.environment, stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe, text=True)

    def extract(self, *arguments: object) -> tuple[int, str, str]:
        """Run it on the cluster: exit code, standard output, standard error."""
        return ended(self.begun(*arguments, "--scheduler", self.address))

    def _process(self, module: str, *arguments: str, **environment: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.{module}", *arguments]
        log = (self.folder / "log").open("ab")
        scratch = self.folder / "scratch"
        scratch.mkdir(exist_ok=True)
        with log:
            return subprocess.Popen(command, env={**self.environment, **environment}, cwd=scratch, stdout=log, stderr=log)


def ended(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    """Wait for a run's end: exit code, standard output, standard error."""
    out, err = process.communicate(timeout=300)
    return process.returncode, out, err


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A cluster for all tests; each says how many workers it needs."""
    started = Cluster(tmp_path_factory.mktemp("cluster"))
    try:
        yield started
    finally:
        started.stop()


def wire(*names: str) -> str:
    """Give JSON Lines of articles, each about somebody who gives Kyiv radars."""
    return "".join(json.dumps({"text": f"{name} gave Kyiv radars on Monday."}) + "\n" for name in names)


def parts(folder: Path) -> list[Path]:
    """Give the files with claims, in the order of the input."""
    return sorted(folder.glob("part-*"))


def claims(folder: Path) -> list[dict[str, Any]]:
    """Give the claims of all parts."""
    return [json.loads(line) for part in parts(folder) for line in gzip.open(part, "rt", encoding="utf-8")]


def wait_for(what: Any, seconds: float = 120) -> None:
    """Wait until something is true."""
    until = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.05)
