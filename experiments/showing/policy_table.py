"""The page docs/policies.md: every policy of the catalogue, who is paid for what, and where the idea comes from.

Made from the files in sim/policies/catalogue; renew it with `python -m experiments.showing.policy_table`.
"""

import importlib
import re

from experiments.showing.markdown import refresh, table
from experiments.showing.numbers import number, significant
from sim.policies import Policy, catalogue
from sim.policies.kind import Key
from sim.policies.metrics import METRICS
from sim.policies.policy import NUMBERS, Contract, Term
from sim.policies.terms import KINDS
from sim.policies.vocabulary import Above, Attribution, Scope, word

PAGE = "policies.md"

OPENING = """\
# Policies

<!-- Made by `python -m experiments.showing.policy_table` from sim/policies/catalogue; do not edit it here. -->

A policy says who is paid for what. Each is a small file in `sim/policies/catalogue`; a new file there is a new policy.
Claims such as S0.3 are those of the texts that the project started from.

"""

OF = {
    Scope.SELF: "of one's own",
    Scope.DIVISION: "of the own division",
    Scope.UNIT: "of the unit",
    Scope.COMPANY: "of the company",
}
REFERENCE = {
    Above.START: "the level at the contract's start",
    Above.LAST: "the level that the last period ended at",
}
COUNTS_FOR = {
    Attribution.OWNER: "the division that owns it",
    Attribution.LAST: "the division that last worked on it",
    Attribution.ALL: "every division that touched it",
}


def policy_table_markdown() -> str:
    """The page as text."""
    policies = catalogue().values()
    head = ("id", "name", "in Dutch", "meaning", "origin")
    rows = [(f"[{p.id}](#{p.id})", p.name.en, p.name.nl, p.meaning.en, p.origin) for p in policies]
    kinds = [(kind, _first_line(kind)) for kind in KINDS]
    return "".join(
        [
            OPENING, table(head, rows), "\n## The kinds of term\n\n", table(("kind", "what it does"), kinds),
            *(_one(policy) for policy in policies),
        ]
    )  # fmt: skip


def _first_line(kind: str) -> str:
    """What a kind of term does, from the top of its file."""
    said = importlib.import_module(f"sim.policies.terms.{kind}").__doc__ or ""
    head = " ".join(said.split("\n\n")[0].split())
    return head.partition(": ")[2] or head


def _one(policy: Policy) -> str:
    """One policy: the pay of each role in plain words."""
    lines = [
        f"\n## {policy.id}\n",
        f"**{policy.name.en}**. {policy.meaning.en}\n",
        f"*In Dutch:* **{policy.name.nl}**. {policy.meaning.nl}\n",
        *_contract("Employees", policy.employee),
        *_contract("Managers", policy.manager),
        f"- A problem counts in the score of {COUNTS_FOR[policy.attribution]}.",
    ]
    asked = policy.survey.coverage
    if asked is not None:
        lines.append(f"- After {_percent(asked)} of the problems the customer is asked for a score.")
    return "\n".join(lines) + f"\n\nOrigin: {policy.origin}.\n"


def _contract(role: str, contract: Contract) -> list[str]:
    """The pay of one role, a line for each term."""
    money = f"{_percent(contract.salary or contract.pay or 0.0)} of the standard salary"
    if not contract.terms:
        money += " and nothing else."
    elif contract.pay is None:
        money += " as base pay, and on top of it:"
    else:
        money += " expected at the start, base pay and this together:"
    return [f"- {role}: {money}", *map(term_in_words, contract.terms)]


def term_in_words(term: Term) -> str:
    """One term: "target on satisfaction of the unit, over a quarter: pay at stake: 15 % of salary; …"."""
    keys = KINDS[term.kind].keys
    numbers = [_number(name, keys[name], term) for name in NUMBERS if name in keys]
    facts = METRICS[term.metric]
    on = f"{facts.label.en} {OF[term.scope]} ({facts.unit.en})"
    if term.above is not None and "threshold" not in keys:
        numbers.append(f"counted from {REFERENCE[term.above]}")
    return f"  - *{term.kind}* on {on}, over a {word(term.period)}: {'; '.join(numbers)}."


def _number(name: str, key: Key, term: Term) -> str:
    """One number of a term behind the first words of its meaning."""
    value: float = getattr(term, name)
    label = re.split("[,:]", key.meaning.en)[0]
    if name == "share":
        return f"{label}: {_percent(value)} of salary"
    if name == "winners":
        return f"{label}: " + (f"the best {_percent(value)}" if value < 1 else f"the best {number(value, 0)}")
    return f"{label}: {_level(value, term)}"


def _level(value: float, term: Term) -> str:
    """A threshold or cap: a level itself, or so far on the better side of a standing."""
    if term.above is None:
        return significant(value)
    if not value:
        return REFERENCE[term.above]
    side = "above" if value * METRICS[term.metric].sign > 0.0 else "below"
    return f"{significant(abs(value))} {side} {REFERENCE[term.above]}"


def _percent(share: float) -> str:
    return f"{significant(100 * share)} %"


if __name__ == "__main__":
    refresh(PAGE, policy_table_markdown())
