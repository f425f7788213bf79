"""One company in one future: warm up, live through a course of policies from week 0 on, and keep what happened.

from experiments.comparing.run import run
found = run(Scenario(), "sales-commission > fair-salary@26")
found.weekly_frame()                      # one row a week
found.write("out/first", xes=True)        # the folder, with the event log for process mining
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np

from experiments.comparing.compare import check_courses, check_number
from experiments.comparing.course import MOST_WEEKS, Course, CourseLike, Step, load_course
from experiments.comparing.files import courses_note
from experiments.comparing.intervals import Floats
from experiments.comparing.playing import live_on, play
from experiments.errors import RequestError
from experiments.showing.cells import cells
from experiments.storing.folder import Writer, write_folder
from experiments.storing.inside import write_frame
from experiments.storing.provenance import provenance
from sim.calendar import HOURS_A_WEEK
from sim.company.scenario import Scenario
from sim.policies import Policy, load_policy
from sim.records.measures import MEASURES, Counts
from sim.simulation import Simulation

if TYPE_CHECKING:
    import pandas as pd

type Progress = Callable[[int, int], None]
"""Told how many weeks are lived, and of how many."""

type EventFile = Literal["parquet", "csv", "xes"]


@dataclass(frozen=True, eq=False)
class Run:
    """What happened to one company along a course, which begins at week 0."""

    simulation: Simulation
    course: Course

    @property
    def change_week(self) -> int | None:
        """Weeks after which the policy changed for the first time; None if it never did."""
        return self.course.steps[1].week if len(self.course.steps) > 1 else None

    @property
    def warmup(self) -> int:
        """Weeks before week 0 ends."""
        return self.simulation.scenario.run.warmup_weeks

    @property
    def rows(self) -> np.ndarray:
        """The weeks, shape (warm-up + weeks,), dtype WEEK."""
        return np.asarray(self.simulation.weeks)

    @property
    def weeks(self) -> int:
        """Weeks after week 0."""
        return len(self.rows) - self.warmup

    @property
    def week_numbers(self) -> np.ndarray:
        """Number of each week: how many weeks after the start of the first policy it ends; 0 ends the warm-up."""
        return np.arange(1, len(self.rows) + 1) - self.warmup

    @cached_property
    def weekly(self) -> dict[str, Floats]:
        """All measures week by week: name to shape (weeks,), NaN where undefined."""
        counts = Counts(self.rows[:, None], self.simulation.scenario.money.margin_rate)
        return {name: measure.of(counts) for name, measure in MEASURES.items()}

    @property
    def policy_of_week(self) -> list[str]:
        """Name of the policy in force in each week."""
        start = load_policy(self.simulation.scenario.run.start_policy).id
        return [start if week <= 0 else self.course.policy_in(week).id for week in self.week_numbers.tolist()]

    def weekly_frame(self) -> "pd.DataFrame":
        """Tidy table, one row a week: policy, replicate, week, and all measures of that week."""
        import pandas as pd

        policy = pd.Series(self.policy_of_week, dtype="str")
        keys = {"policy": policy, "replicate": self.simulation.replicate, "week": self.week_numbers}
        return pd.DataFrame({**keys, **self.weekly})

    def events_frame(self) -> "pd.DataFrame":
        """The event log as a tidy table (see `sim.records.events.to_frame`), from the first day of the warm-up on."""
        from sim.records.events import to_frame

        return to_frame(self.simulation.events, self.simulation.division_names, self.simulation.unit_names)

    def write(
        self,
        folder: Path | str,
        *,
        events: Sequence[EventFile] = (),
        force: bool = False,
        command: Sequence[str] | None = None,
    ) -> list[Path]:
        """Write weekly.parquet and provenance.json, and from an event log the networks and `events` in some formats.

        `handoffs.graphml` and `help.graphml` are of the problems that arrived after week 0. Returns the paths. Raises
        OSError, and RequestError if `events` are asked for of a run that kept none.
        """
        simulation = self.simulation
        note: dict[str, object] = provenance(
            simulation.scenario, self.course.policies, seed=simulation.seed, replicates=[simulation.replicate],
            weeks=self.weeks, command=command,
        )  # fmt: skip
        note |= {**courses_note([self.course]), "change_week": self.change_week}
        files: dict[str, Writer] = {"weekly.parquet": partial(write_frame, self.weekly_frame(), origin=note)}
        if simulation.world.company[0].events >= 0:
            files |= self._event_files(events)
        elif events:
            raise RequestError("this run kept no event log; run it with events=True")
        return write_folder(folder, files, note, force)

    def _event_files(self, formats: Sequence[EventFile]) -> dict[str, Writer]:
        from sim.records.events import handoff_graph, help_graph
        from sim.records.exports import write_csv, write_parquet, write_xes
        from sim.records.networks import write_graphml

        frame = self.events_frame()
        arrived = frame.groupby("case")["time"].transform("min")
        later = frame[arrived >= self.warmup * HOURS_A_WEEK].reset_index(drop=True)
        writers = {"parquet": write_parquet, "csv": write_csv, "xes": write_xes}
        files: dict[str, Writer] = {
            f"events.{form}": partial(writers[form], cells(frame) if form == "csv" else frame)
            for form in dict.fromkeys(formats)
        }
        files["handoffs.graphml"] = partial(write_graphml, handoff_graph(later))
        files["help.graphml"] = partial(write_graphml, help_graph(later))
        return files


def run(
    scenario: Scenario,
    course: CourseLike | None = None,
    *,
    change_to: Policy | str | Path | None = None,
    change_week: int | None = None,
    seed: int | None = None,
    replicate: int = 0,
    weeks: int | None = None,
    events: bool = False,
    progress: Progress | None = None,
) -> Run:
    """Run one company: the same bits as this course and replicate have in `compare`.

    After the warm-up under the scenario's start policy the company lives along `course`, a policy or more (default: the
    start policy), for `weeks` (default: the scenario's). `change_to` is a short way to add a step: that policy when
    `change_week` weeks are over (default: half of them). `events` keeps the log of everything that happens to problems.
    Raises PolicyError for a policy that cannot be read and RequestError for numbers out of range or a step after the
    last week.
    """
    weeks = scenario.run.weeks if weeks is None else weeks
    seed = scenario.run.seed if seed is None else seed
    check_number("weeks", weeks, 1, MOST_WEEKS)
    check_number("seed", seed, 0, 2**63 - 1)
    check_number("replicate", replicate, 0, 99_999)
    chosen = load_course(scenario.run.start_policy if course is None else course)
    chosen = _with_change(chosen, change_to, change_week, weeks)
    check_courses([chosen])
    chosen.stretches(weeks)  # a step after the last week is refused before anything is lived
    warmup = scenario.run.warmup_weeks
    simulation = Simulation(scenario, seed=seed, replicate=replicate, events=events, weeks=warmup + weeks)
    before = live_on(simulation, warmup)
    after = (warmup + week for week in play(simulation, chosen, weeks))
    for week in chain(before, after):
        if progress is not None:
            progress(week, warmup + weeks)
    return Run(simulation, chosen)


def _with_change(course: Course, policy: Policy | str | Path | None, week: int | None, weeks: int) -> Course:
    """The course with one step more, if a policy to change to is given. Raises PolicyError or RequestError."""
    if policy is None:
        if week is not None:
            raise RequestError("a week to change the policy in is given, but no policy to change to")
        return course
    later = policy if isinstance(policy, Policy) else load_policy(policy)
    week = weeks // 2 if week is None else week
    if week >= weeks:
        raise RequestError(
            f"change-week = {week} comes too late: week {weeks} is the last; take one from 0 to {weeks - 1}, "
            "or ask for more weeks"
        )
    check_number("change-week", week, 0, weeks - 1)
    kept = tuple(step for step in course.steps if step.week < week)
    if len(course.steps) - len(kept) > (week == 0):  # at week 0 it takes the place of a single policy
        raise RequestError(f'course "{course.id}" goes on after week {week}; write the change to {later.id} into it')
    return Course.of(*kept, Step(week, later))
