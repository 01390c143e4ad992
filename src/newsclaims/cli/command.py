"""A command of `claims`: its options stand in groups, and those that are not given come from the configuration."""

from __future__ import annotations

from typing import Any

import click

from newsclaims.cli import config

MANY = 8  # options that one list can hold
WIDEST = 24  # columns for the names of an option; longer ones have a line to themselves
GROUPS = {
    "Search": ("entity", "role", "actor", "target", "source", "from", "to", "status", "limit"),
    "Input": ("date", "field", "max-size", "max-unpacked", "model"),
    "Output": (
        "format",
        "output",
        "force",
        "raw-cells",
        "keep-text",
        "evidence",
        "explain",
        "min-confidence",
        "claim",
        "pager",
        "title",
        "all",
        "disputed",
        "window",
    ),
    "Run": ("jobs", "resume", "scheduler", "part-size", "quiet", "verbose", "color", "config", "no-config", "help"),
}


class Command(click.Command):
    """What every file of `newsclaims.cli` that is a command defines: ``@click.command("extract", cls=Command)``."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if any(isinstance(param, click.Option) for param in self.params):
            self.params += config.options()

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; an error about a value that the configuration set says where it stands."""
        try:
            return super().parse_args(ctx, args)
        except click.BadParameter as error:
            if error.param and error.param_hint is None and (where := config.origin(ctx, error.param)):
                error.param_hint = f"{error.param.get_error_hint(ctx)} {where}"
            raise
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, all groups with columns of the same width."""
        groups = [
            (title, [option.get_help_record(ctx) or ("", "") for option in options]) for title, options in self.groups(ctx)
        ]
        width = max(len(names) for _, records in groups for names, _ in records if len(names) <= WIDEST)
        for title, records in groups:
            with formatter.section(title):
                formatter.write_dl([(names.ljust(width), text) for names, text in records], col_max=width)

    def groups(self, ctx: click.Context) -> list[tuple[str, list[click.Option]]]:
        """Give the options that help shows: in groups if they are many, those of no group first."""
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option) and not param.hidden]
        left = {config.key_of(option): option for option in options}
        groups = []
        for title, names in GROUPS.items() if len(left) > MANY else ():
            if listed := [left.pop(name) for name in names if name in left]:
                groups.append((title, listed))
        return [("Options", list(left.values())), *groups] if left else groups
