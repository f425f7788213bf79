"""What customers feel, how long they wait, and how many there are."""

from sim.records.counts import Counts, Floats, measure, quantile, ratio


@measure(
    "Satisfaction",
    "Tevredenheid",
    "0–10",
    1,
    "Gemiddeld cijfer dat klanten gaven aan de problemen die afliepen, ook die zij opgaven.",
)
def satisfaction(k: Counts) -> Floats:
    """Mean score that customers felt about the problems that ended, given up included."""
    return ratio(k["scores"], k.ended)


@measure(
    "Net promoter score",
    "Net promoter score",
    "-100 to 100",
    1,
    "Aandeel promotors (cijfer 9 of 10) min aandeel criticasters (onder de 7), van de afgelopen problemen.",
)
def nps(k: Counts) -> Floats:
    """Share of promoters (a score of 9 or 10) less share of detractors (below 7), of ended problems."""
    return 100.0 * ratio(k["promoters"] - k["detractors"], k.ended)


@measure(
    "Days to solve, one in two",
    "Dagen tot oplossing, één van de twee",
    "working days",
    -1,
    "De helft van de opgeloste problemen duurde niet langer.",
)
def days_to_solve_median(k: Counts) -> Floats:
    """Half of the solved problems took no longer."""
    return quantile(k["days"], 0.5)


@measure(
    "Days to solve, nine in ten",
    "Dagen tot oplossing, negen van de tien",
    "working days",
    -1,
    "Negen van de tien opgeloste problemen duurden niet langer.",
)
def days_to_solve_p90(k: Counts) -> Floats:
    """Nine in ten of the solved problems took no longer."""
    return quantile(k["days"], 0.9)


@measure("Backlog", "Werkvoorraad", "problems", -1, "Open problemen aan het eind van de week.")
def backlog(k: Counts) -> Floats:
    """Open problems at the end of the week."""
    return k.weekly("backlog")


@measure("Given up", "Opgegeven", "share", -1, "Aandeel van de afgelopen problemen waarvan de klant het wachten opgaf.")
def given_up_share(k: Counts) -> Floats:
    """Share of ended problems whose customer gave up waiting."""
    return ratio(k["given_up"], k.ended)


@measure("Customers", "Klanten", "customers", 1, "Klanten aan het eind van de week.")
def customers(k: Counts) -> Floats:
    """Customers at the end of the week."""
    return k.weekly("customers")


@measure("Customers leaving", "Vertrekkende klanten", "a week", -1, "Klanten die vertrokken, per week.")
def leavers(k: Counts) -> Floats:
    """Customers who left, a week."""
    return k.weekly("left")
