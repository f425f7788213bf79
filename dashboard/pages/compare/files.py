"""What can be taken along of a comparison: data, a report, and the question itself.

Data and reports are made in a process of their own; the text of a question is there at once.
"""

from io import BytesIO
from typing import Literal, NamedTuple, get_args

from dashboard.engine.aside import aside
from experiments.comparing.comparison import Comparison
from experiments.comparing.question import FILE_NAME, Question
from experiments.comparing.question_file import question_to_toml
from experiments.showing.language import Lang
from experiments.storing.sheets import harmless

type Kind = Literal["csv", "parquet", "report", "question"]
KINDS: tuple[Kind, ...] = get_args(Kind.__value__)


class File(NamedTuple):
    """A file for the browser to save."""

    name: str
    mime: str
    data: bytes


def make(kind: Kind, question: Question, found: Comparison, hero: int, lang: Lang) -> File:
    """The file of that kind. Raises OSError, RuntimeError or ValueError if it cannot be made."""
    if kind == "question":
        return File(FILE_NAME, "application/toml", question_to_toml(question).encode())
    return aside(_of_comparison, kind, found, hero, lang).result()


def _of_comparison(kind: Kind, found: Comparison, hero: int, lang: Lang) -> File:
    if kind == "report":
        from experiments.page.page import render

        html = render(found, found.ids[hero], lang)
        return File("siloscope-report.html", "text/html", html.encode())
    frame = found.weekly_frame()
    out = BytesIO()
    if kind == "parquet":
        frame.to_parquet(out, index=False)
        return File("siloscope-weekly.parquet", "application/vnd.apache.parquet", out.getvalue())
    frame["policy"] = [harmless(name) for name in frame["policy"]]
    frame.to_csv(out, index=False)
    return File("siloscope-weekly.csv", "text/csv", out.getvalue())
