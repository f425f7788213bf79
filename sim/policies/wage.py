"""What an hour of work costs: the one place where salaries a month become euro an hour."""

from sim.calendar import HOURS_A_WEEK, WEEKS_A_YEAR
from sim.compiled import rule
from sim.tables import Row

MONTHS_A_YEAR = 12


@rule
def wage(p: Row) -> float:
    """What an hour of an employee's work costs (euro): a year's standard salary over the hours of the model's year.

    >>> from sim.company.organisation import parameter_row
    >>> from sim.company.scenario import Scenario
    >>> round(wage(parameter_row(Scenario().with_parameters(employee_salary=2600.0))[0]), 9)
    15.0
    """
    return p.employee_salary * MONTHS_A_YEAR / (WEEKS_A_YEAR * HOURS_A_WEEK)
