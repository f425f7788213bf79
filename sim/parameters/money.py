"""Section [money] of a scenario: salaries and margin; a policy's terms are shares of these salaries."""

from sim.parameters.declare import Section, real

# fmt: off
# Each declaration is a small table of its own.


class MoneySection(Section):
    """Salaries and margin; a policy's terms are shares of these salaries."""

    employee_salary: float = real(
        3000.0, (1, 1e6), likely=(2000.0, 5000.0), unit="euro a month", built_into=("plan", "contract"),
        en=("Salary of an employee", "Standard salary of an employee"),
        nl=("Salaris van een medewerker", "Standaardsalaris van een medewerker"),
    )
    manager_salary: float = real(
        6000.0, (1, 1e6), likely=(3500.0, 9000.0), unit="euro a month", built_into=("contract",),
        en=("Salary of a manager", "Standard salary of a manager"),
        nl=("Salaris van een manager", "Standaardsalaris van een manager"),
    )
    margin_rate: float = real(
        0.6, (0, 1), likely=(0.3, 0.8), unit="share", built_into=("plan",),
        en=("Margin on sales", "Margin on sales"),
        nl=("Marge op verkoop", "Marge op verkoop"),
    )
