"""The page put together: template, style sheet, scripts and data in one file that asks nothing of anybody."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Container
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from newsclaims.claim import ArticleRecord, Failure, Generator
from newsclaims.flow import Reading
from newsclaims.render.page.clusters import COMPARED
from newsclaims.render.page.pack import Packed, pack
from newsclaims.render.page.shape import Shaped, shape
from newsclaims.render.records import dumps
from newsclaims.render.safe import visible

SCRIPTS = (
    "dom", "data", "filters", "list", "words", "article", "facets", "axis", "timeline", "forces", "network", "matrix",
    "compare", "print", "main",
)  # fmt: skip
ENDS_SCRIPT = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


class View(NamedTuple):
    """A tab of the page: ``name`` is the id of its panel and the key of its function in the scripts' ``views``."""

    name: str
    title: str


VIEWS = (
    View("claims", "Claims"),
    View("timeline", "Timeline"),
    View("network", "Who acts on whom"),
    View("matrix", "Who says what about whom"),
    View("compare", "Compare"),  # of several articles only
)


def render(data: Packed, generator: Generator, title: str) -> str:
    """Give the page.

    The browser is told (Content-Security-Policy) to run the page's own script, known by its hash, and nothing else; the
    scripts put texts into the page as text, never as HTML.

    Args:
        data: what `pack` gave.
        generator: what made the claims.
        title: the page's heading.
    """
    style, script = _asset("style.css"), _script()
    environment = Environment(
        loader=PackageLoader("newsclaims.render.page", ""),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    policy = "; ".join(
        [
            "default-src 'none'",
            f"style-src 'sha256-{_digest(style)}'",
            f"script-src 'sha256-{_digest(script)}'",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )
    return environment.get_template("page.html.j2").render(
        title=visible(title),
        policy=policy,
        style=Markup(style),
        script=Markup(script),
        data=Markup(dumps(data).translate(ENDS_SCRIPT)),
        views=[view for view in VIEWS if view.name != "compare" or "clusters" in data],
        generator=generator,
        failures=data["failures"],
    )


class Page:
    """The sink of `claims report`: it gathers articles, and writes the page when it is closed."""

    shape = staticmethod(shape)
    held: Container[str] = frozenset()

    def __init__(self, write: Callable[[str], object], generator: Generator, title: str | None = None) -> None:
        self._write = write
        self._generator = generator
        self._title = title
        self._articles: list[Shaped] = []
        self._failures: list[Failure] = []
        self._claims = 0

    def write(self, record: ArticleRecord, shaped: Any) -> None:  # noqa: ARG002  what is shaped holds the record
        """Keep what was made of an article."""
        self._claims += len(shaped.rows)
        self._articles.append(shaped if self._claims <= COMPARED else shaped._replace(claims=()))

    def fail(self, failure: Failure) -> None:
        """Keep a failure; the page lists them."""
        self._failures.append(failure)

    def close(self) -> None:
        """Write the page."""
        self._write(render(pack(self._articles, self._failures), self._generator, self._title or self._heading()))

    def discard(self) -> None:
        """Nothing has been written."""

    def _heading(self) -> str:
        if len(self._articles) == 1:
            record = self._articles[0].record
            return record.title or record.path
        return f"Claims in {len(self._articles):,} articles"


def page(readings: list[Reading], generator: Generator) -> str:
    """Give the page of some readings; their records hold the texts (``keep_text``)."""
    written: list[str] = []
    sink = Page(written.append, generator)
    for reading in readings:
        sink.write(reading.record, sink.shape(reading))
    sink.close()
    return written[0]


@cache
def _script() -> str:
    """The scripts one after the other, in a scope of their own."""
    return "(() => {\n'use strict';\n" + "\n".join(_asset(f"js/{name}.js") for name in SCRIPTS) + "})();\n"


@cache
def _asset(name: str) -> str:
    return resources.files("newsclaims.render.page").joinpath(name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
