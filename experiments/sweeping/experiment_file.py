"""An experiment as a file in TOML: the keys of a question, and what is varied, by which design, in how many futures.

version = 1
name = "load and meaning"
asks = "Does pay by customers still win when load doubles?"
scenario = "six-weeks"                  # or scenarios = ["small-shop", "six-weeks"]; a file (.toml) beside it will do
policies = ["sales-commission", "gate-and-shared-target"]
weeks = 52

[vary]
"choice.meaning" = {}                   # the plausible range
"problems.per_week" = { low = 1, high = 4 }
"gate-and-shared-target:manager.2.threshold" = { values = [0.5, 0.6, 0.7] }
"customers.*" = { times = 2 }           # all of a section ("*": all there are), from half to double what they are

[design]
kind = "latin"                          # grid, latin, sobol, morris, one; or table with file = "points.csv"
size = 100

[replicates]
number = 20                             # or measure, width, least, most: until the difference is known so well
first = 1000                            # the number of the first future (0 unless told otherwise): other luck
"""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from experiments.catalogue import load_scenario
from experiments.comparing.question import Question
from experiments.comparing.question_file import question_of_toml, question_to_toml
from experiments.comparing.reported import HEADLINES
from experiments.comparing.windows import WINDOWS, Window
from experiments.errors import RequestError
from experiments.given.files import name_of, text_in
from experiments.sweeping import values as check
from experiments.sweeping.dimension import Dimension
from experiments.sweeping.experiment import TABLE, Experiment
from experiments.sweeping.points_file import points_of_file, points_of_list
from experiments.sweeping.stopping import Fixed, Until
from experiments.sweeping.varied import varied
from sim.company.text import scenario_to_toml
from sim.datafiles.mistakes import on_one_line, short
from sim.datafiles.reading import DataFileError, parse_toml
from sim.datafiles.spelling import spelled
from sim.policies import load_policy
from sim.policies.reading import policy_to_toml

VERSION = 1
MOST_NOTED = 100_000
"""Signs of an experiment that every file carries."""
QUESTION = ("scenario", "company", "policies", "contracts", "set", "weeks", "seed")
_OWN = ("version", "name", "asks", "scenarios", "vary", "design", "replicates", "measures", "windows")
_DESIGN = ("kind", "size", "file", "points")
_REPLICATES = ("number", "first", "measure", "window", "width", "least", "most")


def load_experiment(path: Path) -> Experiment:
    """The experiment in a file; files that it names are looked for beside it. Raises RequestError."""
    return experiment_of_toml(text_in(path), Path(name_of(path)).name, path.parent)


def experiment_of_toml(text: str, source: str = "experiment", beside: Path | None = None) -> Experiment:
    """The experiment in the text of a file; without `beside` it may name no other files. Raises RequestError."""
    with naming(source):
        return _experiment(source, values_in(text, source, _OWN), beside)


def values_in(text: str, source: str, own: tuple[str, ...]) -> dict[str, Any]:
    """What a file's text says: the keys of a question, and those of its `own`. Raises RequestError for others."""
    try:
        values = parse_toml(text, source, DataFileError)
    except DataFileError as error:
        raise RequestError(str(error)) from None
    check.only(source, values, (*QUESTION, *own))
    if values.get("version", VERSION) != VERSION:
        raise RequestError(f"{source}: version = {short(values['version'])} is not known; this program reads {VERSION}")
    return values


@contextmanager
def naming(source: str) -> Iterator[None]:
    """Whatever is refused is said with the name of the file."""
    try:
        yield
    except RequestError as error:
        raise RequestError(str(error) if str(error).startswith(source) else f"{source}: {error}") from None


def experiment_to_toml(experiment: Experiment) -> str:
    """The text of a file that is whole in itself; reading it gives an equal experiment."""
    own = [f"name = {spelled(experiment.name)}", f"asks = {spelled(experiment.asks)}"]
    if experiment.companies:
        own.append(f"scenarios = {_list(experiment.companies)}")
    own += [f"measures = {_list(experiment.measures)}", f"windows = {_list(experiment.windows)}"]
    lines = lines_of(experiment.question, own, experiment.dimensions)
    lines += ["", "[design]", f"kind = {spelled(experiment.design)}", f"size = {experiment.size}"]
    if experiment.design == TABLE:
        lines += ["points = [", *(f"  {_list(row)}," for row in experiment.table), "]"]
    rule = experiment.replicates
    lines += ["", "[replicates]", *([f"first = {experiment.first}"] if experiment.first else [])]
    if isinstance(rule, Fixed):
        lines.append(f"number = {rule.number}")
    else:
        lines += [
            f"{name} = {spelled(getattr(rule, name))}" for name in ("measure", "window", "width", "least", "most")
        ]
    return "\n".join(lines) + "\n"


