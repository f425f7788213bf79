"""Section [sight] of a scenario: what divisions learn about their customers."""

from sim.parameters.declare import Section, real

# fmt: off
# Each declaration is a small table of its own.


class SightSection(Section):
    """What divisions learn about their customers."""

    coverage: float = real(
        0.25, (0, 1), likely=(0.05, 0.9), unit="share", built_into=("contract",),
        en=("How widely customers are asked", "Share of ended problems after which the customer is asked for a score"),
        nl=("Hoe breed klanten worden gevraagd",
            "Aandeel van de afgelopen problemen waarna de klant om een cijfer wordt gevraagd"),
        lever="market",
        example=(
            "0.05: a yearly survey of a few customers; 0.25: a call after every fourth problem; 0.9: a short "
            "question after nearly every one. An illustration",
            "0,05: een jaarlijkse enquête onder enkele klanten; 0,25: een belletje na elk vierde probleem; 0,9: "
            "een korte vraag na bijna elk probleem. Ter illustratie",
        ),
    )
    survey_noise: float = real(
        0.5, (0, 10), likely=(0.0, 1.5), unit="points", built_into=("contract",),
        en=("Noise of the survey", "How far an answer may be from what the customer felt (standard deviation)"),
        nl=("Ruis van de enquête", "Hoe ver een antwoord kan afwijken van wat de klant vond (standaardafwijking)"),
    )
    survey_delay: float = real(
        2.0, (0, 12), likely=(0.0, 8.0), unit="weeks",
        en=("Delay of the survey", "How long answers take until they stand on the scoreboard; whole weeks"),
        nl=("Vertraging van de enquête", "Hoe lang het duurt tot antwoorden op het scorebord staan; hele weken"),
    )
    learning: float = real(
        0.05, (0, 1), likely=(0.0, 0.15), unit="an answer",
        en=("Speed of learning", "How far one answer moves what a division believes; 0: it never learns"),
        nl=("Snelheid van leren", "Hoe ver één antwoord verschuift wat een afdeling gelooft; 0: die leert nooit"),
    )
    sight_fade: float = real(
        0.03, (0, 1), likely=(0.0, 0.1), unit="a week",
        en=("Forgetting what works", "How fast a division forgets how ways of working differ for customers"),
        nl=("Vergeten wat werkt", "Hoe snel een afdeling vergeet wat manieren van werken voor klanten verschillen"),
    )
    belief_volley: float = real(
        7.0, (0, 10), likely=(5.5, 8.0), unit="points", built_into=("opening",),
        en=("First belief: score after volleying",
            "Score that a division expects at the start for a problem that was volleyed about"),
        nl=("Eerste idee: score na doortikken",
            "Score die een afdeling aan het begin verwacht voor een probleem dat is doorgetikt"),
    )
    belief_turn: float = real(
        7.5, (0, 10), likely=(6.0, 8.5), unit="points", built_into=("opening",),
        en=("First belief: score in turn",
            "Score that a division expects at the start where each does its part in turn"),
        nl=("Eerste idee: score om de beurt",
            "Score die een afdeling aan het begin verwacht als ieder om de beurt zijn deel doet"),
    )
    belief_table: float = real(
        8.0, (0, 10), likely=(7.0, 9.5), unit="points", built_into=("opening",),
        en=("First belief: score after a table",
            "Score that a division expects at the start for a problem solved at one table"),
        nl=("Eerste idee: score na samen om tafel",
            "Score die een afdeling aan het begin verwacht voor een probleem dat samen om tafel is opgelost"),
    )
    pace_rate: float = real(
        0.25, (0, 1), likely=(0.1, 0.5), unit="a week",
        en=("Speed of expectations",
            "How far one week changes the pace at which people expect work and sales to go on"),
        nl=("Snelheid van verwachtingen",
            "Hoe ver één week het tempo verandert waarin mensen verwachten dat werk en verkoop doorgaan"),
    )
    felt_drift: float = real(
        0.35, (0, 10), likely=(0.1, 0.8), unit="points",
        en=("Doubt about satisfaction",
            "How unsure people are of a period's satisfaction when all of it is still to come (standard deviation)"),
        nl=("Twijfel over tevredenheid",
            "Hoe onzeker mensen zijn over de tevredenheid van een periode die nog helemaal moet komen "
            "(standaardafwijking)"),
    )
    felt_drift_sales: float = real(
        0.25, (0, 10), likely=(0.1, 0.6), unit="share of plan",
        en=("Doubt about other results",
            "How unsure people are of a period's sales and other results when all of it is still to come "
            "(standard deviation)"),
        nl=("Twijfel over andere resultaten",
            "Hoe onzeker mensen zijn over verkoop en andere resultaten van een periode die nog helemaal moet "
            "komen (standaardafwijking)"),
    )
