"""What goes wrong, in one line on stderr and with an exit code; a traceback is for our own mistakes only."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

import typer
from typer.core import TyperGroup
from typer.exceptions import TyperException

from experiments.cli.misread import plainly
from experiments.cli.printing import echo
from experiments.cli.speaking import language, misused, speak
from experiments.cli.streams import ready
from experiments.cli.words import say as word
from experiments.showing.language import Lang
from experiments.showing.printable import visible

WELL, FAILED, WRONG_INPUT, INTERRUPTED, CLOSED = 0, 1, 2, 130, 141

_LONGEST, _LAST = 1_500, 500  # signs

EXIT_CODES = (
    "Exit codes: 0 well · 1 the program failed · 2 wrong input or usage · 130 interrupted (Ctrl-C) · "
    "141 whoever read the output has left."
)


class Group(TyperGroup):
    """The group of all commands; turns errors that its user can mend into one line."""

    lang: Lang = "en"

    def main(self, args: Sequence[str] | None = None, *more: Any, **extra: Any) -> Any:
        """Read what was typed, and do it, in the language of the one who typed."""
        self.lang = language(sys.argv[1:] if args is None else list(args), os.environ)
        speak(self, self.lang)
        ready()
        try:
            return super().main(args, *more, **extra)
        except SystemExit as left:
            if isinstance(left.__context__, BrokenPipeError):  # rich prints help, and ends so when nobody reads on
                raise SystemExit(CLOSED) from None
            raise

    def make_context(self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any) -> Any:
        """Read what stands before the command; --help prints here already. Raises as `invoke`."""
        with self._told():
            _check_text(args)
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was typed. Raises typer.Exit with the exit code, and TyperException."""
        with self._told():
            return super().invoke(ctx)

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Whatever goes wrong in here is one line on stderr and an exit code."""
        try:
            yield
        except TyperException as error:
            raise misused(_shown(error), self.lang) from None
        except KeyboardInterrupt:
            say(word("interrupted", self.lang))
            raise typer.Exit(INTERRUPTED) from None
        except BrokenPipeError:
            _leave_quietly()
            raise typer.Exit(CLOSED) from None
        except OSError as error:
            say(self._refusal(OSError(_of_system(error))))
            raise typer.Exit(WRONG_INPUT) from None
        except ValueError as error:
            if not _is_input(error):
                raise
            say(self._refusal(error))
            raise typer.Exit(WRONG_INPUT) from None

    def _refusal(self, error: Exception) -> str:
        from experiments.translating.refusals import refusal_of

        return refusal_of(error, self.lang)


def _leave_quietly() -> None:
    """Whoever read our output has seen enough and left: what is still to be flushed goes nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # a stream of a test has no number
            os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def say(problem: str) -> None:
    """One line on stderr; of a very long one, which repeats what was typed, beginning and end."""
    line = " ".join(problem.split())
    shown = line if len(line) <= _LONGEST else f"{line[: _LONGEST - _LAST]} … {line[-_LAST:]}"
    echo(f"siloscope: {shown}", err=True)


def _shown(error: TyperException) -> TyperException:
    """An error of the parser, which repeats what was typed: signs in it that a terminal would obey are written out."""
    error.message = visible(plainly(error).message)
    return error


def _check_text(typed: Sequence[str]) -> None:
    """Refuse bytes that are no text: they would be found only when a file with them in it is written."""
    from experiments.errors import RequestError

    for each in typed:
        if not each.isprintable() and any("\ud800" <= sign <= "\udfff" for sign in each):
            raise RequestError(f'"{each}" is no text in UTF-8; choose a name that is')


def _is_input(error: ValueError) -> bool:
    """Whether an error is about what was asked for; its text is then written for the one who asked."""
    from experiments.errors import RequestError
    from sim.datafiles.reading import DataFileError

    return isinstance(error, RequestError | DataFileError)


def _of_system(error: OSError) -> str:
    if error.strerror is None:
        return str(error)  # one of ours, a full sentence
    return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
