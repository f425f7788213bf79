"""How far long work is that lives units: a bar with the time left, or lines where there is no terminal."""

from typing import TYPE_CHECKING

from experiments.cli.words import say
from experiments.showing.language import Lang

if TYPE_CHECKING:
    from experiments.sweeping.sweep import State


def time_in_words(seconds: float, lang: Lang) -> str:
    """A span of time in words.

    >>> time_in_words(20, "en"), time_in_words(5_400, "nl")
    ('20 s', '1:30 uur')
    """
    if seconds < 90:
        return f"{seconds:.0f} s"
    if seconds < 3_600:
        return f"{seconds / 60:.0f} min"
    minutes = round(seconds / 60)
    return f"{minutes // 60:,}:{minutes % 60:02d} {'uur' if lang == 'nl' else 'h'}"


class Bar:
    """How far a sweep is: a bar on a terminal, else a line for each tenth."""

    def __init__(self, lang: Lang) -> None:
        from experiments.cli.console import Lines, Waiting, stderr

        self._lang = lang
        self._failed = 0
        terminal = stderr().is_terminal
        self._bar = Waiting(say("preparing", lang), say("sweep_units", lang)) if terminal else None
        self._left: float | None = None
        self._lines = Lines(self._so_far)

    def __enter__(self) -> "Bar":
        if self._bar is not None:
            self._bar.begin()
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.end()

    def show(self, state: "State") -> None:
        """So far."""
        self._failed, self._left = state.failed, state.seconds_left
        if self._bar is not None:
            then = "sweep_units_failed" if state.failed else "sweep_units"
            self._bar.say(say(then, self._lang, failed=state.failed))
            self._bar(state.done, state.most)
        else:
            self._lines(state.done, state.most)

    def _so_far(self, done: int, total: int) -> str:
        """A line of how far it is, what failed, and how long it will take at most."""
        said = say("sweep_so_far", self._lang, done=done, most=total, failed=self._failed)
        if self._left is None or done >= total:
            return said
        return said + say("sweep_left", self._lang, time=time_in_words(self._left, self._lang))
