"""Watching one company, or the same one along two courses: its films, the stories of its problems, and its whys."""

from collections.abc import Callable, Sequence

from experiments.comparing.compare import check_courses, check_number
from experiments.comparing.course import MOST_WEEKS, CourseLike, load_course
from experiments.comparing.warmups import Warmups
from experiments.errors import RequestError
from experiments.showing.language import Lang
from experiments.watching.film import Film, film_of
from experiments.watching.recording import record
from experiments.watching.sentences import Story
from experiments.watching.story import story_of
from experiments.watching.tape import FILM_PEOPLE, Tape, in_lockstep
from experiments.watching.why import LOOKING, Looking, Why, why_of
from sim.company.scenario import Scenario
from sim.simulation import Simulation

MOST_FILM_WEEKS = 52
MOST_SHOWN = 40  # characters of a bad value in an error
WEEKS_BEFORE, WEEKS = 2, 12
"""What is filmed if nothing is said: two weeks before the switch, and ten after it."""


class Watching:
    """Films of a company along one course or two, in lockstep: the same hours, customers and problems.

    `films` are plain data (film.py); `story` and `why` answer for a problem or a person in one of them. May be shared
    between threads.
    """

    def __init__(
        self,
        scenario: Scenario,
        courses: Sequence[CourseLike],
        *,
        seed: int | None = None,
        replicate: int = 0,
        first_week: int | None = None,
        weeks: int = WEEKS,
        warmups: Warmups | None = None,
        stop: Callable[[], bool] | None = None,
    ) -> None:
        """Film so many weeks from the end of `first_week` on; 0 is the switch (default: -2, or the first day of all).

        `seed` defaults to the scenario's. `warmups` keeps what was lived before, for other films of the company. Raises
        PolicyError for a policy that cannot be read and RequestError for numbers out of range or other than one or two
        courses; Stopped if `stop` says that the films are no longer wanted.
        """
        chosen = tuple(map(load_course, courses))
        check_courses(chosen)
        if len(chosen) > 2:
            raise RequestError(f"{len(chosen)} courses cannot be watched side by side; choose one or two")
        seed = scenario.run.seed if seed is None else seed
        first_week = -min(WEEKS_BEFORE, scenario.run.warmup_weeks) if first_week is None else first_week
        check_number("seed", seed, 0, 2**63 - 1)
        check_number("replicate", replicate, 0, 99_999)
        check_number("weeks", weeks, 1, MOST_FILM_WEEKS)
        check_number("first_week", first_week, -scenario.run.warmup_weeks, MOST_WEEKS - weeks)
        kept, tapes = Warmups(1) if warmups is None else warmups, []
        for course in chosen:
            opening = _opened(scenario, seed, replicate, first_week, kept, stop)
            tapes.append(record(opening, course, first_week, weeks, stop))
        self.tapes = in_lockstep(tapes)
        self.films: tuple[Film, ...] = tuple(map(film_of, self.tapes))

    def story(self, problem: int, lang: Lang, *, course: int = 0, hour: float | None = None) -> Story:
        """The story of a problem (by its number in the film) up to an hour of the film (default: its end).

        Raises RequestError for numbers out of range, and for a company too large to see its problems.
        """
        tape = self._tape(course)
        _check_whole("problem", problem, len(tape.ids) - 1)
        if not tape.shows(problem):
            raise RequestError(f"problem = {problem} does not come up along this course; its customer had left")
        return story_of(tape, problem, lang, self._hour(tape, hour))

    def why(self, employee: int, hour: float, lang: Lang, *, course: int = 0, looking: Looking = "next") -> Why:
        """What an employee (by row) saw, weighed and chose at the next decision after an hour of the film, or the last.

        Raises RequestError for numbers out of range, and for a company too large to see its people.
        """
        tape = self._tape(course)
        _check_whole("employee", employee, len(tape.end.world.employees) - 1)
        if looking not in LOOKING:
            raise RequestError(f"looking = {_shown(looking)} must be {' or '.join(LOOKING)}")
        return why_of(tape, employee, self._hour(tape, hour), lang, looking)

    def _tape(self, course: int) -> Tape:
        _check_whole("course", course, len(self.tapes) - 1)
        tape = self.tapes[course]
        if tape.large:
            people = len(tape.end.world.employees)
            raise RequestError(
                f"a company of {people:,} is watched by division; ask for a problem or a person in one of {FILM_PEOPLE}"
            )
        return tape

    @staticmethod
    def _hour(tape: Tape, hour: object) -> float:
        if hour is None:
            return float(tape.hours)
        if isinstance(hour, bool) or not isinstance(hour, int | float) or not 0.0 <= hour <= tape.hours:
            raise RequestError(f"hour = {_shown(hour)} must be a number from 0 to {tape.hours}, the end of the film")
        return float(hour)


def _check_whole(name: str, value: object, most: int) -> None:
    """Refuse what is no whole number in range; a browser may send anything. Raises RequestError."""
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= most:
        raise RequestError(f"{name} = {_shown(value)} must be a whole number from 0 to {most:,}")


def _shown(value: object) -> str:
    """What was given, cut short."""
    text = repr(value)
    return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…"


def _opened(
    scenario: Scenario, seed: int, replicate: int, first_week: int, warmups: Warmups, stop: Callable[[], bool] | None
) -> Simulation:
    """The company when the film starts, or at the switch if that comes first: a warm-up that may be shorter."""
    lived = scenario.run.warmup_weeks + min(first_week, 0)
    shorter = scenario.model_copy(update={"run": scenario.run.model_copy(update={"warmup_weeks": lived})})
    simulation = warmups.fork(shorter, seed, replicate, stop)
    simulation.scenario = scenario
    return simulation