def noted(experiment: Experiment) -> dict[str, str]:
    """What a file that is made of an experiment says of it: its text, or the hash of that where points make it long.

    Of a million points the text is tens of megabytes; it stands once in the folder, in experiment.toml.
    """
    text = experiment_to_toml(experiment)
    if len(text) <= MOST_NOTED:
        return {"experiment": text}
    return {"experiment_sha256": hashlib.sha256(text.encode()).hexdigest()}


def lines_of(question: Question, own: list[str], dimensions: tuple[Dimension, ...]) -> list[str]:
    """The lines of a file that say its question, its `own` keys, what is set and what is varied."""
    top, _, settings = question_to_toml(question).partition("\n[set]\n")
    lines = [top.rstrip("\n"), *own, *(["", "[set]", settings.rstrip("\n")] if settings else []), "", "[vary]"]
    for each in dimensions:
        given = f"values = {_list(each.values)}" if each.values else f"low = {each.low!r}, high = {each.high!r}"
        lines.append(f"{spelled(each.key)} = {{ {given} }}")
    return lines


def _experiment(source: str, values: dict[str, Any], beside: Path | None) -> Experiment:
    question = question_of(source, values, beside)
    design = check.table(source, values, "design")
    check.only(f"{source}: [design]", design, _DESIGN)
    kind = design.get("kind", "grid")
    vary = {key: check.table(source, {key: given}, key) for key, given in check.table(source, values, "vary").items()}
    dimensions = varied(question, vary)
    replicates = check.table(source, values, "replicates")
    table: tuple[tuple[float, ...], ...] = ()
    if "file" in design:
        if kind != TABLE or vary:
            raise RequestError('file belongs to kind = "table", whose columns are what is varied; leave out [vary]')
        dimensions, table = points_of_file(question, _path(str(design["file"]), beside))
    elif kind == TABLE:
        table = points_of_list(design.get("points"), dimensions)
    return Experiment(
        name=check.text(source, "name", values.get("name", Path(source).stem)),
        asks=check.text(source, "asks", values.get("asks", "")),
        question=question,
        companies=tuple(check.texts(source, "scenarios", values.get("scenarios", []))),
        dimensions=dimensions,
        design=check.text(source, "kind", kind),
        size=check.whole(f"{source}: size", design.get("size", 1)),
        table=table,
        replicates=_replicates(source, replicates),
        first=check.whole(f"{source}: first", replicates.get("first", 0)),
        measures=tuple(check.texts(source, "measures", values.get("measures", list(HEADLINES)))),
        windows=cast(tuple[Window, ...], tuple(check.texts(source, "windows", values.get("windows", list(WINDOWS))))),
    )


def question_of(source: str, values: dict[str, Any], beside: Path | None) -> Question:
    """The base question of a file's values; scenarios and policies that are files are read, and taken along."""
    found = {key: values[key] for key in QUESTION if key in values}
    scenario = found.get("scenario")
    if isinstance(scenario, str) and scenario.endswith(".toml"):
        del found["scenario"]
        found["company"] = scenario_to_toml(load_scenario(_path(scenario, beside)), commented=False)
    policies, contracts = [], list(found.get("contracts", []))
    for each in check.texts(source, "policies", found.get("policies", list(Question().policies))):
        if each.endswith(".toml") and ">" not in each:
            policy = load_policy(_path(each, beside))
            contracts.append(policy_to_toml(policy))
            policies.append(policy.id)
        else:
            policies.append(each)
    found |= {"policies": policies, "contracts": contracts}
    lines = [f"{key} = {_value(given)}" for key, given in found.items() if key != "set"]
    if "set" in found:
        settings = check.table(source, found, "set")
        lines += ["[set]", *(f"{spelled(key)} = {_value(given)}" for key, given in settings.items())]
    return question_of_toml("\n".join(lines), source)


def _replicates(source: str, given: Mapping[str, Any]) -> Fixed | Until:
    check.only(f"{source}: [replicates]", given, _REPLICATES)
    if "width" in given or "measure" in given:
        if "number" in given or "width" not in given or "measure" not in given:
            raise RequestError("[replicates] needs either a number, or a measure and a width")
        rule = Until(check.text(source, "measure", given["measure"]), check.number("width", given["width"]))
        more = {name: check.whole(name, given[name]) for name in ("least", "most") if name in given}
        window = cast(Window, given.get("window", rule.window))
        return Until(rule.measure, rule.width, window, more.get("least", rule.least), more.get("most", rule.most))
    return Fixed(check.whole("number", given.get("number", Fixed(10).number)))


def _path(name: str, beside: Path | None) -> Path:
    if beside is None:
        raise RequestError(f'"{on_one_line(name)}" is a file; here an experiment must be whole in itself')
    return beside / name


def _list(values: tuple[object, ...]) -> str:
    return f"[{', '.join(map(_value, values))}]"


def _value(given: object) -> str:
    """Any value as TOML writes it."""
    if isinstance(given, list | tuple):
        return f"[{', '.join(map(_value, given))}]"
    return spelled(given)
