"""What a report is made of. All text is plain text; it is escaped where it is rendered."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from experiments.showing.drawing import Chart

type Tone = Literal["better", "worse", "neither"]


class Size(NamedTuple):
    """Size of a chart's plot and of its letters, in pixels."""

    width: int
    height: int
    font: int


WIDE, NARROW, SMALL = Size(760, 360, 15), Size(270, 280, 13), Size(260, 190, 13)
"""For wide and for narrow screens, and for one picture among many."""


class Heading(NamedTuple):
    """Begins a stretch of the report; `level` 2 is a main one, 3 one within it."""

    text: str
    level: Literal[2, 3] = 2


class Answer(NamedTuple):
    """A finding, in large letters."""

    text: str


class Paragraph(NamedTuple):
    """Some sentences; a `note` is set smaller, an `alarm` stands out."""

    text: str
    kind: Literal["plain", "note", "alarm"] = "plain"


class Bullets(NamedTuple):
    """A list of sentences."""

    texts: tuple[str, ...]


class Facts(NamedTuple):
    """Pairs of a term and what is to be said of it."""

    rows: tuple[tuple[str, str], ...]
    origin: bool = False
    """Whether they say where the report comes from: then pictures that are saved carry them."""


class Cell(NamedTuple):
    """A cell: a value, a smaller one beside it (an interval), and a line below that may be good or bad news."""

    text: str
    small: str = ""
    below: str = ""
    tone: Tone = "neither"


class Table(NamedTuple):
    """Rows of cells, or of texts, under heads; the first cell of a row is its name."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell | str, ...], ...]


class Key(NamedTuple):
    """Which letter, dash and colour stands for what, by place (showing/looks.py), with a few words on each."""

    rows: tuple[tuple[str, str], ...]


class Picture(NamedTuple):
    """A chart: `draw` makes it for a size, `words` say for those who cannot see it what it shows."""

    title: str
    words: str
    draw: "Callable[[Size], Chart]"
    note: str = ""
    """How to read it."""


class Gallery(NamedTuple):
    """Small pictures beside each other."""

    pictures: tuple[Picture, ...]


class Source(NamedTuple):
    """The text of a file, as it is."""

    text: str


class Fold(NamedTuple):
    """Parts that are shown when asked for."""

    title: str
    parts: "tuple[Part, ...]"


type Part = (
    Heading | Answer | Paragraph | Bullets | Facts | Table | Key | Picture | Gallery | Source | Fold
)  # fmt: skip
