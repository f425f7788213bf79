"""Before something long begins: what it will take, and whether that is meant."""

import sys
from typing import TYPE_CHECKING

import typer

from experiments.cli.failures import INTERRUPTED
from experiments.cli.printing import echo
from experiments.cli.sweep_progress import time_in_words
from experiments.cli.words import say
from experiments.errors import RequestError
from experiments.showing.language import Lang
from experiments.showing.numbers import number

if TYPE_CHECKING:
    from experiments.comparing.foreseeing import Size
    from sim.company.scenario import Scenario

LONG = 600.0
"""Seconds that may be spent without asking."""
LARGE = 0.5
"""Part of the free memory that may be taken without asking."""
_GB = 1e9


def can_answer() -> bool:
    """Whether somebody sits at a terminal."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def agree(scenario: "Scenario", size: "Size", yes: bool, lang: Lang) -> None:
    """Go on if it is short, or `yes` was said; else ask on a terminal, and refuse where nobody can answer.

    Raises RequestError, or typer.Exit if the answer is no.
    """
    import psutil

    from experiments.comparing.foreseeing import foreseen

    free = float(psutil.virtual_memory().available)
    cost = foreseen(scenario, size, LARGE * free)
    if cost.seconds <= LONG and cost.bytes <= LARGE * free:
        return
    said = say(
        "foreseen", lang, time=time_in_words(cost.seconds, lang), gigabytes=number(cost.bytes / _GB, 1, lang),
        free=number(free / _GB, 1, lang),
    )  # fmt: skip
    if yes:
        echo(said, err=True)
    elif not can_answer():
        raise RequestError(f"{said} {say('foreseen_refused', lang)}")
    elif not typer.confirm(f"{said} {say('go_on', lang)}", err=True):
        raise typer.Exit(INTERRUPTED)
