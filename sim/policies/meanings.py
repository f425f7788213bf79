"""What the words of a contract mean to a reader, in both languages; `vocabulary.py` has them as rules see them."""

from typing import NamedTuple

from sim.policies.parts import Words
from sim.policies.vocabulary import Above, Attribution, Period, Role, Scope


class Said(NamedTuple):
    """A short label, and a sentence that says what it is."""

    label: Words
    meaning: Words


def _said(en: tuple[str, str], nl: tuple[str, str]) -> Said:
    return Said(Words(en=en[0], nl=nl[0]), Words(en=en[1], nl=nl[1]))


SCOPES: dict[Scope, Said] = {
    Scope.SELF: _said(
        ("one's own", "What the person did; for a manager, the own division."),
        ("eigen werk", "Wat iemand zelf deed; bij een manager de eigen afdeling."),
    ),
    Scope.DIVISION: _said(
        ("own division", "What the people of one's division did together."),
        ("eigen afdeling", "Wat de mensen van de eigen afdeling samen deden."),
    ),
    Scope.UNIT: _said(
        ("whole unit", "What all divisions of one's unit did together: shared with the neighbours."),
        ("hele unit", "Wat alle afdelingen van de eigen unit samen deden: gedeeld met de buren."),
    ),
    Scope.COMPANY: _said(
        ("whole company", "What everybody in the company did together."),
        ("hele bedrijf", "Wat iedereen in het bedrijf samen deed."),
    ),
}
"""Whose level counts."""

PERIODS: dict[Period, Said] = {
    Period.MONTH: _said(
        ("a month", "Settled every month; the books then begin anew."),
        ("een maand", "Elke maand afgerekend; daarna begint de telling opnieuw."),
    ),
    Period.QUARTER: _said(
        ("a quarter", "Settled every thirteen weeks; the books then begin anew."),
        ("een kwartaal", "Elke dertien weken afgerekend; daarna begint de telling opnieuw."),
    ),
    Period.YEAR: _said(
        ("a year", "Settled once a year; the books then begin anew."),
        ("een jaar", "Eens per jaar afgerekend; daarna begint de telling opnieuw."),
    ),
}
"""How long a term runs before it is settled."""

ABOVES: dict[Above, Said] = {
    Above.NOWHERE: _said(
        ("a level itself", "The numbers are levels, the same for everybody."),
        ("een niveau zelf", "De getallen zijn niveaus, gelijk voor iedereen."),
    ),
    Above.START: _said(
        ("better than at the start", "The numbers say how much better than when the contract began."),
        ("beter dan bij het begin", "De getallen zeggen hoeveel beter dan toen het contract begon."),
    ),
    Above.LAST: _said(
        ("better than last period", "The numbers say how much better than the last period ended: a ratchet."),
        ("beter dan vorige periode", "De getallen zeggen hoeveel beter dan de vorige periode eindigde: een palrad."),
    ),
}
"""Where a term counts from."""

ROLES: dict[Role, Said] = {
    Role.EMPLOYEE: _said(
        ("employee", "Whoever solves customers' problems and sells."),
        ("medewerker", "Wie problemen van klanten oplost en verkoopt."),
    ),
    Role.MANAGER: _said(
        ("manager", "Whoever leads a division and sets its agenda."),
        ("manager", "Wie een afdeling leidt en de agenda bepaalt."),
    ),
}
"""Who has the contract."""

ATTRIBUTIONS: dict[Attribution, Said] = {
    Attribution.OWNER: _said(
        ("the division that owns it", "A problem counts for the division whose customer it is, whoever solved it."),
        ("de afdeling waarvan het is", "Een probleem telt voor de afdeling van de klant, wie het ook oploste."),
    ),
    Attribution.LAST: _said(
        ("the division that last worked on it", "A problem counts for whoever brought it to its end."),
        ("de afdeling die er het laatst aan werkte", "Een probleem telt voor wie het tot een eind bracht."),
    ),
    Attribution.ALL: _said(
        ("every division that touched it", "A problem counts for all who had it in their hands, good or bad."),
        ("elke afdeling die het aanraakte", "Een probleem telt voor allen die het in handen hadden, goed of slecht."),
    ),
}
"""In whose score a problem counts."""
