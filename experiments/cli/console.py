"""The terminal: where tables go, where progress goes, and how a measure's value is written."""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, Timer

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

from experiments.cli.words import known, say
from experiments.showing.language import Lang, number

_PATIENCE = 0.6  # seconds without a sign of life


def stdout() -> Console:
    """For results."""
    return Console(highlight=False)


def stderr() -> Console:
    """For everything that is no result."""
    return Console(stderr=True, highlight=False)


class Waiting:
    """A progress bar on stderr that appears only if there is something to wait for; call it with (done, total)."""

    def __init__(self, first: str, then: str) -> None:
        """`first` is said until the first step is done, `then` from there on."""
        console = stderr()
        self._bar = Progress(
            SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
            console=console, transient=True, disable=not console.is_terminal,
        )  # fmt: skip
        self._then = then
        self._task = self._bar.add_task(first, total=None)
        self._lock = Lock()
        self._over = False
        self._timer = Timer(_PATIENCE, self._appear)
        self._timer.daemon = True

    def __call__(self, done: int, total: int) -> None:
        """So many steps are done."""
        self._bar.update(self._task, completed=done, total=total, description=self._then)

    def begin(self) -> None:
        """Start to wait."""
        self._timer.start()

    def end(self) -> None:
        """Take the bar away."""
        with self._lock:
            self._over = True
            self._timer.cancel()
            self._bar.stop()

    def _appear(self) -> None:
        with self._lock:
            if not self._over:
                self._bar.start()


@contextmanager
def waiting(first: str, then: str) -> Iterator[Waiting]:
    """A progress bar for as long as the block lasts."""
    bar = Waiting(first, then)
    bar.begin()
    try:
        yield bar
    finally:
        bar.end()


def decimals(unit: str, scale: float) -> int:
    """How many decimals say something of a measure in that unit whose values are about as large as `scale`."""
    if unit == "share" or unit.startswith("€") or math.isnan(scale):
        return 0
    return 2 if abs(scale) < 20 else 1 if abs(scale) < 100 else 0


def shown(value: float, unit: str, scale: float, lang: Lang, signed: bool = False) -> str:
    """A measure's value with its sign of unit: shares as per cent (`signed`: percentage points), money as euro."""
    if math.isnan(value):
        return "–"
    if unit == "share":
        sign = say("points", lang) if signed else "%"
        return f"{number(100.0 * value, decimals(unit, scale), lang, signed)} {sign}"
    text = number(value, decimals(unit, scale), lang, signed)
    if not unit.startswith("€"):
        return text
    return f"{text[0]}€ {text[1:]}" if text[0] in "+−" else f"€ {text}"


def unit_of(unit: str, lang: Lang) -> str:
    """A measure's unit as a heading says it; empty where the cells say it themselves."""
    if unit == "share":
        return ""
    key = f"unit {unit}"
    return say(key, lang) if known(key) else unit
