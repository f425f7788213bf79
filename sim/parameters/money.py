"""Section [money] of a scenario: salaries and margin; a policy's terms are shares of these salaries."""

from sim.parameters.declare import Section, real


class Money(Section):
    """Salaries and margin; a policy's terms are shares of these salaries."""

    employee_salary: float = real(3000.0, 1, 1e6, "euro a month", "Standard salary of an employee")
    manager_salary: float = real(6000.0, 1, 1e6, "euro a month", "Standard salary of a manager")
    margin_rate: float = real(0.6, 0, 1, "share", "Margin on sales")
