"""Employees, guests and managers that decide in Python: asked at their moment, checked, and everybody else compiled."""

import numpy as np
import pytest
from builders import bits, company, hours_are_conserved, nothing_is_lost, weeks_add_up, within_bounds

from sim import CompanyModel, Employee, Manager, Simulation
from sim.agents.employee import NEVER
from sim.agents.guest import Invitation
from sim.agents.manager import Agenda, Outlook

FLAGS = ("employees.decides_in_python", "employees.comes_in_python", "managers.decides_in_python", "company.asked")
A_DAY = 8


class Thinker(Employee):
    """Decides everything in Python, by the rules."""

    def decide(self, see):
        return super().decide(see)

    def comes(self, see):
        return super().comes(see)


class Sociable(Employee):
    """Comes whenever invited, and decides as everybody."""

    def comes(self, see):
        return True


class Loner(Employee):
    """Never comes."""

    def comes(self, see):
        return False


class Boss(Manager):
    """Sets the agenda in Python, by the rule."""

    def decide(self, see):
        return super().decide(see)


class Patron(Manager):
    """Never looks at sales."""

    def decide(self, see):
        new = super().decide(see)
        return Agenda(0.0, new.sales + new.customer, new.politics)


def lived(days: int, scenario=None, policy="gate-and-shared-target", **minds) -> CompanyModel:
    model = CompanyModel(scenario or company(2, 2, 3, trust_start=0.8), policy, events=True, collect=False, **minds)
    for _ in range(days):
        model.step()
    return model


@pytest.mark.interpreted
@pytest.mark.parametrize("minds", [
    {"employee_class": Thinker}, {"manager_class": Boss}, {"employee_class": Thinker, "manager_class": Boss},
    {"employee_class": {0: Thinker, 3: Thinker}},
])  # fmt: skip
def test_who_leaves_the_decision_to_the_rule_gives_the_same_bits(minds):
    plain, thinking = lived(7), lived(7, **minds)
    assert bits(plain.simulation, FLAGS) == bits(thinking.simulation, FLAGS)


def test_so_do_a_whole_company_and_several_regions():
    for scenario, days in ((company(2, 3, 4), 45), (company(3, 20, 30), 6)):
        plain = lived(days, scenario)
        thinking = lived(days, scenario, employee_class={1: Thinker, 4: Thinker, 59: Thinker}, manager_class=Boss)
        assert len(plain.simulation.lucks) == (2 if days == 6 else 1)
        assert bits(plain.simulation, FLAGS) == bits(thinking.simulation, FLAGS)


@pytest.mark.parametrize(("kind", "share"), [(Sociable, 1.0), (Loner, 0.0)])
def test_guests_do_as_they_will(kind, share):
    model = lived(30, employee_class=kind)
    weeks = model.simulation.weeks
    asked = weeks.asked_in.sum() + weeks.asked_out.sum()
    assert asked > 20
    assert weeks.came_in.sum() + weeks.came_out.sum() == share * asked
    assert (weeks.table.sum() > 0) == (share > 0.0)
    ends_well(model)


def test_only_guests_with_manners_of_their_own_are_asked():
    seen = []

    class Watcher(Employee):
        def comes(self, see):
            seen.append((self.index, see))
            return super().comes(see)

    model = lived(20, employee_class={2: Watcher})
    assert len(seen) > 3
    assert all(isinstance(see, Invitation) for _, see in seen)
    assert all(model.simulation.world.employees.division[i] == 2 for i, _ in seen)
    assert all(0.0 <= see.trust <= 1.0 and see.hours_away > 0.0 for _, see in seen)


def felt(model: CompanyModel) -> float:
    """What an hour of selling is worth to people (utils), mean."""
    return float(model.simulation.world.employees.felt.hour.mean())


def test_a_manager_who_never_looks_at_sales_is_felt():
    plain, patron = (lived(40, policy="sales-commission", manager_class=kind) for kind in (Manager, Patron))
    assert (patron.simulation.weeks.agenda_sales == 0.0).all()
    np.testing.assert_allclose(patron.simulation.weeks.agenda_customer + patron.simulation.weeks.agenda_politics, 1.0)
    assert (plain.simulation.weeks.agenda_sales > 0.1).all()
    assert felt(patron) < felt(plain)
    ends_well(patron)


def test_a_manager_is_asked_once_a_week_and_sees_what_the_rule_sees():
    seen = []

    class Watcher(Manager):
        def decide(self, see):
            seen.append((self.division, see))
            return see.agenda

    model = lived(10, company(1, 3, 2), manager_class=Watcher)
    assert [d for d, _ in seen] == [0, 1, 2, 0, 1, 2]
    assert all(isinstance(see, Outlook) for _, see in seen)
    assert all(sum(see.agenda) == pytest.approx(1.0) for _, see in seen)
    assert (model.simulation.world.managers.disputes == 0.0).all()
    assert len(np.unique(model.simulation.weeks.agenda_sales)) == 1


@pytest.mark.parametrize("agenda", [(0.5, 0.5, 0.5), (-0.1, 0.6, 0.5), (float("nan"), 0.5, 0.5), (1.0, 0.0, 1e-6)])
def test_an_agenda_must_be_shares_of_one(agenda):
    class Greedy(Manager):
        def decide(self, see):
            return Agenda(*agenda)

    with pytest.raises(ValueError, match="shares of one"):
        lived(5, company(1, 2, 2), manager_class=Greedy)


def test_after_an_error_the_company_goes_on_where_it_stopped():
    class Moody(Thinker):
        calm = False

        def comes(self, see):
            if not self.calm:
                raise LookupError("not in the mood")
            return super().comes(see)

    plain, moody = lived(10), lived(0, employee_class=Moody)
    with pytest.raises(LookupError, match="mood"):
        moody.run_for(10)
    Moody.calm = True
    moody.simulation.live(10 * A_DAY - moody.simulation.hour, moody.minds.answer)
    assert bits(plain.simulation, FLAGS) == bits(moody.simulation, FLAGS)


def test_somebody_with_a_mind_must_be_asked():
    for minds in ({"employee_class": Thinker}, {"manager_class": Boss}, {"employee_class": Loner}):
        model = lived(0, **minds)
        with pytest.raises(RuntimeError, match="nobody asks"):
            model.simulation.live(10 * 5 * A_DAY)


def test_an_agent_can_be_asked_what_it_would_do_at_any_time():
    model = lived(5)
    decided = 0
    for employee in model.agents_by_type[Employee]:
        see = employee.situation()
        if see is not None:
            options = employee.utilities(see)
            assert options[employee.decide(see)] > NEVER
            decided += 1
    assert decided > 0


def test_a_fork_of_a_company_with_minds_needs_minds_too():
    fork = lived(5, employee_class=Thinker).simulation.fork()
    assert isinstance(fork, Simulation)
    with pytest.raises(RuntimeError, match="nobody asks"):
        fork.live_weeks(1)


def ends_well(model: CompanyModel) -> None:
    start = CompanyModel(model.company, collect=False).simulation.world.employees.hours
    nothing_is_lost(model.simulation)
    hours_are_conserved(model.simulation, start)
    within_bounds(model.simulation)
    weeks_add_up(model.simulation)
