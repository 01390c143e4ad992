"""Runs over many articles as real processes: jobs, signals, kills, what stderr is told. See stand_in.py for the articles."""

from __future__ import annotations

import json
import os
import random
import re
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from tests.terminal import on_terminal

STAND_IN = [sys.executable, str(Path(__file__).parent / "stand_in.py")]
NAMES = ("Norway", "Kenya", "Chile", "Nepal", "Qatar", "Ghana", "Italy", "Japan")
Bytes = subprocess.CompletedProcess[bytes]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty articles: some without claims, some with the same text."""
    folder = tmp_path_factory.mktemp("news")
    for number in range(40):
        text = "Nothing." if number % 5 == 4 else f"{NAMES[number % 8]}{number // 16} gave Kyiv radars on Monday."
        (folder / f"{number:02}.txt").write_text(text)
    return folder


@pytest.fixture(scope="module")
def undisturbed(folder: Path) -> dict[str, bytes]:
    """What runs print that nothing disturbs."""
    return {format_: claims("extract", folder, "--format", format_).stdout for format_ in ("jsonl", "csv")}


def claims(*arguments: object, **options: object) -> Bytes:
    command = [*STAND_IN, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, timeout=120, check=False, **options)  # type: ignore[call-overload, no-any-return]


def started(*arguments: object, **options: object) -> subprocess.Popen[bytes]:
    command = [*STAND_IN, *map(str, arguments)]
    # who runs the tests in the background has its children ignore SIGINT; these should hear it
    options["preexec_fn"] = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    return subprocess.Popen(command, stderr=subprocess.PIPE, **options)  # type: ignore[call-overload, no-any-return]


def wait_for(what: object, seconds: float = 60) -> None:
    """Wait until something callable is true."""
    end = time.monotonic() + seconds
    while not what():  # type: ignore[operator]
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


def children(parent: int) -> set[int]:
    """The processes that a process has started to work."""
    found = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            if int(stat.read_text().rsplit(")", 1)[1].split()[1]) == parent:
                found.add(int(stat.parent.name))
        except OSError:
            continue
    return found


def crowded() -> float:
    """How many times longer things take than on a machine that has nothing else to do."""
    wall, work = time.monotonic(), time.process_time()
    while time.process_time() < work + 0.1:
        pass
    return max(1, (time.monotonic() - wall) / 0.1)


def alive(processes: set[int]) -> set[int]:
    """Those of some processes that run."""
    running = set()
    for process in processes:
        try:
            state = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0]
        except OSError:
            continue
        if state != "Z":
            running.add(process)
    return running


def gone(processes: set[int]) -> bool:
    """Whether processes have left, or leave within seconds: one that only watches over shared resources goes last."""
    until = time.monotonic() + 10
    while alive(processes) and time.monotonic() < until:
        time.sleep(0.05)
    return not alive(processes)


@pytest.mark.parametrize("format_", ["jsonl", "csv"])
def test_jobs_change_nothing(folder: Path, undisturbed: dict[str, bytes], format_: str) -> None:
    done = claims("extract", folder, "--format", format_, "--jobs", 3)
    assert done.stdout == undisturbed[format_]
    assert done.stdout.count(b"gave Kyiv") >= 32


def test_jobs_change_nothing_with_the_language_model(samples: Path) -> None:
    paths = [samples / "ferry-fire.txt", samples / "cup-final.txt", samples / "glacier-study.txt"]
    runs = [
        subprocess.run(
            [sys.executable, "-m", "newsclaims", command, *paths, *more], capture_output=True, timeout=120, check=False
        ).stdout
        for command in ("extract", "parse")
        for more in ([], ["--jobs", "2"])
    ]
    assert runs[0] == runs[1]
    assert runs[2] == runs[3]
    assert len(json.loads(runs[0])["articles"]) == 3


@pytest.mark.parametrize(("suffix", "jobs"), [("jsonl", 1), ("csv", 2)])
def test_after_kills_resuming_gives_what_an_undisturbed_run_does(
    folder: Path, undisturbed: dict[str, bytes], tmp_path: Path, suffix: str, jobs: int
) -> None:
    out, journal = tmp_path / f"out.{suffix}", tmp_path / f"out.{suffix}.journal"
    chance = random.Random(4)
    run = ("extract", folder, "-o", out, "--resume", "--jobs", jobs)
    slow = {**os.environ, "STAND_IN_SECONDS": "0.02"}
    for more in (0, 90, 60):
        with started(*run, env=slow) as process:
            size = journal.stat().st_size if journal.exists() else 0
            wait_for(lambda: journal.exists() and journal.stat().st_size > size + more)  # noqa: B023
            time.sleep(chance.random() / 20)
            working = children(process.pid)
            process.kill()
        assert not out.exists()
        wait_for(lambda: not alive(working), 30)  # noqa: B023
    done = claims(*run)
    assert done.returncode == 0, done.stderr
    assert out.read_bytes() == undisturbed[suffix]
    assert [path.name for path in tmp_path.iterdir()] == [out.name]
    assert b" there already" in done.stderr


@pytest.mark.parametrize(
    ("number", "jobs", "code"), [(signal.SIGINT, 1, 130), (signal.SIGINT, 2, 130), (signal.SIGTERM, 2, 143)]
)
def test_a_signal_stops_within_a_second_and_keeps_what_is_written(
    tmp_path: Path, number: signal.Signals, jobs: int, code: int
) -> None:
    for name, text in {"a": "Norway gave Kyiv radars on Monday.", "b": "Nothing.", "c": "wait 60"}.items():
        (tmp_path / f"{name}.txt").write_text(text)
    out = tmp_path / "out.jsonl"
    run = ("extract", tmp_path, "-o", out, "--resume", "--jobs", jobs)
    journal = tmp_path / "out.jsonl.journal"
    with started(*run, start_new_session=True) as process:
        wait_for(lambda: journal.exists() and journal.read_bytes().count(b"\n") == 3)
        working = children(process.pid)
        begun = time.monotonic()
        os.killpg(process.pid, number)  # as a terminal does: everybody hears it
        assert process.wait(timeout=30) == code
        assert time.monotonic() - begun < crowded()
        assert process.stderr
        assert process.stderr.read() == b"claims: interrupted after 2 articles; the same command goes on from there\n"
    wait_for(lambda: not alive(working), 2)
    (tmp_path / "c.txt").write_text("Kenya gave Kyiv radars on Monday.")
    assert claims(*run).returncode == 0
    assert [json.loads(line)["actor"]["text"] for line in out.read_text().splitlines()] == ["Norway", "Kenya"]


def test_without_resume_an_interrupted_run_leaves_a_whole_file_that_can_be_gone_on_with(tmp_path: Path) -> None:
    news = tmp_path / "news"
    news.mkdir()
    for name, text in {"a": "Norway gave Kyiv radars on Monday.", "b": "wait 60"}.items():
        (news / f"{name}.txt").write_text(text)
    out = tmp_path / "out.jsonl"
    run = ("extract", news, "-o", out)
    with started(*run, "-v") as process:
        assert process.stderr
        process.stderr.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 130
        assert process.stderr.read().decode() == (
            f"claims: interrupted; {out} has the first 1 article; the same command with --resume goes on from there\n"
        )
    (news / "b.txt").write_text("Kenya gave Kyiv radars on Monday.")
    assert claims(*run).returncode == 2
    assert claims(*run, "--resume").returncode == 0
    assert [json.loads(line)["actor"]["text"] for line in out.read_text().splitlines()] == ["Norway", "Kenya"]


def test_a_second_signal_ends_it_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("wait 60")
    script = (
        "import sys, time; sys.argv = ['claims', *sys.argv[1:]]; from newsclaims.parse import models\n"
        "def model(*_, **__):\n"
        "    try: print('ready', file=sys.stderr, flush=True); time.sleep(60)\n"
        "    finally: print('stuck', file=sys.stderr, flush=True); time.sleep(60)\n"
        "models.model = model; from newsclaims.cli import main; main()"
    )
    command = [sys.executable, "-c", script, "extract", str(tmp_path)]
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=heard) as process:
        assert process.stderr
        for said in (b"ready\n", b"stuck\n"):
            assert process.stderr.readline() == said
            process.send_signal(signal.SIGINT)
        assert process.wait(timeout=5) == 130


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_reader_that_closes_the_pipe_ends_all_processes_quietly(folder: Path, jobs: int) -> None:
    environment = {**os.environ, "STAND_IN_SECONDS": "0.05"}
    with started("extract", folder, "--format", "jsonl", "--jobs", jobs, stdout=subprocess.PIPE, env=environment) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        working = children(process.pid)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 0
    assert gone(working)


def test_a_process_that_dies_is_an_error_of_its_article(tmp_path: Path) -> None:
    for name, text in {"a": "die", "b": "Norway gave Kyiv radars on Monday."}.items():
        (tmp_path / f"{name}.txt").write_text(text)
    done = claims("extract", tmp_path, "--jobs", 2)
    document = json.loads(done.stdout)
    assert done.returncode == 1
    assert [claim["actor"]["text"] for claim in document["claims"]] == ["Norway"]
    (error,) = document["errors"]
    assert "a.txt could not be understood: twice the process that worked on it died (killed by SIGKILL)" in error["message"]


def test_a_summary_closes_a_run_over_several_articles(folder: Path) -> None:
    (line,) = claims("extract", folder, "gone.txt").stderr.decode().splitlines()[1:]
    assert re.fullmatch(r"claims: 40 articles, 32 claims, 1 failed, 200 words in \d+\.\d s \([\d,]+ a second\)", line)
    assert claims("extract", folder / "00.txt").stderr == b""
    assert claims("extract", folder, "-q").stderr == b""
    assert claims("extract", folder, "gone.txt", "-q").stderr.decode().splitlines() == [
        "claims: no such file: gone.txt. Check the name and the folder you are in"
    ]
    verbose = claims("extract", folder / "00.txt", folder / "04.txt", "-v").stderr.decode().splitlines()
    assert re.fullmatch(r"claims: \S+00\.txt: 1 claims, 6 words, \d\.\d\d s", verbose[0])
    assert len(verbose) == 3


def on_a_terminal(*arguments: object, stdout: int | None = None) -> tuple[int, str]:
    return on_terminal([*STAND_IN, *map(str, arguments)], stdout=stdout, COLUMNS="100", STAND_IN_SECONDS="0.02")


def test_progress_is_shown_on_a_terminal_and_gone_at_the_end(folder: Path, tmp_path: Path) -> None:
    code, sent = on_a_terminal("extract", folder, "-o", tmp_path / "a.jsonl")
    assert code == 0
    assert re.search(r"\d+/40 articles · \d+ claims · [\d,]+ words/s", sent)
    assert re.search(r"\d:\d\d left", sent)
    assert sent.count("\x1b[?25l") == sent.count("\x1b[?25h") > 0  # the cursor is back
    assert re.search(r"\x1b\[2K(\x1b\[\?25h)?.*claims: 40 articles", sent)
    assert on_a_terminal("extract", folder, "-o", tmp_path / "b.jsonl", "-q") == (0, "")
    assert on_a_terminal("extract", folder / "00.txt", "-o", tmp_path / "c.jsonl") == (0, "")


def test_progress_makes_room_for_tables_on_the_same_terminal(folder: Path) -> None:
    code, sent = on_a_terminal("extract", folder)
    assert code == 0
    lines = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", sent).replace("\r", "\n").splitlines()
    assert sum(line.rstrip() == "no claims found" for line in lines) == 8
    assert sum(bool(re.match(r"\w+ +gave +Kyiv", line)) for line in lines) == 32
    assert any("/40 articles" in line for line in lines)


@pytest.mark.parametrize(
    ("variables", "arguments", "coloured"),
    [
        ({"FORCE_COLOR": "1"}, [], True),
        ({"NO_COLOR": "1", "TERM": "dumb"}, ["--color", "always"], True),
        ({"FORCE_COLOR": "1"}, ["--color", "never"], False),
    ],
)
def test_styles_are_sent_where_they_are_wanted(
    folder: Path, variables: dict[str, str], arguments: list[str], coloured: bool
) -> None:
    environment = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR")}
    done = claims("extract", folder / "00.txt", "--format", "table", *arguments, env={**environment, **variables})
    assert (b"\x1b[" in done.stdout) == coloured
