"""What makes no sense on a cluster, or only there, is refused in words."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Claims, article, claims  # noqa: F401

HERE = ("--scheduler", "tcp://127.0.0.1:1")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("--resume", "-o", "out"), "--resume is not needed with --scheduler"),
        (("--evidence", "-o", "out"), "--evidence is for tables"),
        (("--raw-cells", "-o", "out"), "--raw-cells is for CSV"),
        (("--jobs", "2", "-o", "out"), "--jobs is for one machine"),
        (("--format", "table", "-o", "out"), "parts, jsonl or parquet: not table"),
        (("-o", "out.csv"), "parts, jsonl or parquet: not csv"),
        (("-o", "out.db"), "parts, jsonl or parquet: not sqlite"),
        ((), "--scheduler needs a folder to write to"),
        (("-o", "-"), "--scheduler needs a folder to write to"),
        (("-", "-o", "out"), "Standard input cannot be read with --scheduler"),
        (("-o", "."), "which is read"),
        (("--scheduler", "host:8786", "-o", "out"), "host:8786 is no address of a scheduler"),
    ],
)
def test_options_that_make_no_sense_on_a_cluster(
    claims: Claims,  # noqa: F811
    article: Path,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
    given: tuple[str, ...],
    said: str,
) -> None:
    monkeypatch.chdir(article.parent)
    code, out, err = claims("extract", article, *HERE, *given)
    assert (code, out) == (2, "")
    assert said in err
    assert len(err.splitlines()) == 1
    assert [path.name for path in article.parent.iterdir()] == [article.name]


@pytest.mark.parametrize("given", [("s3://bucket/a.txt",), ("a.txt", "-o", "gs://bucket/claims.jsonl")])
def test_an_address_without_a_scheduler(claims: Claims, given: tuple[str, ...]) -> None:  # noqa: F811
    code, out, err = claims("extract", *given)
    assert (code, out) == (2, "")
    assert "is an address and no file" in err
    assert "add --scheduler tcp://HOST:8786" in err


def test_parquet_is_no_text_for_standard_output(claims: Claims, article: Path) -> None:  # noqa: F811
    code, out, err = claims("extract", article, "--format", "parquet")
    assert (code, out) == (2, "")
    assert "--format parquet is written to a file" in err


@pytest.mark.parametrize("name", ["distributed", "fsspec"])
def test_what_is_not_installed_is_named(
    claims: Claims,  # noqa: F811
    article: Path,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
    name: str,
) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    code, _, err = claims("extract", article, *HERE, "-o", "out")
    assert code == 2
    assert "pip install 'newsclaims[dask]'" in err


def test_a_file_that_was_found_names_no_scheduler(
    claims: Claims,  # noqa: F811
    article: Path,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(article.parent)
    Path("newsclaims.toml").write_text('scheduler = "tcp://elsewhere:8786"\n')
    code, out, err = claims("extract", article)
    assert (code, out) == (2, "")
    assert "'scheduler' cannot be set in newsclaims.toml" in err
