"""One run of the model: a world, its luck, and the weeks it has lived. Mesa's model (model.py) is a window on this."""

from collections.abc import Callable
from pathlib import Path
from typing import cast

import numpy as np

from sim.calendar import HOURS_A_WEEK
from sim.chance import Luck, copy_of, lucks
from sim.company.contracts import announce, contract_in
from sim.company.organisation import build, divisions_of
from sim.company.scenario import Scenario
from sim.company.setting import changes, rewrite
from sim.compiled import straight
from sim.life.bookkeeping import LOG_IS_FULL, NEXT_REGION, NOBODY, POOL_IS_FULL
from sim.life.day import begin_contract, live, see_prices, settle_early
from sim.log import EVENT
from sim.policies import Policy, load_policy
from sim.tables import LINES_AT_FIRST, LINES_AT_ONCE, WEEK, Rows, World, rows

type Ask = Callable[[int], int]
"""Answers for somebody who decides in Python; takes what the loop said (see sim/life/bookkeeping.py)."""

FLOWS_MOST = 300
"""Divisions between which flows are kept: so many pairs still fit in memory for a year of weeks (56 MB)."""


class Simulation:
    """A company under a policy, week after week.

    `seed` defaults to the scenario's; `replicate` numbers the future. With `events` a log of everything that happens to
    problems is kept; with `by_division` the weeks of each division, with `flows` who hands on to whom and who helps
    whom, by week. The same arguments give the same bits, whatever is kept.
    """

    def __init__(
        self,
        scenario: Scenario,
        policy: Policy | str | Path | None = None,
        *,
        seed: int | None = None,
        replicate: int = 0,
        events: bool = False,
        by_division: bool = False,
        flows: bool = False,
        weeks: int | None = None,
    ) -> None:
        """A company on its first Monday morning, with room for so many `weeks` (it grows when needed).

        Raises ValueError if `flows` are asked for of more divisions than FLOWS_MOST.
        """
        self.scenario = scenario
        self.policy = _policy(scenario.run.start_policy if policy is None else policy)
        self.seed = scenario.run.seed if seed is None else seed
        self.replicate = replicate
        room = scenario.run.warmup_weeks + scenario.run.weeks if weeks is None else weeks
        divisions = len(self.division_names)
        if flows and divisions > FLOWS_MOST:
            raise ValueError(f"flows between {divisions:,} divisions are too many to keep; the most is {FLOWS_MOST}")
        world = build(
            scenario, self.seed, replicate, room, with_events=events, by_division=by_division, with_flows=flows
        )
        self.lucks = lucks(self.seed, replicate, len(world.regions))
        self.world: World = contract_in(world, self.policy, scenario)
        straight(begin_contract, self.world)(self.world)
        straight(see_prices, self.world)(self.world)

    @property
    def hour(self) -> int:
        """Working hours lived."""
        return int(self.world.company[0].lived)

    @property
    def luck(self) -> Luck:
        """The random streams of the region whose turn it is; the first region's are the market's too."""
        if len(self.lucks) == 1:
            return self.lucks[0]
        return self.lucks[int(self.world.company[0].region) % len(self.lucks)]

    @property
    def weeks(self) -> Rows:
        """The rows of the weeks that are over, dtype WEEK."""
        return cast(Rows, self.world.weeks[: int(self.world.company[0].row)])

    @property
    def events(self) -> Rows:
        """The event log so far, dtype EVENT; empty if none is kept."""
        return cast(Rows, self.world.events[: max(int(self.world.company[0].events), 0)])

    def events_since(self, row: int) -> Rows:
        """The lines of the event log from `row` on: what has happened since the log had so many lines."""
        return cast(Rows, self.events[row:])

    @property
    def division_weeks(self) -> Rows:
        """The weeks that are over, division by division, shape (weeks, divisions), dtype WEEK; no rows if not kept.

        Ended problems, customers and answers count for the owner; arrivals for the front door; choices, invitations
        asked, hours and sales for those who act. Measures can be made of any of these rows.
        """
        return cast(Rows, self.world.division_weeks[: int(self.world.company[0].row)])

    @property
    def flows(self) -> np.ndarray:
        """Hand-offs and help from division to division, shape (weeks, Flow, from, to); empty if not kept."""
        return self.world.flows[: int(self.world.company[0].row)]

    @property
    def division_names(self) -> list[str]:
        """Names of the divisions, by row."""
        return [division.name for _, _, division in divisions_of(self.scenario)]

    @property
    def unit_names(self) -> list[str]:
        """Name of the unit of each division, by row of the division."""
        return [unit for _, unit, _ in divisions_of(self.scenario)]

    def live(self, hours: int, ask: Ask | None = None) -> None:
        """Live on for so many working hours. `ask` answers for those who decide in Python, if there are any.

        The loop is called until it is done, and what it asks for on the way is done for it. Raises RuntimeError if
        somebody decides in Python and nobody asks.
        """
        until = self.hour + hours
        self._have_room_for(until // HOURS_A_WEEK + 1)
        live_on = straight(live, self.world, self.luck, until)
        answer = self.world.company["answer"]
        while (signal := live_on(self.world, self.luck, until)) != NOBODY:
            if signal == LOG_IS_FULL:
                self._lengthen_log()
            elif signal == POOL_IS_FULL:
                self._widen_pool()
            elif signal == NEXT_REGION:
                continue  # `luck` is that region's now
            elif ask is None:
                raise RuntimeError("somebody decides in Python, but nobody asks")
            else:
                answer[0] = ask(signal)

    def live_weeks(self, weeks: int) -> None:
        """Live on for so many weeks."""
        self.live(weeks * HOURS_A_WEEK)

    def adopt(self, policy: Policy | str | Path) -> None:
        """Change the reward policy now: books are closed and paid under the old contract for the part that passed."""
        straight(settle_early, self.world)(self.world)
        old, self.policy = self.policy, _policy(policy)
        announce(self.world, old, self.policy)
        self.world = contract_in(self.world, self.policy, self.scenario)
        straight(begin_contract, self.world)(self.world)
        straight(see_prices, self.world)(self.world)

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
            if self.world.company[0].row == 0:
                straight(begin_contract, self.world)(self.world)
            straight(see_prices, self.world)(self.world)

    def keep_events(self, kept: bool = True) -> None:
        """From now on keep an event log, which begins anew, or keep none. Changes nothing else."""
        self.world = self.world._replace(events=rows(EVENT, LINES_AT_FIRST if kept else 0))
        self.world.company[0].events = 0 if kept else -1

    def close_books(self) -> None:
        """Pay what is due for the open periods up to now, pro rata; call it at the end of a run."""
        straight(settle_early, self.world)(self.world)

    def fork(self) -> "Simulation":
        """The same company at the same moment with the same luck ahead: a copy of the tables and the streams."""
        other = Simulation.__new__(Simulation)
        other.scenario, other.policy = self.scenario, self.policy
        other.seed, other.replicate = self.seed, self.replicate
        other.lucks = copy_of(self.lucks)
        other.world = World._make(table.copy() for table in self.world)
        return other

    def _have_room_for(self, weeks: int) -> None:
        world = self.world
        short = weeks + 1 - len(world.weeks)
        if short > 0:
            more = max(short, len(world.weeks))
            self.world = world._replace(
                weeks=_longer(world.weeks, more),
                division_weeks=_longer(world.division_weeks, more if len(world.division_weeks) else 0),
                flows=_longer(world.flows, more if len(world.flows) else 0),
            )

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


def _longer[Table: np.ndarray](table: Table, more: int) -> Table:
    """A table with so many more rows, all zero."""
    grown = np.concatenate([table, np.zeros((more, *table.shape[1:]), table.dtype)])
    return cast(Table, grown.view(type(table)))


def week_rows(runs: list[Simulation]) -> np.ndarray:
    """The weeks of several runs of the same length, shape (runs, weeks), dtype WEEK."""
    return np.stack([np.asarray(run.weeks, dtype=WEEK) for run in runs])
