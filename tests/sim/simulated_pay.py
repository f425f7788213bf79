"""What people are paid in simulated periods: levels drawn as people feel them, put into the books, settled by payday.

A price is held against this. Nothing of the code's own expectation is used but the standing (mean and doubt of every
level); pay itself is what `pay_due` pays from raw counts, references, rivals and all.
"""

import math
from typing import NamedTuple

import numpy as np
from midquarter import ACTS, ALONE, MATES, OUTSIDE, OWN, Floats, Who, adds, counts_at

from sim.compiled import loop
from sim.pay.outcomes import in_a_month
from sim.pay.payday import pay_due
from sim.pay.periods import weeks_in, weeks_of
from sim.pay.prices import share_now
from sim.pay.scopes import heads_in, near_of
from sim.pay.standings import see_standings
from sim.policies import metrics
from sim.policies.vocabulary import Role, Scope
from sim.tables import COUNTS, Raw, World


class Books(NamedTuple):
    """Raw counts of everybody, shapes (draws, rows, COUNTS); with one draw: what is added to them."""

    employees: Floats
    divisions: Floats
    units: Floats
    company: Floats

    @classmethod
    def empty(cls, w: World, draws: int) -> "Books":
        return cls(*(np.zeros((draws, len(table), COUNTS)) for table in (w.employees, w.divisions, w.units, w.company)))


@loop
def settled(w, role, d, ranked, period, weeks, fraction, books, added, times, out):  # type: ignore[no-untyped-def]
    """What `pay_due` pays in every draw of the books with `times` of what is added; others' too where one is ranked."""
    division = w.divisions[d]
    people = range(len(w.employees)) if ranked else range(division.first, division.first + 1)
    divisions = range(len(w.divisions)) if ranked else range(d, d + 1)
    for n in range(len(out)):
        for k in range(COUNTS):
            for i in people:
                w.employees[i].books[0, k] = books.employees[n, i, k] + times * added.employees[0, i, k]
            for i in divisions:
                w.divisions[i].books[0, k] = books.divisions[n, i, k] + times * added.divisions[0, i, k]
            for i in range(len(w.units)):
                w.units[i].books[0, k] = books.units[n, i, k] + times * added.units[0, i, k]
            w.company[0].books[0, k] = books.company[n, 0, k] + times * added.company[0, 0, k]
        if role == Role.MANAGER:
            out[n] = pay_due(w, role, d, division.books, float(division.heads), period, weeks, fraction)
        else:
            mine = w.employees[division.first].books
            out[n] = pay_due(w, role, d, mine, 1.0, period, weeks, fraction)


def ones(w: World, who: Who, amounts: dict[Raw, float], whose: int) -> Books:
    """Where one of an outcome counts. What colleagues do is spread evenly over all of that kind."""
    added = Books.empty(w, 1)
    d, u, first = who.d, int(w.divisions.unit[who.d]), int(w.divisions.first[who.d])
    our_unit, our_people = w.divisions.unit == u, w.divisions.unit[w.employees.division] == u
    mates, others = our_unit & (np.arange(len(our_unit)) != d), ~our_unit
    for k, amount in amounts.items():
        if whose == OWN or (whose == ALONE and who.role == Role.EMPLOYEE):
            added.employees[0, first, k] = amount
        if whose == OWN or (whose == ALONE and who.role == Role.MANAGER):
            added.divisions[0, d, k] = amount
        times = w.company[0].touches if k in IN_MEANS else 1.0  # so often it counts
        if whose in (OWN, MATES):
            added.units[0, u, k] = amount * (1.0 + (times - 1.0) * near_of(w, w.divisions[d]))
        if whose != ALONE:
            added.company[0, 0, k] = amount * times
        if whose == MATES:
            added.divisions[0, mates, k] = amount / mates.sum()
            ranked = our_people & (w.employees.division != d)
            added.employees[0, ranked, k] = amount / ranked.sum()
        if whose == OUTSIDE:
            added.divisions[0, others, k] = amount / others.sum()
            added.units[0, np.arange(len(w.units)) != u, k] = amount / (len(w.units) - 1)
            added.employees[0, ~our_people, k] = amount / (~our_people).sum()
    return added


