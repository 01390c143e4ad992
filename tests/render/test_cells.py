"""CSV and TSV: what a reader gets back, and what a spreadsheet must not get."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from newsclaims.claim import ArticleRecord, Claim
from newsclaims.render.cells import CSV, TSV, Cells, head, lines, shape_cells
from newsclaims.render.columns import ARTICLE, CLAIMS, DATES, QUOTES, WHY, Field, value
from tests.conftest import ROOT
from tests.pages import columns_page
from tests.render.test_table import reading

ALL = (*CLAIMS, *ARTICLE, *WHY)
TEXT = (Field("text", "text", ""), Field("more", "more", ""))
TEXTS = st.text(st.characters()) | st.text("=+-@\t\r\n \"',;|\x00\x1b\x9b\u202e\ud800＝a")


def rows(text: str, between: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=between, strict=True))


def test_a_claim_is_a_row_with_a_column_for_each_of_its_parts() -> None:
    names, row = rows(head(ALL) + shape_cells(reading(), ALL))
    cells = dict(zip(names, row, strict=True))
    assert (cells["actor"], cells["actor_entity"], cells["actor_type"]) == ("Norway", "Norway", "GPE")
    assert (cells["action"], cells["lemma"], cells["status"]) == ("gave", "give", "actual")
    assert (cells["target"], cells["target_entity"], cells["target_start"], cells["target_end"]) == (
        "Kyiv", "Ukraine", "12", "16",
    )  # fmt: skip
    assert (cells["source"], cells["source_entity"], cells["via"]) == ("Solberg", "Anna Solberg", "NTB")
    assert (cells["date"], cells["date_value"], cells["date_earliest"]) == ("on Monday", "2025-01-06", "")
    assert (cells["path"], cells["published"], cells["article"]) == ("wire.txt", "2025-01-09", "a")


def leaves(model: type[BaseModel], place: str = "") -> Iterator[str]:
    """Give where the values of a model are, but those of its lists and of what holds itself."""
    for name, field in model.model_fields.items():
        below = [one for one in (field.annotation, *get_args(field.annotation)) if isinstance(one, type)]
        models = [one for one in below if issubclass(one, BaseModel)]
        if not models:
            yield place + name
        elif model not in models:
            yield from leaves(models[0], f"{place}{name}.")


def test_no_part_of_a_claim_is_without_a_column() -> None:
    claim, article = set(leaves(Claim)), {f"article.{name}" for name in leaves(ArticleRecord)}
    left_out = (claim | article) - {field.place for field in ALL} - {"article", "article.text"}
    assert {place.rpartition(".")[0] for place in left_out} == {"actor.parts", "target.parts", "arguments"}  # in brief


@pytest.mark.parametrize("fields", [ALL, QUOTES, DATES])
def test_no_two_columns_have_one_name(fields: tuple[Field, ...]) -> None:
    names = [field.name for field in fields]
    assert len(set(names)) == len(names)
    assert all(name.isidentifier() and name.islower() for name in names)
    assert all(field.meaning for field in fields)


def test_the_page_of_columns_is_the_programs() -> None:
    assert (ROOT / "docs" / "columns.md").read_text(encoding="utf-8") == columns_page(), "python -m tests.pages"


@pytest.mark.parametrize(
    ("record", "place", "held"),
    [
        ({"actor": None}, "actor.parts.entity", None),
        ({"actor": {"parts": [{"entity": "Kim"}, {"entity": "Putin"}]}}, "actor.parts.entity", "Kim; Putin"),
        ({"source": {"via": {"text": "a", "via": {"text": "b", "via": None}}}}, "source.via*.text", "a; b"),
        ({"source": {"via": None}}, "source.via*.text", None),
        ({"confidence": 0.5}, "confidence", 0.5),
        ({"start": 0}, "start", 0),
        ({}, "why", None),
    ],
)
def test_a_value_is_found_by_its_place(record: dict[str, Any], place: str, held: Any) -> None:
    assert value(record, Field("x", place, "")) == held


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\tx", " =1", "\n=1", "＝1", "\u00a0@x"])
@pytest.mark.parametrize("cells", [CSV, TSV])
def test_what_a_spreadsheet_would_run_is_defused_unless_asked_for(text: str, cells: Cells) -> None:
    ((cell, _),) = rows(lines([{"text": text}], TEXT, cells), cells.between)
    ((raw, _),) = rows(lines([{"text": text}], TEXT, cells, raw=True), cells.between)
    assert cell == f"'{raw}"
    assert raw.strip() == text.strip()


@pytest.mark.parametrize("text", ["Norway", "– a dash", "5-3", "'quoted'", "a=b", "x@example.org", ""])
def test_what_it_would_not_run_stands_as_it_is(text: str) -> None:
    assert rows(lines([{"text": text}], TEXT)) == [[text, ""]]


def test_numbers_are_no_formulas() -> None:
    assert lines([{"text": -1, "more": 0.5}], TEXT) == "-1,0.5\r\n"


def test_csv_is_after_rfc_4180() -> None:
    assert lines([{"text": 'He said "no", twice', "more": "two\nlines"}], TEXT) == '"He said ""no"", twice","two\nlines"\r\n'


@given(TEXTS, TEXTS)
def test_csv_gives_the_text_back_and_sends_nothing_that_is_obeyed(text: str, more: str) -> None:
    written = lines([{"text": text, "more": more}] * 2, TEXT)
    first, second = rows(written)
    assert first == second
    assert len(first) == 2
    assert not any(cell.lstrip()[:1] in tuple("=+-@＝＋－＠\t\r") for cell in first if cell.strip())
    assert not any(ord(c) < 32 or 0x7F <= ord(c) <= 0x9F or 0x2028 <= ord(c) <= 0x202E for c in written if c not in "\t\r\n")
    assert "\r" not in written.replace("\r\n", "")
    written.encode()


@given(TEXTS, TEXTS)
def test_a_row_of_tsv_is_a_line_for_those_who_know_quotation_marks_and_those_who_do_not(text: str, more: str) -> None:
    written = lines([{"text": text, "more": more}] * 2, TEXT, TSV)
    assert len(rows(written, "\t")) == 2
    assert written.count("\n") == 2
    assert [line.count("\t") for line in written.splitlines()] == [1, 1]
