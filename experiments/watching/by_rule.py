"""What speaks for a choice by the rule of the company: only what that rule looks at is a reason.

By the model's own rule everything that can be weighed counts. A best response knows no habit. Whoever lives from what
choices brought, or does as others do, weighs nothing at all: there the rule itself is the one reason.
"""

from sim.agents.deciding import Rule
from sim.tables import Row

_ONE_REASON = {Rule.REINFORCEMENT: "brought", Rule.IMITATION: "way"}
RULE_PARTS = tuple(_ONE_REASON.values())
"""Parts that no own rule has."""


def rule_of(p: Row) -> Rule:
    """By which rule people decide, from the parameters."""
    return Rule(int(p.rule))


def by_rule(parts: dict[str, float], utility: float, rule: Rule) -> dict[str, float]:
    """The parts that count by a rule, of all that could be weighed; they add up to the utility.

    >>> parts = {"points": 1.0, "habit": 0.5}
    >>> by_rule(parts, 1.5, Rule.OWN), by_rule(parts, 1.0, Rule.LOGIT), by_rule(parts, 0.2, Rule.REINFORCEMENT)
    ({'points': 1.0, 'habit': 0.5}, {'points': 1.0}, {'brought': 0.2})
    """
    if rule in _ONE_REASON:
        return {_ONE_REASON[rule]: utility}
    if rule == Rule.LOGIT:
        return {name: value for name, value in parts.items() if name != "habit"}
    return parts
