"""The standing that receipts are printed at: read from what the page remembers, and from what a browser sends."""

from collections.abc import Mapping
from math import isfinite

from experiments.comparing.tills import AROUND, BEST, WORST, Standing
from experiments.showing.language import Lang
from experiments.showing.numbers import number
from experiments.showing.words import Words
from sim.calendar import WEEKS_A_QUARTER
from sim.company.scenario import Scenario
from sim.receipt import IN_REACH, in_reach

USUAL = Standing(0.0)
SALES = (0.4, 1.6)
"""How far below and above plan the slider of sales goes."""
FAR_ABOVE = 1.6
"""Points above the start at which the catalogue's targets are safe."""


def range_of(name: str, scenario: Scenario) -> tuple[float, float, float]:
    """From where to where a slider goes, and by what steps."""
    if name == "week":
        return 0.0, WEEKS_A_QUARTER - 1.0, 1.0
    if name == "sales":
        return *SALES, 0.05
    start = scenario.customers.satisfaction_start
    return max(start + AROUND[0], WORST), min(start + AROUND[1], BEST), 0.1


def moved(standing: Standing, name: object, value: object, scenario: Scenario) -> Standing:
    """The standing with one part of it set; the same if a browser sends what cannot be."""
    if name not in Standing._fields or isinstance(value, bool) or not isinstance(value, int | float):
        return standing
    if not isfinite(value):
        return standing
    low, high, _ = range_of(str(name), scenario)
    kept = min(max(float(value), low), high)
    if name == "week":
        return standing._replace(week=round(kept))
    return (
        standing._replace(sales=round(kept, 2)) if name == "sales" else standing._replace(satisfaction=round(kept, 2))
    )


def standing_of(options: Mapping[str, str], scenario: Scenario) -> Standing:
    """The standing that the page remembers; a little above the start, in mid-quarter, for what it does not."""
    standing = USUAL._replace(satisfaction=round(in_reach(scenario), 2))
    for name in Standing._fields:
        try:
            value = float(options.get(f"receipt.{name}", ""))
        except ValueError:
            continue
        standing = moved(standing, name, value, scenario)
    return standing


def sliders(standing: Standing, scenario: Scenario, words: Words, lang: Lang) -> list[dict[str, object]]:
    """What the sliders show."""
    start = scenario.customers.satisfaction_start
    shown = {
        "satisfaction": number(standing.satisfaction, 1, lang),
        "sales": f"{number(100 * standing.sales, 0, lang)} %",
        "week": words.say("week_of", lang, week=standing.week + 1, weeks=WEEKS_A_QUARTER),
    }
    usual = {"satisfaction": start, "sales": 1.0, "week": None}
    return [
        {
            "name": name, "label": words.say(f"stand_{name}", lang), "value": getattr(standing, name),
            "shown": shown[name], "low": low, "high": high, "step": step, "usual": usual[name],
            "help": words.say(f"help_{name}", lang, start=number(start, 1, lang)),
        }
        for name in Standing._fields for low, high, step in [range_of(name, scenario)]
    ]  # fmt: skip


def jumps(scenario: Scenario, words: Words, lang: Lang) -> list[dict[str, object]]:
    """Standings worth seeing, as buttons."""
    start = scenario.customers.satisfaction_start
    places = (("start", start), ("near", start + IN_REACH), ("far", start + FAR_ABOVE))
    return [
        {"label": words.say(f"jump_{name}", lang), "satisfaction": min(round(score, 2), BEST)} for name, score in places
    ]
