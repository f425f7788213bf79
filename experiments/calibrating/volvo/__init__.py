"""The scenario `volvo-baseline`, an application of calibrating.

applying.py calibrates to the log of Volvo IT, and makes two files of it: the scenario, and found.json with all that was
found and the luck, the model and the log that it came from. held.py holds the one against the other.

    python -m experiments.calibrating.volvo                               what stands
    python -m experiments.calibrating.volvo --log LOG.csv --out FOLDER    the same made anew
"""
