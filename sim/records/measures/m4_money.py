"""Sales, pay and profit."""

from sim.records.counts import Counts, Floats, measure


@measure("Sales", "Verkoop", "€ a week", 1, "Door mensen verkocht en door klanten opnieuw gekocht, per week.")
def sales(k: Counts) -> Floats:
    """Sold by people and bought again by customers, a week."""
    return k.weekly("sold") + k.weekly("bought_again")


@measure("Sold by people", "Verkocht door mensen", "€ a week", 1, "Wat uren verkopen opbrachten, per week.")
def sold(k: Counts) -> Floats:
    """What hours of selling brought in, a week."""
    return k.weekly("sold")


@measure("Margin", "Marge", "€ a week", 1, "Wat van de verkoop overblijft als betaald is wat werd verkocht, per week.")
def margin(k: Counts) -> Floats:
    """What is left of sales when what was sold is paid for, a week."""
    return k.margin_rate * sales(k)


@measure(
    "Cost of pay",
    "Loonkosten",
    "€ a week",
    0,
    "Salarissen, invallers en variabele beloning, uitgesmeerd over de weken waarin die is verdiend, per week.",
)
def pay_cost(k: Counts) -> Floats:
    """Salaries, stand-ins, and variable pay, spread over the weeks that earned it, a week."""
    return k.weekly("base_pay") + k.weekly("stand_in_pay") + k.weekly("bonus")


@measure(
    "Variable pay",
    "Variabele beloning",
    "€ a week",
    0,
    "Variabele beloning, uitgesmeerd over de weken waarin die is verdiend.",
)
def bonus(k: Counts) -> Floats:
    """Variable pay, spread over the weeks that earned it."""
    return k.weekly("bonus")


@measure("Profit", "Winst", "€ a week", 1, "Marge min loonkosten, per week.")
def profit(k: Counts) -> Floats:
    """Margin less cost of pay, a week."""
    return margin(k) - pay_cost(k)
