"""`claims parse`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from newsclaims.cli import options
from newsclaims.cli.command import Command

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from newsclaims.read import Article


@click.command("parse", cls=Command)
@options.reading
@click.option("--format", "format_", type=click.Choice(["conllu"]), default="conllu", help="CoNLL-U is the one there is.")
def command(paths: tuple[str, ...], format_: str, output: str | None, force: bool, **given: Any) -> int:  # noqa: ARG001
    """Print the analysis the claims are read from, as CoNLL-U.

    \b
    Examples:
      claims parse article.txt | head -40
      claims parse news/ -o news.conllu

    The whole content is parsed, lines such as "title: …" at its top included. Every character is kept: the text can
    be put together again from the words and SpaceAfter, SpacesAfter and SpacesBefore. Entities stand in the last
    column as NE=B-GPE.
    """
    sources, settings = options.inputs(paths), options.settings(**given)

    from newsclaims.cli.output import opened
    from newsclaims.cli.report import Report, show_notices
    from newsclaims.flow import each

    show_notices()
    report = Report()
    with opened(output, force=force, inputs=sources) as out:
        for sentences in report.passing(each(sources, settings, _sentences, front=False)):
            for sentence in sentences:
                out.write(sentence)
        if report.read:
            out.close()
    return report.exit_code


def _sentences(docs: Iterable[Doc], article: Article) -> list[str]:
    from newsclaims.render.conllu import conllu

    written: list[str] = []
    for doc in docs:
        written += conllu(doc, article.path, len(written))
    return written
