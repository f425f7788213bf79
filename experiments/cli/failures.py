"""What goes wrong, in one line on stderr and with an exit code; a traceback is for our own mistakes only."""

import os
import sys
from contextlib import suppress
from typing import Any

import typer
from typer.core import TyperGroup

WELL, FAILED, WRONG_INPUT, INTERRUPTED, CLOSED = 0, 1, 2, 130, 141

EXIT_CODES = (
    "Exit codes: 0 well · 1 the program failed · 2 wrong input or usage · 130 interrupted (Ctrl-C) · "
    "141 whoever read the output has left."
)


class Group(TyperGroup):
    """The group of all commands; turns errors that its user can mend into one line."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was typed. Raises typer.Exit with the exit code."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            say("interrupted")
            raise typer.Exit(INTERRUPTED) from None
        except BrokenPipeError:
            _leave_quietly()
            raise typer.Exit(CLOSED) from None
        except OSError as error:
            say(_of_system(error))
            raise typer.Exit(WRONG_INPUT) from None
        except ValueError as error:
            if not _is_input(error):
                raise
            say(str(error))
            raise typer.Exit(WRONG_INPUT) from None


def _leave_quietly() -> None:
    """Whoever read our output has seen enough and left: what is still to be flushed goes nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # a stream of a test has no number
            os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def say(problem: str) -> None:
    """One line on stderr."""
    typer.echo(f"siloscope: {' '.join(problem.split())}", err=True)


def _is_input(error: ValueError) -> bool:
    """Whether an error is about what was asked for; its text is then written for the one who asked."""
    from experiments.errors import RequestError
    from sim.datafiles.reading import DataFileError

    return isinstance(error, RequestError | DataFileError)


def _of_system(error: OSError) -> str:
    if error.strerror is None:
        return str(error)  # one of ours, a full sentence
    return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
