"""Section [choice] of a scenario: how an employee chooses what to do with a problem."""

from sim.parameters.declare import Section, real
from sim.parameters.sources import SKETCH

# fmt: off
# Each declaration is a small table of its own.


class ChoiceSection(Section):
    """How an employee chooses what to do with a problem."""

    rule: float = real(
        0, (0, 3), likely=(0, 0), unit="rule", whole=True, built_into=("opening",),
        en=("Rule of decision",
            "By which rule people decide: 0 what pays, and habit; 1 what pays today, without habit; 2 what went well "
            "before; 3 what colleagues do who fare better"),
        nl=("Beslisregel",
            "Volgens welke regel mensen beslissen: 0 wat loont, en gewoonte; 1 wat vandaag loont, zonder gewoonte; "
            "2 wat eerder goed uitpakte; 3 wat collega's doen die het beter vergaat"),
        source="other rules: McFadden 1974; Roth & Erev 1995; Traulsen et al. 2006",
    )
    temperature: float = real(
        0.45, (0.01, 100), likely=(0.2, 1.0), unit="weight", source=SKETCH,
        en=("Whim in choices", "How much whim there is in what people choose; small: calculating, large: haphazard"),
        nl=("Grilligheid van keuzes", "Hoe grillig mensen kiezen; klein: berekenend, groot: lukraak"),
    )
    pressure: float = real(
        0.25, (0, 10), likely=(0.0, 0.6), unit="weight", source=SKETCH,
        en=("Urge to clear the desk", "How much people want a problem off their desk when nothing else waits"),
        nl=("Drang om het bureau leeg te maken",
            "Hoe graag mensen een probleem van hun bureau willen als er verder niets wacht"),
    )
    pressure_queue: float = real(
        0.25, (0, 10), likely=(0.0, 0.6), unit="weight a problem a head", source=SKETCH,
        en=("Urge from the queue", "How the urge to clear the desk grows with each problem that waits, a head"),
        nl=("Drang door de wachtrij",
            "Hoe de drang om het bureau leeg te maken groeit met elk probleem dat per persoon wacht"),
    )
    duty: float = real(
        1.3, (0, 10), likely=(0.6, 2.0), unit="weight", source=SKETCH,
        en=("Professional duty", "What doing one's own part means in itself"),
        nl=("Plichtsbesef", "Wat het eigen deel doen op zichzelf betekent"),
    )
    toil: float = real(
        0.2, (0, 10), likely=(0.0, 0.5), unit="weight an hour",
        en=("Toil", "How tiresome an hour of work on a problem is, against an easy hour"),
        nl=("Moeite", "Hoe vermoeiend een uur werk aan een probleem is, vergeleken met een gemakkelijk uur"),
        source="the cost of effort of every model of incentives; size assumed",
    )
    habit_strength: float = real(
        0.8, (0, 10), likely=(0.0, 1.6), unit="weight", source=SKETCH,
        en=("Pull of habit", "How strongly people go on handling problems as they lately did"),
        nl=("Trek van gewoonte", "Hoe sterk mensen problemen blijven aanpakken zoals zij dat de laatste tijd deden"),
        lever="people",
        example=(
            "0: everybody begins afresh each morning; 0.8: people need weeks to do otherwise (in a study a habit took "
            "66 days: Lally et al. 2010); 1.6: we have always done it so. The numbers are an illustration",
            "0: ieder begint elke ochtend opnieuw; 0,8: mensen hebben weken nodig om het anders te doen (in een "
            "studie vergde een gewoonte 66 dagen: Lally e.a. 2010); 1,6: zo doen wij dat altijd. De getallen zijn "
            "ter illustratie",
        ),
    )
    habit_rate: float = real(
        0.01, (0, 1), likely=(0.0, 0.03), unit="a choice",
        en=("Speed of habit", "How far one choice moves a habit"),
        nl=("Snelheid van gewoonte", "Hoe ver één keuze een gewoonte verschuift"),
        source="66 days median to form a habit (Lally et al. 2010)", evidence="some",
    )
    reluctance: float = real(
        0.4, (0, 10), likely=(0.0, 1.0), unit="weight a pass",
        en=("Reluctance to pass on again",
            "How ashamed people are to pass on what was passed on before, for each time"),
        nl=("Schroom om weer door te tikken",
            "Hoe zeer mensen zich schamen om door te tikken wat al eerder is doorgetikt, voor elke keer"),
    )
    money_weight: float = real(
        1.5, (0, 100), likely=(0.0, 3.0), unit="weight a monthly salary", built_into=("people",), source=SKETCH,
        en=("What money means to employees", "How much a month's salary counts in what an employee chooses"),
        nl=("Wat geld voor medewerkers betekent", "Hoe zwaar een maandsalaris telt in wat een medewerker kiest"),
        lever="people",
        example=(
            "0: volunteers; 1.5: a month's salary counts as much as some four points of satisfaction (where a "
            "point counts 0.35); 3: sellers who live from commission. An illustration",
            "0: vrijwilligers; 1,5: een maandsalaris telt zo zwaar als zo'n vier punten tevredenheid (waar een "
            "punt 0,35 telt); 3: verkopers die van provisie leven. Ter illustratie",
        ),
    )
    meaning: float = real(
        0.35, (0, 10), likely=(0.0, 0.8), unit="weight a point", built_into=("people",), source=SKETCH,
        en=("What customers mean to people",
            "How much a point more satisfaction of the own customer counts in itself, without any pay for it"),
        nl=("Wat klanten voor mensen betekenen",
            "Hoe zwaar een punt meer tevredenheid van de eigen klant op zichzelf telt, zonder beloning ervoor"),
        lever="people",
        example=(
            "0: it is only a job; 0.35: a point happier customers count as much as a quarter of a month's salary "
            "(where that counts 1.5); 0.8: nurses who do it for the people. An illustration",
            "0: het is maar werk; 0,35: een punt blijere klanten telt zo zwaar als een kwart maandsalaris (waar "
            "dat 1,5 telt); 0,8: verplegers die het voor de mensen doen. Ter illustratie",
        ),
    )
    meaning_colleague: float = real(
        0.5, (0, 1), likely=(0.0, 1.0), unit="share", source=SKETCH,
        en=("What a colleague's customer means",
            "What a customer of a colleague in the own unit means, as a share of what the own customer means"),
        nl=("Wat de klant van een collega betekent",
            "Wat een klant van een collega in de eigen unit betekent, als aandeel van wat de eigen klant betekent"),
    )
    selfish_meaning: float = real(
        0.5, (0, 1), likely=(0.0, 1.0), unit="share", built_into=("people",),
        en=("What customers mean to free riders",
            "What customers mean to a free rider, as a share of what they mean to others"),
        nl=("Wat klanten voor meelifters betekenen",
            "Wat klanten voor een meelifter betekenen, als aandeel van wat ze voor anderen betekenen"),
    )
    in_group: float = real(
        0.3, (0, 1), likely=(0.0, 0.7), unit="share", built_into=("people",),
        en=("Own unit first", "How much less a customer outside the own unit means"),
        nl=("Eigen unit eerst", "Hoeveel minder een klant buiten de eigen unit betekent"),
        source="minimal-group experiments; size assumed", evidence="some",
    )
    meaning_spread: float = real(
        0.3, (0, 1), likely=(0.0, 0.6), unit="spread", built_into=("people",),
        en=("Differences between people", "How much people differ in what customers mean to them"),
        nl=("Verschillen tussen mensen", "Hoeveel mensen verschillen in wat klanten voor hen betekenen"),
        lever="people",
        example=(
            "0: all alike; 0.3: every sixth person cares a third more than usual, every sixth a quarter less; "
            "0.6: born helpers sit beside clock-watchers. An illustration",
            "0: allen gelijk; 0,3: een op de zes geeft er een derde meer om dan gewoon, een op de zes een kwart "
            "minder; 0,6: geboren helpers naast wie op de klok kijkt. Ter illustratie",
        ),
    )
