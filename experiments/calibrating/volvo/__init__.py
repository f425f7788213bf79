"""The committed scenario `volvo-baseline` as an application of calibrating: how its values lie to what its log tells.

found.json is what `siloscope calibrate` found in the log of Volvo IT, with the luck, the model and the log that it
came from; held.py holds the scenario against it, and applying.py makes it anew from the log.

    python -m experiments.calibrating.volvo                               what stands
    python -m experiments.calibrating.volvo --log LOG.csv --out FOLDER    the same made anew
"""
