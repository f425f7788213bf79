"""A reward policy: one pay contract a role, read from a data file and turned into rows of the `TERM` table.

The classes say what a policy file may hold; every wrong value is refused with one line that says what would be right.
"""

from typing import Annotated, Self

import numpy as np
from pydantic import BeforeValidator, model_validator

from sim.datafiles.mistakes import wrong
from sim.policies import metrics
from sim.policies.checks import named, number, tables
from sim.policies.kind import Key
from sim.policies.metrics import METRICS
from sim.policies.money import LEAST, MOST
from sim.policies.parts import Line, Part, Words
from sim.policies.ranges import bounds
from sim.policies.terms import KINDS, NAMES
from sim.policies.vocabulary import MONTHS, TERM, Above, Attribution, Period, Role, Scope, word


class Survey(Part):
    """How customers are asked; what is left out is the scenario's. Coverage is a share, noise is in points."""

    coverage: Annotated[float | None, number(0.0, 1.0)] = None
    noise: Annotated[float | None, number(0.0, 10.0)] = None


NUMBERS = ("share", "threshold", "cap", "winners")
"""The keys of a term that hold a number; its kind says which of them it takes."""

STANDING = {Above.START: "at the contract's start", Above.LAST: "at the end of the last period"}
"""When a standing is reached that a term may count from."""


class Term(Part):
    """One term of a contract: what is paid, or what is a condition, for which level of which metric.

    With `above`, threshold and cap say how much better than that standing the level must be: a positive number is an
    improvement on every metric, fewer days too.
    """

    kind: Annotated[str, named({name: name for name in NAMES}, "kind of term")]
    metric: Annotated[str, named({name: name for name in METRICS}, "metric")]
    scope: Annotated[Scope, named({word(code): code for code in Scope}, "scope")]
    period: Annotated[Period, named({word(code): code for code in Period}, "period")]
    share: Annotated[float | None, number()] = None
    threshold: Annotated[float | None, number()] = None
    cap: Annotated[float | None, number()] = None
    winners: Annotated[float | None, number()] = None
    above: Annotated[Above | None, named({word(code): code for code in Above if code}, "standing")] = None

    @model_validator(mode="after")
    def _fits_its_kind(self) -> Self:
        kind = KINDS[self.kind]
        if self.metric not in kind.metrics:
            said = f"cannot carry a {self.kind}; metrics that can: {', '.join(kind.metrics)}"
            raise wrong("metric", self.metric, said, "metric_of_kind", {"kind": self.kind, "metric": self.metric})
        facts = {"kind": self.kind}
        if kind.ranked and self.scope == Scope.COMPANY:
            said = f"leaves a {self.kind} without rivals; use self, division or unit"
            raise wrong("scope", "company", said, "no_rivals", facts)
        if kind.ranked and self.above is not None:
            said = f"is no key of a {self.kind}, which compares with rivals"
            raise wrong("above", word(self.above), said, "above_of_ranked", facts)
        for name in NUMBERS:
            if name in kind.keys:
                self._check_number(name, kind.keys[name])
            elif getattr(self, name) is not None:
                said = f"is no key of a {self.kind}, which takes {', '.join(kind.keys)}"
                raise wrong(name, getattr(self, name), said, "no_such_number", facts | {"number": name})
        self._check_pairs()
        return self

    def _check_number(self, name: str, key: Key) -> None:
        """Refuse a number that is missing or out of bounds."""
        value: float | None = getattr(self, name)
        low, high = bounds(key, METRICS[self.metric], self.above)
        about = self._about(key)
        facts = {"kind": self.kind, "metric": self.metric, "number": name, "low": low, "high": high}
        if value is None:
            said = f"is missing; a {self.kind} needs it: {key.meaning.en}, {low:g} to {high:g}{about}"
            raise wrong(name, None, said, "number_missing", facts)
        if not low <= value <= high:
            raise wrong(name, value, f"must be a number from {low:g} to {high:g}{about}", "out_of_bounds", facts)

    def _about(self, key: Key) -> str:
        """Why a number's bounds are what they are."""
        facts = METRICS[self.metric]
        better = "less" if facts.lower_is_better else "more"
        if key.low is None or key.high is None:
            unit = f"{facts.label.en}: {facts.unit.en}"
            return f" ({unit})" if self.above is None else f" ({unit} {better} than {STANDING[self.above]})"
        return f" (pay per unit, and of {facts.label.en} {better} is better)" if key.signed else ""

    def _check_pairs(self) -> None:
        """Refuse numbers that are good one by one but not together."""
        if self.winners is not None and self.winners > 1 and self.winners % 1:
            said = "must be below 1 (a share of the field) or a whole number of winners"
            raise wrong("winners", self.winners, said, "winners_not_whole")
        sign = METRICS[self.metric].sign if self.above is None else 1.0  # improvements grow upwards, for days too
        if self.cap is not None and self.threshold is not None and sign * (self.cap - self.threshold) <= 0.0:
            side = "above" if sign > 0.0 else "below"
            said = f"must lie {side} the threshold of {self.threshold:g}"
            reason = "cap_not_above" if sign > 0.0 else "cap_not_below"
            facts = {"kind": self.kind, "metric": self.metric, "threshold": self.threshold}
            raise wrong("cap", self.cap, said, reason, facts)

    @property
    def may_cost(self) -> bool:
        """Whether what it pays can fall below zero: a fine, or so much for each unit of a level that can."""
        can_fall = METRICS[self.metric].low < 0.0 or self.above is not None
        return KINDS[self.kind].linear and (can_fall or (self.share or 0.0) < 0.0)

    @property
    def gates(self) -> bool:
        """Whether the term is a condition instead of pay."""
        return KINDS[self.kind].gate


