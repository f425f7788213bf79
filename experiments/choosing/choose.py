"""Makes a choice in a folder: searches, lives the finds again on fresh luck, and says what is left.

Everything that is lived is on the disk as it comes. The same call goes on from there, whatever ended the one before.
"""

from collections.abc import Callable
from pathlib import Path

from experiments.choosing.choice import Choice
from experiments.choosing.chosen import Chosen
from experiments.choosing.folder import claimed, write
from experiments.choosing.judging import flattery, judged
from experiments.choosing.lives import Companies, Lives
from experiments.choosing.search import search
from experiments.comparing.intervals import t_intervals
from experiments.sweeping.engines import Engine, engine
from experiments.sweeping.kept import kept
from experiments.sweeping.sweep import Progress


def choose(
    choice: Choice,
    folder: Path,
    *,
    where: Engine | None = None,
    progress: Progress | None = None,
    say: Callable[[str], None] = lambda _: None,
) -> Chosen:
    """Make a choice, or go on with one, and write its results to `folder`.

    `say` is told, in a sentence, what was mended. Raises RequestError for a folder that holds something else, and
    OSError where it cannot be written to; what was lived before stays.
    """
    with claimed(folder, choice), kept(where or engine()) as held:
        companies = Companies(choice, folder, held, progress, say)
        found = made(choice, companies)._replace(failed=companies.failed)
        write(folder, found)
    return found


def made(choice: Choice, lives: Lives) -> Chosen:
    """The choice made with contracts that are lived by `lives`. Raises whatever it raises."""
    searched = search(choice, lives)
    first, futures = choice.search.futures, choice.fresh.futures  # the search has seen those before
    rows = [choice.as_is, *(searched.rows[place] for place in searched.front)]
    values = lives.contracts("fresh/contracts", rows, first, futures)
    today = values[0] if choice.today == choice.changed else lives.today("fresh/today", first, futures)
    return Chosen(
        choice, len(searched.rows), searched.impossible, searched.within, searched.on_front, 0,
        tuple(t_intervals(today.T)[0].tolist()), judged(choice, searched, values, today),
        flattery(choice, searched, values, today),
    )  # fmt: skip
