"""Partitions of Dask's collections: records and frames → claims."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator

import pytest
from spacy.tokens import Doc

import newsclaims
from newsclaims.cluster import claim_frame, claim_records, frame_meta, work
from tests.docs import RADARS, build

TEXT = "Norway gave Kyiv radars on Monday."


@pytest.fixture(autouse=True)
def _parser(monkeypatch: pytest.MonkeyPatch) -> None:
    def parser(text: str, disable: Iterable[str] = ()) -> Doc:  # noqa: ARG001
        assert text.strip() == TEXT
        return build(RADARS)

    monkeypatch.setattr(work, "kept", lambda model: parser)  # noqa: ARG005


def test_records_texts_and_articles(caplog: pytest.LogCaptureFixture) -> None:
    given = [
        {"content": TEXT, "published": "2025-01-09", "headline": "Radars", "path": "wire/17"},
        TEXT,
        newsclaims.Article(TEXT, path="mine"),
        {"title": "no text"},
        "",
        "Another.",
        newsclaims.Failure(path="gone", message="gone is gone"),
    ]
    with caplog.at_level(logging.WARNING, logger="newsclaims"):
        found = list(claim_records(given))
    assert [claim["article"]["path"] for claim in found] == ["wire/17", "#2", "mine"]
    assert [claim["date"]["value"] for claim in found] == ["2025-01-06", None, None]
    assert found[0]["article"]["title"] == "Radars"
    assert [line.split()[0] for line in caplog.messages] == ["#4", "#5", "#6", "gone"]


def test_options_reach_the_claims() -> None:
    (claim,) = claim_records(
        [{"story": {"body": TEXT}}], published="2025-01-09", keep_text=True, fields={"text": "story.body"}
    )
    assert (claim["date"]["value"], claim["article"]["text"]) == ("2025-01-06", TEXT)
    assert list(claim_records([TEXT], min_confidence=1.0)) == []
    with pytest.raises(newsclaims.SettingsError):
        next(claim_records([TEXT], published="soon"))


def test_a_bag() -> None:
    bag = pytest.importorskip("dask.bag")
    records = bag.from_sequence([{"text": TEXT, "date": "2025-01-09"}] * 4, npartitions=2)
    found = records.map_partitions(claim_records).pluck("text").compute(scheduler="synchronous")
    assert found == ["Norway gave Kyiv radars"] * 4 or len(set(found)) == 1


def test_a_frame_has_the_columns_of_the_csv_and_the_index_of_its_articles() -> None:
    pd = pytest.importorskip("pandas")
    frame = pd.DataFrame(
        {
            "text": [TEXT, None, TEXT],
            "title": ["Radars", "Nothing", float("nan")],
            "date": pd.to_datetime(["2025-01-09", None, None]),
        },
        index=[5, 7, 9],
    )
    found = claim_frame(frame)
    assert list(found.index) == [5, 9]
    assert found["date_value"].tolist()[0] == "2025-01-06"
    assert found["date_value"].isna().tolist() == [False, True]
    assert found["title"].isna().tolist() == [False, True]
    assert found["path"].tolist() == ["5", "9"]
    assert (found.dtypes == frame_meta().dtypes).all()
    assert (claim_frame(frame.iloc[1:2]).dtypes == frame_meta().dtypes).all()
    assert claim_frame(frame.iloc[:0]).empty


@pytest.mark.parametrize("index", [None, ["a", "b", "c", "d"]])
def test_a_frame_of_dask(index: list[str] | None) -> None:
    pd = pytest.importorskip("pandas")
    dd = pytest.importorskip("dask.dataframe")
    frame = pd.DataFrame({"text": [TEXT] * 4, "date": ["2025-01-09"] * 4}, index=index)
    meta = frame_meta(frame.index) if index else frame_meta()
    found = dd.from_pandas(frame, npartitions=2).map_partitions(claim_frame, meta=meta).compute(scheduler="synchronous")
    assert found["actor"].tolist() == ["Norway"] * 4
    assert list(found.index) == (index or [0, 1, 2, 3])


def rows() -> Iterator[str]:
    yield TEXT


def test_a_partition_is_read_as_it_comes() -> None:
    assert len(list(claim_records(rows()))) == 1
