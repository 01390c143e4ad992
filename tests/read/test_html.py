"""Web pages: the article in them, what they say of it, and nothing from the network."""

from __future__ import annotations

import builtins
import contextlib
import datetime as dt
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims.claim import Failure
from newsclaims.errors import ReadError
from newsclaims.read import Article, articles
from newsclaims.read.encoding import decode_page
from newsclaims.read.html import is_page, looks_like_html, page, words

PARAGRAPHS = (
    "The harbour board put off its vote on Tuesday after the mayor asked for more time to read the report.",
    "“We need a month,” said Ana Reis, who chairs the board. It meets again on Friday & will vote then.",
)
PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Harbour board delays vote</title>
<meta property="og:site_name" content="The Coast"><meta name="author" content="Ines Baptista">
<meta property="article:published_time" content="2025-03-04T10:00:00Z">
<link rel="canonical" href="https://coast.example/news/harbour-vote">
<link rel="stylesheet" href="https://coast.example/style.css"><script src="https://coast.example/x.js"></script></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a> <a href="/sport">Sport</a></nav>
<article><h1>Harbour board delays vote</h1>
<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1].replace("&", "&amp;")}</p></article>
<div class="comments"><p>Great article, I fully agree with every word of it and more.</p></div>
<footer>Copyright 2019 The Coast</footer></body></html>
"""


def test_a_pages_article_is_read_with_what_is_said_of_it(tmp_path: Path) -> None:
    path = tmp_path / "vote.html"
    path.write_text(PAGE, encoding="utf-8")
    (read,) = articles([str(path)])
    assert isinstance(read, Article)
    assert read.text.split("\n") == ["Harbour board delays vote", *PARAGRAPHS]
    assert (read.title, read.publisher, read.author) == ("Harbour board delays vote", "The Coast", "Ines Baptista")
    assert read.url == "https://coast.example/news/harbour-vote"
    assert (read.published, read.published_from) == (dt.date(2025, 3, 4), "metadata")


def test_no_date_is_taken_that_the_page_does_not_give() -> None:
    dateless = PAGE.replace('<meta property="article:published_time" content="2025-03-04T10:00:00Z">', "")
    assert page(dateless, "a.html")[1].date is None


def test_nothing_is_fetched_and_nothing_said(tmp_path: Path) -> None:
    """In a process of its own, in which every socket is an error."""
    for name, content in (("a.html", PAGE), ("b.html", "<html></html>"), ("c.html", "<p" * 9)):
        (tmp_path / name).write_text(content, encoding="utf-8")
    script = (
        "import socket, sys\n"
        "def no(*_, **__): raise SystemExit('a socket')\n"
        "socket.socket.connect = socket.socket.sendto = socket.getaddrinfo = no\n"
        "from newsclaims.read import articles\n"
        f"print(*(type(one).__name__ for one in articles([{str(tmp_path)!r}])))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False)
    assert (done.stdout, done.stderr, done.returncode) == ("Article Failure Failure\n", "", 0)


def test_without_trafilatura_it_is_said_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "b.txt").write_text("The board met.")
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name == "trafilatura":
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    failure, article = articles([str(tmp_path)])
    assert isinstance(article, Article)
    assert isinstance(failure, Failure)
    assert "pip install 'newsclaims[html]'" in failure.message


@pytest.mark.parametrize(
    "html", ["<html><body></body></html>", "<!doctype html>", "<html>" + "<div>" * 50_000, "<html><b" * 99]
)
def test_a_page_without_an_article_is_told(html: str) -> None:
    with pytest.raises(ReadError, match=r"a\.html") as caught:
        page(html, "a.html")
    assert caught.value.hint


@pytest.mark.parametrize(
    "unit", ["<p>The board met.", "<a href=x>y</a> ", "<", "&", "<br>one", "<li>one two", "<b><i>", "\x01", "é]]>"]
)
def test_time_is_linear_on_hostile_pages(unit: str) -> None:
    start = time.process_time()
    with contextlib.suppress(ReadError):
        page("<html><body>" + unit * (100_000 // len(unit)), "a.html")
    assert time.process_time() - start < 10


@pytest.mark.parametrize(
    ("encoding", "declared", "text"),
    [
        ("utf-8", "utf-8", "Café “Brise”"),
        ("utf-8", "iso-8859-1", "Café “Brise”"),  # the declaration is wrong, as the bytes tell
        ("cp1252", "iso-8859-1", "Café “Brise”"),  # and so it is here, as everybody knows
        ("cp1251", "windows-1251", "Порт закрыт"),
        ("shift_jis", "Shift_JIS", "港が閉鎖"),
        ("utf-16", "utf-16", "Café"),
        ("cp1252", "punycode", "Café, dit le préfet après la réunion"),  # no codec of the web: not tried
        ("cp1252", "zlib", "Café, dit le préfet après la réunion"),
    ],
)
def test_a_page_is_decoded_by_its_bytes_then_its_word(encoding: str, declared: str, text: str) -> None:
    html = f'<html><head><meta charset="{declared}"></head><body><p>{text}</p></body></html>'
    assert decode_page(html.encode(encoding), "a.html") == html


def test_a_stretch_of_html_gives_all_its_words_a_paragraph_a_line() -> None:
    html = (
        "<div>One <b>two</b>\n three.<p>Four<br/>five</p><!-- six --><style>p {}</style>seven</div><table><td>8<td>9</table>"
    )
    assert words(html) == "One two three.\nFour\nfive\nseven\n8\n9"
    assert words("") == words("<!-- x -->") == words("<script>x</script>") == ""


@given(st.text(alphabet="ab<>/p &;\"'=!-\0\x1b\ud800\n", max_size=80))
def test_no_stretch_of_html_does_more_than_lose_its_tags(html: str) -> None:
    assert "\n\n" not in words(html)


def test_what_looks_like_html() -> None:
    assert looks_like_html("It met.<br />It voted.")
    assert looks_like_html("<P>It met.</P>")
    assert not looks_like_html("profits < losses > costs, </3, <unknown>")
    assert is_page(PAGE)
    assert not is_page("<p>The board met.</p>")
