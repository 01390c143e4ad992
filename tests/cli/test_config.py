"""Defaults from a file and from the environment: which file, what wins, and what is said of mistakes."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclaims.cli import config
from newsclaims.cli.configfile import LONGEST, File
from newsclaims.cli.root import COMMANDS, root
from newsclaims.errors import SettingsError
from tests.cli.conftest import ARTICLE, Claims

DAY = "2025-01-06"
OPTIONS = {name: config.keys(root.get_command(click.Context(root), name)) for name in COMMANDS}
KEYS = st.sampled_from(["format", "min-confidence", "evidence", "field", "model", "output", *COMMANDS]) | st.text()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Work in a folder of its own, in no repository and no home."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "elsewhere"))
    return tmp_path


def shape(out: str) -> str:
    if not out.startswith("{"):
        return "table"
    return "json" if len(out.splitlines()) > 1 else "jsonl"


def test_a_file_gives_defaults_and_tables_are_for_their_command(claims: Claims, article: Path, folder: Path) -> None:
    (folder / "newsclaims.toml").write_text('format = "table"\ndate = 2025-01-09\n[dates]\nformat = "jsonl"\n')
    assert shape(claims("extract", article).out) == "table"
    assert json.loads(claims("dates", article).out)["value"] == DAY


def test_a_verbose_run_names_what_defaults_it_took_and_from_where(claims: Claims, article: Path, folder: Path) -> None:
    (folder / "newsclaims.toml").write_text('format = "jsonl"\ndate = 2025-01-09\n')
    assert "claims: defaults: --format in newsclaims.toml" in claims("extract", article, "-v", "--date", DAY).err
    assert "--date in" not in claims("extract", article, "-v", "--date", DAY).err
    assert "defaults" not in claims("extract", article).err


def test_pyproject_has_a_table_of_its_own_and_newsclaims_toml_goes_before_it(
    claims: Claims, article: Path, folder: Path
) -> None:
    (folder / "pyproject.toml").write_text(
        '[tool.newsclaims]\nformat = "table"\n[tool.newsclaims.dates]\nformat = "jsonl"\n'
    )
    assert shape(claims("extract", article).out) == "table"
    assert shape(claims("dates", article).out) == "jsonl"
    (folder / "newsclaims.toml").write_text('format = "jsonl"\n')
    assert shape(claims("extract", article).out) == "jsonl"


def test_what_wins(claims: Claims, article: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def runs() -> str:
        return shape(claims("extract", article).out)

    (folder / "newsclaims.toml").write_text('format = "jsonl"\n')
    assert runs() == "jsonl"
    (folder / "newsclaims.toml").write_text('format = "jsonl"\n[extract]\nformat = "table"\n')
    assert runs() == "table"
    monkeypatch.setenv("NEWSCLAIMS_FORMAT", "json")
    assert runs() == "json"
    monkeypatch.setenv("NEWSCLAIMS_EXTRACT_FORMAT", "jsonl")
    assert runs() == "jsonl"
    assert shape(claims("extract", article, "--format", "table").out) == "table"


def test_flags_and_numbers_come_from_both(
    claims: Claims, article: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "newsclaims.toml").write_text("explain = true\nmin_confidence = 1\n")
    assert json.loads(claims("extract", article).out)["claims"] == []
    monkeypatch.setenv("NEWSCLAIMS_MIN_CONFIDENCE", "0.01")
    assert json.loads(claims("extract", article).out)["claims"][0]["why"]
    monkeypatch.setenv("NEWSCLAIMS_EXPLAIN", "false")
    assert "why" not in json.loads(claims("extract", article).out)["claims"][0]


def test_an_option_that_can_be_given_several_times_takes_a_list(
    claims: Claims, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "dump.jsonl").write_text(json.dumps({"story": ARTICLE, "kicker": "Radars"}))
    for toml in ('field = ["text=story", "title=kicker"]', 'field = "text=story"', ""):
        (folder / "newsclaims.toml").write_text(toml)
        if not toml:
            monkeypatch.setenv("NEWSCLAIMS_FIELD", "text=story title=kicker")
        code, out, err = claims("extract", "dump.jsonl")
        assert (code, err) == (0, "")
        assert json.loads(out)["articles"][0]["title"] == ("Radars" if "title" in toml or not toml else None)
    monkeypatch.delenv("NEWSCLAIMS_FIELD")
    (folder / "newsclaims.toml").write_text('field = ["text=story", 3]')
    assert "'field' in newsclaims.toml must be a text in quotation marks, not 3" in claims("extract", "dump.jsonl").err


def test_a_general_value_that_only_other_commands_know_is_passed_over(
    claims: Claims, article: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "newsclaims.toml").write_text('format = "jsonl"\nevidence = true\n')
    assert claims("parse", article).out.startswith("# newdoc")
    monkeypatch.setenv("NEWSCLAIMS_FORMAT", "table")
    assert claims("parse", article).out.startswith("# newdoc")
    monkeypatch.setenv("NEWSCLAIMS_PARSE_FORMAT", "table")
    assert claims("parse", article).code == 2


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("min-confidense = 0.5", "no option 'min-confidense' in newsclaims.toml; did you mean 'min-confidence'?"),
        ("[extract]\nevidense = true", "no option 'evidense' in [extract] of newsclaims.toml; did you mean 'evidence'?"),
        ("[dates]\nevidence = true", "no option 'evidence' in [dates] of newsclaims.toml"),
        ("[extrakt]\nevidence = true", "no command 'extrakt' in newsclaims.toml; did you mean 'extract'?"),
        ("[dates]\nformat = 'yaml'", None),  # of another command: it is not tried
        ("[dates]\nformat = 3", "'format' in [dates] of newsclaims.toml must be a text in quotation marks, not 3"),
        ("evidence = 1", "'evidence' in newsclaims.toml must be true or false, not 1"),
        ("min-confidence = '1'", "'min-confidence' in newsclaims.toml must be a number, not '1'"),
        ("min-confidence = true", "'min-confidence' in newsclaims.toml must be a number, not true"),
        ("min-confidence = 7", "Invalid value for '--min-confidence' in newsclaims.toml: 7.0 is not in the range"),
        ("format = ['json']", "'format' in newsclaims.toml must be a text in quotation marks, not a list"),
        ("format = 'yaml'", "Invalid value for '--format' in newsclaims.toml: 'yaml' is not one of"),
        ("date = 2025-01-09T10:00:00", "'date' in newsclaims.toml must be a text in quotation marks, not a time"),
        ("date = '9 January'", "Invalid value for '--date' in newsclaims.toml: '9 January' is no date"),
        ("config = 'other.toml'", "no option 'config' in newsclaims.toml"),
        ('"\\u001b[31mred\\u202e" = 1', "no option '\\x1b[31mred\\u202e' in newsclaims.toml"),
        ("format = ", "cannot read the configuration file newsclaims.toml: Invalid value (at"),
        ("a = " + "[" * 100_000, "cannot read the configuration file newsclaims.toml: its tables are nested beyond reason"),
        ("#" * (LONGEST + 1), "cannot read the configuration file newsclaims.toml: it is larger than 1,000,000 bytes"),
    ],
)  # fmt: skip
def test_a_mistake_is_one_line_that_says_where(
    claims: Claims, article: Path, folder: Path, toml: str, said: str | None
) -> None:
    (folder / "newsclaims.toml").write_text(toml)
    code, out, err = claims("extract", article)
    if said is None:
        assert (code, err) == (0, "")
    else:
        assert (code, out) == (2, "")
        assert said in err
        assert len(err.splitlines()) == 1
        assert err.replace("\n", "").isprintable()
    assert claims("extract", article, "--no-config").code == 0
    assert claims("extract", "--help").code == 0


VALUES = st.recursive(
    st.booleans() | st.integers() | st.floats() | st.text() | st.dates() | st.datetimes() | st.times(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(KEYS, VALUES, max_size=3), st.sampled_from(list(COMMANDS)), st.booleans())
def test_any_table_is_taken_or_refused_on_one_line(table: dict[str, object], name: str, named: bool) -> None:
    said = ""
    try:
        given = config.from_file(File("newsclaims.toml", table, named), name, OPTIONS)
        assert set(given) <= set(OPTIONS[name])
    except SettingsError as error:
        said = str(error)
    assert said.isprintable()


def test_a_file_that_is_no_text_is_an_error(claims: Claims, article: Path, folder: Path) -> None:
    (folder / "newsclaims.toml").write_bytes(b"model = '\xff'")
    assert "newsclaims.toml: it is not UTF-8. Mend it, or run with --no-config" in claims("extract", article).err


@pytest.mark.parametrize(
    ("toml", "read"),
    [
        ("[project]\nname = 'newsclaims-archive'", True),
        ("[tool.newsclaims", False),  # ours, perhaps, and broken
        ("[project", True),  # broken, and none of our business
        ("tool = 3 # newsclaims", False),
        ("[tool]\nnewsclaims = 3", False),
    ],
)
def test_other_peoples_pyproject(claims: Claims, article: Path, folder: Path, toml: str, read: bool) -> None:
    (folder / "pyproject.toml").write_text(toml)
    code, _, err = claims("extract", article)
    assert (code, len(err.splitlines())) == ((0, 0) if read else (2, 1))


@pytest.mark.parametrize("wrong", ["FROMAT", "EXTRACT_FROMAT", "MIN_CONFIDENSE"])
def test_a_variable_that_is_nearly_right_is_told_of(
    claims: Claims, article: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, wrong: str
) -> None:
    assert folder
    monkeypatch.setenv(f"NEWSCLAIMS_{wrong}", "0.5")
    monkeypatch.setenv("NEWSCLAIMS_VERSION", "1.0")  # somebody's own
    monkeypatch.setenv("NEWSCLAIMS_MODEL", "")
    code, _, err = claims("extract", article)
    assert code == 0
    assert err.startswith(f"claims: NEWSCLAIMS_{wrong} sets nothing; did you mean 'NEWSCLAIMS_")
    assert len(err.splitlines()) == 1


def test_a_variable_that_is_wrong_is_named(
    claims: Claims, article: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert folder
    monkeypatch.setenv("NEWSCLAIMS_FORMAT", "yaml")
    code, _, err = claims("extract", article)
    assert code == 2
    assert err.startswith("claims extract: Invalid value for '--format' from NEWSCLAIMS_FORMAT: 'yaml' is not one of")


def test_a_file_that_is_named_is_read_instead(
    claims: Claims, article: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "newsclaims.toml").write_text("nonsense = 1")
    (folder / "mine.toml").write_text('format = "table"')
    assert shape(claims("extract", article, "--config", "mine.toml").out) == "table"
    monkeypatch.setenv("NEWSCLAIMS_CONFIG", "mine.toml")
    assert shape(claims("extract", article).out) == "table"
    assert shape(claims("extract", article, "--no-config").out) == "json"
    monkeypatch.setenv("NEWSCLAIMS_NO_CONFIG", "1")
    assert shape(claims("extract", article).out) == "json"
    assert shape(claims("extract", article, "--config", "mine.toml").out) == "table"
    for arguments in (["--config", "mine.toml", "--no-config"], ["--no-config", "--config", "mine.toml"]):
        assert "--config and --no-config exclude each other" in claims("extract", article, *arguments).err


@pytest.mark.parametrize("name", ["gone.toml", "", ".", "pyproject.toml"])
def test_a_named_file_that_cannot_be_read_is_an_error(claims: Claims, article: Path, folder: Path, name: str) -> None:
    (folder / "pyproject.toml").write_text("[project]")
    code, out, err = claims("extract", article, "--config", name or "no\nsuch.toml")
    assert (code, out, len(err.splitlines())) == (2, "", 1)


def test_folders_above_are_searched_up_to_the_repository_or_the_home(
    claims: Claims, article: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def runs() -> str:
        return shape(claims("extract", article).out)

    deep = folder / "repository" / "news" / "2025"
    deep.mkdir(parents=True)
    (folder / "newsclaims.toml").write_text('format = "table"')
    monkeypatch.chdir(deep)
    assert runs() == "json"  # in no repository, in no home: what stands above may be anybody's
    (folder / "repository" / ".git").mkdir()
    assert runs() == "json"
    (folder / "repository" / "newsclaims.toml").write_text('format = "jsonl"')
    assert runs() == "jsonl"
    (folder / "repository" / "newsclaims.toml").unlink()
    (folder / "repository" / ".git").rmdir()
    monkeypatch.setenv("HOME", str(folder))
    assert runs() == "table"
    (folder / "repository" / "pyproject.toml").write_text("[project]\nname = 'newsclaims-archive'")
    assert runs() == "table"


def test_a_file_that_was_found_cannot_say_what_is_written(claims: Claims, article: Path, folder: Path) -> None:
    file = folder / "newsclaims.toml"
    file.write_text(f'output = "{folder / "out.json"}"')
    code, out, err = claims("extract", article)
    assert (code, out) == (2, "")
    assert err.startswith("claims: 'output' cannot be set in newsclaims.toml, a file that was found.")
    assert not (folder / "out.json").exists()
    assert claims("extract", article, "--config", file).code == 0
    assert (folder / "out.json").exists()


@pytest.mark.parametrize("model", ["./pipeline", "pipeline", "../pipeline", "/tmp/pipeline"])
def test_a_file_that_was_found_cannot_name_a_folder_as_the_model(
    claims: Claims, article: Path, folder: Path, model: str
) -> None:
    (folder / "pipeline").mkdir()
    (folder / "newsclaims.toml").write_text(f'model = "{model}"')
    code, _, err = claims("extract", article)
    assert code == 2
    assert "must be the name of an installed package" in err
    (folder / "newsclaims.toml").write_text('model = "en_core_web_sm"')
    assert claims("extract", article).code == 0


# What a file that came with the articles may set: what is shown, and how; none writes, overwrites or takes a guard down.
HARMLESS = {
    *("date", "field", "model"),
    *("format", "keep-text", "evidence", "explain", "min-confidence", "claim", "pager", "title"),
    *("entity", "role", "actor", "target", "source", "from", "to", "status", "limit"),
    *("all", "disputed", "window"),
    *("jobs", "part-size", "quiet", "verbose", "color", "config", "no-config"),
}


def test_of_every_option_it_is_decided_whether_a_file_that_was_found_may_set_it() -> None:
    offered = {key for options in OPTIONS.values() for key in options}
    assert offered == HARMLESS | (config.GUARDED & offered), "put a new option here, or into config.GUARDED"


def test_no_configuration_is_read_for_help() -> None:
    script = "import sys; from newsclaims.cli.boundary import run; run(['--help']); sys.exit('tomllib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, timeout=60, check=False).returncode == 0
