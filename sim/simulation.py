"""One run of the model: a world, its luck, and the weeks it has lived. Mesa's model (model.py) is a window on this."""

from collections.abc import Callable
from pathlib import Path
from typing import cast

import numpy as np

from sim.calendar import HOURS_A_WEEK
from sim.chance import Luck, copy_of, lucks
from sim.company.organisation import build, contract_in, divisions_of
from sim.company.scenario import Scenario
from sim.company.setting import changes, rewrite
from sim.life.day import live, live_region, meet, see_prices, settle_early
from sim.life.signals import LOG_IS_FULL, NOBODY, POOL_IS_FULL
from sim.policies import Policy, load_policy
from sim.tables import LINES_AT_ONCE, WEEK, Rows, World

Ask = Callable[[int], None]


class Simulation:
    """A company under a policy, week after week.

    `seed` defaults to the scenario's; `replicate` numbers the future. With `events` a log of everything that happens to
    problems is kept. The same arguments give the same bits.
    """

    def __init__(
        self,
        scenario: Scenario,
        policy: Policy | str | Path | None = None,
        *,
        seed: int | None = None,
        replicate: int = 0,
        events: bool = False,
        weeks: int | None = None,
    ) -> None:
        self.scenario = scenario
        self.policy = _policy(scenario.run.start_policy if policy is None else policy)
        self.seed = scenario.run.seed if seed is None else seed
        self.replicate = replicate
        room = scenario.run.warmup_weeks + scenario.run.weeks if weeks is None else weeks
        world = build(scenario, self.seed, replicate, room, events)
        self.lucks = lucks(self.seed, replicate, len(world.regions))
        self.world: World = contract_in(world, self.policy, scenario)
        see_prices(self.world)

    @property
    def hour(self) -> int:
        """Working hours lived."""
        return int(self.world.company[0].lived)

    @property
    def luck(self) -> Luck:
        """The random streams of the region whose turn it is; the first region's are the market's too."""
        return self.lucks[int(self.world.company[0].region)]

    @property
    def weeks(self) -> Rows:
        """The rows of the weeks that are over, dtype WEEK."""
        return cast(Rows, self.world.weeks[: int(self.world.company[0].row)])

    @property
    def events(self) -> Rows:
        """The event log so far, dtype EVENT; empty if none is kept."""
        return cast(Rows, self.world.events[: max(int(self.world.company[0].events), 0)])

    @property
    def division_names(self) -> list[str]:
        """Names of the divisions, by row."""
        return [division.name for _, _, division in divisions_of(self.scenario)]

    @property
    def unit_names(self) -> list[str]:
        """Name of the unit of each division, by row of the division."""
        return [unit for _, unit, _ in divisions_of(self.scenario)]

    def live(self, hours: int, ask: Ask | None = None) -> None:
        """Live on for so many working hours. `ask(i)` must make employee i act, if anyone decides in Python.

        A company of several regions (see organisation.py) lives region by region, up to a week at a time.
        """
        until = self.hour + hours
        self._have_room_for(until // HOURS_A_WEEK + 1)
        c = self.world.company[0]
        if len(self.lucks) == 1:
            self._live_on(live, self.lucks[0], until, ask)
        while c.lived < until:
            ends = min(until, (int(c.lived) // HOURS_A_WEEK + 1) * HOURS_A_WEEK)
            for region, luck in enumerate(self.lucks):
                c.region, c.hour = region, c.lived
                self._live_on(live_region, luck, ends, ask)
            meet(self.world, self.lucks[0], ends)

    def _live_on(self, loop: Callable[[World, Luck, int], int], luck: Luck, until: int, ask: Ask | None) -> None:
        """Call a loop until it is done, doing what it asks for on the way."""
        while (signal := loop(self.world, luck, until)) != NOBODY:
            if signal == LOG_IS_FULL:
                self._lengthen_log()
            elif signal == POOL_IS_FULL:
                self._widen_pool()
            elif ask is None:
                raise RuntimeError(f"employee {signal} decides in Python, but nobody asks")
            else:
                ask(int(signal))

    def live_weeks(self, weeks: int) -> None:
        """Live on for so many weeks."""
        self.live(weeks * HOURS_A_WEEK)

    def adopt(self, policy: Policy | str | Path) -> None:
        """Change the reward policy now: books are closed and paid under the old contract for the part that passed."""
        settle_early(self.world)
        self.policy = _policy(policy)
        self.world = contract_in(self.world, self.policy, self.scenario)
        see_prices(self.world)

    def set(self, **values: float) -> None:
        """Change parameters now, by name: the company goes on as one that has them, and everybody reads the prices.

        Where each is written: sim/company/setting.py. A parameter that already has the value is left alone, so that
        setting it changes no bit. Raises ScenarioError, and changes nothing, if a value is refused or a parameter
        cannot be changed in mid-run.
        """
        scenario = self.scenario.with_parameters(**values)
        changed = changes(self.scenario, scenario, self.policy)
        if changed:
            before, self.scenario = self.scenario, scenario
            self.world = rewrite(self.world, before, scenario, changed, self.policy, self.seed, self.replicate)
            see_prices(self.world)

    def close_books(self) -> None:
        """Pay what is due for the open periods up to now, pro rata; call it at the end of a run."""
        settle_early(self.world)

    def fork(self) -> "Simulation":
        """The same company at the same moment with the same luck ahead: a copy of the tables and the streams."""
        other = Simulation.__new__(Simulation)
        other.scenario, other.policy = self.scenario, self.policy
        other.seed, other.replicate = self.seed, self.replicate
        other.lucks = copy_of(self.lucks)
        other.world = World._make(table.copy() for table in self.world)
        return other

    def _have_room_for(self, weeks: int) -> None:
        short = weeks + 1 - len(self.world.weeks)
        if short > 0:
            self.world = self.world._replace(weeks=_longer(self.world.weeks, max(short, len(self.world.weeks))))

    def _lengthen_log(self) -> None:
        more = len(self.world.events) + 2 * int(self.world.company[0].open) + LINES_AT_ONCE
        self.world = self.world._replace(events=_longer(self.world.events, more))

    def _widen_pool(self) -> None:
        c, old = self.world.company[0], len(self.world.problems)
        problems = _longer(self.world.problems, old)
        problems.next[old:] = np.append(np.arange(old + 1, 2 * old), c.free_problem)
        c.free_problem = old
        c.free_problems += old
        self.world = self.world._replace(problems=problems)


def _policy(policy: Policy | str | Path) -> Policy:
    return policy if isinstance(policy, Policy) else load_policy(policy)


def _longer(table: Rows, more: int) -> Rows:
    return np.concatenate([table, np.zeros(more, table.dtype)]).view(np.recarray)


def week_rows(runs: list[Simulation]) -> np.ndarray:
    """The weeks of several runs of the same length, shape (runs, weeks), dtype WEEK."""
    return np.stack([np.asarray(run.weeks, dtype=WEEK) for run in runs])
