"""What emerges: experiments that ask whether the model brings forth, by itself, what it was built to study.

Every pattern is one file in the folder `patterns`: a plain statement, a design, and claims with bars that stand in the
file before anything is run. A verdict is computed from the claims, never set by hand:

    python -m experiments.evidence.emergence             everything; renews docs/emergence.md and its figures
    python -m experiments.evidence.emergence --only P2   one pattern, to the terminal only

verdict.py judges, lab.py runs companies, sizes.py has the companies, variants.py changes a number in a policy.
"""
