"""The terminal: where tables go, and where progress goes; whatever is shown in it is text, and is never obeyed."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from threading import Lock, Timer
from time import monotonic
from typing import IO

from rich.console import Console, ConsoleOptions, RenderableType
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn
from rich.segment import Segment

from experiments.cli.words import say
from experiments.showing.language import Lang
from experiments.showing.printable import obeyed_left_out

_USUAL = 80  # signs on a line
_PATIENCE = 0.6  # seconds without a sign of life
_SILENCE = 300.0  # the same, between lines


class Terminal(Console):
    """A console for text as it is: [brackets] are no markup, :words: no pictures, and no sign in it is obeyed."""

    def __init__(self, *, stderr: bool = False, file: IO[str] | None = None, width: int | None = None) -> None:
        """`file` and `width` are for what is shown elsewhere than on the terminal."""
        super().__init__(stderr=stderr, file=file, width=width, highlight=False, markup=False, emoji=False)
        if not self.width:
            self.width = _USUAL  # COLUMNS=0 means that nobody knows, not that nothing is to be shown

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """The pieces of what is shown; every text passes here, also the cells of tables."""
        for piece in super().render(renderable, options):
            yield piece if piece.control else Segment(obeyed_left_out(piece.text), piece.style)

    def on_broken_pipe(self) -> None:
        """Raise BrokenPipeError, as any other output does, and leave the end to failures.py."""
        raise BrokenPipeError


def stdout() -> Terminal:
    """For results."""
    return Terminal()


def stderr() -> Terminal:
    """For everything that is no result."""
    return Terminal(stderr=True)


def mending(lang: Lang) -> Callable[[str], None]:
    """Tells on stderr, in that language, what was mended in a folder before it is gone on with."""
    from experiments.translating.refusals import refusal

    return lambda text: stderr().print(refusal(text, lang))


class Waiting:
    """A progress bar on stderr that appears only if there is something to wait for; call it with (done, total)."""

    def __init__(self, first: str, then: str) -> None:
        """`first` is said until the first step is done, `then` from there on."""
        console = stderr()
        self._bar = Progress(
            SpinnerColumn(), TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(),
            TimeRemainingColumn(), console=console, transient=True, disable=not console.is_terminal,
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

    def say(self, then: str) -> None:
        """What is said from here on."""
        self._then = then

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


class Lines:
    """The same in lines, where there is no terminal: one each time another tenth is done, or minutes have gone by."""

    def __init__(self, says: Callable[[int, int], str]) -> None:
        """`says` makes the text of how much is done of how much."""
        self._says = says
        self._tenths, self._said = 0, monotonic()

    def __call__(self, done: int, total: int) -> None:
        """So many steps are done."""
        tenths = 10 * done // total
        if tenths > self._tenths or monotonic() - self._said > _SILENCE:
            self._tenths, self._said = tenths, monotonic()
            stderr().print(self._says(done, total))


@contextmanager
def waiting(first: str, then: str) -> Iterator[Waiting]:
    """A progress bar for as long as the block lasts."""
    bar = Waiting(first, then)
    bar.begin()
    try:
        yield bar
    finally:
        bar.end()


@contextmanager
def compiling(lang: Lang) -> Iterator[Waiting | Lines]:
    """How far the rules are compiled: a bar on a terminal, else lines; nothing if there is nothing to compile."""
    if not stderr().is_terminal:
        yield Lines(lambda done, total: say("compiling_so_far", lang, done=done, total=total))
        return
    with waiting(say("compiling", lang), say("compiling", lang)) as bar:
        yield bar
