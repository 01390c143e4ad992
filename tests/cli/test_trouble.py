"""Outputs that fail, as real processes: full and read-only disks, closed pipes, a limit on the size of files."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "newsclaims"]
TEXT = "Norway gave Ukraine two radar systems on Monday. Sweden did not send any troops, the minister said.\n"
# As if a disk of its own were mounted, where the system lets us
MOUNTED = 'mount -t tmpfs -o "$1" tmpfs "$2" && shift && cd "$1" && shift && "$@"; code=$?; ls -A; exit $code'


def run(*command: str, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False, **options)  # type: ignore[call-overload, no-any-return]


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for number in range(6):
        (folder / f"{number}.txt").write_text(f"{number} people left. " + TEXT * 4)
    return folder


@pytest.mark.parametrize("arguments", [["extract", "--format", "csv"], ["schema"]])
def test_a_full_standard_output_is_one_line_and_2(articles: Path, arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        given = [str(articles)] if arguments != ["schema"] else []
        done = subprocess.run([*COMMAND, *arguments, *given], stdout=full, stderr=subprocess.PIPE, timeout=120, check=False)
    assert done.returncode == 2
    assert done.stderr == b"claims: cannot write to standard output: no space left on device. Free some room\n"


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["extract", "--help"]])
def test_help_has_no_room_either(arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*COMMAND, *arguments], stdout=full, stderr=subprocess.PIPE, timeout=60, check=False)
    assert done.returncode == 2
    assert done.stderr == b"claims: cannot write to standard output: no space left on device. Free some room\n"


def test_a_device_that_is_full_is_one_line_and_2(articles: Path) -> None:
    done = run(*COMMAND, "extract", str(articles), "-o", "/dev/full")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "claims: cannot write /dev/full: no space left on device. Free some room, or choose another -o\n"


def test_a_standard_output_that_is_closed_is_one_line(articles: Path) -> None:
    done = run("sh", "-c", '"$@" >&-', "sh", *COMMAND, "extract", str(articles))
    assert done.returncode == 2
    assert done.stderr == "claims: cannot write: standard output is closed. Write to a file, with -o\n"


@pytest.mark.parametrize("target", ["out.csv.gz"])
def test_a_file_that_may_not_grow_is_one_line_and_leaves_nothing(articles: Path, tmp_path: Path, target: str) -> None:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (500, 500))

    (tmp_path / "before").mkdir()
    done = run(*COMMAND, "extract", str(articles), "-o", f"before/{target}", cwd=tmp_path, preexec_fn=limit)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"claims: cannot write before/{target}: file too large. Choose another -o\n"
    assert list((tmp_path / "before").iterdir()) == []


def may_mount() -> bool:
    if not shutil.which("unshare") or not shutil.which("mount"):
        return False
    return run("unshare", "-rm", "sh", "-c", "mount -t tmpfs -o size=4k tmpfs /mnt").returncode == 0


@pytest.mark.skipif(not may_mount(), reason="nothing may be mounted here")
@pytest.mark.parametrize("target", ["out.json"])
def test_a_full_disk_is_one_line_and_nothing_is_left_on_it(articles: Path, tmp_path: Path, target: str) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = ("unshare", "-rm", "sh", "-c", MOUNTED, "sh", "size=4k", str(disk))
    done = run(*mounted, *COMMAND, "extract", str(articles), "-o", target)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"claims: cannot write {target}: no space left on device. Free some room, or choose another -o\n"


@pytest.mark.skipif(not may_mount(), reason="nothing may be mounted here")
def test_a_disk_that_is_read_only_is_told_of_before_anything_is_read(articles: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    done = run(
        "unshare", "-rm", "sh", "-c", MOUNTED, "sh", "ro", str(disk), *COMMAND, "extract", str(articles), "-o", "o.json"
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "claims: cannot write o.json: read-only file system. Choose another -o\n"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_to_is_one_line(articles: Path, tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir(0o555)
    done = run(*COMMAND, "extract", str(articles), "-o", str(folder / "out.json"))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"claims: cannot write {folder / 'out.json'}: permission denied. Choose another -o\n"


@pytest.mark.parametrize("format_", ["csv", "json"])
def test_a_reader_that_has_enough_ends_it_quietly(articles: Path, format_: str) -> None:
    with subprocess.Popen(
        [*COMMAND, "extract", str(articles), "--format", format_], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=120) == 0


def test_a_named_pipe_whose_reader_has_enough_ends_it_quietly(articles: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    with subprocess.Popen(
        [*COMMAND, "extract", str(articles), "-o", "pipe.csv"], cwd=tmp_path, stderr=subprocess.PIPE
    ) as process:
        with (tmp_path / "pipe.csv").open("rb") as reader:
            assert reader.readline().startswith(b"id,text,")
        assert process.stderr is not None
        assert process.stderr.read() == b""
        assert process.wait(timeout=120) == 0
