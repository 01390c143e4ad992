"""`claims show`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from newsclaims.cli import options
from newsclaims.cli.command import Command

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from newsclaims.flow import Reading
    from newsclaims.read import Article


@click.command("show", cls=Command)
@options.reading
@click.option("--claim", "only", type=click.IntRange(min=1), metavar="N", help="Show claim N alone, with all its fields.")
@click.option("--pager/--no-pager", default=True, help="Page through $PAGER on a terminal, as git does; the default.")
@options.talking
def command(
    paths: tuple[str, ...],
    output: str | None,
    force: bool,
    only: int | None,
    pager: bool,
    quiet: bool,
    verbose: bool,
    colour: str,
    **given: Any,
) -> int:
    """Show an article with its claims marked in it.

    \b
    Examples:
      claims show article.txt
      claims show article.txt --claim 7
      claims show article.txt --no-pager | less

    Actor, action, target, source and date are marked in the text, each in a style of its own; beneath a sentence
    stands a line for each of its claims, with its number. Where styles cannot be shown, brackets name the parts.

    The pager is $PAGER, or less, which is told -FRX unless $LESS says otherwise.
    """
    sources, settings = options.inputs(paths), options.settings(**given)

    from newsclaims.cli.colour import output_has_styles
    from newsclaims.cli.output import opened
    from newsclaims.cli.pager import page
    from newsclaims.cli.report import Report, columns
    from newsclaims.errors import SettingsError
    from newsclaims.flow import each, reading
    from newsclaims.render.show import show

    def read(docs: Iterable[Doc], article: Article) -> tuple[str, Reading]:
        return article.text[article.front :].rjust(len(article.text)), reading(docs, article, settings)

    def parts() -> Iterator[str]:
        for text, (record, claims, _) in report.passing(each(sources, settings, read)):
            if only and only > len(claims):
                number = f"{len(claims)} claim{'' if len(claims) == 1 else 's'}"
                raise SettingsError(f"{record.path} has {number}, so none is number {only}", "`claims show` numbers them")
            yield "\n" if report.read > 1 else ""
            yield from show(text, record, claims, columns(), colour=output_has_styles(output, colour), only=only)

    report = Report(quiet=quiet, verbose=verbose)
    report.listen()
    if output in (None, "-") and sys.stdout is not None and sys.stdout.isatty():
        page(parts(), wanted=pager)
        return report.exit_code
    with opened(output, force=force, inputs=sources) as out:
        for part in parts():
            out.write(part)
        if report.read:
            out.close()
    return report.exit_code