class Contract(Part):
    """Pay of one role: its money, as a share of the scenario's standard salary of that role, and variable terms.

    Either `salary` is the base pay, and variable pay comes on top; or `pay` is what base and variable pay are expected
    to come to at the contract's start, and the base is what is left of it (never below 0). People would leave for less
    (participation constraint: Holmström 1979), so policies that are compared are given the same `pay`.
    """

    salary: Annotated[float | None, number(LEAST, MOST)] = None
    pay: Annotated[float | None, number(LEAST, MOST)] = None
    terms: Annotated[tuple[Term, ...], BeforeValidator(tables)] = ()

    @model_validator(mode="after")
    def _money_is_given_once(self) -> Self:
        choice = "salary (base pay only) or pay (base and variable pay together)"
        if self.salary is None and self.pay is None:
            raise wrong("salary", None, f"is missing; write {choice}", "money_missing")
        if self.salary is not None and self.pay is not None:
            said = f"cannot stand beside salary = {self.salary:g}; keep one: {choice}"
            raise wrong("pay", self.pay, said, "money_twice")
        return self

    @model_validator(mode="after")
    def _gates_fit(self) -> Self:
        gates = [term for term in self.terms if term.gates]
        if gates and len(gates) == len(self.terms):
            said = "holds a gate that guards nothing; add a term that pays, or leave the gate out"
            raise wrong("terms", None, said, "gate_alone")
        rulers = gates or [term for term in self.terms if term.may_cost]  # settled over all terms together
        for place, term in enumerate(self.terms, start=1):
            if rulers and term.period != rulers[0].period:
                ruler = "the gate" if gates else f"the {rulers[0].kind} on {rulers[0].metric}, which can be below zero"
                said = (
                    f"of the {term.kind} on {term.metric} differs from that of {ruler}; "
                    f'use "{word(rulers[0].period)}" in all terms of this role'
                )
                facts = {"kind": term.kind, "metric": term.metric, "period": word(rulers[0].period), "term": place}
                raise wrong("period", word(term.period), said, "period_of_gate" if gates else "period_of_debt", facts)
        return self


def _row(term: Term, role: Role, salary: float) -> tuple[float | int, ...]:
    """One row of `TERM`, from the standard monthly salary in euro."""
    sign = METRICS[term.metric].sign
    direction = 1.0 if term.above is None else sign  # a file has improvements, a row has differences of levels
    values: dict[str, float | int] = {
        "kind": NAMES.index(term.kind),
        "metric": metrics.NAMES.index(term.metric),
        "scope": term.scope,
        "above": term.above or Above.NOWHERE,
        "period": term.period,
        "role": role,
        "gates": int(term.gates),
        "ranked": int(KINDS[term.kind].ranked),
        "linear": int(KINDS[term.kind].linear),
        "debt": int(term.may_cost),
        "surveyed": int(METRICS[term.metric].surveyed),
        "moved_by": metrics.MOVED_BY[term.metric],
        "winners": term.winners or 0.0,
        "amount": (term.share or 0.0) * salary * MONTHS[term.period],
        "threshold": direction * (term.threshold or 0.0),
        "cap": direction * (term.cap or 0.0),
        "sign": sign,
    }
    return tuple(values[str(column)] for column in TERM.names or ())


class Policy(Part):
    """A reward policy. `origin` names claims of CLAIMS.md and literature."""

    id: Line
    name: Words
    meaning: Words
    origin: Line
    attribution: Annotated[Attribution, named({word(code): code for code in Attribution}, "attribution")] = (
        Attribution.OWNER
    )
    survey: Survey = Survey()
    employee: Contract
    manager: Contract

    @property
    def contracts(self) -> tuple[Contract, Contract]:
        """The contracts in the order of `Role`."""
        return self.employee, self.manager

    @property
    def spans(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """Per role the first row of its terms in `terms()` and the row after its last."""
        middle = len(self.employee.terms)
        return (0, middle), (middle, middle + len(self.manager.terms))

    def terms(self, employee_salary: float, manager_salary: float) -> np.recarray:
        """The rows of both contracts, employee first; the standard salaries are in euro a month."""
        salaries = (employee_salary, manager_salary)
        rows = [_row(term, role, salaries[role]) for role in Role for term in self.contracts[role].terms]
        return np.array(rows, dtype=TERM).view(np.recarray)
