"""Markdown: what GitHub's own parser makes of it."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims.render.markdown import escaped, section, shape_markdown
from newsclaims.render.safe import visible
from tests.render.test_table import reading


def shown(text: str) -> tuple[str, list[str]]:
    """Give the heading and the cells of a section as HTML, as GitHub makes it."""
    cmarkgfm = pytest.importorskip("cmarkgfm")
    page = cmarkgfm.github_flavored_markdown_to_html(text)
    return re.findall(r"<h2>(.*?)</h2>", page, flags=re.DOTALL)[0], re.findall(r"<td>(.*?)</td>", page, flags=re.DOTALL)


def test_an_article_is_a_heading_and_a_table() -> None:
    assert shape_markdown(reading(status="possible")) == (
        "## wire.txt · 2025-01-09\n\n"
        "| actor | action | target | source | date |\n| --- | --- | --- | --- | --- |\n"
        "| Norway | gave (possible) | Ukraine | Anna Solberg (via NTB) | 2025-01-06 |\n"
    )


def test_evidence_has_a_column_of_its_own() -> None:
    row = shape_markdown(reading(), evidence=True).splitlines()[-1]
    assert row.endswith("| Norway gave Kyiv two radar systems on Monday, Anna Solberg said. |")


def test_an_article_without_claims_is_named() -> None:
    assert shape_markdown(reading(number=0)) == "## wire.txt · 2025-01-09\n\nNothing found.\n"


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=y>",
        "<!-- hidden -->",
        "&lt;b&gt; &amp;amp; &#60;b&#62;",
        "[report](https://phish.example)",
        "![](https://track.example/pixel.gif)",
        "https://phish.example/?a=b",
        "HTTPS://phish.example",
        "ftp://phish.example",
        "(www.phish.example)",
        "*bold* _emphasis_ **b** ~~struck~~ `code` ``x",
        "a | b \\| c \\\\| d \\",
        "$x$ costs $5",
        "# heading",
        "| --- |",
        "[^1] - [ ] task",
        "one\ntwo\r\n\r\n# three",
        "\x1b[31m\u202egpj.exe",
    ],
)
def test_nothing_of_an_article_is_markup(text: str) -> None:
    heading, cells = shown(section(text, ["a", "b"], [[text, text]]))
    assert "<" not in heading + "".join(cells)
    assert [html.unescape(part) for part in (heading, *cells)] == [visible(text).rstrip(" ")] * 3


@given(st.text("\\`*_{}[]()#+-.!|<>&;~$^:/ wab1\"'\n\x1b\u202e") | st.text())
def test_a_text_comes_out_as_it_went_in(text: str) -> None:
    if "@" in text or not visible(text).strip():
        return
    text = "".join(text.split("\ufffd"))
    _, cells = shown(section("x", ["a", "b"], [[f"a{text}z", "y"]]))
    assert len(cells) == 2
    assert "<" not in cells[0]
    assert html.unescape(cells[0].replace("&#", "&amp;#")) == visible(f"a{text}z")


def test_what_means_nothing_is_left_readable() -> None:
    assert escaped("At 10:30, 5% of U.S. troops (3-4) left!") == "At 10\\:30, 5% of U.S. troops (3-4) left!"
