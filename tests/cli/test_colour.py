from __future__ import annotations

import io

import pytest

from newsclaims.cli.colour import output_has_colour, wants_colour


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("variables", "choice", "terminal", "pipe"),
    [
        ({}, "auto", True, False),
        ({"TERM": "dumb"}, "auto", False, False),
        ({"NO_COLOR": "1"}, "auto", False, False),
        ({"NO_COLOR": ""}, "auto", True, False),
        ({"FORCE_COLOR": "0"}, "auto", True, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, "auto", False, False),
        ({"NO_COLOR": "1"}, "always", True, True),
        ({"FORCE_COLOR": "1"}, "never", False, False),
    ],
)
def test_the_user_then_the_environment_then_the_terminal_decide(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], choice: str, terminal: bool, pipe: bool
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert (wants_colour(Terminal(), choice), wants_colour(io.StringIO(), choice)) == (terminal, pipe)
    assert wants_colour(None, choice) == pipe


def test_a_file_has_styles_only_if_they_are_asked_for_on_the_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert not output_has_colour("claims.txt")
    assert output_has_colour("-")
    assert output_has_colour("claims.txt", "always")
