"""Folders of results: written whole or not at all, and never over something that is not ours.

`provenance.json` marks a folder as ours and names its files. It is written last and, where results are replaced, taken
away first: a folder with it is complete.
"""

import json
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from experiments.given.files import text_in
from experiments.storing.version import PROGRAM

PROVENANCE = "provenance.json"

type Writer = Callable[[Path], object]
"""Writes one file to the path that it is given."""


def check_folder(folder: Path, force: bool = False) -> None:
    """Refuse a folder that may not be written to, before hours are spent on results for it.

    An empty folder, a new one and one with our own results will do; another one only with `force`, and then its other
    files stay. Raises FileExistsError or NotADirectoryError.
    """
    if not folder.exists():
        parent = next((each for each in folder.absolute().parents if each.exists()), None)
        if parent is not None and not parent.is_dir():
            raise NotADirectoryError(f"{folder}: cannot be made, because {parent} is a file; name another folder")
        return
    if not folder.is_dir():
        raise NotADirectoryError(f"{folder}: is a file; name a folder")
    if not force and any(folder.iterdir()) and _our_files(folder) is None:
        raise FileExistsError(
            f"{folder}: holds other things than results of {PROGRAM}; name a new folder, or say --force to add to it"
        )


def write_folder(
    folder: Path | str, files: Mapping[str, Writer], provenance: Mapping[str, object], force: bool = False
) -> list[Path]:
    """Write files, by name, and the provenance into a folder; returns the paths. Raises OSError, and as `check_folder`.

    All of it is first written next to its place. Earlier results of ours in the folder are replaced.
    """
    folder = Path(folder)
    check_folder(folder, force)
    folder.parent.mkdir(parents=True, exist_ok=True)
    inside = folder.exists()
    draft = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder if inside else folder.parent))
    try:
        for name, write in files.items():
            write(draft / name)
        note = {**provenance, "files": sorted(files)}
        (draft / PROVENANCE).write_text(json.dumps(note, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        if inside:
            _move_in(draft, folder, [*files, PROVENANCE])
        else:
            draft.chmod(0o755)  # a temporary folder is its maker's alone
            draft.rename(folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return [folder / name for name in (*files, PROVENANCE)]


def _move_in(draft: Path, folder: Path, names: list[str]) -> None:
    """Replace our earlier results by those of the draft; other files stay."""
    earlier = _our_files(folder) or []
    (folder / PROVENANCE).unlink(missing_ok=True)
    for name in set(earlier) - set(names):
        (folder / name).unlink(missing_ok=True)
    for name in names:
        (draft / name).replace(folder / name)


def _our_files(folder: Path) -> list[str] | None:
    """Names of the files that we wrote there; None if the folder is not ours."""
    try:
        note = json.loads(text_in(folder / PROVENANCE, None))
    except (ValueError, RecursionError):
        return None
    if not isinstance(note, dict) or note.get("program") != PROGRAM:
        return None
    files = note.get("files")
    return [name for name in files if isinstance(name, str) and Path(name).name == name] if files else []
