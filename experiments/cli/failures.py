"""What goes wrong, in one line on stderr and with an exit code; a traceback is for our own mistakes only."""

import os
from itertools import pairwise
from typing import Any

import typer
from typer.core import TyperGroup
from typer.exceptions import TyperException

from experiments.cli.printing import echo
from experiments.showing.language import LANGUAGES
from experiments.showing.printable import visible

WELL, FAILED, WRONG_INPUT, INTERRUPTED = 0, 1, 2, 130

_LONGEST, _LAST = 1_500, 500  # signs
_TYPED = "siloscope.typed"

EXIT_CODES = "Exit codes: 0 well · 1 the program failed · 2 wrong input or usage · 130 interrupted (Ctrl-C)."


class Group(TyperGroup):
    """The group of all commands; turns errors that its user can mend into one line."""

    def make_context(self, *given: Any, **extra: Any) -> Any:
        """Read what stands before the command. Raises TyperException."""
        try:
            return super().make_context(*given, **extra)
        except TyperException as error:
            raise _shown(error) from None

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Keep the words as typed, for what is said after the command has ended."""
        ctx.meta[_TYPED] = [*args]
        return super().parse_args(ctx, args)

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was typed. Raises typer.Exit with the exit code."""
        try:
            return super().invoke(ctx)
        except TyperException as error:
            raise _shown(error) from None
        except KeyboardInterrupt:
            say("interrupted")
            raise typer.Exit(INTERRUPTED) from None
        except BrokenPipeError:
            raise  # whoever read our output has left; typer ends quietly
        except OSError as error:
            say(_of_system(error))
            raise typer.Exit(WRONG_INPUT) from None
        except ValueError as error:
            if not _is_input(error):
                raise
            say(_in_words(error, ctx.meta[_TYPED]))
            raise typer.Exit(WRONG_INPUT) from None


def say(problem: str) -> None:
    """One line on stderr; of a very long one, which repeats what was typed, beginning and end."""
    line = " ".join(problem.split())
    shown = line if len(line) <= _LONGEST else f"{line[: _LONGEST - _LAST]} … {line[-_LAST:]}"
    echo(f"siloscope: {shown}", err=True)


def _shown(error: TyperException) -> TyperException:
    """An error of the parser, which repeats what was typed: signs in it that a terminal would obey are written out."""
    error.message = visible(error.message)
    return error


def _is_input(error: ValueError) -> bool:
    """Whether an error is about what was asked for; its text is then written for the one who asked."""
    from experiments.errors import RequestError
    from sim.datafiles.reading import DataFileError

    return isinstance(error, RequestError | DataFileError)


def _in_words(error: ValueError, typed: list[str]) -> str:
    """What an error says, in the language that was asked for if it knows both."""
    in_words = getattr(error, "in_words", None)
    return str(error) if in_words is None else str(in_words(_lang_of(typed)))


def _lang_of(typed: list[str]) -> str:
    """The language of --lang, read from the words as typed: the command that knew it has ended."""
    said = [word.removeprefix("--lang=") for word in typed if word.startswith("--lang=")]
    said += [after for word, after in pairwise(typed) if word == "--lang"]
    given = said[-1] if said else os.environ.get("SILOSCOPE_LANG", "")
    return given if given in LANGUAGES else LANGUAGES[0]


def _of_system(error: OSError) -> str:
    if error.strerror is None:
        return str(error)  # one of ours, a full sentence
    return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
