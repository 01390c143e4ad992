from __future__ import annotations

import io
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims.cli.held import ROWS, held

CSV = 'text,article,path\r\n"one, ""two""\nthree",a1,x.txt\r\nfour,a1,x.txt\r\nfive,b2,y.txt\r\nsix,a1,z.txt\r\n'
JSONL = "".join(
    f'{{"text": "{text}", "article": {{"id": "{article}", "path": "{path}"}}}}\n'
    for text, article, path in [("one é", "a1", "x"), ("four", "a1", "x"), ("five", "b2", "y"), ("six", "a1", "z")]
)
FILES = {"csv": CSV.encode(), "tsv": CSV.replace(",", "\t").encode(), "jsonl": JSONL.encode()}


@pytest.mark.parametrize("format_", FILES)
def test_what_a_whole_file_holds(format_: str) -> None:
    data = FILES[format_]
    assert held(io.BytesIO(data), ROWS[format_]) == (Counter(a1=2, b2=1), len(data))


@given(format_=st.sampled_from(sorted(FILES)), share=st.floats(0, 1))
def test_a_torn_file_is_cut_between_articles(format_: str, share: float) -> None:
    data = FILES[format_]
    cut = round(len(data) * share)
    found = held(io.BytesIO(data[:cut]), ROWS[format_])
    assert found.end <= cut
    again = held(io.BytesIO(data[: found.end]), ROWS[format_])
    assert again == found
    assert found.articles <= Counter(a1=2, b2=1)


@pytest.mark.parametrize(
    ("format_", "data"), [("jsonl", b"[1]\n"), ("jsonl", b"{}\n{}\n"), ("csv", b"a,b\r\n1,2\r\n"), ("csv", b"\xff\n")]
)
def test_something_else_than_claims_is_refused(format_: str, data: bytes) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        held(io.BytesIO(data), ROWS[format_])
