"""P5: commission sells more in the first weeks; then problems, leavers and lost time eat it."""

from experiments.comparing.intervals import Floats
from experiments.evidence.emergence.lab import COMMISSION, FAIR, FIRST_SIX, YEAR, Lab, Span, Trial
from experiments.evidence.emergence.pattern import Figure, Finding, Pattern, Picture, Point, titled
from experiments.evidence.emergence.sizes import Size, starting_under
from experiments.evidence.emergence.verdict import Claim, higher, interval, lower
from experiments.showing.numbers import plain
from sim.records.measures import MEASURES

YEARS = 3
WHOLE = Span(1, YEARS * YEAR)
THIRD_YEAR = Span(2 * YEAR + 1, 3 * YEAR)
QUARTERS = tuple(Span(13 * quarter + 1, 13 * quarter + 13) for quarter in range(4 * YEARS))
MONEY = ("sales", "margin", "profit")


def claims(lab: Lab, size: Size) -> tuple[Claim, ...]:
    """From fair salary to commission and three years on, against those who stay."""
    trial = _lived(lab, size)
    return (
        higher("Weeks 1-6: people sell more (€ a week)", trial.of(COMMISSION, "sold", FIRST_SIX),
               trial.of(FAIR, "sold", FIRST_SIX)),
        higher("Weeks 1-6: all sales are higher (€ a week)", trial.of(COMMISSION, "sales", FIRST_SIX),
               trial.of(FAIR, "sales", FIRST_SIX)),
        higher("Three years: more problems are given up (share)", trial.of(COMMISSION, "given_up_share", WHOLE),
               trial.of(FAIR, "given_up_share", WHOLE)),
        higher("Three years: more customers leave (a week)", trial.of(COMMISSION, "leavers", WHOLE),
               trial.of(FAIR, "leavers", WHOLE)),
        higher("Three years: more hours are lost to disputes (a week)", trial.of(COMMISSION, "dispute_hours", WHOLE),
               trial.of(FAIR, "dispute_hours", WHOLE)),
        lower("The lead in sales is smaller in the third year than in weeks 1-6", _lead(trial, "sales", THIRD_YEAR),
              _lead(trial, "sales", FIRST_SIX)),
        lower("Third year: the lead in profit is gone (€ a week)", _lead(trial, "profit", THIRD_YEAR), 0.0),
        lower("Third year: the lead in sales is gone (€ a week)", _lead(trial, "sales", THIRD_YEAR), 0.0),
    )  # fmt: skip


def examine(lab: Lab, size: Size) -> Finding:
    """The claims, and what commission is ahead or behind, year by year."""
    trial = _lived(lab, size)
    spans = {"weeks 1-6": FIRST_SIX} | {f"year {n + 1}": Span(n * YEAR + 1, (n + 1) * YEAR) for n in range(YEARS)}
    figures = [
        Figure(f"{titled(name)}, {when}: commission less fair salary",
               interval(_lead(trial, name, span)), signed=True)
        for name in ("sold", *MONEY, "customers") for when, span in spans.items()
    ]  # fmt: skip
    notes = tuple(crossing(trial, name) for name in (*MONEY, "customers"))
    return Finding(claims(lab, size), tuple(figures), notes, _picture(trial))


def _lived(lab: Lab, size: Size) -> Trial:
    return lab.trial(starting_under(size.scenario, FAIR), [FAIR, COMMISSION], YEARS * YEAR)


def _lead(trial: Trial, name: str, span: Span) -> Floats:
    """How much higher a measure is under commission, future by future."""
    return trial.shift(COMMISSION, FAIR, name, span)


def crossing(trial: Trial, name: str) -> str:
    """From which quarter on commission is behind, and when the sum since the switch is; by the mean over futures."""
    leads = [float(interval(trial.shift(COMMISSION, FAIR, name, span)).mean) for span in QUARTERS]
    last_ahead = max((n for n, value in enumerate(leads) if value > 0.0), default=-1)
    if last_ahead == len(leads) - 1:
        return f"{MEASURES[name].label}: commission is still ahead in the last quarter, by {plain(leads[-1])} a week."
    behind = "from the first quarter" if last_ahead < 0 else f"from quarter {last_ahead + 2} of {len(leads)}"
    total = sum(leads) / len(leads)
    sums = "ahead" if total > 0.0 else "behind"
    return f"{MEASURES[name].label}: commission is behind {behind} on; over all three years it is {sums}."


def _picture(trial: Trial) -> Picture:
    points = [
        Point(f"{titled(name)}", "commission less fair salary", (span.last) / YEAR,
              interval(trial.shift(COMMISSION, FAIR, name, span)))
        for name in ("sales", "customers", "profit") for span in QUARTERS
    ]  # fmt: skip
    return Picture(
        name="p5-eaten",
        title="What commission earns, and when",
        subtitle="Commission less fair salary, by quarter, with 95 % intervals; below 0 commission is behind",
        x_title="Years after commission was brought in",
        kind="lines",
        points=tuple(points),
    )


PATTERN = Pattern(
    id="P5",
    title="The sugar rush of commission",
    statement="""
        Bring in sales commission and more is sold in the first weeks; then unsolved problems, leaving customers and
        hours lost to disputes eat the gain.""",
    design="""
        A company that has worked under fair salary for half a year goes over to sales commission, or stays as it
        is, for three years with the same luck. Commission must sell more in weeks 1-6, must cost more given-up
        problems, leavers and dispute hours, and its lead in sales and in profit must be gone in the third year.""",
    open="""
        How much a customer is worth later (buying again, leaving, word of mouth) is assumed; the year in which
        curves cross depends on it directly. Market, competitors and prices stand still.""",
    claims=claims,
    examine=examine,
)
