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
        records = {key: record for key, option in self._options(ctx) if (record := option.get_help_record(ctx))}
        for title, names in GROUPS.items() if len(records) > MANY else ():
            if listed := [records.pop(name) for name in names if name in records]:
                with formatter.section(title):
                    formatter.write_dl(listed)
        with formatter.section("Options"):
            formatter.write_dl(list(records.values()))

    def _options(self, ctx: click.Context) -> list[tuple[str, click.Option]]:
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        return [(config.key_of(option), option) for option in options]
