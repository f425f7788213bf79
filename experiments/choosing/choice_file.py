"""A choice as a file in TOML: the keys of a question, and what may change, what is wanted, within which limits.

version = 1
name = "gate and share"
asks = "Can customers gain without costing profit?"
scenario = "six-weeks"
policies = ["gate-and-shared-target"]   # the contract; or two: today's, and then the one that is changed
weeks = 52
window = "last_quarter"                 # or week6: the weeks that are judged

[vary]                                  # numbers of that contract: siloscope policy keys gate-and-shared-target
"gate-and-shared-target:manager.3.threshold" = {}                   # the plausible range
"gate-and-shared-target:employee.1.share" = { low = 0.1, high = 0.4 }

[goals]                                 # one to four measures, and whether more or less is wanted
satisfaction = "more"
profit = "more"

[limits]
profit = { at_least = "today - 2 %" }   # counted from today's contract, or a number

[search]
by = "nsga2"                            # or tpe
generation = 24
generations = 12
futures = 12

[fresh]                                 # what was found is lived again in futures that the search has not seen
futures = 120
most = 24
"""

from pathlib import Path
from typing import Any, cast

from experiments.choosing.choice import Choice, Fresh, Search
from experiments.choosing.goals import LEAST, MOST, Goal, Limit, limit_of
from experiments.comparing.windows import Window
from experiments.errors import RequestError
from experiments.given.files import name_of, text_in
from experiments.sweeping import values as check
from experiments.sweeping.experiment_file import lines_of, naming, question_of, values_in
from experiments.sweeping.varied import varied
from sim.datafiles.mistakes import short
from sim.datafiles.spelling import spelled

_OWN = ("version", "name", "asks", "window", "vary", "goals", "limits", "search", "fresh")


def load_choice(path: Path) -> Choice:
    """The choice in a file; files that it names are looked for beside it. Raises RequestError."""
    return choice_of_toml(text_in(path), Path(name_of(path)).name, path.parent)


def choice_of_toml(text: str, source: str = "choice", beside: Path | None = None) -> Choice:
    """The choice in the text of a file; without `beside` it may name no other files. Raises RequestError."""
    with naming(source):
        return _choice(source, values_in(text, source, _OWN), beside)


def choice_to_toml(choice: Choice) -> str:
    """The text of a file that is whole in itself; reading it gives an equal choice."""
    own = [f"{name} = {spelled(getattr(choice, name))}" for name in ("name", "asks", "window")]
    lines = [*lines_of(choice.question, own, choice.dimensions), "", "[goals]"]
    lines += [f"{goal.measure} = {spelled(goal.way)}" for goal in choice.goals]
    lines += ["", "[limits]"]
    for measure in dict.fromkeys(limit.measure for limit in choice.limits):
        given = ", ".join(f"{limit.side} = {limit.text}" for limit in choice.limits if limit.measure == measure)
        lines.append(f"{measure} = {{ {given} }}")
    search, fresh = choice.search, choice.fresh
    lines += ["", "[search]", f"by = {spelled(search.by)}"]
    lines += [f"{name} = {getattr(search, name)}" for name in ("generation", "generations", "futures")]
    lines += ["", "[fresh]", f"futures = {fresh.futures}", f"most = {fresh.most}"]
    return "\n".join(lines) + "\n"


def _choice(source: str, values: dict[str, Any], beside: Path | None) -> Choice:
    question = question_of(source, values, beside)
    vary, goals = (check.table(source, values, key) for key in ("vary", "goals"))
    search, fresh = _search(source, values), _fresh(source, values)
    return Choice(
        name=check.text(source, "name", values.get("name", Path(source).stem)),
        asks=check.text(source, "asks", values.get("asks", "")),
        question=question,
        dimensions=varied(question, {key: check.table(source, {key: given}, key) for key, given in vary.items()}),
        goals=tuple(Goal(key, check.text(source, f"goals {key}", given)) for key, given in goals.items()),
        limits=_limits(source, values),
        window=cast(Window, check.text(source, "window", values.get("window", "last_quarter"))),
        search=search,
        fresh=fresh,
    )


def _limits(source: str, values: dict[str, Any]) -> tuple[Limit, ...]:
    found = []
    for measure, given in check.table(source, values, "limits").items():
        if not isinstance(given, dict) or not given:
            raise RequestError(f'limits {measure} = {short(given)} must be such as {{ at_least = "today - 2 %" }}')
        check.only(f"limits {measure}", given, (LEAST, MOST))
        found += [limit_of(measure, side, amount) for side, amount in given.items()]
    return tuple(found)


def _search(source: str, values: dict[str, Any]) -> Search:
    given, usual = check.table(source, values, "search"), Search()
    check.only(f"{source}: [search]", given, ("by", "generation", "generations", "futures"))
    return Search(
        check.text(source, "search by", given.get("by", usual.by)),
        *(check.whole(f"search {name}", given.get(name, getattr(usual, name)))
          for name in ("generation", "generations", "futures")),
    )  # fmt: skip


def _fresh(source: str, values: dict[str, Any]) -> Fresh:
    given, usual = check.table(source, values, "fresh"), Fresh()
    check.only(f"{source}: [fresh]", given, ("futures", "most"))
    return Fresh(*(check.whole(f"fresh {name}", given.get(name, getattr(usual, name))) for name in ("futures", "most")))
