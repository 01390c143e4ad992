from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import jsonschema
import pytest

from tests.cli.conftest import ARTICLE, Claims


def test_json_in_a_pipe(claims: Claims, article: Path) -> None:
    code, out, err = claims("extract", article, "--date", "2025-01-09")
    document = json.loads(out)
    (claim,) = document["claims"]
    (record,) = document["articles"]
    assert (code, err) == (0, "")
    assert (claim["actor"]["entity"], claim["action"]["text"], claim["target"]["text"]) == ("Norway", "gave", "Kyiv")
    assert claim["date"]["value"] == "2025-01-06"
    assert claim["article"] == record["id"]
    assert (record["path"], record["published"], record["published_from"]) == (str(article), "2025-01-09", "option")
    assert ARTICLE[claim["evidence"]["start"] : claim["evidence"]["end"]] == claim["evidence"]["text"]


def test_what_is_printed_obeys_the_schema_that_is_printed(claims: Claims, article: Path) -> None:
    schema = json.loads(claims("schema").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(claims("extract", article, "gone.txt").out), schema)


def test_a_table_on_a_terminal(claims: Claims, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    out = claims("extract", article, tty=True).out
    assert "Norway" in out
    assert "\x1b[" in out
    assert out.isprintable() is False
    assert not out.startswith("{")


def test_no_colour_where_none_is_wanted(claims: Claims, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b[" not in claims("extract", article, tty=True).out
    assert "\x1b[" not in claims("extract", article, "--format", "table").out


def test_jsonl_is_a_claim_a_line_with_its_article(claims: Claims, article: Path) -> None:
    lines = claims("extract", article, "--format", "jsonl").out.splitlines()
    assert [json.loads(line)["article"]["path"] for line in lines] == [str(article)]


@pytest.mark.parametrize("arguments", [("extract", "-"), ("extract",)])
def test_standard_input_by_dash_or_by_a_bare_pipe(claims: Claims, arguments: tuple[str, ...]) -> None:
    code, out, _ = claims(*arguments, stdin=ARTICLE.encode())
    assert code == 0
    assert json.loads(out)["articles"][0]["path"] == "-"


def test_the_same_text_gives_the_same_ids_whatever_the_file_is_called(claims: Claims, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(ARTICLE)
    first, second = (json.loads(claims("extract", tmp_path / name).out)["claims"] for name in ("a.txt", "b.txt"))
    assert first == second


def test_a_bad_file_is_reported_skipped_and_remembered(claims: Claims, article: Path, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("Something the parser fails at.")
    code, out, err = claims("extract", "gone.txt", tmp_path / "other.txt", article)
    document = json.loads(out)
    assert code == 1
    assert len(document["claims"]) == 1
    assert [error["path"] for error in document["errors"]] == ["gone.txt", str(tmp_path / "other.txt")]
    assert err.splitlines()[0] == "claims: no such file: gone.txt. Check the name and the folder you are in"
    assert "RuntimeError: out of memory" in err.splitlines()[1]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("extract", "gone.txt"), "no such file: gone.txt"),
        (("extract", "-"), "standard input is empty"),
        (("extract", "--date", "09.01.2025", "x"), "'09.01.2025' is no date. Write a day of the calendar as YYYY-MM-DD"),
        (("extract", "--date", "2025-02-30", "x"), "'2025-02-30' is no date"),
        (("extract", "--format", "yaml", "x"), "'yaml' is not one of"),
        (("extract", "--colour", "x"), "--colour"),
        (("extrakt", "x"), "extrakt"),
    ],
)
def test_wrong_usage_and_nothing_read_are_one_line_and_2(claims: Claims, arguments: tuple[str, ...], said: str) -> None:
    code, out, err = claims(*arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert len(err.splitlines()) == 1


def test_no_command_shows_the_help_as_wrong_usage(claims: Claims) -> None:
    code, out, err = claims()
    assert (code, out) == (2, "")
    assert err.startswith("Usage: claims")


def test_no_path_on_a_terminal_is_wrong_usage(claims: Claims) -> None:
    code, _, err = claims("extract", tty=True)
    assert code == 2
    assert err.startswith("claims extract: Nothing to read: name a file or a folder, or pipe an article in.")


def test_an_unknown_model_is_one_line(article: Path, capfd: pytest.CaptureFixture[str]) -> None:
    from newsclaims.cli.boundary import run

    assert run(["extract", str(article), "--model", "xx_no_such_model"]) == 2
    (line,) = capfd.readouterr().err.splitlines()
    assert line.startswith("claims: cannot load the model xx_no_such_model")
    assert "without --model the built-in one is used" in line
    assert ".." not in line


def test_another_encoding_is_read_with_a_notice(claims: Claims, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("The café’s owner, Zoë, paid — the mayor’s office said.".encode("cp1252"))
    assert "a.txt is not UTF-8; read as cp1252" in claims("extract", tmp_path / "a.txt").err


def test_an_output_file_appears_whole_or_not_at_all(claims: Claims, article: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    assert claims("extract", article, "-o", target).out == ""
    assert len(json.loads(target.read_text())["claims"]) == 1
    before = target.read_bytes()
    assert claims("extract", "gone.txt", "-o", target, "--force").code == 2
    assert target.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.json", "wire.txt"]


def test_an_output_file_takes_suffix_mode_and_links_into_account(claims: Claims, article: Path, tmp_path: Path) -> None:
    real, link = tmp_path / "real.jsonl", tmp_path / "link.jsonl"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)
    assert claims("extract", article, "-o", link, "--force").code == 0
    assert link.is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert len(real.read_text().splitlines()) == 1
    assert claims("extract", article, "-o", os.devnull).code == 0


def test_an_output_that_cannot_be_written_is_one_line(claims: Claims, article: Path, tmp_path: Path) -> None:
    code, _, err = claims("extract", article, "-o", tmp_path / "no" / "such" / "out.json")
    assert code == 2
    assert "cannot write" in err
    assert len(err.splitlines()) == 1


def test_errors_show_control_characters_and_do_not_send_them(claims: Claims) -> None:
    assert "␛[31mgone.txt" in claims("extract", "\x1b[31mgone.txt").err


def test_parse_prints_conllu(claims: Claims, article: Path) -> None:
    out = claims("parse", article).out
    assert out.startswith(f"# newdoc id = {article}\n# newpar\n")
    assert "1\tNorway\tnorway\tPROPN\tNNP\tNumber=Sing\t2\tnsubj\t_\tNE=B-GPE\n" in out


def test_dates_lists_time_expressions(claims: Claims, article: Path) -> None:
    (row,) = json.loads(claims("dates", article, "--date", "2025-01-09").out)["dates"]
    assert (row["path"], row["text"], row["value"]) == (str(article), "Monday", "2025-01-06")


def test_explain_shows_how_a_claim_was_found_and_nothing_else_does(claims: Claims, article: Path) -> None:
    (claim,) = json.loads(claims("extract", article, "--explain").out)["claims"]
    assert 'actor: "Norway", the subject' in claim["why"]
    assert any(line.startswith('not the target: "radars", the object') for line in claim["why"])
    assert "why" not in json.loads(claims("extract", article).out)["claims"][0]
    table = claims("extract", article, "--explain", "--format", "table").out
    assert '  action: "gave", active, past' in table.splitlines()


def test_what_is_less_likely_right_can_be_left_out(claims: Claims, article: Path) -> None:
    assert len(json.loads(claims("extract", article, "--min-confidence", "0.01").out)["claims"]) == 1
    code, out, _ = claims("extract", article, "--min-confidence", "1")
    assert (code, json.loads(out)["claims"]) == (0, [])
    assert claims("extract", article, "--min-confidence", "87").code == 2
    assert claims("extract", article, "--min-confidence", "nan").code == 2


@pytest.mark.parametrize("given", ["80", "80%"])
def test_a_confidence_in_per_cent_is_told_how_to_be_written(claims: Claims, article: Path, given: str) -> None:
    code, out, err = claims("extract", article, "--min-confidence", given)
    assert (code, out) == (2, "")
    assert "Write 0.8 for 80 per cent." in err
