"""One file, written whole or not at all, and never over something that is not ours."""

from pathlib import Path

from experiments.errors import RequestError

PAGE = '<meta name="generator" content="siloscope">'
PICTURE = 'class="marks"'
"""By what a page and a picture of ours are known."""
_LOOKED_AT = 4_000  # bytes


def check_place(path: Path, example: str) -> None:
    """Refuse a path that no file can be written to, before hours are spent on it; `example` is a name that would do.

    Raises RequestError.
    """
    if path.is_dir():
        raise RequestError(f"{path}: is a folder; name a file, such as {path / example}")
    if not path.absolute().parent.is_dir():
        raise RequestError(f"{path}: there is no folder {path.parent}; make it first, or name another file")


def check_file(path: Path, mark: str, *endings: str) -> None:
    """The same, for a file whose name ends so, such as ".csv"; nobody's experiment or ticket log is written over.

    `mark` stands near the beginning of each file of ours of that kind. Raises RequestError.
    """
    check_place(path, f"found{endings[0]}")
    if path.suffix.lower() not in endings:
        raise RequestError(f"{path}: must end in {' / '.join(endings)}")
    check_ours(path, mark)


def check_ours(path: Path, mark: str) -> None:
    """Refuse what is there unless it is empty or has the mark of ours. Raises RequestError, or OSError."""
    if not path.exists():
        return
    if path.is_file():
        with path.open("rb") as file:
            start = file.read(_LOOKED_AT)
        if not start or mark.encode() in start:
            return
    raise RequestError(
        f"{path}: is there already, and is none of our results; name another file, or take it away first"
    )


def write_whole(path: Path, content: str | bytes) -> Path:
    """Write bytes, or a text in UTF-8, over what is there; returns the path. Raises OSError."""
    draft = path.with_name(f".{path.name}.draft")
    try:
        draft.write_bytes(content.encode() if isinstance(content, str) else content)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return path
