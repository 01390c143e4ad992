"""A command of `claims`: its options stand in groups, and those that are not given come from the configuration."""

from __future__ import annotations

from typing import Any

import click

from newsclaims.cli import config

MANY = 8  # options that one list can hold
GROUPS = {
    "Input": ("date", "model"),
    "Output": ("format", "output", "evidence", "explain", "min-confidence"),
    "Run": ("config", "no-config"),
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
            where = error.param and error.param_hint is None and config.origin(ctx, error.param)
            if where and error.param:
                error.param_hint = f"{error.param.get_error_hint(ctx)} {where}"
            raise

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options: in groups if they are many, those of no group last."""
        for title, options in self.groups(ctx):
            with formatter.section(title):
                formatter.write_dl([record for option in options if (record := option.get_help_record(ctx))])

    def groups(self, ctx: click.Context) -> list[tuple[str, list[click.Option]]]:
        """Give the options that help shows, group by group."""
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option) and not param.hidden]
        left = {config.key_of(option): option for option in options}
        groups = []
        for title, names in GROUPS.items() if len(left) > MANY else ():
            if listed := [left.pop(name) for name in names if name in left]:
                groups.append((title, listed))
        return [*groups, ("Options", list(left.values()))]
