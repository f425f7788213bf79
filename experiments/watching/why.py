"""Why: what a person saw, what spoke for and against each choice, how likely each was, and what was chosen."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal, TypedDict

from experiments.showing.language import Lang
from experiments.showing.numbers import money, percent
from experiments.showing.price_names import price_name
from experiments.showing.words import Words
from experiments.watching.by_rule import by_rule, rule_of
from experiments.watching.facts import Told, facts_at_desk, facts_when_asked
from experiments.watching.moments import Moments
from experiments.watching.names import Names
from experiments.watching.replay import Asked, AtDesk, last_decision, next_decision, week_of
from experiments.watching.tape import Tape
from sim.agents.employee import NEVER
from sim.agents.guest import Pulls
from sim.agents.reasons import AtTable, Considered, Idling, Outcome, Reasons, Urge
from sim.tables import PRICE_NAMES, Choice, Row

type Looking = Literal["next", "last"]
LOOKING: tuple[Looking, ...] = ("next", "last")
"""Which decision is asked for: the next from an hour on, or the last before it."""

WORDS = Words(Path(__file__).with_name("words.toml"))

LEAST = 5e-4
"""Parts smaller than this are left out."""


class Part(TypedDict):
    """Something that speaks for a choice (above zero) or against it, in points of preference (utils)."""

    key: str
    name: str
    text: str
    utility: float


class Option(TypedDict):
    """A choice: how attractive (utils; None: it cannot be made), how likely, and the parts that make it so."""

    key: str
    name: str
    possible: bool
    utility: float | None
    chance: float
    chosen: bool
    parts: list[Part]


class Price(TypedDict):
    """What an outcome is worth: by the own contract (an amount in euro), and as felt (utils)."""

    key: str
    name: str
    amount: str
    points: float


class Why(TypedDict):
    """Why an employee chose something. `kind`: desk, invitation, or none, where there was nothing to choose."""

    employee: int
    name: str
    division: int
    kind: str
    hour: float
    time: str
    problem: int | None
    situation: list[str]
    prices: list[Price]
    options: list[Option]
    chosen: str
    unit: str


def why_of(tape: Tape, employee: int, hour: float, lang: Lang, looking: Looking) -> Why:
    """What an employee chose at the next decision from an hour of the film on, or at the last before it; and why.

    Where there is no such decision in the film, the other one is told; `kind` is none where there is none at all.
    """
    order = (next_decision, last_decision) if looking == "next" else (last_decision, next_decision)
    decision = order[0](tape, employee, hour) or order[1](tape, employee, hour)
    told = Told(Names(tape.end), Moments(tape.first_week, WORDS), WORDS, lang)
    if decision is None:
        return _nothing_to_choose(tape, employee, hour, told)
    options: list[Option] = []
    rule = rule_of(decision.p)
    match decision:
        case AtDesk():
            situation, options = facts_at_desk(decision, told).situation, list(_desk_options(decision, told))
            kind, chosen = "desk", told.say(f"chose_{decision.chosen.name.lower()}")
        case Asked():
            situation, options = facts_when_asked(decision, told).situation, _guest_options(decision, told)
            kind, chosen = "invitation", told.say("chose_come" if decision.came else "chose_refuse")
    if told.knows(f"by_{rule.name.lower()}"):
        situation.append(told.say(f"by_{rule.name.lower()}"))
    return Why(
        employee=employee, name=told.names.person(employee), division=told.names.division_of(employee), kind=kind,
        hour=decision.hour, time=told.moments.say(decision.hour, lang),
        problem=tape.number_of(int(decision.problem.id)), situation=situation,
        prices=_prices(decision.me, told), options=options, chosen=chosen, unit=told.say("unit"),
    )  # fmt: skip


def _nothing_to_choose(tape: Tape, employee: int, hour: float, told: Told) -> Why:
    """Nothing lies on the desk in the whole film: one sells, or idles, by what an hour pays."""
    me = tape.starts[week_of(tape, hour)].world.employees[employee]
    return Why(
        employee=employee, name=told.names.person(employee), division=told.names.division_of(employee), kind="none",
        hour=hour, time=told.moments.say(hour, told.lang), problem=None,
        situation=[told.say("nothing", chance=percent(float(me.sells), 0))],
        prices=_prices(me, told), options=[], chosen="", unit=told.say("unit"),
    )  # fmt: skip


def _desk_options(decision: AtDesk, told: Told) -> Iterator[Option]:
    """Every choice, in the order of `Choice`."""
    facts = facts_at_desk(decision, told)
    for choice in Choice:
        utility, key = decision.options[choice], choice.name.lower()
        possible = utility != NEVER
        parts = by_rule(parts_of(decision.parts, choice), float(utility), rule_of(decision.p)) if possible else {}
        yield Option(
            key=key, name=told.say(f"option_{key}"), possible=possible, utility=float(utility) if possible else None,
            chance=float(decision.chances[choice]), chosen=choice == decision.chosen,
            parts=_told(parts, facts.of(choice), told, key),
        )  # fmt: skip


def _guest_options(decision: Asked, told: Told) -> list[Option]:
    """To come, or not: what there is to weigh is held against staying away, which is worth nothing."""
    facts = facts_when_asked(decision, told)
    parts = by_rule(leaves(decision.parts), float(decision.urge), rule_of(decision.p))
    come = Option(
        key="come", name=told.say("option_come"), possible=True, utility=float(decision.urge),
        chance=float(decision.chance), chosen=decision.came,
        parts=_told(parts, facts.values, told, "come"),
    )  # fmt: skip
    refuse = Option(
        key="refuse", name=told.say("option_refuse"), possible=True, utility=0.0, chance=1.0 - float(decision.chance),
        chosen=not decision.came, parts=[],
    )  # fmt: skip
    return [come, refuse]


def leaves(parts: Reasons | Pulls) -> dict[str, float]:
    """The single parts by name, as the rule names them; an hour of idling is told from the hours of work."""
    found: dict[str, float] = {}
    for name, value in parts._asdict().items():
        if isinstance(value, Idling):
            found |= {"idling_hour": value.hour, "conscience": value.conscience}
        elif isinstance(value, Urge | Outcome):
            found |= value._asdict()
        else:
            found[name] = value
    return {name: float(value) for name, value in found.items()}


def parts_of(considered: Considered, choice: Choice) -> dict[str, float]:
    """What speaks for and against a choice, by name. Calling a table: each part as it is to be expected on average."""
    parts = considered[choice]
    if not isinstance(parts, AtTable):
        return leaves(parts)
    held, in_vain = leaves(parts.held), leaves(parts.in_vain)
    found = {key: parts.chance * held[key] + (1.0 - parts.chance) * in_vain[key] for key in held}
    found["habit"] += parts.habit
    return found


def _told(parts: dict[str, float], facts: dict[str, str], told: Told, option: str) -> list[Part]:
    """The parts that matter, each in words; some say something else of one option."""
    shown = []
    for key, utility in parts.items():
        if abs(utility) >= LEAST:
            own = f"part_{key}_{option}_text"
            text = told.say(own if told.knows(own) else f"part_{key}_text", **facts)
            shown.append(Part(key=key, name=told.say(f"part_{key}"), text=text, utility=utility))
    return shown


def _prices(me: Row, told: Told) -> list[Price]:
    """The price list as this person sees and feels it, without what is worth nothing."""
    return [
        Price(
            key=name, name=price_name(name, told.lang), amount=money(float(me.prices[name]), 2, told.lang),
            points=float(me.felt[name]),
        )
        for name in PRICE_NAMES
        if abs(float(me.felt[name])) >= LEAST or abs(float(me.prices[name])) >= LEAST
    ]  # fmt: skip
