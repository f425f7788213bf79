"""Where the numbers come from, each source with its Dutch: the one place where a source is translated."""

SKETCH = "hand-tuned sketch of this model"
OURS = "assumption of the makers"

_DUTCH_SKETCH = "met de hand afgestelde schets van dit model"

SOURCES = {
    SKETCH: _DUTCH_SKETCH,
    OURS: "aanname van de makers",
    "2,000 for 72 people; " + SKETCH: "2.000 voor 72 mensen; " + _DUTCH_SKETCH,
    "about 55 a day for 72 people; " + SKETCH: "ongeveer 55 per dag voor 72 mensen; " + _DUTCH_SKETCH,
    "hand-off counts are over-dispersed: BPI Challenge 2013 log, variance/mean 3.8":
        "aantallen overdrachten lopen ver uiteen: log van BPI Challenge 2013, variantie/gemiddelde 3,8",
    "the cost of effort of every model of incentives; size assumed":
        "de kosten van inzet uit elk model van prikkels; grootte aangenomen",
    "other rules: McFadden 1974; Roth & Erev 1995; Traulsen et al. 2006":
        "andere regels: McFadden 1974; Roth & Erev 1995; Traulsen e.a. 2006",
    "66 days median to form a habit (Lally et al. 2010)":
        "66 dagen (mediaan) om een gewoonte te vormen (Lally e.a. 2010)",
    "minimal-group experiments; size assumed": "proeven met minimale groepen; grootte aangenomen",
    "piece rates raise output by some 20 % (Lazear 2000, half of it incentive)":
        "stukloon verhoogt de productie met zo'n 20 % (Lazear 2000, de helft door de prikkel)",
    "35,000 staff worked harder for a firm-wide bonus (Knez & Simester 2001); size assumed":
        "35.000 mensen werkten harder voor een bonus van het hele bedrijf (Knez & Simester 2001); grootte aangenomen",
    "theory": "theorie",
    "theory; size assumed": "theorie; grootte aangenomen",
    "public-goods experiments": "proeven met publieke goederen",
    "co-operation is most people's own norm (public-goods experiments); size assumed":
        "samenwerken is voor de meeste mensen een eigen norm (proeven met publieke goederen); grootte aangenomen",
    "Fischbacher, Gächter & Fehr 2001: 50 %": "Fischbacher, Gächter & Fehr 2001: 50 procent",
    "Fischbacher, Gächter & Fehr 2001: a third": "Fischbacher, Gächter & Fehr 2001: een derde",
    "attention-based view of the firm (Ocasio 1997); size assumed":
        "een bedrijf doet waar het op let (Ocasio 1997); grootte aangenomen",
    "mean aversion to being behind in experiments (Fehr & Schmidt 1999; Frank 1985)":
        "gemiddelde afkeer van achterblijven in proeven (Fehr & Schmidt 1999; Frank 1985)",
    "practitioners: managers spend huge time policing pay; size assumed":
        "praktijk: managers zijn veel tijd kwijt aan toezicht op beloning; grootte aangenomen",
    "practitioners: the customer was on the agenda within weeks (S0); size assumed":
        "praktijk: de klant stond binnen weken op de agenda (S0); grootte aangenomen",
    "pay moves people as far as they believe that it follows (instrumentality: Vroom 1964); size assumed":
        "beloning beweegt mensen zo ver als zij geloven dat zij volgt (Vroom 1964); grootte aangenomen",
    "trust in a pay plan grows with its paydays (Lawler 1971); size assumed":
        "vertrouwen in een beloningsregel groeit met elke betaaldag (Lawler 1971); grootte aangenomen",
    "about six months (Banker, Potter & Srinivasan 2000)": "ongeveer zes maanden (Banker, Potter & Srinivasan 2000)",
    "service capacity follows work with a delay of months (Oliva & Sterman 2001); sooner for agency workers":
        "de bezetting volgt het werk met maanden vertraging (Oliva & Sterman 2001); uitzendkrachten zijn er eerder",
    "workers differ by a few tens of per cent (Lazear 2000)":
        "mensen verschillen enkele tientallen procenten (Lazear 2000)",
}  # fmt: skip
"""By the English of the declaration. "Size assumed": that it exists is known, how large it is here is not."""
