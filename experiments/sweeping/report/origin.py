"""Where a report comes from: what the note of a folder says of it, and the whole of what was asked as a file."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from experiments.reporting.parts import Facts, Fold, Heading, Paragraph, Part, Source
from experiments.showing.language import Lang
from experiments.showing.words import Words
from experiments.storing.provenance import made_by
from experiments.sweeping.experiment import Experiment
from experiments.sweeping.experiment_file import MOST_NOTED, noted
from experiments.sweeping.recalled import reading

_say = Words(Path(__file__).with_name("words.toml")).say


def model_of(folder: Path) -> str:
    """The hash of the model's sources that lived a sweep; empty where nothing is noted. Raises RequestError."""
    with reading(folder) as journal:
        return journal.about("model") or ""


def carried(folder: Path, experiment: Experiment) -> dict[str, object]:
    """What a file that was made of a sweep's folder tells of itself. Raises RequestError."""
    return {**made_by(), "lived_by": model_of(folder), "seed": experiment.question.with_seed, **noted(experiment)}


def origin(note: dict[str, Any], model: str, seed: int, lang: Lang, files: str, file: Fold) -> Iterator[Part]:
    """Model, seed, command and software; where the figures themselves are (`files`); and what was asked (`file`)."""
    rows = {"model": model, "seed": str(seed)}
    if note:
        packages = note.get("packages")
        names = [f"{name} {version}" for name, version in packages.items()] if isinstance(packages, dict) else []
        rows |= {
            "made": str(note.get("made", "")), "command": str(note.get("command", "")),
            "version": f"{note.get('program', '')} {note.get('version', '')}",
            "software": ", ".join([f"Python {note.get('python', '')}", *names]),
        }  # fmt: skip
    yield Heading(_say("provenance", lang))
    yield Facts(tuple((_say(key, lang), text) for key, text in rows.items() if text.strip()), origin=True)
    yield Paragraph(files, "note")
    yield file


def as_file(text: str, lang: Lang) -> Fold:
    """What was asked, as the text of its file; of a very long one, which is a table of points, the beginning."""
    shown = text if len(text) <= MOST_NOTED else f"{text[:MOST_NOTED]}\n…"
    return Fold(_say("experiment", lang), (Source(shown),))


def rows_are_in(lang: Lang) -> str:
    """Where the rows of a sweep are, and what reads them."""
    return _say("files", lang)
