"""Plain lines for the terminal: results in TOML and JSON, and what is said on the way; no sign in them is obeyed."""

from collections.abc import Callable

import typer

from experiments.showing.language import Lang
from experiments.showing.printable import visible


def echo(text: str, *, err: bool = False, nl: bool = True) -> None:
    """Print a text on stdout, or stderr; signs that a terminal would obey are written out, as JSON and TOML do."""
    typer.echo(visible(text), err=err, nl=nl)


def mended(lang: Lang) -> Callable[[str], None]:
    """Says on stderr, in that language, what was found broken in a folder of ours and was mended."""
    from experiments.translating.refusals import refusal

    return lambda text: echo(refusal(text, lang), err=True)
