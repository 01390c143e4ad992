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
    from newsclaims.run import Done


@click.command("parse", cls=Command)
@options.reading
@click.option("--format", "format_", type=click.Choice(["conllu"]), default="conllu", help="CoNLL-U is the one there is.")
@options.working
@options.talking
def command(
    paths: tuple[str, ...],
    format_: str,  # noqa: ARG001
    output: str | None,
    force: bool,
    jobs: int,
    quiet: bool,
    verbose: bool,
    colour: str,
    **given: Any,
) -> int:
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

    from newsclaims.cli.drive import drive
    from newsclaims.cli.output import opened
    from newsclaims.cli.report import Report
    from newsclaims.render.streams import Stream
    from newsclaims.run import each

    report = Report("sentences", quiet=quiet, verbose=verbose, colour=colour)
    with opened(output, force=force, inputs=sources) as out:
        return drive(each(sources, settings, parsed, jobs=jobs, front=False), Stream(out), report, sources, output=output)


def parsed(docs: Iterable[Doc], article: Article) -> Done:
    """Write a parsed article; what a run does with each."""
    from newsclaims.flow import words
    from newsclaims.render.conllu import conllu
    from newsclaims.run import Done

    sentences: list[str] = []
    number = 0
    for doc in docs:
        sentences += conllu(doc, article.path, len(sentences))
        number += words(doc)
    return Done(article.record, len(sentences), number, "".join(sentences))
