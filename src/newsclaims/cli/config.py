"""Defaults that the user has set, in a TOML file or the environment. What stands on the command line wins.

From the strongest to the weakest: the command line; `NEWSCLAIMS_EXTRACT_FORMAT`; `NEWSCLAIMS_FORMAT`; the table `[extract]`
of a file; its general keys; the program's own default.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import click

from newsclaims.cli.configfile import File, found, named
from newsclaims.errors import SettingsError

PREFIX = "NEWSCLAIMS_"
# A file that was found may have come with the articles: it cannot say what is written or sent where, and take no guard down.
GUARDED = frozenset({"output", "force", "resume", "raw-cells", "max-size", "max-unpacked", "scheduler"})
OWN = frozenset({"config", "no-config"})
ORIGINS, NO_CONFIG = "newsclaims.origins", "newsclaims.no_config"

Options = Mapping[str, click.Option]  # by key: "min-confidence"
Commands = Mapping[str, Options]  # by name: "extract"


class Set(NamedTuple):
    """A default that the user has set: its value, where ("in newsclaims.toml"), and whether for every command."""

    value: Any
    where: str
    general: bool


def options() -> list[click.Parameter]:
    """Give the options that every command with options has besides its own; the order is that of their callbacks."""
    return [
        click.Option(
            ["--no-config"],
            callback=_without,
            envvar=f"{PREFIX}NO_CONFIG",
            expose_value=False,
            help="Look for no configuration file.",
            is_eager=True,
            is_flag=True,
        ),
        click.Option(
            ["--config"],
            callback=_configure,
            envvar=f"{PREFIX}CONFIG",
            expose_value=False,
            help="Take defaults from this TOML file, not from newsclaims.toml or pyproject.toml.",
            is_eager=True,
            metavar="FILE",
            type=click.Path(),
        ),
    ]


def key_of(option: click.Option) -> str:
    """Give what an option is called in a configuration file: its long name without dashes."""
    return max(option.opts, key=len).lstrip("-")


def keys(command: click.Command | None) -> dict[str, click.Option]:
    """Give the options of a command by what they are called in a configuration file."""
    return {key_of(param): param for param in command.params if isinstance(param, click.Option)} if command else {}


def origin(ctx: click.Context, param: click.Parameter) -> str | None:
    """Say where the value of a parameter was set, if it was set, and not on the command line."""
    where: str | None = None
    if ctx.get_parameter_source(param.name or "") is click.core.ParameterSource.DEFAULT_MAP:
        where = ctx.meta.get(ORIGINS, {}).get(param.name)
    return where


def told(ctx: click.Context) -> str:
    """Say which options of this run the user's defaults have set, and where; "" if none."""
    return ", ".join(f"{param.opts[-1]} {where}" for param in ctx.command.params if (where := origin(ctx, param)))


def _without(ctx: click.Context, param: click.Parameter, value: bool) -> None:  # noqa: ARG001
    ctx.meta[NO_CONFIG] = value
    _one_of_them(ctx)


def _configure(ctx: click.Context, param: click.Parameter, value: str | None) -> None:  # noqa: ARG001
    """Make what the user has set the defaults of the options that click reads next."""
    _one_of_them(ctx)
    if ctx.resilient_parsing:  # a word is being completed
        return
    file = None if ctx.meta.get(NO_CONFIG) else named(Path(value)) if value else found()
    variables = {name: text for name, text in os.environ.items() if name.startswith(PREFIX) and text}
    if file is None and not variables:
        return
    group, name = ctx.find_root().command, ctx.command.name or ""
    assert isinstance(group, click.Group)
    commands: Commands = {of: keys(group.get_command(ctx, of)) for of in group.list_commands(ctx)}
    given = from_file(file, name, commands) if file else {}
    given |= from_environment(variables, name, commands)
    given = {key: one for key, one in given.items() if not (one.general and _for_others(key, one.value, name, commands))}
    ctx.default_map = {str(commands[name][key].name): one.value for key, one in given.items()}
    ctx.meta[ORIGINS] = {str(commands[name][key].name): one.where for key, one in given.items()}


def _one_of_them(ctx: click.Context) -> None:
    if {ctx.get_parameter_source(one) for one in ("config", "no_config")} == {click.core.ParameterSource.COMMANDLINE}:
        raise click.UsageError("--config and --no-config exclude each other.", ctx)


def _for_others(key: str, value: object, name: str, commands: Commands) -> bool:
    """Whether a value for every command is a choice of other commands only: "csv" says nothing to `claims parse`."""
    choices = {of: offered.choices for of, known in commands.items() if (offered := _choice(known.get(key)))}
    return name in choices and value not in choices[name] and any(value in offered for offered in choices.values())


