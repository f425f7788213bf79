"""A parameter changed in mid-run: written wherever the company keeps it, or refused with the reason.

The row of parameters that rules read always follows. What else a parameter is built into is in its declaration:

* people are as if they had been hired with the new value, each with the luck that is theirs;
* the plan is made again by its rule, for the customers that the company opened with, and open periods are measured
  against it; what people expect of the others (the running pace) is experience and stays;
* the contract in force gets the new amounts, for the whole of the open periods; the books are not closed, and what it
  was agreed on stays: the levels that it counts from, and the salary as a share of the standard one;
* until the first Friday there is no experience, so first expectations and agendas follow too.
"""

from sim.company.checks import ScenarioError
from sim.company.contracts import contract_in
from sim.company.organisation import expect_at_first, make_plan, parameter_row
from sim.company.people import employee_traits, manager_traits, nature, write_differences
from sim.company.scenario import Scenario
from sim.datafiles.mistakes import wrong
from sim.parameters import Declared, declared
from sim.policies import Policy
from sim.tables import World


def changes(before: Scenario, after: Scenario, policy: Policy) -> list[Declared]:
    """The parameters that differ between two scenarios of one company, all of which can be changed under the policy.

    Raises ScenarioError for one that cannot.
    """
    old, new = before.parameters(), after.parameters()
    changed = [row for row in declared() if old[row.name] != new[row.name]]
    for row in changed:
        reason = why_not(row, policy)
        if reason:
            raise ScenarioError(wrong(row.key, new[row.name], reason).message())
    return changed


def why_not(row: Declared, policy: Policy) -> str:
    """Why a parameter cannot be changed now; empty if it can."""
    if "opening" in row.built_into:
        return "is fixed when the company opens; start a new run with it"
    fixed = {"coverage": policy.survey.coverage, "survey_noise": policy.survey.noise}.get(row.name)
    if fixed is not None:
        return f"is without effect while {policy.id} sets it to {fixed:g}; change it under another policy"
    return ""


def rewrite(
    w: World, before: Scenario, after: Scenario, changed: list[Declared], policy: Policy, seed: int, replicate: int
) -> World:
    """The same world with the parameters of `after`; `changed` are those that differ from `before`."""
    homes = {home for row in changed for home in row.built_into}
    w.parameters[:] = parameter_row(after)
    if "people" in homes:
        born = nature(len(w.employees), seed, replicate)
        write_differences(w.employees, employee_traits(before, born), employee_traits(after, born))
        write_differences(w.managers, manager_traits(w, before), manager_traits(w, after))
    if "plan" in homes:
        make_plan(w)
    if "contract" in homes:
        w = contract_in(w, policy, after)._replace(references=w.references)
    if w.company[0].row == 0:
        expect_at_first(w)
    return w
