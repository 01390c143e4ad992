"""The group `claims`: what commands there are. A command's module is imported when it runs, and not before."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Any

import click

COMMANDS = {
    "extract": "Find the claims of news articles.",
    "quotes": "List who says, thinks or wants what.",
    "dates": "List every time expression with its value.",
    "parse": "Print the analysis the claims are read from, as CoNLL-U.",
    "schema": "Print the JSON Schema of what `claims extract` prints.",
}


class Lazy(click.Group):
    """A group whose help needs none of its commands' modules."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"newsclaims.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        self.format_usage(ctx, formatter)
        self.format_help_text(ctx, formatter)
        self.format_commands(ctx, formatter)
        click.Command.format_options(self, ctx, formatter)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:  # click would make this exit code 1; whoever closed the pipe has what they wanted
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0


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
      claims extract --date 2025-01-09 news/         a folder, with the day it was published
    """
