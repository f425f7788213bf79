"""What a page says beside its answer: which findings, in which order."""

from experiments.comparing.comparison import Comparison
from experiments.comparing.leading import ahead
from experiments.page.rivals import rival
from experiments.page.sentences import HALVES, Finding, ablation, money, passing, speed
from experiments.page.words import say
from experiments.showing.language import Lang


def findings(found: Comparison, hero: str, lang: Lang) -> list[Finding]:
    """What else was found, as far as the policies for it were compared; none of them is left out."""
    if hero == found.ids[0]:
        return []
    told = [speed(found, hero, lang), passing(found, hero, lang)]
    halves = [name for name in HALVES if name in found.ids and name != hero]
    if len(halves) == len(HALVES):
        told.append(ablation(found, hero, halves, lang))
    told.append(money(found, hero, lang))
    if len(found.ids) > 2:
        told.append(Finding(say("who_is_ahead", lang), ahead(found, lang)))
    return [*told, *(rival(found, hero, other, lang) for other in found.ids[1:] if other != hero)]
