"""An X-ray as a folder, whole or not at all: charts, the network, the figures, and where they come from.

The log itself is not copied: provenance.json holds its name and a hash, by which it is known again.
"""

import json
from pathlib import Path

from experiments.showing.language import Lang
from experiments.storing.folder import Writer, write_folder
from experiments.storing.provenance import made_by
from experiments.xray.charts import writers
from experiments.xray.figures import Xray
from experiments.xray.opening import Opened
from experiments.xray.reading import Columns


def write_xray(
    found: Xray, file: Opened, columns: Columns, folder: Path, force: bool = False, lang: Lang = "en"
) -> list[Path]:
    """Write all of it to a folder, with charts in that language; returns the paths. Raises as `write_folder`."""
    files: dict[str, Writer] = {
        "xray.json": lambda path: path.write_text(f"{as_json(found)}\n", encoding="utf-8"),
        **writers(found, lang),
    }
    return write_folder(folder, files, origin(found, file, columns), force)


def as_json(found: Xray) -> str:
    """The figures as JSON; what is undefined is null."""
    return json.dumps(found.to_dict(), indent=2, ensure_ascii=False, allow_nan=False)


def origin(found: Xray, file: Opened, columns: Columns) -> dict[str, object]:
    """Where the figures come from: the log by its name and the hash of its text, and how it was read."""
    return {
        **made_by(),
        "log": {"name": Path(file.source).name, "sha256": file.sha256},
        "columns": columns.named,
        "separator": file.delimiter,
        "times": found.to_dict()["times"],
    }
