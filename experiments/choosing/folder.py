"""The folder of a choice.

choice.toml         what was asked, whole
search/, fresh/     what was lived, in sweeps: the search generation by generation, then its finds on fresh luck
front.csv           a row a contract that was lived again: its numbers, what it comes to, its verdict
front.json          the same and all that is known besides
contracts/          the contracts of the front, as files that `siloscope compare` takes
provenance.json     where all of it comes from
The command adds front-….svg and .png, report.html and found.txt.
"""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from experiments.choosing.choice import Choice
from experiments.choosing.choice_file import choice_to_toml
from experiments.choosing.chosen import Chosen
from experiments.choosing.contracts import files_of
from experiments.comparing.jobs import model
from experiments.errors import RequestError
from experiments.given.files import text_in
from experiments.showing.cells import as_csv
from experiments.storing.folder import PROVENANCE
from experiments.storing.provenance import made_by, provenance
from experiments.storing.version import PROGRAM, own_version
from experiments.sweeping.claiming import difference, holds_others
from experiments.sweeping.journal import LOCK, locked
from experiments.sweeping.parts import write_text
from experiments.sweeping.recalled import note_in
from sim.datafiles.spelling import spelled

CHOICE, FRONT_CSV, FRONT_JSON, CONTRACTS = "choice.toml", "front.csv", "front.json", "contracts"


@contextmanager
def claimed(folder: Path, choice: Choice) -> Iterator[None]:
    """Make the folder this choice's, or see that it is, and keep other processes away from it.

    Raises RequestError with what is different, or OSError.
    """
    if folder.exists() and not folder.is_dir():
        raise RequestError(f"{folder}: is a file; name a folder")
    if holds_others(folder, CHOICE, (LOCK,)):
        raise RequestError(f"{folder}: holds other things than a choice of ours; name a new folder")
    folder.mkdir(parents=True, exist_ok=True)
    with locked(folder):
        text, path = choice_to_toml(choice), folder / CHOICE
        was = text_in(path, None) if path.exists() else text
        if was != text:
            raise RequestError(
                f"{folder}: holds another choice ({difference(was, text)}); name a new folder for this one"
            )
        if not path.exists():
            write_text(path, text)
        yield


def write(folder: Path, found: Chosen) -> None:
    """Write what was found. Raises OSError."""
    contracts = files_of(found)
    (folder / CONTRACTS).mkdir(exist_ok=True)
    for name, text in contracts.items():
        write_text(folder / CONTRACTS / name, f"# {in_a_line(found.choice)}\n{text}")
    write_text(folder / FRONT_CSV, _as_csv(found))
    write_text(folder / FRONT_JSON, _as_text(found.as_json()))
    asked = found.choice.question
    policies = tuple({policy.id: policy for course in asked.of_courses for policy in course.policies}.values())
    origin = provenance(
        asked.of_scenario, policies, seed=asked.with_seed, replicates=_fresh(found.choice), weeks=asked.in_weeks
    )
    files = [FRONT_CSV, FRONT_JSON, *(f"{CONTRACTS}/{name}" for name in contracts)]
    write_text(folder / PROVENANCE, _as_text({**origin, "choice": choice_to_toml(found.choice), "files": files}))


def also(folder: Path, names: Iterable[str]) -> None:
    """Name more files of the folder in its provenance. Raises RequestError or OSError."""
    note = note_in(folder)
    files = list(dict.fromkeys([*note.get("files", []), *names]))
    write_text(folder / PROVENANCE, _as_text({**note, "files": files}))


def in_a_line(choice: Choice) -> str:
    """Where a file of the folder comes from, for one that has room for a line; the same whoever lived it."""
    words = PROGRAM, own_version(), "choose", spelled(choice.name), "model", model(), "seed", choice.question.with_seed
    return " ".join(map(str, words))


def carried(choice: Choice) -> dict[str, object]:
    """The same for one that has room for more."""
    return {**made_by(), "seed": choice.question.with_seed, "choice": choice_to_toml(choice)}


def _fresh(choice: Choice) -> range:
    """The numbers of the futures that the verdict is based on."""
    return range(choice.search.futures, choice.search.futures + choice.fresh.futures)


def _as_csv(found: Chosen) -> str:
    choice, picks = found.choice, found.picks
    columns = ["number", "verdict", "best", "alike", *(each.key for each in choice.dimensions)]
    for measure in choice.measures:
        columns += [measure, *(f"{measure}.{end}" for end in ("low", "high", "difference", "difference_low",
                                                               "difference_high", "searched_difference"))]  # fmt: skip
    rows: list[list[object]] = [[*columns]]
    for each in found.lived:
        row: list[object] = [
            each.number, str(each.verdict), " ".join(picks.get(each.number, [])), " ".join(map(str, each.alike)),
            *each.row,
        ]  # fmt: skip
        for level, apart, said in zip(each.levels, each.apart, each.said, strict=True):
            row += [level.mean, level.low, level.high, apart.mean, apart.low, apart.high, said]
        rows.append(row)
    return as_csv(rows)


def _as_text(content: dict[str, object]) -> str:
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"
