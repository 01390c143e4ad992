"""What PATH may be, at the command line: records, pages, packed files, and the options that say how they are read."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from tests.cli.conftest import ARTICLE, Claims


def test_records_come_out_as_articles_and_broken_ones_as_errors(claims: Claims, tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl.gz"
    lines = [json.dumps({"id": 7, "body": ARTICLE, "date": "2025-01-09"}), "{", json.dumps({"title": "no text"})]
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    code, out, err = claims("extract", path)
    found = json.loads(out)
    assert code == 1
    (article,) = found["articles"]
    assert (article["path"], article["record_id"], article["published"]) == (f"{path}:1", "7", "2025-01-09")
    assert "text" not in article
    assert [error["path"] for error in found["errors"]] == [f"{path}:2", f"{path}:3"]
    assert err.count(f"{path}:") == 2


def test_field_says_where_the_text_is(claims: Claims) -> None:
    record = json.dumps({"story": {"parts": [ARTICLE]}, "headline": "x", "text": "not this"}).encode()
    code, out, _ = claims("extract", "-", "--field", "text=story.parts", "--field", "title=story.none", stdin=record)
    assert code == 0
    (article,) = json.loads(out)["articles"]
    assert (article["path"], article["title"]) == ("-", None)


def test_keep_text_gives_what_offsets_count_into(claims: Claims) -> None:
    page = f"<!doctype html><html><body><article><p>{ARTICLE}</p></article></body></html>".encode()
    code, out, _ = claims("extract", "-", "--keep-text", stdin=page)
    assert code == 0
    found = json.loads(out)
    text = found["articles"][0]["text"]
    assert text == ARTICLE
    for claim in found["claims"]:
        assert text[claim["action"]["start"] : claim["action"]["end"]] == claim["action"]["text"]
    assert found["claims"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--field", "body=x"), "'body=x' says nothing of text, title, date, author, source, url or id"),
        (("--field", "text"), "Write text=KEY or text=KEY.KEY."),
        (("--field", "text="), "'text=' says nothing"),
        (("--max-size", "big"), "'big' is no size. Write it as 500KB, 20MB or 2GB."),
        (("--max-size", "0"), "'0' is no size"),
        (("--max-unpacked", "-1MB"), "'-1MB' is no size"),
    ],
)
def test_wrong_options_are_usage_errors_that_say_how_to_write_them(
    claims: Claims, article: Path, arguments: tuple[str, ...], message: str
) -> None:
    code, out, err = claims("extract", article, *arguments)
    assert (code, out) == (2, "")
    assert message in err


@pytest.mark.parametrize(("size", "code"), [("34B", 0), ("33", 2), ("0.5 kb", 0), ("1g", 0)])
def test_an_article_that_is_too_large_is_refused(claims: Claims, article: Path, size: str, code: int) -> None:
    assert len(ARTICLE) == 34
    done = claims("extract", article, "--max-size", size)
    assert done.code == code
    assert ("is larger than 33 bytes" in done.err) == (code == 2)


@pytest.mark.parametrize("command", ["quotes", "dates", "parse"])
def test_the_other_readings_take_records_too(claims: Claims, command: str, tmp_path: Path) -> None:
    path = tmp_path / "dump.json"
    path.write_text(json.dumps({"articles": [{"content": ARTICLE}] * 2}))
    code, out, _ = claims(command, path)
    assert code == 0
    assert f"{path}#2" in out