def felt_levels(w: World, who: Who, later: bool, draw: np.random.Generator, draws: int) -> list[Floats]:
    """Levels of every term as people feel them: the narrower of two on one metric is the wider one and a rest.

    Counts are never below zero, as normal draws can be. Where pay is straight in such a level, luck is left out: it
    does not change the mean, and pay would else be held above zero where no pay ever was below.
    """
    first, last = w.spans[who.role]
    terms, felt = w.terms[first:last], w.standings[: last - first]
    means, sds = (felt.later, felt.later_sd) if later else (felt.level, felt.sd)
    levels: list[Floats] = [np.zeros(0)] * len(terms)
    for metric in set(terms.metric.tolist()):
        on_it = np.flatnonzero(terms.metric == metric)
        straight = terms.linear[on_it].all() and not terms.debt.any()
        before, deviation = 0.0, np.zeros(draws)
        for i in sorted(on_it, key=lambda i: float(sds[i])):
            rest = 0.0 if straight else math.sqrt(max(float(sds[i]) ** 2 - before**2, 0.0))
            deviation = deviation + rest * draw.standard_normal(draws)
            before = float(sds[i])
            levels[i] = w.references[who.d, first + i] + means[i] + deviation
    return levels


def felt_books(
    w: World, who: Who, later: bool, period: int, weeks: float, draw: np.random.Generator, draws: int
) -> Books:
    """The books in which the levels of a period end as they are felt, rivals' too."""
    c, p = w.company[0], w.parameters[0]
    first, last = w.spans[who.role]
    see_standings(w, who.role, who.d, *who.own(w), True)
    felt = w.standings[: last - first].copy()
    levels, books = felt_levels(w, who, later, draw, draws), Books.empty(w, draws)
    division, unit = w.divisions[who.d], w.units[w.divisions.unit[who.d]]
    for i, term in enumerate(w.terms[first:last]):
        if term.period != period:
            continue
        name, heads = metrics.NAMES[term.metric], heads_in(term.scope, who.own(w)[1], division, unit, c)
        alone = term.scope == Scope.SELF and who.role == Role.EMPLOYEE
        table, mine = {
            Scope.SELF: (books.employees, division.first) if alone else (books.divisions, who.d),
            Scope.DIVISION: (books.divisions, who.d), Scope.UNIT: (books.units, division.unit),
            Scope.COMPANY: (books.company, 0),
        }[Scope(term.scope)]  # fmt: skip
        if term.ranked:
            others, sd = (felt.later_others[i], felt.later_sd[i]) if later else (felt.others[i], felt.sd[i])
            rivals = others + sd * draw.standard_normal((draws, table.shape[1]))
            for k, count in counts_at(name, rivals, heads, weeks, c, p).items():
                table[:, :, k] = count
        for k, count in counts_at(name, levels[i], heads, weeks, c, p).items():
            table[:, mine, k] = count * (c.touches if k in IN_MEANS else 1.0)
    return books


IN_MEANS = (Raw.SCORES, Raw.ANSWERS, Raw.PROMOTERS, Raw.DAYS, Raw.SOLVED)
"""Counts of which there are more where a problem counts for all who touched it."""


class Worth(NamedTuple):
    """What one more of an outcome is worth (euro), by simulation, and the error of that (sd)."""

    mean: float
    error: float


def worth_of(w: World, who: Who, names: list[str], draws: int, seed: int) -> dict[str, Worth]:
    """The difference that half a month's worth more or less of an outcome makes to settled pay, by one of it.

    What of the month falls into an open period moves its levels; the rest moves those of the next. Luck is the same
    with more and with less.
    """
    w = World(*(table.copy() for table in w))
    c, p = w.company[0], w.parameters[0]
    first, last = w.spans[who.role]
    heads, draw = who.own(w)[1], np.random.default_rng(seed)
    totals, variances = dict.fromkeys(names, 0.0), dict.fromkeys(names, 0.0)
    for period in sorted(set(w.terms.period[first:last].tolist())):
        now = share_now(c, period)
        for later, share, weeks, fraction in (
            (False, now, weeks_of(c, period), c.period_share[period]), (True, 1.0 - now, weeks_in(period), 1.0),
        ):  # fmt: skip
            if share <= 0.0:
                continue
            books = felt_books(w, who, later, period, weeks, draw, draws)
            paying = World(*(table.copy() for table in w))
            for table in (paying.employees, paying.divisions, paying.units, paying.company):
                table.books[:] = 0.0
            for name in names:
                code, whose = ACTS[name]
                a_month = in_a_month(code, heads, c, p)
                added = ones(paying, who, adds(name, c, p), whose)
                pays = np.zeros((2, draws))
                for row, side in enumerate((0.5, -0.5)):
                    settled(paying, who.role, who.d, bool(w.terms.ranked[first:last].any()), period, weeks, fraction,
                            books, added, side * a_month * share, pays[row])  # fmt: skip
                gains = (pays[0] - pays[1]) / a_month
                totals[name] += float(gains.mean())
                variances[name] += float(gains.var()) / draws
    return {name: Worth(totals[name], math.sqrt(variances[name])) for name in names}
