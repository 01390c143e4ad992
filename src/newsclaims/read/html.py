"""Web pages → the article in them, by trafilatura; and the words of a stretch of HTML, by lxml."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from typing import Any

from newsclaims.errors import ReadError
from newsclaims.read.encoding import called
from newsclaims.read.known import Known

BLOCKS = frozenset(
    "address article aside blockquote body br caption dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr html li main nav ol p pre section table td th title tr ul".split()
)
UNSEEN = frozenset("head iframe noscript script style svg template textarea".split())
# a closing tag of those that bodies are made of, or one that stands alone
TAG = re.compile(
    r"</(?:a|article|b|blockquote|body|div|em|h[1-6]|html|i|li|p|section|span|strong|ul)>|<(?:br|p)\s?/?>", re.I
)
DOCUMENT = re.compile(r"<(?:!doctype\s{1,9}html|html|body)\b", re.IGNORECASE)
SPACE = re.compile(r"\s+")
NO_XML = re.compile("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # what lxml takes in and does not give back
TALKERS = ("trafilatura", "htmldate", "courlan", "readability", "justext")


def page(html: str, path: str) -> tuple[str, Known]:
    """Find the article in a web page.

    Args:
        html: the page.
        path: where it comes from, for messages.

    Returns:
        The article's text, one paragraph a line, and what the page says of it. Nothing is fetched, and no date is taken
        that the page does not give as its own.

    Raises:
        ReadError: there is no article in it, or trafilatura is not installed.
    """
    extract = _extractor()
    dates = {"extensive_search": False, "original_date": True, "max_date": "2100-12-31"}
    try:
        found = extract(
            NO_XML.sub("", html),
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            include_formatting=False,
            date_extraction_params=dates,
        )
    except (RecursionError, ValueError, AttributeError, TypeError) as error:  # what its parts raise on broken pages
        raise ReadError(f"{called(path)} cannot be read as a web page: {error}", "Save the article as plain text") from error
    text = (found.text or "").strip() if found else ""
    if not text:
        raise ReadError(f"no article was found in {called(path)}", "Save the article as plain text")
    return text, Known(found.title, found.sitename, found.author, found.url, found.date)


def looks_like_html(text: str) -> bool:
    """Tell whether a text is marked up as HTML.

    Example: ``looks_like_html("<p>The board met.</p>")``, and not "profits < losses"
    """
    return bool(TAG.search(text))


def is_page(text: str) -> bool:
    """Tell whether a text is a whole web page, head and all."""
    return bool(DOCUMENT.search(text[:2000]))


def words(html: str) -> str:
    """Give the text of a stretch of HTML, such as an article's body in a record: all of it, one paragraph a line.

    Raises:
        ImportError: lxml is not installed.

    Example: ``words("<p>The board <b>met</b>.</p><p>It voted.</p>")`` → ``"The board met.\\nIt voted."``
    """
    import lxml.etree
    import lxml.html

    try:
        tree = lxml.html.fragment_fromstring(NO_XML.sub("", html), create_parent="div")
    except (lxml.etree.LxmlError, ValueError):
        return ""
    lxml.etree.strip_elements(tree, *UNSEEN, lxml.etree.Comment, lxml.etree.ProcessingInstruction, with_tail=False)
    pieces: list[str] = []
    for event, element in lxml.etree.iterwalk(tree, events=("start", "end")):
        if element.tag in BLOCKS:
            pieces.append("\n")
        pieces.append(SPACE.sub(" ", (element.text if event == "start" else element.tail) or ""))
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def _extractor() -> Callable[..., Any]:
    """Give trafilatura's reader of pages, told to keep its remarks to itself unless a program listens for them."""
    try:
        from trafilatura import bare_extraction  # slow to import
    except ImportError as error:
        hint = "Install it: pip install 'newsclaims[html]'"
        raise ReadError("web pages are read by trafilatura, which is not installed", hint) from error
    for name in TALKERS:
        talker = logging.getLogger(name)
        if not talker.handlers:
            talker.addHandler(logging.NullHandler())
    extract: Callable[..., Any] = bare_extraction
    return extract
