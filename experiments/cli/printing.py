"""Plain lines for the terminal: results in TOML and JSON, and what is said on the way; no sign in them is obeyed."""

import typer

from experiments.showing.printable import visible


def echo(text: str, *, err: bool = False, nl: bool = True) -> None:
    """Print a text on stdout, or stderr; signs that a terminal would obey are written out, as JSON and TOML do."""
    typer.echo(visible(text), err=err, nl=nl)
