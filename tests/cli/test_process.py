"""The command as a real process: pipes, signals, a pseudo-terminal, start-up."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from tests.terminal import on_terminal

COMMAND = [sys.executable, "-m", "newsclaims"]
TEXT = "Norway gave Ukraine two radar systems on Monday. Sweden did not send any troops, the minister said.\n"


@pytest.fixture
def wire(tmp_path: Path) -> Path:
    path = tmp_path / "wire.txt"
    path.write_text(TEXT)
    return path


def claims(*arguments: object, **options: object) -> subprocess.CompletedProcess[str]:
    command = [*COMMAND, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120, **options)  # type: ignore[call-overload, no-any-return]


@pytest.mark.parametrize("arguments", [["--help"], ["extract", "--help"], ["--version"], ["schema"]])
def test_what_needs_no_model_never_imports_spacy(arguments: list[str]) -> None:
    script = (
        "import sys; from newsclaims.cli.boundary import run; code = run(sys.argv[1:]); "
        "print(code, sorted({'spacy', 'numpy', 'onnxruntime'} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stderr.strip() == "0 []"
    assert done.stdout


def test_version_names_tool_model_spacy_and_python() -> None:
    names = [line.split()[0] for line in claims("--version").stdout.splitlines()]
    assert names == ["claims", "model", "spaCy", "Python"]


def test_a_pipe_from_end_to_end(wire: Path) -> None:
    done = claims("extract", "--date", "2025-01-09", input=wire.read_text())
    document = json.loads(done.stdout)
    assert done.returncode == 0, done.stderr
    assert {claim["action"]["text"]: claim["action"]["status"] for claim in document["claims"]} == {
        "gave": "actual",
        "did not send": "negated",
    }
    first = document["claims"][0]
    assert (first["actor"]["entity"], first["target"]["entity"]) == ("Norway", "Ukraine")
    assert first["date"]["value"] == "2025-01-06"


def test_front_matter_is_metadata_and_shifts_no_offset(tmp_path: Path) -> None:
    text = f"title: Radars\r\ndate: 2025-01-09\r\nsource: The Coast\r\n\r\n{TEXT}"
    (tmp_path / "a.txt").write_bytes(text.encode())
    document = json.loads(claims("extract", tmp_path / "a.txt").stdout)
    (record,) = document["articles"]
    assert (record["title"], record["publisher"], record["published"], record["published_from"]) == (
        "Radars", "The Coast", "2025-01-09", "metadata",
    )  # fmt: skip
    for claim in document["claims"]:
        action = claim["action"]
        assert text[action["start"] : action["end"]] == action["text"]


def test_two_runs_print_the_same(wire: Path) -> None:
    assert claims("extract", wire).stdout == claims("extract", wire).stdout


def test_a_reader_that_closes_the_pipe_ends_it_quietly(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number}.txt").write_text(f"{number} people left. " + TEXT * 20)
    with subprocess.Popen(
        [*COMMAND, "extract", str(tmp_path), "--format", "jsonl"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=120) == 0


def test_ctrl_c_is_130_without_a_traceback() -> None:
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # also where the shell has its children ignore it
    with subprocess.Popen(
        [*COMMAND, "extract", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=heard
    ) as process:
        assert process.stdin is not None
        assert process.stderr is not None
        with pytest.raises(subprocess.TimeoutExpired):  # it waits for its input
            process.wait(timeout=4)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 130
        assert process.stderr.read().strip() == b""


@pytest.mark.parametrize("width", [80, 140])
def test_a_table_fits_a_real_terminal(wire: Path, width: int) -> None:
    screen = on_terminal([*COMMAND, "extract", str(wire)], COLUMNS=str(width))[1]
    lines = re.sub(r"\x1b\[[0-9;]*m", "", screen).splitlines()
    assert "\x1b[" in screen
    assert max(map(len, lines)) == width
    assert any(line.startswith("Norway") and "gave" in line and "Ukraine" in line for line in lines)
    assert "(negated)" in screen


NATIONS = """Peru and Chile closed their border on Monday.

The Peruvian foreign minister of Chile, Ana Ruiz, met reporters in Oslo. "We will open the border," Ruiz said.
"""


def test_the_order_in_which_python_keeps_sets_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "nations.txt").write_text(NATIONS)
    found = set()
    for seed in ("1", "2"):  # under which the two nations stand in different orders
        command = [sys.executable, "-m", "newsclaims", "extract", "--format", "jsonl", "nations.txt"]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        run = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, timeout=120, check=True)
        found.add(run.stdout)
    assert len(found) == 1
    assert found.pop().count(b"\n") >= 2
