"""Tables of articles, a row each."""

from __future__ import annotations

import contextlib
import gzip
import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims.claim import Failure
from newsclaims.errors import ReadError
from newsclaims.read.article import Article
from newsclaims.read.discover import sources
from newsclaims.read.rows import values
from newsclaims.read.source import inside
from newsclaims.settings import Settings

TABLE = """Title,Published At,Text
Port shut,2025-03-04,"The port was shut.

""No ship came,"" the guard said."
Vote delayed,,The board met.

,,
Fine,2025-03-05
"""


def read(table: str, size: int = 7, limit: int = 1000, **fields: str) -> list[tuple[str, dict[str, object]]]:
    data = table.encode()
    return list(values((data[at : at + size] for at in range(0, len(data), size)), "a.csv", limit, fields))


def test_a_row_is_an_article(tmp_path: Path) -> None:
    path = tmp_path / "wire.csv"
    path.write_text(TABLE)
    one, two, failed = inside(str(path), Settings())
    assert isinstance(one, Article)
    assert isinstance(two, Article)
    assert (one.title, str(one.published), one.path) == ("Port shut", "2025-03-04", f"{path}#1")
    assert one.text == 'The port was shut.\n\n"No ship came," the guard said.'
    assert (two.text, two.published) == ("The board met.", None)
    assert isinstance(failed, Failure)
    assert failed.message.startswith(f"{path}#3 has no text")


def test_packed_and_of_another_encoding(tmp_path: Path) -> None:
    path = tmp_path / "wire.CSV.gz"
    path.write_bytes(gzip.compress("\ufefftitle;text\nOne;The caf\u00e9 closed.\n".encode("utf-16")))
    (one,) = inside(str(path), Settings())
    assert isinstance(one, Article)
    assert (one.title, one.text) == ("One", "The caf\u00e9 closed.")


@pytest.mark.parametrize("between", [",", ";", "\t", "|"])
def test_what_stands_between_cells_is_told_by_the_first_row(between: str) -> None:
    assert read(f"id{between}text\n7{between}One.\n") == [("a.csv#1", {"id": "7", "text": "One."})]


def test_cells_too_few_and_too_many() -> None:
    assert [row for _, row in read("id,text\n1\n2,Two.,3\n")] == [{"id": "1"}, {"id": "2", "text": "Two."}]


def test_a_column_that_the_user_names(tmp_path: Path) -> None:
    path = tmp_path / "wire.tsv"
    path.write_text("Head Line\tstory\nPort shut\tThe port was shut.\n")
    (one,) = inside(str(path), Settings(fields=(("text", "story"),)))
    assert isinstance(one, Article)
    assert (one.text, one.title) == ("The port was shut.", "Port shut")


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("\n \n", "a.csv is empty"),
        ("id,text\n\n", "a.csv has no rows"),
        ("name,age\nAna,7\n", r"no column of texts \(looked for text, .*; there are name, age\)"),
        ("id,text,actor_entity,evidence\n1,a,b,c\n", "holds claims, as this program writes them"),
        ("text\n" + "x" * 2000 + "\n", "a row of a.csv is larger than"),
    ],
)
def test_a_table_that_is_none_of_articles(table: str, message: str) -> None:
    with pytest.raises(ReadError, match=message):
        read(table)


def test_a_quotation_mark_that_is_never_closed_takes_no_more_memory_than_a_row() -> None:
    left = iter(range(100_000))
    parts = itertools.chain([b'text\nOne.\n"Two.\n'], (b"and more\n" * 10 for _ in left))
    rows = values(parts, "a.csv", 1000, {})
    assert next(rows)[1] == {"text": "One."}
    with pytest.raises(ReadError, match=r"a row of a\.csv is larger .* never closed"):
        next(rows)
    assert next(left) < 20


@given(st.binary(max_size=60) | st.text("ab,;\t\"'\n\r\0é ", max_size=60).map(str.encode), st.integers(1, 30))
def test_nothing_but_a_read_error_comes_of_anything(data: bytes, size: int) -> None:
    whole = b"text\n" + data
    names: list[str] = []
    with contextlib.suppress(ReadError):
        for name, _ in values((whole[at : at + size] for at in range(0, len(whole), size)), "a.csv", 50, {}):
            names.append(name)
    assert names == [f"a.csv#{number}" for number in range(1, len(names) + 1)]


def test_in_a_folder_no_table_is_read(tmp_path: Path) -> None:
    (tmp_path / "claims.csv").write_text("id\n")
    (tmp_path / "a.txt").write_text("The board met.")
    assert list(sources(str(tmp_path))) == [str(tmp_path / "a.txt")]
