"""Section [sight] of a scenario: what divisions learn about their customers."""

from sim.parameters.declare import Section, real

# fmt: off
# Each declaration is a small table of its own.


class SightSection(Section):
    """What divisions learn about their customers."""

    coverage: float = real(
        0.25, (0, 1), likely=(0.05, 0.9), unit="share", built_into=("contract",),
        en=("Coverage of the survey", "Share of ended problems whose customer is asked"),
        nl=("Bereik van de enquête", "Aandeel van de afgelopen problemen waarover de klant wordt bevraagd"),
    )
    survey_noise: float = real(
        0.5, (0, 10), likely=(0.0, 1.5), unit="points", built_into=("contract",),
        en=("Noise of the survey", "Error of an answer (sd)"),
        nl=("Ruis van de enquête", "Fout van een antwoord (sd)"),
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
        en=("Fading of sight", "How fast differences between ways of working are forgotten"),
        nl=("Wegebben van zicht", "Hoe snel verschillen tussen manieren van werken worden vergeten"),
    )
    belief_volley: float = real(
        7.0, (0, 10), likely=(5.5, 8.0), unit="points", built_into=("opening",),
        en=("First belief: score after volleying", "First belief: score after volleying"),
        nl=("Eerste idee: score na doortikken", "Eerste idee van een afdeling: score na doortikken"),
    )
    belief_turn: float = real(
        7.5, (0, 10), likely=(6.0, 8.5), unit="points", built_into=("opening",),
        en=("First belief: score in turn", "First belief: score when handled in turn"),
        nl=("Eerste idee: score om de beurt",
            "Eerste idee van een afdeling: score als ieder om de beurt zijn deel doet"),
    )
    belief_table: float = real(
        8.0, (0, 10), likely=(7.0, 9.5), unit="points", built_into=("opening",),
        en=("First belief: score after a table", "First belief: score after a table"),
        nl=("Eerste idee: score na samen om tafel", "Eerste idee van een afdeling: score na samen om tafel"),
    )
    pace_rate: float = real(
        0.25, (0, 1), likely=(0.1, 0.5), unit="a week",
        en=("Speed of expectations", "How far one week moves the running pace that people expect to go on"),
        nl=("Snelheid van verwachtingen",
            "Hoe ver één week het lopende tempo verschuift waarvan mensen verwachten dat het aanhoudt"),
    )
    felt_drift: float = real(
        0.35, (0, 10), likely=(0.1, 0.8), unit="points",
        en=("Doubt about satisfaction",
            "Doubt about a period's satisfaction when all of it is still to come (sd)"),
        nl=("Twijfel over tevredenheid",
            "Twijfel over de tevredenheid van een periode die nog helemaal moet komen (sd)"),
    )
    felt_drift_sales: float = real(
        0.25, (0, 10), likely=(0.1, 0.6), unit="share of plan",
        en=("Doubt about other metrics", "The same for the other metrics, relative to plan (sd)"),
        nl=("Twijfel over andere maatstaven",
            "Twijfel over de andere maatstaven van zo'n periode, ten opzichte van het plan (sd)"),
    )
