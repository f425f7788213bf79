"""The X-ray of the simulated company: lived future by future in the pool that all share, and kept by content."""

from collections import OrderedDict
from concurrent.futures import CancelledError, Future
from threading import Lock

from dashboard.engine.aside import aside
from dashboard.engine.fair import Urgency
from dashboard.engine.sharpening import ENGINE
from dashboard.pages.log.work import Stop, Tell
from experiments.comparing.course import Course
from experiments.comparing.warmups import Stopped
from experiments.errors import RequestError
from experiments.showing.numbers import number
from experiments.xray.figures import Xray, xray
from experiments.xray.simulated import MOST_PEOPLE, future_log, joined, plan_for
from sim.company.organisation import people_in
from sim.company.scenario import Scenario

_MOST_KEPT = 24
_LIVED = 0.8  # share of the work that is living; the rest is measuring
_kept: OrderedDict[tuple[object, ...], Xray] = OrderedDict()
_lock = Lock()


class TooLargeError(RequestError):
    """The company is too large for every problem of it to be followed."""


def company_xray(
    scenario: Scenario, course: Course, seed: int, in_hours: bool, owner: str, stop: Stop, tell: Tell
) -> Xray:
    """The X-ray of a few futures of a company on a course. Raises TooLargeError, Stopped."""
    if people_in(scenario) > MOST_PEOPLE:
        raise TooLargeError(f"the company has more than {number(MOST_PEOPLE, 0)} people")
    key = (scenario.model_dump_json(), course, seed, in_hours)
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
    plan = plan_for(scenario, course)
    lane = ENGINE.pool.lane(owner, Urgency.SHARPEN)
    tasks = [
        lane.submit(future_log, scenario, course, plan.weeks, seed, n, in_hours=in_hours, stop=stop)
        for n in range(plan.futures)
    ]
    logs = _gathered(tasks, stop, lambda share: tell(_LIVED * share))
    found = _gathered([aside(xray, joined(logs, in_hours=in_hours))], stop, tell)[0]
    with _lock:
        _kept[key] = found
        while len(_kept) > _MOST_KEPT:
            _kept.popitem(last=False)
    return found


def _gathered[R](tasks: list[Future[R]], stop: Stop, tell: Tell) -> list[R]:
    """The results of tasks in their order, as long as they are wanted."""
    found = []
    try:
        for done, task in enumerate(tasks, start=1):
            while True:
                try:
                    found.append(task.result(timeout=0.25))
                    break
                except TimeoutError:
                    if stop():
                        raise Stopped from None
            tell(done / len(tasks))
    except CancelledError:
        raise Stopped from None
    finally:
        for task in tasks:
            task.cancel()
    return found
