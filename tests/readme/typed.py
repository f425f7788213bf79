"""What the readmes and docs tell people to type: found in their pages, and done in a folder where it can do no harm."""

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from typer.testing import CliRunner, Result

from experiments.cli.app import app
from experiments.comparing.question import Question
from experiments.comparing.question_file import question_to_toml

ROOT = Path(__file__).resolve().parents[2]
ENGLISH, DUTCH = ROOT / "README.md", ROOT / "README.nl.md"
PAGES = [ENGLISH, DUTCH, *sorted((ROOT / "docs").glob("*.md")), ROOT / "CONTRIBUTING.md"]

BROWSER = ("dashboard", "serve", "demo")
"""Commands that run until somebody stops them; how they are typed is looked at all the same."""
LONG = ("calibrate", "claims")
"""Commands that have no short form; it is looked at how they are typed, and the long form runs them."""
OTHERS = ("git", "cd", "make", "py", ".venv\\Scripts\\pip", ".venv\\Scripts\\siloscope", "dask")
"""What is not ours to run."""

SHORTER = {
    "compare": ("-n", "2", "--weeks", "8", "--set", "run.warmup_weeks=2"),
    "run": ("--weeks", "4", "--set", "run.warmup_weeks=2"),
    "flips": ("--weeks", "8", "--fine", "2", "--set", "run.warmup_weeks=2", "-s", "small-shop", "--workers", "1"),
    "sweep": ("--workers", "1"),
    "choose": ("--workers", "1"),
}
"""Options that make a command cheap and leave alone what it is about."""
SMALLER = (
    (r"(?m)^scenario = .*", 'scenario = "small-shop"'), (r"(?m)^weeks = .*", "weeks = 13"),
    (r"(?m)^size = \d+", "size = 2"), (r"(?m)^(number|generations) = .*", r"\1 = 2"),
    (r"(?m)^(least|futures|most) = .*", r"\1 = 5"), (r"(?m)^generation = .*", "generation = 4"),
    (r"(?m)^width = .*", "width = 9"), (r'"\*" = .*', '"choice.meaning" = {}'),
    (r'(?m)^"run.warmup_weeks" = .*', '"run.warmup_weeks" = 2'),
)  # fmt: skip
"""The same for the file of an experiment."""


class Block(NamedTuple):
    """A piece of a page that is to be typed: its language and its text."""

    kind: str
    text: str


def blocks(page: Path) -> list[Block]:
    """Everything between three backticks that names its language, in order."""
    text = re.sub(r"(?m)^ {3}(?=\S)", "", page.read_text(encoding="utf-8"))  # those that stand inside a list
    return [Block(kind, inside) for kind, inside in re.findall(r"(?ms)^```(\w+)\n(.*?)^```", text)]


def lines(text: str) -> list[list[str]]:
    """The commands of a block, word by word, without comments."""
    return [words for line in text.splitlines() if (words := shlex.split(line, comments=True))]


def inline(page: Path) -> Iterator[list[str]]:
    """Commands that stand within a sentence."""
    text = re.sub(r"(?ms)^ *```.*?^ *```", "", page.read_text(encoding="utf-8"))
    for code in re.findall(r"`([^`]+)`", text):
        words = " ".join(code.split())
        if re.match(r"(siloscope|make|python -m) \S", words) and "…" not in words:
            yield shlex.split(words)


def prepare(folder: Path, short: bool) -> None:
    """Put there what a clone has: experiments that come along (`short`: small ones), examples, and a saved question."""
    for name in ("studies", "examples"):
        shutil.copytree(ROOT / "experiments" / name, folder / "experiments" / name)
    if short:
        for file in (folder / "experiments" / "studies").glob("*.toml"):
            file.write_text(smaller(file.read_text(encoding="utf-8")), encoding="utf-8")
    question = Question(policies=("sales-commission", "fair-salary"))
    (folder / "siloscope-question.toml").write_text(question_to_toml(question), encoding="utf-8")


def smaller(experiment: str) -> str:
    """The file of an experiment, made cheap."""
    for old, new in SMALLER:
        experiment = re.sub(old, new, experiment)
    return experiment


def do(words: list[str], short: bool) -> Result:
    """One command `siloscope ...`, in this process and in the folder where we are."""
    program, *rest = words
    assert program == "siloscope", words
    if short:
        rest += SHORTER.get(rest[0], ()) if rest[1:2] != ["status"] else ()
        if "@26" in " ".join(rest):
            rest[rest.index("--weeks") + 1] = "28"
    return CliRunner(env={"COLUMNS": "100", "TERM": "dumb", "SILOSCOPE_LANG": "en"}).invoke(app, rest)
