"""Whose folder it is: nobody's yet, this experiment's, or another's, which is left alone."""

import hashlib
from pathlib import Path

from experiments.comparing.jobs import model
from experiments.errors import RequestError
from experiments.given.files import text_in
from experiments.sweeping import parts
from experiments.sweeping.experiment import Experiment
from experiments.sweeping.experiment_file import experiment_to_toml
from experiments.sweeping.folder import EXPERIMENT, PARTS
from experiments.sweeping.journal import FILE, FORMAT, LOCK, Journal
from experiments.sweeping.units import asked_at


def begin(folder: Path) -> None:
    """Make the folder, or see that it can be used. Raises RequestError or OSError."""
    if folder.exists() and not folder.is_dir():
        raise RequestError(f"{folder}: is a file; name a folder")
    if holds_others(folder, EXPERIMENT, (PARTS, FILE, LOCK)):
        raise RequestError(f"{folder}: holds other things than a sweep of ours; name a new folder")
    (folder / PARTS).mkdir(parents=True, exist_ok=True)


def claim(folder: Path, journal: Journal, experiment: Experiment) -> None:
    """See that the folder is this experiment's, or make it so. Raises RequestError with what is different."""
    text = experiment_to_toml(experiment)
    path = folder / EXPERIMENT
    was = text_in(path, None) if path.exists() else text
    if was != text:
        raise RequestError(
            f"{folder}: holds another experiment ({difference(was, text)}); name a new folder for this one"
        )
    began = journal.about("model")
    if began is not None and began != model():
        raise RequestError(
            f"{folder}: was begun with another version of the model, and results of two models must not be mixed; "
            "name a new folder"
        )
    content = _content(experiment)
    if journal.about("content") not in (None, content):
        raise RequestError(
            f"{folder}: a scenario or policy that the experiment names has changed since it was begun; "
            "put it back, or name a new folder"
        )
    if not path.exists():
        parts.write_text(path, text)
    journal.note(format=str(FORMAT), model=model(), content=content)


def holds_others(folder: Path, mark: str, begun: tuple[str, ...]) -> bool:
    """Whether a folder without the file `mark`, which makes it ours, holds more than a beginning that was killed.

    `begun` are the names with which what is made before that file begins.
    """
    if not folder.is_dir() or (folder / mark).exists():
        return False
    return any(not path.name.startswith((*begun, f".{mark}.")) for path in folder.iterdir())


def _content(experiment: Experiment) -> str:
    """Hash of what the experiment's names stand for: its scenarios and policies as they are now."""
    digest, step = hashlib.sha256(), len(experiment.values)
    for place in range(0, experiment.many, step):
        point = experiment.point(place)
        company = point.company if experiment.companies else ""
        digest.update(asked_at(experiment.question, company, experiment.settings(point))[1])
    return digest.hexdigest()


def difference(was: str, now: str) -> str:
    """The first line that differs, both ways."""
    for one, other in zip([*was.splitlines(), ""], [*now.splitlines(), ""], strict=False):
        if one != other:
            return f"there: {one.strip()[:80] or 'nothing'}, now: {other.strip()[:80] or 'nothing'}"
    return "one is longer than the other"
