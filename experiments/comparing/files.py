"""A comparison as a folder of files that others can read and repeat."""

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from experiments.comparing.course import Course, course_to_toml
from experiments.storing.folder import Writer, write_folder
from experiments.storing.inside import write_frame

if TYPE_CHECKING:
    import pandas as pd


def write(
    folder: Path | str,
    weekly: "pd.DataFrame",
    runs: "pd.DataFrame",
    text: str,
    note: Mapping[str, object],
    force: bool = False,
) -> list[Path]:
    """Write weekly.parquet, runs.parquet, comparison.json (`text`) and provenance.json (`note`). Raises OSError."""
    frames = {"weekly.parquet": weekly, "runs.parquet": runs}
    files: dict[str, Writer] = {name: partial(write_frame, frame, origin=note) for name, frame in frames.items()}
    files["comparison.json"] = lambda path: path.write_text(f"{text}\n", encoding="utf-8")
    return write_folder(folder, files, note, force)


def courses_note(courses: Iterable[Course]) -> dict[str, dict[str, str]]:
    """What a provenance says of courses beyond their policies: the text of their files, if there is more to say."""
    longer = {course.id: course_to_toml(course) for course in courses if len(course.steps) > 1}
    return {"courses": longer} if longer else {}
