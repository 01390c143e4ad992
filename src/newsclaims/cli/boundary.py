"""The one error boundary: every way a run can end, its one line on stderr and its exit code."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence

import click

from newsclaims import process
from newsclaims.cli import signals
from newsclaims.errors import NewsclaimsError

SOME_FAILED, USAGE, INTERRUPTED, TERMINATED = 1, 2, 130, 143


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code.

    Exit codes: 0 all went well, or the reader of our output closed the pipe; 1 some file failed; 2 wrong usage,
    nothing could be read, or the output could not be written; 130 interrupted; 143 asked to end.
    """
    process.begin()
    code = run(arguments)
    if code in (INTERRUPTED, TERMINATED):  # all is closed; taking the interpreter down would make the user wait
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(OSError, ValueError, AttributeError):
                stream.flush()
        os._exit(code)
    sys.exit(code)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit code; a traceback is shown only with NEWSCLAIMS_DEBUG set."""
    with signals.heeded():
        return _run(arguments)


def _run(arguments: Sequence[str] | None) -> int:
    from newsclaims.cli.root import root

    try:
        return int(root.main(args=arguments, prog_name="claims", standalone_mode=False) or 0)
    except click.exceptions.NoArgsIsHelpError as error:
        return _say(error.format_message(), USAGE)
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx else "claims"
        return _say(f"{where}: {error.format_message()} See `{where} --help`.", USAGE)
    except click.ClickException as error:
        return _say(f"claims: {error.format_message()}", USAGE)
    except NewsclaimsError as error:
        return _say(f"claims: {error}", USAGE)
    except signals.Interrupted as interrupted:
        return interrupted.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except OSError as error:
        from newsclaims.cli.trouble import LIMITED, STDOUT, mute, unwritable

        if error.errno not in LIMITED:
            return _bug(error)
        mute()  # what is still held back, such as help, has no room either
        return _say(f"claims: {unwritable(STDOUT, error)}", USAGE)
    except Exception as error:
        return _bug(error)


def _bug(error: Exception) -> int:
    """Tell of what should not have happened, where it is raised anew if somebody wants to see where."""
    if os.environ.get("NEWSCLAIMS_DEBUG"):
        raise error
    what = f"{type(error).__name__}: {error}".replace("\n", " ")
    return _say(f"claims: an error of the program itself: {what}. Set NEWSCLAIMS_DEBUG=1 to see where.", SOME_FAILED)


def _say(message: str, code: int) -> int:
    click.echo(message, err=True)
    return code
