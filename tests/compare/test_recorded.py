"""What `claims extract` wrote is read back; a line that is none is told of, and loses nothing else."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from newsclaims.claim import Extraction, Failure, Generator
from newsclaims.compare.recorded import Recorded, is_recorded, recorded
from newsclaims.errors import ReadError
from newsclaims.render.records import line, model_json
from tests.compare.made import articles, claim

MADE = articles(
    claim("Norway", "gave", "Kyiv", lemma="give", object="radars"), claim("Chad", "left", "the pact", lemma="leave")
)
LINES = "".join(line(one, model_json(record)) for record, claims in MADE for one in claims)


def document() -> str:
    records, claims = zip(*MADE, strict=True)
    everything = tuple(one for some in claims for one in some)
    return Extraction(generator=Generator(version="0", model="m"), articles=records, claims=everything).model_dump_json()


@pytest.mark.parametrize(("name", "text"), [("a.jsonl", LINES), ("a.json", document()), ("a.json", "\ufeff" + document())])
def test_claims_come_back(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    assert is_recorded(str(path))
    assert list(recorded(str(path))) == [Recorded(record, tuple(claims)) for record, claims in MADE]


def test_packed_ones_too(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(LINES.encode()))
    assert is_recorded(str(path))
    assert len(list(recorded(str(path)))) == 2


def test_articles_are_no_claims(tmp_path: Path) -> None:
    for name, text in {
        "a.txt": "Norway gave Kyiv radars.",
        "b.jsonl": '{"id": "7", "text": "Norway"}',
        "c.json": "{",
    }.items():
        (tmp_path / name).write_text(text)
        assert not is_recorded(str(tmp_path / name))
    assert not is_recorded(str(tmp_path / "nothing"))
    assert not is_recorded(str(tmp_path))


def test_a_bad_line_is_told_of(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(LINES + '{"id": "x"}\n\n[[[\n' + LINES.replace('"c0"', '"c9"'), encoding="utf-8")
    found = list(recorded(str(path)))
    failures = [one.path for one in found if isinstance(one, Failure)]
    assert failures == [f"{path}:3", f"{path}:5"]
    assert sum(len(one.claims) for one in found if isinstance(one, Recorded)) == 4


def test_a_bad_document_says_what_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"schema_version": "1.0", "claims": 3}')
    with pytest.raises(ReadError, match=r"a\.json is no JSON of `claims extract`: generator"):
        list(recorded(str(path)))
