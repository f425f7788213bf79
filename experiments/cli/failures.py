"""What goes wrong, in one line on stderr and with an exit code; a traceback is for our own mistakes only."""

import os
import sys
from collections.abc import Sequence
from typing import Any

import typer
from typer.core import TyperGroup
from typer.exceptions import TyperException

from experiments.cli.speaking import language, misused, speak
from experiments.cli.words import say as word
from experiments.showing.language import Lang

WELL, FAILED, WRONG_INPUT, INTERRUPTED = 0, 1, 2, 130

EXIT_CODES = "Exit codes: 0 well · 1 the program failed · 2 wrong input or usage · 130 interrupted (Ctrl-C)."


class Group(TyperGroup):
    """The group of all commands; turns errors that its user can mend into one line."""

    lang: Lang = "en"

    def main(self, args: Sequence[str] | None = None, *more: Any, **extra: Any) -> Any:
        """Read what was typed, and do it, in the language of the one who typed."""
        self.lang = language(sys.argv[1:] if args is None else list(args), os.environ)
        speak(self, self.lang)
        return super().main(args, *more, **extra)

    def make_context(self, *given: Any, **extra: Any) -> Any:
        """Read what stands before the command. Raises TyperException."""
        try:
            return super().make_context(*given, **extra)
        except TyperException as error:
            raise misused(error, self.lang) from None

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was typed. Raises typer.Exit with the exit code, and TyperException."""
        try:
            return super().invoke(ctx)
        except TyperException as error:
            raise misused(error, self.lang) from None
        except KeyboardInterrupt:
            say(word("interrupted", self.lang))
            raise typer.Exit(INTERRUPTED) from None
        except BrokenPipeError:
            raise  # whoever read our output has left; typer ends quietly
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
