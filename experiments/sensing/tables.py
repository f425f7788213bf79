"""What a sensitivity found as rows: of plain values for JSON, CSV and a pandas frame, and of texts for people."""

import math
from typing import TYPE_CHECKING, Any

from experiments.sensing.effects import Effect
from experiments.sensing.saying import asked, say, says, value
from experiments.sensing.sensitivity import Sensitivity
from experiments.sensing.subjects import name_of, value_of
from experiments.showing import cells
from experiments.showing.language import Lang
from experiments.showing.numbers import percent

if TYPE_CHECKING:
    import pandas as pd

_ARROWS = {1: " ↑", -1: " ↓", 0: ""}


def rows(found: Sensitivity, lang: Lang = "en") -> list[dict[str, Any]]:
    """A row a dimension, the largest effect first; what is not known is None."""
    ranges = {each.key: (each.low, each.high) for each in found.experiment.dimensions}
    told = []
    for each in found.ranked:
        plain = {**each._asdict(), "verdict": each.verdict.value}
        more = plain.pop("more")
        low, high = ranges[each.key]
        row = {"key": plain.pop("key"), "name": name_of(found.experiment, each.key, lang)}
        told.append({**row, "from": low, "to": high, **plain, **more})
    return [{key: None if isinstance(value, float) and math.isnan(value) else value for key, value in row.items()}
            for row in told]  # fmt: skip


def as_json(found: Sensitivity, lang: Lang = "en") -> dict[str, Any]:
    """Everything, in plain values."""
    target = found.target
    return {
        "experiment": found.experiment.name, "company": found.company, "design": found.experiment.design,
        "kind": target.kind, "measure": target.measure, "window": target.window, "policy": target.policy,
        "against": target.against, "unit": target.unit, "asked": asked(found.experiment, target, lang),
        "says": says(found, lang), "points": found.points, "lived": found.lived, "futures": found.futures,
        "failed": found.failed, "ways": found.ways._asdict(), "spread": _known(found.spread),
        "chance_share": _known(found.chance_share), "as_it_is": _known(found.as_it_is), "effects": rows(found, lang),
    }  # fmt: skip


def as_csv(found: Sensitivity, lang: Lang = "en") -> str:
    """The rows as text, with a head."""
    told = rows(found, lang)
    return cells.as_csv([list(told[0]), *(list(row.values()) for row in told)])


def frame(found: Sensitivity, lang: Lang = "en") -> "pd.DataFrame":
    """The rows as a frame."""
    import pandas as pd

    return pd.DataFrame(rows(found, lang))


def head(found: Sensitivity, lang: Lang) -> list[str]:
    """The heads of a table for people."""
    names = ["what", "range", "size", *(["alone"] if _of_spread(found) else []), "verdict"]
    return [say(f"column_{name}", lang) for name in names]


def texts(found: Sensitivity, each: Effect, lang: Lang) -> list[str]:
    """An effect's row of such a table: name and way, range, size with its interval, perhaps alone, verdict."""
    dimension = next(row for row in found.experiment.dimensions if row.key == each.key)
    ends = [value_of(found.experiment, each.key, end, lang) for end in (dimension.low, dimension.high)]
    size, low, high = (
        percent(given, 0) if _of_spread(found) else value(found, given, lang)
        for given in (each.size, each.low, each.high)
    )  # fmt: skip
    alone = [percent(each.more["first"], 0)] if _of_spread(found) else []
    name = f"{name_of(found.experiment, each.key, lang)}{_ARROWS[each.way]}"
    return [name, "–".join(ends), f"{size} ({low} … {high})", *alone, say(f"verdict_{each.verdict}", lang)]


def _of_spread(found: Sensitivity) -> bool:
    """Whether sizes are parts of the spread."""
    return found.experiment.design == "sobol"


def _known(value: float) -> float | None:
    return None if math.isnan(value) else value
