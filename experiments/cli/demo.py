"""The case that the project is named after, from one command: five pay policies compared, and the page that shows it.

Each of the five changes one thing of the one before it, so that a difference between them has a cause: commission,
a knock-out alone, sharing alone, both, and no bonus at all.
"""

from pathlib import Path
from typing import NamedTuple

from rich.text import Text

from experiments.catalogue import load_scenario
from experiments.cli.answer_table import BRIEF, show
from experiments.cli.console import stderr, stdout, waiting
from experiments.cli.words import say
from experiments.comparing.compare import compare
from experiments.comparing.comparison import Comparison
from experiments.page.opening import CASE, answer, more
from experiments.page.words import say as say_on_page
from experiments.showing.language import Lang
from experiments.storing.folder import check_folder

POLICIES = (
    "sales-commission", "own-satisfaction-gate", "shared-unit-target", "gate-and-shared-target", "fair-salary",
)  # fmt: skip
HERO = "gate-and-shared-target"
"""The policy that the page is about."""
FOLDER = Path("out/six-weeks")
PAGE, PICTURE = "index.html", "picture.png"


class Made(NamedTuple):
    """What was compared, and the page that shows it."""

    found: Comparison
    page: Path


def demo(
    out: Path = FOLDER,
    lang: Lang = "en",
    *,
    force: bool = False,
    replicates: int | None = None,
    weeks: int | None = None,
) -> Made:
    """Compare, print a short table, and write page, picture and data to a folder.

    `replicates` and `weeks` default to the scenario's. Raises OSError as `outputs.check_folder`.
    """
    check_folder(out, force)
    said = stderr()
    if not said.is_terminal:
        said.print(say("preparing", lang))
    with waiting(say("preparing", lang), say("futures", lang)) as progress:
        found = compare(
            load_scenario(CASE), POLICIES, replicates=replicates, weeks=weeks, progress=progress
        )  # fmt: skip
    show(found, list(BRIEF), lang, stdout(), f"{answer(found, HERO, lang)} {more(found, HERO, lang)}")
    with waiting(say_on_page("drawing", lang), say_on_page("drawing", lang)):
        page = write(found, out, HERO, lang, force)
    stdout().print(Text(say_on_page("page_is_at", lang, path=page)), soft_wrap=True)
    return Made(found, page)


def write(found: Comparison, out: Path, hero: str, lang: Lang, force: bool = False) -> Path:
    """Write a comparison's data, its page and its picture to a folder; returns the path of the page. Raises OSError."""
    from experiments.page.gallery import picture  # charts take a second to load: not before something is to be drawn
    from experiments.page.page import render

    html, png = render(found, hero, lang, beside=True), picture(found, lang)
    found.write(out, force=force)
    (out / PICTURE).write_bytes(png)
    page = out / PAGE
    page.write_text(html, encoding="utf-8")
    return page
