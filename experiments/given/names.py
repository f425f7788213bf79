"""Names that read as what they are: no sign in them turns the direction of writing, and something of them is seen.

What else a name may not hold (line breaks, control signs) its own reader refuses: sim/company and sim/policies.
"""

from collections.abc import Iterable, Iterator

from experiments.given.refusing import Refusal
from experiments.showing.printable import turning_sign, unseen, visible
from sim.company.scenario import Scenario, UnitPlan
from sim.datafiles.mistakes import on_one_line
from sim.policies import Policy


def plain_scenario(scenario: Scenario, source: str = "") -> Scenario:
    """The same scenario; `source` is its file. Raises Refusal for a text in it that turns the direction of writing."""
    _refuse(_texts_of(scenario), f"{source}: " if source else "")
    return scenario


def plain_policy(policy: Policy) -> Policy:
    """The same policy. Raises Refusal if a name or text in it turns the direction of writing, or shows nothing."""
    words = {"name": policy.name, "meaning": policy.meaning}
    texts = ((f"{key}.{lang}", getattr(each, lang)) for key, each in words.items() for lang in ("en", "nl"))
    _refuse((("id", policy.id), *texts, ("origin", policy.origin)), f'policy "{visible(policy.id)}": ')
    return policy


def plain(where: str, text: str) -> str:
    """The same text; `where` names it in the message. Raises Refusal if it turns the direction of writing."""
    _refuse([(where, text)])
    return text


def _refuse(texts: Iterable[tuple[str, str]], before: str = "") -> None:
    for where, text in texts:
        sign = turning_sign(text)
        if sign is not None:
            raise Refusal("turning sign", where=f"{before}{where}", value=visible(on_one_line(text)), sign=sign)
        if unseen(text):
            raise Refusal("unseen", where=f"{before}{where}")


def _texts_of(scenario: Scenario) -> Iterator[tuple[str, str]]:
    yield from (("name", scenario.name), ("about", scenario.about), ("about_nl", scenario.about_nl))
    yield from _names_of("company", scenario.company.tree)


def _names_of(where: str, units: Iterable[UnitPlan]) -> Iterator[tuple[str, str]]:
    for number, unit in enumerate(units, start=1):
        here = f"{where}, unit {number}"
        yield f"{here}: name", unit.name
        for place, division in enumerate(unit.divisions, start=1):
            yield f"{here}, division {place}: name", division.name
        yield from _names_of(here, unit.units)
