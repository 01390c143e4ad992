"""What a store can be asked, and what no question can do to it."""

from __future__ import annotations

import contextlib
import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclaims.claim import Date
from newsclaims.errors import ReadError
from newsclaims.flow import Reading
from newsclaims.store.names import naming
from newsclaims.store.query import Query, QueryError, full_text
from newsclaims.store.sqlite import claims
from newsclaims.store.sqlite_sink import SqliteSink
from tests.store.readings import GENERATOR, claim, reading


def dated(earliest: str | None, latest: str | None, published: str | None, text: str) -> Reading:
    plain = reading(text, published=published, path=text)
    date = Date(text="then", start=0, end=4, earliest=earliest, latest=latest)
    return plain._replace(claims=(claim(plain.record.id, text, date),))


ARTICLES = (
    reading("Pyongyang tested missiles; Reuters", "Kim inspected shipyards", "Seoul denied reports"),
    reading("DPRK launched submarine technology; KCNA", "Tirana hosted talks", "us told nobody", path="b.txt"),
    dated("2024-03-01", "2024-03-31", "2025-01-09", "Oslo sent aid"),
    dated(None, None, "2023-06-01", "Lima sent aid"),
    dated("2023-05-01T10:00", "2023-05-01T10:00", None, "Bern sent aid"),
    dated(None, None, None, "Rome sent aid"),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("store") / "claims.db")
    sink = SqliteSink(path, GENERATOR)
    for one in ARTICLES:
        sink.write(one.record, sink.shape(one))
    sink.close()
    return path


def found(store: str, query: Query, limit: int = 0) -> list[str]:
    return [claim.text for _, claim in claims(store, query, limit)]


@pytest.mark.parametrize(
    ("words", "texts"),
    [
        ("missile", ["Pyongyang tested missiles"]),  # in any form
        ("tested missiles", ["Pyongyang tested missiles"]),
        ("missiles tested", ["Pyongyang tested missiles"]),  # in any order
        ('"missiles tested"', []),
        ('"tested missiles', ["Pyongyang tested missiles"]),
        ("missiles shipyards", []),  # all of them
        ("techno*", ["DPRK launched submarine technology"]),
        ('"submarine techno"*', ["DPRK launched submarine technology"]),
        ("reuters", ["Pyongyang tested missiles"]),  # the evidence and the names too
        ("REPORTS", ["Seoul denied reports"]),
        ("aid OR missiles", []),
        ("NOT aid", []),
        ("actor:Kim", []),
        ("kim) inspected", ["Kim inspected shipyards"]),
    ],
)
def test_words(store: str, words: str, texts: list[str]) -> None:
    assert found(store, Query(words)) == texts


def test_the_claim_itself_counts_for_more_than_its_surroundings(tmp_path: Path) -> None:
    path = str(tmp_path / "claims.db")
    sink = SqliteSink(path, GENERATOR)
    one = reading("Board delayed vote; Ostrava", "Ostrava delayed trams; Board")
    sink.write(one.record, sink.shape(one))
    sink.close()
    assert found(path, Query("trams"))[0] == "Ostrava delayed trams"
    assert found(path, Query("ostrava")) == ["Ostrava delayed trams", "Board delayed vote"]


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        (Query(actor="kim"), ["Kim inspected shipyards"]),
        (Query(actor="North Korea"), ["DPRK launched submarine technology"]),
        (Query(actor="the dprk"), ["DPRK launched submarine technology"]),
        (Query(actor="US"), []),  # "us" is no state
        (Query(actor="us"), ["us told nobody"]),
        (Query(actor="Iran"), []),  # nor is a part of "Tirana" a word
        (Query(actor="tira*"), ["Tirana hosted talks"]),
        (Query(target="technology"), ["DPRK launched submarine technology"]),
        (Query(source="kcna"), ["DPRK launched submarine technology"]),
        (Query("aid", actor="oslo"), ["Oslo sent aid"]),
        (Query(statuses=("negated", "future")), []),
        (Query("missiles", statuses=("actual",)), ["Pyongyang tested missiles"]),
    ],
)
def test_fields(store: str, query: Query, texts: list[str]) -> None:
    assert found(store, query) == texts


