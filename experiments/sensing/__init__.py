"""What a conclusion hangs on: sensitivity of any number, of a difference and of a ranking, and where a favourite loses.

from experiments.sensing.sensitivity import sensitivity
found = sensitivity("found")                       # a finished folder of `siloscope sweep`
says(found, "en")                                  # in words (saying.py); rows in tables.py, pictures in drawing.py
"""
