"""Verdicts follow from the numbers, and the headline patterns point the way that they are said to."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
import pytest
import typer

from experiments.catalogue import load_scenario
from experiments.comparing.compare import Comparison
from experiments.comparing.course import CourseLike, load_course
from experiments.evidence.emergence.__main__ import main
from experiments.evidence.emergence.knockouts import KNOCK_OUTS, NOTHING, knock_outs_markdown, knocked_out
from experiments.evidence.emergence.knockouts import picture as knock_out_picture
from experiments.evidence.emergence.lab import (
    COMMISSION,
    GATE_AND_SHARED,
    LAST_QUARTER,
    RANKING,
    SIX,
    YEAR,
    Lab,
    Span,
    Trial,
)
from experiments.evidence.emergence.page import page
from experiments.evidence.emergence.pattern import Figure, Finding, Pattern, Picture, Point
from experiments.evidence.emergence.patterns import patterns
from experiments.evidence.emergence.pictures import draw
from experiments.evidence.emergence.sizes import one_unit, sizes, starting_under
from experiments.evidence.emergence.variants import (
    asked_as,
    asking,
    at_threshold,
    highest_threshold,
    price_at_start,
    ranked_by_customers,
    salary_with_target,
    scaled_to,
)
from experiments.evidence.emergence.verdict import (
    Status,
    chance_if_equal,
    differs,
    higher,
    interval,
    lower,
    one_above,
    plain,
    together,
    within,
)
from sim.company.scenario import Scenario
from sim.policies import load_policy
from sim.policies.policy import Contract
from sim.tables import WEEK

FUTURES = 20
SPREAD = np.tile([-1.0, 1.0], FUTURES // 2)
"""Noise without a mean."""


# ------------------------------------------------------------------------------------------------------- verdicts


@pytest.mark.parametrize(
    ("mean", "status"), [(0.5, Status.HOLDS), (-0.5, Status.FAILS), (0.0, Status.OPEN), (np.nan, Status.OPEN)]
)
def test_a_claim_is_judged_by_its_interval(mean: float, status: Status) -> None:
    found, bar = 7.0 + mean + 0.1 * SPREAD, 7.0 + 0.0 * SPREAD
    assert higher("", found, bar).status == status
    assert lower("", -found, -bar).status == status
    assert higher("", found, 7.0).status == status


def test_a_difference_that_never_varies_is_certain_and_none_is_open() -> None:
    same = np.ones(FUTURES)
    assert higher("", 2.0 * same, same).status == Status.HOLDS
    assert lower("", 2.0 * same, same).status == Status.FAILS
    assert higher("", same, same).status == Status.OPEN
    assert higher("", same[:1], 0.0).status == Status.OPEN  # one future has no interval


def test_undefined_futures_do_not_count() -> None:
    found = np.where(np.arange(FUTURES) < 5, np.nan, 1.0 + 0.1 * SPREAD)
    claim = higher("", found, 0.0)
    assert claim.status == Status.HOLDS
    assert claim.distance is not None
    assert claim.distance.n == FUTURES - 5


@pytest.mark.parametrize(
    ("mean", "status"),
    [(0.5, Status.HOLDS), (0.99, Status.OPEN), (1.01, Status.OPEN), (1.5, Status.FAILS), (-0.5, Status.FAILS)],
)
def test_a_band_has_two_sides(mean: float, status: Status) -> None:
    claim = within("", mean + 0.1 * SPREAD, 0.0, 1.0)
    assert claim.status == status
    assert claim.distance is not None
    assert (claim.distance.mean > 0.0) == (0.0 < mean < 1.0)


def test_one_clear_difference_among_many_is_enough_but_must_survive_the_number_of_looks() -> None:
    zero = 0.0 * SPREAD
    faint = 0.5 + SPREAD  # a chance of about 4 % on its own
    assert 0.01 < chance_if_equal(faint) < 0.05
    assert differs("", {"a": (faint, zero)}, 1).status == Status.HOLDS
    assert differs("", {"a": (faint, zero)}, 10).status == Status.OPEN
    claim = differs("", {"a": (SPREAD, zero), "b": (9.0 + SPREAD, zero)}, 10)
    assert (claim.status, claim.found) == (Status.HOLDS, "1 of 2; clearest: b")


def test_somewhere_above_can_also_fail() -> None:
    zero = 0.0 * SPREAD
    assert one_above("", {"a": (SPREAD, zero), "b": (9.0 + SPREAD, zero)}).status == Status.HOLDS
    assert one_above("", {"a": (SPREAD, zero), "b": (SPREAD - 9.0, zero)}).status == Status.OPEN
    assert one_above("", {"a": (SPREAD - 9.0, zero)}).status == Status.FAILS


@pytest.mark.parametrize(
    ("claims", "status"),
    [
        ([Status.HOLDS, Status.HOLDS], Status.HOLDS),
        ([Status.HOLDS, Status.OPEN], Status.OPEN),
        ([Status.OPEN, Status.FAILS, Status.HOLDS], Status.FAILS),
        ([], Status.OPEN),
    ],
)
def test_a_pattern_holds_if_all_its_claims_do(claims: Iterable[Status], status: Status) -> None:
    assert together(claims) == status


def test_numbers_are_written_with_digits_that_say_something() -> None:
    assert [plain(x) for x in (0.0, -0.0512, 0.612, 31.44, 12345.6)] == ["0", "−0.051", "0.61", "31.4", "12,346"]


# ------------------------------------------------------------------------- a pattern in a world that is made up


class MadeUp(Lab):
    """A laboratory that runs nothing: silo index, avoidable hand-offs and agenda are what they are said to be."""

    def __init__(self, levels: dict[str, tuple[float, float, float]]) -> None:
        super().__init__(replicates=FUTURES)
        self.levels = levels

    def six(self, scenario: Scenario) -> Trial:
        rows = np.zeros((len(SIX), FUTURES, scenario.run.warmup_weeks + YEAR), WEEK)
        rows["solved"], rows["shared"], rows["handoffs"] = 100, 1000, 200
        for n, policy in enumerate(SIX):
            silo, avoidable, agenda = self.levels.get(policy, (0.8, 1.2, 0.3))
            rows["joint"][n] = 1000 * (1.0 - silo)
            rows["avoidable"][n] = 100 * avoidable + (5 * SPREAD[:, None] if policy == GATE_AND_SHARED else 0)
            rows["agenda_customer"][n] = agenda
        return Trial(Comparison(scenario, tuple(map(load_course, SIX)), 1, rows))


@pytest.mark.parametrize(
    ("gate", "status"),
    [
        ((0.5, 0.4, 0.6), Status.HOLDS),
        ((0.5, 0.6, 0.6), Status.OPEN),  # avoidable hand-offs are just halved, give or take
        ((0.5, 0.8, 0.6), Status.FAILS),  # not halved
        ((0.75, 0.4, 0.6), Status.FAILS),  # lower walls, but not clearly
        ((0.9, 1.4, 0.2), Status.FAILS),
    ],
)
def test_six_weeks_is_judged_by_its_bars(gate: tuple[float, float, float], status: Status) -> None:
    finding = patterns()["P2"].examine(MadeUp({GATE_AND_SHARED: gate}), sizes()[0])
    assert finding.status == status


def test_ranking_is_judged_by_its_bars() -> None:
    trial = MadeUp({RANKING: (0.9, 1.5, 0.2)}).six(sizes()[0].scenario)
    assert interval(trial.shift(RANKING, COMMISSION, "silo_index", LAST_QUARTER)).mean == pytest.approx(0.1)
    assert interval(trial.fall(RANKING, COMMISSION, "avoidable_handoffs", LAST_QUARTER)).mean == pytest.approx(-0.25)
    assert trial.weekly(RANKING, "agenda_customer").shape == (FUTURES, YEAR)


class Remembering(Lab):
    """A laboratory that runs nothing: after the return trust keeps one share of its shift, all else another."""

    def __init__(self, kept: float, trust: float) -> None:
        super().__init__(replicates=FUTURES)
        self.kept, self.trust = kept, trust

    def trial(self, scenario: Scenario, courses: Sequence[CourseLike], weeks: int = YEAR) -> Trial:
        chosen = tuple(map(load_course, courses))
        rows = np.zeros((len(chosen), FUTURES, scenario.run.warmup_weeks + weeks), WEEK)
        rows["solved"], rows["shared"] = 100, 1000
        for n, course in enumerate(chosen):
            turn = scenario.run.warmup_weeks + next(course.stretches(weeks)).ends
            new, trust = np.zeros((2, scenario.run.warmup_weeks + weeks))
            if course.first.id == GATE_AND_SHARED:
                new[scenario.run.warmup_weeks :], trust[scenario.run.warmup_weeks :] = 1.0, 1.0
                new[turn:], trust[turn:] = self.kept, self.trust
            rows["joint"][n] = 200 + 500 * new + SPREAD[:, None]
            rows["avoidable"][n] = 150 - 100 * new + SPREAD[:, None]
            rows["agenda_customer"][n] = 0.3 + 0.3 * new + 0.01 * SPREAD[:, None]
            rows["trust"][n] = 0.3 + 0.3 * trust + 0.01 * SPREAD[:, None]
            rows["scores"][n] = 700 + 100 * new + SPREAD[:, None]
        return Trial(Comparison(scenario, chosen, 1, rows))


@pytest.mark.parametrize(
    ("kept", "trust", "holding", "status"),
    [
        (0.0, 0.7, 16, Status.OPEN),  # as is said, but no more of trust is left the longer it lasted
        (0.0, 0.3, 13, Status.FAILS),  # trust goes too
        (0.4, 0.7, 7, Status.FAILS),  # most of the agenda goes, but the walls stay down
        (0.9, 0.9, 4, Status.FAILS),
    ],
)
def test_what_stays_is_judged_by_its_bars(kept: float, trust: float, holding: int, status: Status) -> None:
    finding = patterns()["P11"].examine(Remembering(kept, trust), sizes()[0])
    assert (finding.holding, finding.status) == (holding, status)
    assert f"{100 * trust:.0f} % and {100 * trust:.0f} %" in finding.notes[0]
    assert finding.picture is not None
    assert {point.series for point in finding.picture.points} == {
        "after six weeks",
        "after half a year",
        "after two years",
    }


def test_more_than_the_sum_is_a_difference_of_differences() -> None:
    lab = Lab(replicates=3)
    small = sizes()[1]
    finding = patterns()["P7"].examine(lab, small)
    dirty, clean = (
        lab.trial(small.scenario, [asking(COMMISSION, share), asking(GATE_AND_SHARED, share)]) for share in (0.05, 0.6)
    )
    names = [f"{policy} asking {share}" for share in ("5%", "60%") for policy in (GATE_AND_SHARED, COMMISSION)]
    less = dirty.shift(names[0], names[1], "satisfaction", LAST_QUARTER)
    more = clean.shift(names[2], names[3], "satisfaction", LAST_QUARTER)
    claim = next(
        each for each in finding.claims if each.text == "Pay and sight together do more than the sum: satisfaction"
    )
    assert claim.distance == interval(more - less)
    assert len(finding.claims) == 9


# ---------------------------------------------------------------------------------------- patterns and companies


def test_every_pattern_says_what_it_claims_and_what_it_leaves_open() -> None:
    found = patterns()
    assert list(found)[:5] == ["P1", "P2", "P2b", "P3", "P4"]
    for name, pattern in found.items():
        assert pattern.id == name
        assert all(len(text.split()) > 10 for text in (pattern.statement, pattern.design, pattern.open))


def test_the_three_companies_have_walls_between_units() -> None:
    default, small, large = sizes()
    assert default.id == "six-weeks"
    assert small.scenario.company.employees < default.employees < large.scenario.company.employees
    assert all(len(size.scenario.company.unit_plans()) > 1 for size in sizes())


def test_a_variant_differs_in_one_thing() -> None:
    gate = load_policy(GATE_AND_SHARED)
    high = at_threshold(gate, 1.0)
    asked = {term.threshold for term in gate.manager.terms if term.metric == "satisfaction"}
    shift = 1.0 - highest_threshold(gate)
    assert {term.threshold for term in high.manager.terms if term.metric == "satisfaction"} == {
        round(level + shift, 6) for level in asked if level is not None
    }
    assert high.employee == gate.employee

    none, target = (
        asked_as("fair-salary", "shared-unit-target"),
        salary_with_target("fair-salary", "shared-unit-target"),
    )
    assert none.survey == target.survey == load_policy("shared-unit-target").survey
    assert target.manager.terms
    assert target.manager.pay == none.manager.pay  # what the target pays comes out of the base
    fixed = none.model_copy(update={"manager": Contract(salary=1.1)})
    paid = sum(term.share or 0.0 for term in target.manager.terms)
    assert salary_with_target(fixed, "shared-unit-target").manager.salary == pytest.approx(1.1 - paid)

    blind = asking("fair-salary", 0.05)
    assert blind.survey.coverage == 0.05
    assert (blind.employee, blind.manager) == (load_policy("fair-salary").employee, load_policy("fair-salary").manager)

    scenario = load_scenario("six-weeks")
    ranked = ranked_by_customers("own-satisfaction-target")
    scaled = scaled_to("own-satisfaction-target", ranked, "own_point", scenario)
    wanted = price_at_start("own-satisfaction-target", "own_point", scenario)
    assert price_at_start(scaled, "own_point", scenario) == pytest.approx(wanted, rel=1e-3)


def test_a_trial_is_run_once() -> None:
    lab = Lab(replicates=2)
    tiny = one_unit(replace(sizes()[0], employees=2), 2)
    first = lab.trial(tiny, [COMMISSION, "fair-salary"], weeks=3)
    again = one_unit(replace(sizes()[0], employees=2), 2)
    assert lab.trial(again, [COMMISSION, "fair-salary"], weeks=3) is first
    assert lab.trial(starting_under(tiny, "fair-salary"), [COMMISSION, "fair-salary"], weeks=3) is not first


# ------------------------------------------------------------------------------------------- what comes out


def test_the_headline_patterns_point_the_right_way() -> None:
    """Few futures and a quarter of a year; only directions, so that new default values need no new test."""
    trial = Lab(replicates=6).trial(load_scenario("six-weeks"), [COMMISSION, GATE_AND_SHARED, RANKING], weeks=13)
    since = Span(4, 13)
    gate = {
        name: interval(trial.shift(GATE_AND_SHARED, COMMISSION, name, since))
        for name in ("agenda_customer", "avoidable_handoffs", "silo_index")
    }
    assert gate["agenda_customer"].low > 0.0
    assert gate["avoidable_handoffs"].high < 0.0
    assert gate["silo_index"].high < 0.0
    assert trial.shift(RANKING, COMMISSION, "silo_index", since).mean() > 0.0
    assert trial.shift(RANKING, COMMISSION, "avoidable_handoffs", since).mean() > 0.0


def test_without_authority_a_managers_contract_does_nothing_to_the_walls() -> None:
    assert KNOCK_OUTS[NOTHING] == {}
    rows = knocked_out(Lab(replicates=3), load_scenario("small-shop"))
    assert [row.name for row in rows] == list(KNOCK_OUTS)
    assert not rows[0].changed
    assert rows[0].changes["silo_index"].mean == 0.0
    text = knock_outs_markdown(rows)
    assert all(f"Without {name}" in text for name in KNOCK_OUTS if name != NOTHING)
    assert len(knock_out_picture(rows).points) == 2 * len(rows)


# ------------------------------------------------------------------------------------------------------ the page


def made_up_pattern() -> tuple[Pattern, Finding]:
    values = 1.0 + 0.1 * SPREAD
    points = tuple(Point(panel, series, x, interval(values + x)) for panel in "ab" for series in "st" for x in (0, 1))
    finding = Finding(
        (higher("Ice is cold", values, 0.0), lower("Fire is cold", values, 0.0)),
        (Figure("How cold", interval(values)),),
        ("A note.",),
        Picture("cold", "Cold", "How cold it is", "Place", "lines", points, mark=0.5),
    )
    return Pattern(
        "P0",
        "Cold",
        "It is cold.",
        "A hand\n   is put in.",
        "How cold.",
        lambda lab, size: finding.claims,
        lambda lab, size: finding,
    ), finding


def test_the_page_shows_every_claim_and_its_verdict() -> None:
    pattern, finding = made_up_pattern()
    places = sizes()
    text = page([pattern], places, {"P0": {size.id: finding for size in places}}, "Nothing.", 30)
    assert text.count("| Fire is cold | 1.00 | below 0 | +1.00") == 3
    assert "| P0 Cold | ✘ does not hold (1 of 2 claims) |" in text
    assert "A hand is put in." in text
    assert "(figures/cold.svg)" in text


@pytest.mark.parametrize("kind", ["lines", "dots"])
def test_a_picture_can_be_drawn(kind: str, tmp_path) -> None:
    _, finding = made_up_pattern()
    picture = finding.picture
    assert picture is not None
    drawn = Picture(picture.name, picture.title, picture.subtitle, "", kind, picture.points)
    assert draw(drawn, tmp_path).read_text(encoding="utf-8").startswith("<svg")


def test_one_pattern_goes_to_the_terminal_and_a_stranger_is_refused(capsys) -> None:
    main(replicates=2, only=["p8"], size=["small"], workers=1)
    assert "P8 Ranking managers" in capsys.readouterr().out
    with pytest.raises(typer.BadParameter, match="P88"):
        main(only=["P88"])