def _choice(option: click.Option | None) -> click.Choice[Any] | None:
    return option.type if option and isinstance(option.type, click.Choice) else None


def from_file(file: File, name: str, commands: Commands) -> dict[str, Set]:
    """Check all that a file sets, and give what is meant for one command.

    Args:
        file: keys with their values; a value that is a table is for the command that its key names.
        name: the command that is to run.
        commands: what can be set.

    Raises:
        SettingsError: a key that is no option, a value of the wrong type, or an option that the file may not set.

    Example: from the table ``{"format": "csv", "extract": {"evidence": True}}`` come two options of `claims extract`.
    """
    anywhere = {key: option for known in commands.values() for key, option in known.items()}
    tables = {of: table for of, table in file.table.items() if isinstance(table, dict)}
    for of in tables:
        if of not in commands:
            raise SettingsError(f"no command {of!r} in {file.shown}{nearest(of, commands)}")
    general = {key: value for key, value in file.table.items() if key not in tables}
    given: dict[str, Set] = {}
    for of, table in [("", general), *tables.items()]:
        known, where = (commands[of], f"[{of}] of {file.shown}") if of else (anywhere, file.shown)
        for written, value in table.items():
            key = written.replace("_", "-")
            if key not in known or key in OWN:
                raise SettingsError(f"no option {written!r} in {where}{nearest(key, set(known) - OWN)}")
            checked = _checked(known[key], value, f"{written!r} in {where}")
            if not file.named:
                _may_be_found(key, checked, where)
            if of in ("", name) and key in commands[name]:
                given[key] = Set(checked, f"in {where}", general=not of)
    return given


def _may_be_found(key: str, value: object, where: str) -> None:
    """Refuse what only a file that the user has named may set."""
    hint = "Set it on the command line, or name the file with --config"
    if key in GUARDED:
        raise SettingsError(f"{key!r} cannot be set in {where}, a file that was found", hint)
    if key == "model" and not (str(value).isidentifier() and not os.path.lexists(str(value))):  # a folder may hold code
        raise SettingsError(f"'model' in {where}, a file that was found, must be the name of an installed package", hint)


def from_environment(variables: Mapping[str, str], name: str, commands: Commands) -> dict[str, Set]:
    """Give what environment variables set for one command; one that is nearly right is told of on stderr.

    Example: ``{"NEWSCLAIMS_MIN_CONFIDENCE": "0.5"}`` sets --min-confidence of every command that has it.
    """
    known = {f"{PREFIX}DEBUG", *(_variable(key) for options in commands.values() for key in options)}
    known |= {_variable(of, key) for of, options in commands.items() for key in options}
    for variable in variables:
        if near := nearest(variable, known, 0.85):
            click.echo(f"claims: {variable} sets nothing{near}", err=True)
    given: dict[str, Set] = {}
    for key, option in commands[name].items():
        for variable in (_variable(key), _variable(name, key)):
            if key not in OWN and variable in variables:
                text = variables[variable]
                value = option.type.split_envvar_value(text) if option.multiple else text
                given[key] = Set(value, f"from {variable}", general=variable == _variable(key))
    return given


def _variable(*parts: str) -> str:
    return PREFIX + "_".join(parts).replace("-", "_").upper()


def nearest(wrong: str, right: Iterable[str], likeness: float = 0.6) -> str:
    """Give "; did you mean 'format'?" for a word that is nearly one of the right ones, "" for any other."""
    from difflib import get_close_matches

    known = set(right)
    near = [] if wrong in known else get_close_matches(wrong, sorted(known), 1, likeness)
    return f"; did you mean {near[0]!r}?" if near else ""


def _checked(option: click.Option, value: Any, what: str) -> Any:
    """Give a value as click is to have it, if it has the type that the option wants."""
    if option.multiple:
        return [_checked_one(option, one, what) for one in (value if isinstance(value, list) else [value])]
    return _checked_one(option, value, what)


def _checked_one(option: click.Option, value: Any, what: str) -> Any:
    import datetime as dt

    if type(value) is dt.date:  # TOML has days of its own
        value = value.isoformat()
    wanted, types = _wanted(option)
    if not isinstance(value, types) or (isinstance(value, bool) and types is not bool):
        raise SettingsError(f"{what} must be {wanted}, not {_as_toml(value)}")
    return value


def _wanted(option: click.Option) -> tuple[str, type | tuple[type, ...]]:
    if option.is_flag:
        return "true or false", bool
    if isinstance(option.type, click.types.IntParamType):
        return "a whole number", int
    if isinstance(option.type, click.types.FloatParamType):
        return "a number", (int, float)
    return "a text in quotation marks", str


def _as_toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (str, int, float)):
        return repr(value)
    return "a list" if isinstance(value, list) else "a table" if isinstance(value, dict) else "a time"
