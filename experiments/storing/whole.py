"""One file, written whole or not at all."""

from pathlib import Path

from experiments.errors import RequestError


def check_place(path: Path, example: str) -> None:
    """Refuse a path that no file can be written to, before hours are spent on it; `example` is a name that would do.

    Raises RequestError.
    """
    if path.is_dir():
        raise RequestError(f"{path}: is a folder; name a file, such as {path / example}")
    if not path.absolute().parent.is_dir():
        raise RequestError(f"{path}: there is no folder {path.parent}; make it first, or name another file")


def check_file(path: Path, *endings: str) -> None:
    """The same, for a file whose name ends so, such as ".csv": nobody's experiment is to be written over."""
    check_place(path, f"found{endings[0]}")
    if path.suffix.lower() not in endings:
        raise RequestError(f"{path}: must end in {' / '.join(endings)}")


def write_whole(path: Path, content: str | bytes) -> Path:
    """Write bytes, or a text in UTF-8, over what is there; returns the path. Raises OSError."""
    draft = path.with_name(f".{path.name}.draft")
    try:
        draft.write_bytes(content.encode() if isinstance(content, str) else content)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return path
