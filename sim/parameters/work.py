"""Section [work] of a scenario: what work costs and yields."""

from sim.parameters.declare import SKETCH, Section, real

# fmt: off
# Each declaration is a small table of its own.


class WorkSection(Section):
    """What work costs and yields."""

    pass_hours: float = real(
        0.25, (0.05, 8), likely=(0.1, 0.5), unit="hours", source=SKETCH,
        en=("Hours to pass on", "Reading a problem and volleying it on"),
        nl=("Uren om door te tikken", "Een probleem lezen en doortikken"),
    )
    ask_hours: float = real(
        0.25, (0, 8), likely=(0.1, 0.75), unit="hours",
        en=("Hours asking in vain", "Asking colleagues to a table in vain"),
        nl=("Uren vergeefs vragen", "Collega's vergeefs vragen om samen om tafel te gaan"),
    )
    meeting_hours: float = real(
        0.5, (0, 8), likely=(0.25, 1.5), unit="hours", source=SKETCH,
        en=("Hours of a table", "What a table costs each who sits at it, besides the work"),
        nl=("Uren samen om tafel", "Wat samen om tafel ieder kost die erbij zit, naast het werk"),
    )
    interruption_hours: float = real(
        0.25, (0, 8), likely=(0.0, 1.0), unit="hours",
        en=("Burden of being called away", "What it feels like to be called away, besides the meeting"),
        nl=("Last van weggeroepen worden", "Hoe lang weggeroepen worden voelt, naast de tijd om tafel"),
    )
    synergy: float = real(
        1.3, (0.1, 10), likely=(1.0, 2.0), unit="factor", source=SKETCH,
        en=("Speed at a table", "How much faster a part goes when all sit together"),
        nl=("Snelheid samen om tafel", "Hoeveel sneller een deel gaat als allen bij elkaar zitten"),
    )
    selling: float = real(
        1.0, (0, 1), likely=(0.0, 1.0), unit="switch",
        en=("Selling at an empty desk", "1: people with an empty desk sell; 0: they wait"),
        nl=("Verkopen bij een leeg bureau", "1: wie een leeg bureau heeft, verkoopt; 0: die wacht"),
    )
    sale_chance: float = real(
        0.1, (0, 1), likely=(0.05, 0.2), unit="an hour", built_into=("plan",),
        en=("Chance of a sale", "That an hour of selling at effort 1 ends in a sale"),
        nl=("Kans op een verkoop", "Dat een uur verkopen met inzet 1 een verkoop oplevert"),
    )
    sale_value: float = real(
        400.0, (0, 1e6), likely=(200.0, 800.0), unit="euro", built_into=("plan",),
        en=("Value of a sale", "What a sale brings in"),
        nl=("Waarde van een verkoop", "Wat een verkoop opbrengt"),
    )
    hurry: float = real(
        0.05, (0, 10), likely=(0.0, 0.15), unit="a waiting problem a head",
        en=("Hurry", "How much faster people work for each problem waiting a head"),
        nl=("Haast", "Hoeveel sneller mensen werken voor elk probleem dat per persoon wacht"),
    )
    hurry_most: float = real(
        1.35, (1, 10), likely=(1.0, 1.7), unit="factor",
        en=("Most hurry", "The most that people can hurry"),
        nl=("Meeste haast", "Het meeste dat mensen zich kunnen haasten"),
    )
    skill_spread: float = real(
        0.15, (0, 1), likely=(0.0, 0.4), unit="sd of log", built_into=("people",),
        en=("Spread of skill", "How much people differ in speed"),
        nl=("Spreiding van vaardigheid", "Hoeveel mensen verschillen in snelheid"),
        source="workers differ by a few tens of per cent (Lazear 2000)", evidence="some",
    )
