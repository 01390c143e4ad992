"""The group `claims`: what commands there are. A command's module is imported when it runs, and not before."""

from __future__ import annotations

import os
import shlex
from importlib import import_module
from typing import Any

import click

from newsclaims.render.safe import visible

COMMANDS = {
    "extract": "Find the claims of news articles.",
    "search": "Search the claims of a database.",
    "quotes": "List who says, thinks or wants what.",
    "dates": "List every time expression with its value.",
    "parse": "Print the analysis the claims are read from, as CoNLL-U.",
    "show": "Show an article with its claims marked in it.",
    "report": "Write a page to look through the claims of articles.",
    "compare": "Compare articles: the same claim, who denies it, what disagrees.",
    "timeline": "Tell what somebody is claimed to have done and said, over time.",
    "schema": "Print the JSON Schema of what `claims extract` prints.",
}
MODULES = {"report": "html"}  # where the file is not called as the command: `report` talks to stderr


class Lazy(click.Group):
    """A group whose help needs none of its commands' modules."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"newsclaims.cli.{MODULES.get(cmd_name, cmd_name)}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        self.format_usage(ctx, formatter)
        self.format_help_text(ctx, formatter)
        self.format_commands(ctx, formatter)
        click.Command.format_options(self, ctx, formatter)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read what stands before the command; few options do."""
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            option = visible(error.option_name)
            what = f"No option {option} before the command; options stand after it: `claims extract {option} …`."
            raise click.UsageError(what, ctx) from error

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say what may have been meant: one of nearly that name, or an article to extract from."""
        if args[0] == "help" and not ctx.resilient_parsing:  # as git and many others have it
            click.echo(self._help_on(ctx, args[1:]))
            ctx.exit()
        if not ctx.resilient_parsing and args[0] not in COMMANDS:
            raise click.UsageError(_meant(args), ctx)
        return super().resolve_command(ctx, args)

    def _help_on(self, ctx: click.Context, args: list[str]) -> str:
        """The help of a command, or of all."""
        command = self.get_command(ctx, args[0]) if args else None
        if command is None:
            return self.get_help(ctx)
        return command.get_help(click.Context(command, ctx, args[0]))

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:  # click would make this exit code 1; whoever closed the pipe has what they wanted
            from newsclaims.cli.trouble import mute

            mute()
            return 0


def _meant(args: list[str]) -> str:
    from newsclaims.cli.config import nearest

    word = visible(args[0])
    near = nearest(args[0], COMMANDS)
    if near and not os.path.lexists(args[0]):
        return f"No command {word!r}{near}"
    if args[0] == "-" or os.path.lexists(args[0]) or any(sign in args[0] for sign in "./*"):
        return f"No command {word!r}; to read it: `claims extract {visible(shlex.join(args))}`."
    return f"No command {word!r}; there are {', '.join(COMMANDS)}."


def _version(ctx: click.Context, param: click.Parameter, value: bool) -> None:  # noqa: ARG001
    if value:
        from newsclaims.cli.version import versions

        click.echo(versions())
        ctx.exit()


@click.command(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Tool, model, spaCy, Python."
)
def root() -> None:
    """Extract news claims: who did what to whom, says who, and when.

    \b
    Examples:
      claims extract article.txt                     a table of the claims
      claims extract article.txt | jq '.claims[0]'   JSON, in a pipe
      claims extract --date 2025-01-09 news/         a folder of one day's news
    """
