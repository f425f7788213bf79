"""What managers attend to, and how people work."""

from sim.records.counts import Counts, Floats, measure, ratio
from sim.tables import Task


@measure("Agenda: customer", "Agenda: klant", "share", 1, "Aandeel van de aandacht van managers dat naar klanten gaat.")
def agenda_customer(k: Counts) -> Floats:
    """Share of managers' attention that goes to customers."""
    return k.weekly("agenda_customer")


@measure("Agenda: sales", "Agenda: verkoop", "share", 0, "Aandeel van de aandacht van managers dat naar verkoop gaat.")
def agenda_sales(k: Counts) -> Floats:
    """Share of managers' attention that goes to sales."""
    return k.weekly("agenda_sales")


@measure(
    "Agenda: politics",
    "Agenda: politiek",
    "share",
    -1,
    "Aandeel van de aandacht van managers dat naar geschillen, toezicht op beloning en aanzien gaat.",
)
def agenda_politics(k: Counts) -> Floats:
    """Share of managers' attention that goes to disputes, policing of pay and standing."""
    return k.weekly("agenda_politics")


@measure(
    "Hours lost to disputes",
    "Uren verloren aan geschillen",
    "hours a week",
    -1,
    "Uren van medewerkers en managers die opgaan aan geschillen over wiens verdienste iets is, per week.",
)
def dispute_hours(k: Counts) -> Floats:
    """Hours of employees and managers that disputes over credit eat, a week."""
    return k.weekly("dispute_hours")


@measure(
    "Effort", "Inzet", "1 = a fair day's work", 0, "Hoe hard medewerkers werken, gemiddeld; 1 is een eerlijke werkdag."
)
def effort(k: Counts) -> Floats:
    """How hard employees work, on average; 1 is a fair day's work."""
    return k.weekly("effort")


@measure(
    "Trust",
    "Vertrouwen",
    "0–1",
    1,
    "Hoe waarschijnlijk afdelingen het vinden dat een andere komt als zij vragen.",
)
def trust(k: Counts) -> Floats:
    """How likely divisions think it that another comes when asked."""
    return k.weekly("trust")


@measure(
    "Hours of stand-ins",
    "Uren van invallers",
    "hours a week",
    0,
    "Uren aan problemen door mensen die zijn ingeroepen omdat problemen zich opstapelden, per week; betaald per uur.",
)
def stand_in_hours(k: Counts) -> Floats:
    """Hours on problems of people called in because problems piled up, a week; paid by the hour."""
    return k.weekly("stand_in_hours")


@measure("Hours of selling", "Uren verkoop", "share", 0, "Aandeel van de uren van medewerkers dat in verkopen gaat.")
def selling_hours(k: Counts) -> Floats:
    """Share of employees' hours that go into selling."""
    return ratio(k["hours"][:, Task.SELLING], k["hours"].sum(axis=1))


@measure(
    "Idle hours",
    "Uren niets doen",
    "share",
    -1,
    "Aandeel van de uren waarin medewerkers verkopen noch aan een probleem werken, omdat zij daarvoor kiezen.",
)
def idle_hours(k: Counts) -> Floats:
    """Share of employees' hours in which they neither sell nor work on a problem, because they choose to."""
    return ratio(k["hours"][:, Task.IDLING], k["hours"].sum(axis=1))
