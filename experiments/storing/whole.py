"""One file, written whole or not at all."""

from pathlib import Path

from experiments.errors import RequestError


def check_file(path: Path, ending: str) -> None:
    """Refuse a path that no file can be written to, before hours are spent on it; `ending` is one such as ".csv".

    A file with another ending is refused too: nobody's experiment is to be written over. Raises RequestError.
    """
    if path.is_dir():
        raise RequestError(f"{path}: is a folder; name a file, such as {path / f'found{ending}'}")
    if not path.absolute().parent.is_dir():
        raise RequestError(f"{path}: there is no folder {path.parent}; make it first, or name another file")
    if path.suffix.lower() != ending:
        raise RequestError(f"{path}: must end in {ending}")


def write_whole(path: Path, text: str) -> Path:
    """Write a text, in UTF-8, over what is there; returns the path. Raises OSError."""
    draft = path.with_name(f".{path.name}.draft")
    try:
        draft.write_text(text, encoding="utf-8", newline="")
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return path
