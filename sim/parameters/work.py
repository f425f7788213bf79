"""Section [work] of a scenario: what work costs and yields."""

from sim.parameters.declare import Section, real
from sim.parameters.sources import SKETCH

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
        en=("Cost of a meeting", "Hours that a table costs each who sits at it, besides the work"),
        nl=("Kosten van overleg", "Uren die samen om tafel ieder kost die erbij zit, naast het werk"),
        lever="work",
        example=(
            "0.25: a word in the corridor; 0.5: a short meeting; 1.5: a meeting by appointment, with minutes. An "
            "illustration",
            "0,25: een woord op de gang; 0,5: een kort overleg; 1,5: een vergadering op afspraak, met verslag. "
            "Ter illustratie",
        ),
    )
    interruption_hours: float = real(
        0.25, (0, 8), likely=(0.0, 1.0), unit="hours",
        en=("Burden of being called away", "How long being called away feels, besides the hours at the table"),
        nl=("Last van weggeroepen worden", "Hoe lang weggeroepen worden voelt, naast de uren om tafel"),
    )
    synergy: float = real(
        1.3, (0.1, 10), likely=(1.0, 2.0), unit="factor", source=SKETCH,
        en=("Speed at a table", "How many times as fast the work goes when all sit together"),
        nl=("Snelheid samen om tafel", "Hoeveel keer zo snel het werk gaat als allen bij elkaar zitten"),
    )
    selling: float = real(
        1.0, (0, 1), likely=(0.0, 1.0), unit="switch",
        en=("Selling at an empty desk", "1: people with an empty desk sell; 0: they wait"),
        nl=("Verkopen bij een leeg bureau", "1: wie een leeg bureau heeft, verkoopt; 0: die wacht"),
    )
    sale_chance: float = real(
        0.1, (0, 1), likely=(0.05, 0.2), unit="an hour", built_into=("plan",),
        en=("Chance of a sale", "Chance that an hour of selling at effort 1 (a fair day's work) ends in a sale"),
        nl=("Kans op een verkoop", "Kans dat een uur verkopen met inzet 1 (een eerlijke werkdag) een verkoop oplevert"),
    )
    sale_value: float = real(
        400.0, (0, 1e6), likely=(200.0, 800.0), unit="euro", built_into=("plan",),
        en=("Value of a sale", "What a sale brings in"),
        nl=("Waarde van een verkoop", "Wat een verkoop opbrengt"),
    )
    hurry: float = real(
        0.05, (0, 10), likely=(0.0, 0.15), unit="a waiting problem a head",
        en=("Hurry", "How much faster people work for each problem that waits, a head"),
        nl=("Haast", "Hoeveel sneller mensen werken voor elk probleem dat per persoon wacht"),
    )
    hurry_most: float = real(
        1.35, (1, 10), likely=(1.0, 1.7), unit="factor",
        en=("Most hurry", "How many times as fast people can work at most"),
        nl=("Meeste haast", "Hoeveel keer zo snel mensen hoogstens kunnen werken"),
    )
    skill_spread: float = real(
        0.15, (0, 1), likely=(0.0, 0.4), unit="spread", built_into=("people",),
        en=("Spread of skill", "How much people differ in speed"),
        nl=("Spreiding van vaardigheid", "Hoeveel mensen verschillen in snelheid"),
        source="workers differ by a few tens of per cent (Lazear 2000)", evidence="some",
    )
