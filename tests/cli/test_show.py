"""`claims show` in a pipe, on a terminal, and through a pager."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Claims
from tests.terminal import on_terminal

COMMAND = [sys.executable, "-m", "newsclaims", "show"]


def on_a_terminal(*arguments: str, **environment: str) -> str:
    return on_terminal([*COMMAND, *arguments], **environment)[1]


def test_a_pipe_gets_brackets_and_no_escapes(claims: Claims, article: Path) -> None:
    code, out, _ = claims("show", article, "--date", "2025-01-09")
    assert code == 0
    assert "[actor: Norway] [action 1: gave] [target: Kyiv] radars [date: on Monday]." in out
    assert " 1    Norway · gave · Kyiv  actual; 2025-01-06;" in out
    assert "\x1b" not in out


def test_front_matter_is_told_in_the_head_and_not_again(claims: Claims, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("title: Radars\n\n" + "Norway gave Kyiv radars on Monday.")
    out = claims("show", path).out
    assert out.startswith("Radars\n")
    assert "title:" not in out


def test_one_claim(claims: Claims, article: Path) -> None:
    assert "rule" in claims("show", article, "--claim", "1").out


def test_a_number_that_no_claim_has(claims: Claims, article: Path) -> None:
    code, out, err = claims("show", article, "--claim", "2")
    assert (code, out) == (2, "")
    assert err == f"claims: {article} has 1 claim, so none is number 2. `claims show` numbers them\n"


def test_a_file_that_is_not_there_is_reported_and_the_next_one_shown(claims: Claims, article: Path) -> None:
    code, out, err = claims("show", article.with_name("none.txt"), article)
    assert code == 1
    assert "[actor: Norway]" in out
    assert "none.txt" in err


def test_it_can_be_written_to_a_file(claims: Claims, article: Path, tmp_path: Path) -> None:
    assert claims("show", article, "-o", tmp_path / "shown.txt", tty=True).out == ""
    assert "[actor: Norway]" in (tmp_path / "shown.txt").read_text()


@pytest.fixture
def wire(tmp_path: Path) -> str:
    path = tmp_path / "wire.txt"
    path.write_text("Norway gave Ukraine two radar systems on Monday.\n")
    return str(path)


def test_a_terminal_gets_styles_through_the_pager_with_lesss_options(wire: str) -> None:
    screen = on_a_terminal(wire, PAGER="echo LESS=$LESS; cat", LESS="")
    assert "LESS=\r\n" in screen
    os.environ.pop("LESS", None)
    screen = on_a_terminal(wire, PAGER="echo LESS=$LESS; cat")
    assert "LESS=FRX" in screen
    assert "\x1b[1" in screen
    assert "¹" in screen


def test_a_pager_that_is_left_early_ends_it_quietly(wire: str) -> None:
    assert "Error" not in on_a_terminal(*[wire] * 3, PAGER="true")


@pytest.mark.parametrize(("arguments", "pager"), [(["--no-pager"], "echo PAGED; cat"), ([], "cat"), ([], "")])
def test_no_pager(wire: str, arguments: list[str], pager: str) -> None:
    screen = on_a_terminal(wire, *arguments, PAGER=pager)
    assert "PAGED" not in screen
    assert "¹" in screen


def test_without_colours_the_styles_are_left_and_without_styles_there_are_brackets(wire: str) -> None:
    plain = on_a_terminal(wire, PAGER="cat", NO_COLOR="1")
    assert "\x1b[1mNorway" in plain
    assert "\x1b[4mgave" in plain
    assert "[actor: Norway]" in on_a_terminal(wire, PAGER="cat", TERM="dumb")


def test_no_pager_is_started_where_nothing_can_be_shown() -> None:
    screen = on_a_terminal("none.txt", PAGER="echo PAGED; cat")
    assert "PAGED" not in screen
    assert "none.txt" in screen
