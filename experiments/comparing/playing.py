"""How a company lives through a course, week by week: the one calendar of changes of policy.

Iterators, so that whoever plays a course may look at it, tell how far it is, or leave, between two weeks.
"""

from collections.abc import Iterator

from experiments.comparing.course import Course
from sim.simulation import Simulation


def live_on(simulation: Simulation, weeks: int, stride: int = 1) -> Iterator[int]:
    """Live so many weeks more under the policy in force; yields how many are over, after each `stride` of them."""
    for week in range(0, weeks, stride):
        lived = min(stride, weeks - week)
        simulation.live_weeks(lived)
        yield week + lived


def play(simulation: Simulation, course: Course, weeks: int, stride: int = 1) -> Iterator[int]:
    """Live so many weeks of a course, whose switch is now; yields how many are over, at most `stride` more each time.

    A policy is adopted when its week is over. Books are closed with the last week, before it is yielded. The stride
    changes no bit. Raises RequestError, before anything is lived, if a step of the course would never be reached.
    """
    over = 0
    for policy, ends in course.stretches(weeks):
        simulation.adopt(policy)
        start = over
        for lived in live_on(simulation, ends - start, stride):
            over = start + lived
            if over == weeks:
                simulation.close_books()
            yield over
