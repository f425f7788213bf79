"""A policy's contract comes into force: its terms, its surveys, and how far people believe it at first."""

import numpy as np

from sim.agents.manager import believed
from sim.company.scenario import Scenario
from sim.policies.policy import Policy
from sim.policies.vocabulary import Attribution, Role
from sim.tables import PRICE_NAMES, STANDING, World, rows


def contract_in(w: World, policy: Policy, scenario: Scenario) -> World:
    """The same world with a policy's contract in force; the caller sees to the books, and begins it (see day.py)."""
    c, money, sight = w.company[0], scenario.money, scenario.sight
    if c.attribution != policy.attribution:
        c.attribution = int(policy.attribution)
        c.touches = c.plan_parts if policy.attribution == Attribution.ALL else 1.0
    coverage, noise = policy.survey.coverage, policy.survey.noise
    c.coverage = sight.coverage if coverage is None else coverage
    c.survey_noise = sight.survey_noise if noise is None else noise
    for role, contract in zip(Role, policy.contracts, strict=True):
        c.agreed[role] = contract.pay or 0.0
        if contract.salary is not None:
            c.salary[role] = contract.salary
    terms = policy.terms(money.employee_salary, money.manager_salary)
    return w._replace(
        terms=terms,
        spans=np.array(policy.spans, np.int64).reshape(2, 2),
        references=np.zeros((len(w.divisions), len(terms))),
        standings=rows(STANDING, len(terms)),
    )


def announce(w: World, old: Policy, new: Policy) -> None:
    """Who gets another contract half believes it: until it has proved itself, the old one's prices stay in mind."""
    c = w.company[0]
    people = (w.employees, w.managers)
    for role in Role:
        if old.contracts[role].terms != new.contracts[role].terms:
            for name in PRICE_NAMES:
                table = people[role]
                table.before[name] = believed(table.prices[name], table.before[name], c.belief[role])
            c.belief[role] = w.parameters[0].belief_announced
