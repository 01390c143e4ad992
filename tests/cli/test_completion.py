"""Completion in the shell: what is offered, and that a real shell takes it up."""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from newsclaims.cli.root import COMMANDS
from tests.pages import path_with_claims

SHELLS = ("bash", "zsh", "fish")


def claims(folder: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "newsclaims"],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=folder,
    )


def offered(line: str, shell: str = "bash", folder: Path | None = None) -> list[str]:
    """Give what the shell is told when the last word of a line is to be completed; each with its kind."""
    words = line.split(" ")
    word = {"fish": words[-1]}.get(shell, str(len(words) - 1))
    done = claims(folder, _CLAIMS_COMPLETE=f"{shell}_complete", COMP_WORDS=line, COMP_CWORD=word)
    assert (done.returncode, done.stderr) == (0, "")
    if shell == "zsh":
        kinds, values = done.stdout.split("\n")[0::3], done.stdout.split("\n")[1::3]
        return [f"{kind},{value}" for kind, value in zip(kinds, values, strict=False)]
    return [told.split("\t")[0] for told in done.stdout.splitlines()]


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_for_a_shell_names_the_command(shell: str) -> None:
    done = claims(_CLAIMS_COMPLETE=f"{shell}_source")
    assert done.returncode == 0
    assert f"_CLAIMS_COMPLETE={shell}_complete" in done.stdout
    assert "claims" in done.stdout.splitlines()[0]


@pytest.mark.parametrize("shell", SHELLS)
def test_commands(shell: str) -> None:
    assert offered("claims ", shell) == [f"plain,{name}" for name in COMMANDS]
    assert offered("claims extr", shell) == ["plain,extract"]


@pytest.mark.parametrize("shell", SHELLS)
def test_options_and_their_values(shell: str) -> None:
    assert offered("claims extract --min", shell) == ["plain,--min-confidence"]
    assert offered("claims extract --format jsonl --evi", shell) == ["plain,--evidence"]
    assert offered("claims extract --format jsonl --format ta", shell) == ["plain,table"]
    assert set(offered("claims dates --format json", shell)) == {"plain,json", "plain,jsonl"}
    assert {"plain,--config", "plain,--no-config"} <= set(offered("claims quotes --", shell))


@pytest.mark.parametrize(
    "line", ["claims extract wi", "claims extract wire.txt ", "claims dates -o wi", "claims parse --config ne"]
)
def test_files_are_left_to_the_shell(line: str) -> None:
    assert offered(line) == [f"file,{line.split(' ')[-1]}"]


def test_a_broken_configuration_does_not_break_it(tmp_path: Path) -> None:
    (tmp_path / "newsclaims.toml").write_text("format =")
    assert offered("claims extract --evi", folder=tmp_path) == ["plain,--evidence"]
    assert offered("claims extract --config gone.toml --evi", folder=tmp_path) == ["plain,--evidence"]


START = {
    "bash": ["bash", "--norc", "--noprofile", "-i"],
    "zsh": ["zsh", "-f", "-i"],
    "fish": ["fish", "--no-config", "-i"],
}
SETUP = {
    "bash": 'eval "$(_CLAIMS_COMPLETE=bash_source claims)"',
    "zsh": 'autoload -Uz compinit; compinit -D -u; eval "$(_CLAIMS_COMPLETE=zsh_source claims)"',
    "fish": "_CLAIMS_COMPLETE=fish_source claims | source",
}


@pytest.mark.parametrize("shell", [shell for shell in SHELLS if shutil.which(shell)])
def test_the_tabulator_in_a_real_shell(shell: str, tmp_path: Path) -> None:
    path = path_with_claims(tmp_path)
    (tmp_path / "wire-report.txt").write_text("Norway gave Kyiv radars.")
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(tmp_path)
        os.environ.update(PATH=path, TERM="xterm", HOME=str(tmp_path), PS1="$ ")
        os.execvp(shell, START[shell])
    try:
        _typed(terminal, f"{SETUP[shell]}; echo re''ady\n", "ready")
        _typed(
            terminal, "claims extr\t--min\t0.5 --format jsonl wire\t", "--min-confidence 0.5 --format jsonl wire-report.txt"
        )
    finally:
        os.close(terminal)
        os.waitpid(process, 0)


def _typed(terminal: int, keys: str, until: str) -> None:
    """Type on a terminal until it shows what is waited for."""
    os.write(terminal, keys.encode())
    screen, end = "", time.monotonic() + 30
    while until not in re.sub(".\b", "", re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", screen)):
        assert time.monotonic() < end, screen
        if select.select([terminal], [], [], 0.5)[0]:
            screen += os.read(terminal, 65536).decode(errors="replace")
