"""The units of parameters, each with its Dutch: the one place where a unit is translated and explained."""

UNITS = {
    "chance": "kans",
    "share": "aandeel",
    "share of plan": "aandeel van het plan",
    "share a point": "aandeel per punt",
    "factor": "keer",
    "strength": "sterkte",
    "switch": "schakelaar",
    "rule": "regel",
    "shape": "vorm",
    "spread": "spreiding",
    "points": "punten",
    "a point": "per punt",
    "customers": "klanten",
    "problems a head": "problemen per persoon",
    "a problem": "per probleem",
    "a waiting problem a head": "per wachtend probleem per persoon",
    "a choice": "per keuze",
    "an answer": "per antwoord",
    "a volley": "per keer doortikken",
    "hours": "uur",
    "an hour": "per uur",
    "working days": "werkdagen",
    "weeks": "weken",
    "a week": "per week",
    "euro": "euro",
    "euro a week": "euro per week",
    "euro a month": "euro per maand",
    "weight": "gewicht",
    "weight a month": "gewicht per maand",
    "weight an hour": "gewicht per uur",
    "a payday": "per betaaldag",
    "weight a point": "gewicht per punt",
    "weight a pass": "gewicht per keer doortikken",
    "weight a problem a head": "gewicht per probleem per persoon",
    "weight a monthly salary": "gewicht per maandsalaris",
}
"""By the English word of the declaration."""

GLOSSES = {
    "weight": (
        "how much it counts in what people choose, set against everything else that counts (the field says: utils)",
        "hoe zwaar het telt in wat mensen kiezen, naast al het andere dat telt (het vak zegt: nut)",
    ),
    "rule": (
        "each number stands for a rule: 0 the model's own, 1 best response, 2 reinforcement, 3 imitation",
        "elk getal staat voor een regel: 0 die van het model zelf, 1 beste antwoord, 2 bekrachtiging, 3 nabootsing",
    ),
    "chance": ("0: never, 1: always", "0: nooit, 1: altijd"),
    "share": ("0: nothing of it, 1: all of it", "0: niets ervan, 1: alles"),
    "factor": ("1: just as much", "1: even veel"),
    "strength": ("0: it does not exist", "0: het bestaat niet"),
    "spread": (
        "0: all alike; 0.3: two in three lie between a quarter less and a third more than the usual one",
        "0: allen gelijk; 0,3: twee van de drie liggen tussen een kwart minder en een derde meer dan gewoon",
    ),
    "shape": ("1 or less: very uneven, 5 or more: rather even", "1 of minder: heel ongelijk, 5 of meer: vrij gelijk"),
}
"""What a unit means that does not speak for itself, in English and Dutch, by the unit's first word."""