@pytest.mark.parametrize(
    ("since", "until", "texts"),
    [
        ("2024-03-15", "2024-03-20", ["Oslo sent aid"]),
        ("2024-03-31", None, ["Oslo sent aid"]),
        (None, "2024-03-01", ["Oslo sent aid", "Lima sent aid", "Bern sent aid"]),
        (None, "2024-02-29", ["Lima sent aid", "Bern sent aid"]),
        ("2023-05-01", "2023-05-01", ["Bern sent aid"]),  # a time of that day
        ("2023-06-01", "2023-06-01", ["Lima sent aid"]),  # the day of the article
        ("2024-04-01", None, []),
    ],
)
def test_days(store: str, since: str | None, until: str | None, texts: list[str]) -> None:
    first, last = (dt.date.fromisoformat(day) if day else None for day in (since, until))
    assert found(store, Query("aid", since=first, until=last)) == texts


def test_the_order_is_that_of_the_articles_and_a_limit_holds(store: str) -> None:
    assert found(store, Query("aid")) == ["Oslo sent aid", "Lima sent aid", "Bern sent aid", "Rome sent aid"]
    assert found(store, Query("aid"), 2) == ["Oslo sent aid", "Lima sent aid"]
    assert found(store, Query()) == [claim.text for one in ARTICLES for claim in one.claims]


def test_the_language_of_the_index_has_no_way_in() -> None:
    assert full_text('kim "nuclear test" technolog*') == '"kim" "nuclear test" "technolog"*'
    assert full_text("NEAR(a b)") == '"NEAR(a" "b)"'
    assert full_text("- ^a :") == '"^a"'


@pytest.mark.parametrize("words", ["—", '""', "*", '"', "( )", "\0"])
def test_words_without_a_letter_are_an_error(store: str, words: str) -> None:
    with pytest.raises(QueryError):
        found(store, Query(words))


@pytest.mark.parametrize("name", ["—", "*", " "])
def test_names_without_a_letter_are_an_error(store: str, name: str) -> None:
    with pytest.raises(QueryError):
        found(store, Query(source=name))


@settings(max_examples=200, deadline=None)
@given(
    st.text(alphabet=st.characters(codec=None, exclude_categories=()), max_size=30)
    | st.text(alphabet="\"*^:(){}+-a '%_\\", max_size=20)
)
def test_no_query_breaks_it(store: str, words: str) -> None:
    for query in (Query(words=words), Query(actor=words, source=words)):
        with contextlib.suppress(QueryError):
            assert isinstance(found(store, query), list)


def test_a_very_long_query(store: str) -> None:
    assert found(store, Query("aid " * 5000)) != []
    assert found(store, Query('"' + "aid " * 5000 + '"')) == []


@pytest.mark.parametrize(
    ("name", "text", "same"),
    [
        ("São Paulo", "the SAO PAULO office", True),
        ("Straße", "Strasse 5", True),
        ("north  korea", "North Korea’s leader", True),
        ("north korea", "South Korea", False),
        ("United Kingdom", "the U.K.", True),
        ("US", "the U.S.", True),
        ("US", "told us", False),
        ("Kim", "Kimchi", False),
        ("Kim*", "Kimchi", True),
    ],
)
def test_naming(name: str, text: str, same: bool) -> None:
    named = naming(name)
    assert named is not None
    assert named(None, text) is same
    assert not named(None, "")


def test_what_is_no_store_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    (tmp_path / "page.db").write_text("<html>" * 50)
    for name in ("empty.db", "page.db", "none.db", "."):
        with pytest.raises(ReadError):
            found(str(tmp_path / name), Query("aid"))
    assert (tmp_path / "empty.db").read_bytes() == b""


def test_a_store_whose_rows_were_spoilt_is_told_of(tmp_path: Path) -> None:
    import sqlite3

    path = str(tmp_path / "claims.db")
    sink = SqliteSink(path, GENERATOR)
    sink.write(ARTICLES[0].record, sink.shape(ARTICLES[0]))
    sink.close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE claims SET json = '{\"id\": 1}' WHERE number = 2")
    connection.commit()
    connection.close()
    reader = claims(path)
    assert next(reader).claim == ARTICLES[0].claims[0]
    with pytest.raises(ReadError, match="no Claim"):
        next(reader)
    content = bytearray(Path(path).read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    Path(path).write_bytes(content)
    with pytest.raises(ReadError, match="cannot read"):
        found(path, Query("aid"))
