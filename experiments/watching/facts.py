"""What a person saw who had to choose, in words: what lay before them, and what each part of the reasons hangs on."""

from dataclasses import dataclass

from experiments.showing.language import Lang
from experiments.showing.numbers import money, number, percent
from experiments.showing.words import Words
from experiments.watching.moments import Moments
from experiments.watching.names import Names, listed
from experiments.watching.replay import Asked, AtDesk
from sim.agents.feelings import worth
from sim.tables import WAYS, Choice, Row


@dataclass(frozen=True)
class Told:
    """In whose words: names, times and language."""

    names: Names
    moments: Moments
    words: Words
    lang: Lang

    def say(self, key: str, **values: str) -> str:
        """The words of a key of the whys."""
        return self.words.say(f"why_{key}", self.lang, **values)

    def knows(self, key: str) -> bool:
        """Whether there are such words."""
        return self.words.known(f"why_{key}")

    def plain(self, value: float, decimals: int = 2) -> str:
        """A number in this language."""
        return number(float(value), decimals, self.lang)


@dataclass(frozen=True)
class Facts:
    """Sentences about the situation, and values that the texts of parts fill in; some differ from choice to choice."""

    situation: list[str]
    values: dict[str, str]
    by_choice: dict[Choice, dict[str, str]]

    def of(self, choice: Choice) -> dict[str, str]:
        """The values for one choice."""
        return self.values | self.by_choice[choice]


def facts_at_desk(decision: AtDesk, told: Told) -> Facts:
    """Of one with a problem in view."""
    see, me, p = decision.see, decision.me, decision.p
    others = decision.queue - 1
    situation = [_problem(decision.problem, told)]
    if decision.problem.passes:
        situation.append(told.say("volleyed", times=told.plain(decision.problem.passes, 0)))
    if see.hours_own > 0.0:
        situation.append(told.say("own_part", hours=told.moments.span(see.hours_own, told.lang)))
    else:
        situation.append(told.say("no_part"))
    if others:
        situation.append(told.say("queue", others=told.plain(others, 0), head=told.plain(see.queue_a_head, 1)))
    if see.others_needed:
        situation.append(told.say("trust", chance=percent(float(see.chance_all_come), 0)))
    values = {
        "hour_euro": money(float(me.prices.hour), 2, told.lang), "hour": told.plain(see.hour),
        "toil": told.plain(p.toil), "head": told.plain(see.queue_a_head, 1),
        "desk_euro": money(float(me.prices.desk), 2, told.lang),
        "times": told.plain(see.passes, 0), "level": told.plain(see.score_level, 1),
        "days_level": told.plain(see.days_level, 1), "chance": percent(float(see.chance_all_come), 0),
        "asking": told.moments.span(see.hours_ask, told.lang),
    }  # fmt: skip
    sold = (1.0, see.credit_sell, see.score_volleyed, see.days_volleyed)
    ways = {
        Choice.SELL: sold,
        Choice.OWN_PART: (see.hours_own, see.credit_own, see.score_in_turn, see.days_in_turn),
        Choice.PASS_ON: (see.hours_pass, see.credit_pass, see.score_volleyed, see.days_volleyed),
        Choice.TABLE: (see.hours_table, see.credit_table, see.score_table, see.days_table),
        Choice.IDLE: sold,
    }
    by_choice = {choice: _way(decision, told, choice, *way) for choice, way in ways.items()}
    return Facts(situation, values, by_choice)


def facts_when_asked(decision: Asked, told: Told) -> Facts:
    """Of one who is asked to a colleague's table."""
    see, me = decision.see, decision.me
    away = told.moments.span(see.hours_away, told.lang)
    situation = [
        told.say("asked", host=told.names.person(decision.host)),
        _problem(decision.problem, told),
        told.say("asked_trust", trust=percent(float(see.trust), 0)),
        told.say("asked_away", hours=away),
    ]
    values = {
        "hours": away, "hour_euro": money(float(me.prices.hour), 2, told.lang), "hour": told.plain(see.hour),
        "toil": told.plain(decision.p.toil), "help": told.plain(see.help), "trust": percent(float(see.trust), 0),
        "score": told.plain(see.score_table, 1), "level": told.plain(see.score_in_turn, 1),
        "days": told.plain(see.days_table, 1), "days_level": told.plain(see.days_in_turn, 1),
        "price": told.plain(worth(see.credit, see.mine, see.theirs)),
        "price_day": told.plain(worth(see.credit, see.mine_day, see.theirs_day)),
    }  # fmt: skip
    return Facts(situation, values, {})


def _way(
    decision: AtDesk, told: Told, choice: Choice, hours: float, credit: float, score: float, days: float
) -> dict[str, str]:
    """What one reckons with of a way of working."""
    see, habits = decision.see, decision.me.habits
    way = choice - Choice.OWN_PART
    return {
        "hours": told.moments.span(hours, told.lang), "score": told.plain(score, 1), "days": told.plain(days, 1),
        "price": told.plain(worth(credit, see.mine, see.theirs)),
        "price_day": told.plain(worth(credit, see.mine_day, see.theirs_day)),
        "share": percent(float(habits[way]), 0) if 0 <= way < WAYS else "",
    }  # fmt: skip


def _problem(problem: Row, told: Told) -> str:
    """Whose problem it is, since when, and which divisions it still needs."""
    left = [int(problem.needs[part]) for part in range(int(problem.parts)) if not problem.done[part]]
    owner = told.names.divisions[problem.owner]
    if not left:
        return told.say("problem_done", owner=owner)
    needed = listed([told.names.divisions[d] for d in left], told.words, told.lang)
    return told.say("problem", owner=owner, needed=needed)
