"""A run touches nothing but what it was told to: no network, no file beside its output, none left behind."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.safety.hostile import ARTICLE

# every way that Python has to the network, closed before anything of the program is imported
SHUT = """
import socket, sys
def refused(*given, **more):
    sys.exit("network: " + repr(given)[:200])
class Refused(socket.socket):
    connect = connect_ex = sendto = refused
socket.socket = Refused
socket.create_connection = socket.getaddrinfo = socket.gethostbyname = refused
from newsclaims.cli.boundary import run
sys.exit(run(sys.argv[1:]))
"""


def listed(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


@pytest.mark.parametrize(
    "command", [("extract", "-o", "out/claims.json"), ("report", "-o", "out/report.html")], ids=lambda command: command[0]
)
def test_no_network_and_no_file_but_the_one_that_is_named(command: tuple[str, ...], tmp_path: Path) -> None:
    for name in ("in", "out", "tmp", "home"):
        (tmp_path / name).mkdir()
    (tmp_path / "in" / "wire.txt").write_text(f"url: http://phish.example/../../etc/passwd\n{ARTICLE}", encoding="utf-8")
    before = listed(tmp_path)
    surroundings = {
        **os.environ,
        "TMPDIR": str(tmp_path / "tmp"),
        "HOME": str(tmp_path / "home"),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    done = subprocess.run(
        [sys.executable, "-c", SHUT, command[0], "in", *command[1:]],
        capture_output=True,
        text=True,
        timeout=120,
        cwd=tmp_path,
        env=surroundings,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert listed(tmp_path) - before == {command[2]}
    assert before <= listed(tmp_path)


def test_a_title_or_a_name_leads_no_output_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    article = tmp_path / "in" / "a..\\..\\up.txt"
    article.write_text("title: ../../../escaped.json\nid: /etc/x\n\nThe court fined Acme.\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "newsclaims", "extract", "in", "-o", "in/../claims.csv"],
        capture_output=True,
        text=True,
        timeout=120,
        cwd=tmp_path,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert listed(tmp_path) == {"in", str(article.relative_to(tmp_path)), "claims.csv"}
