"""Does the model deserve belief? Closed forms, patterns that must emerge, knock-outs, calibration, baseline."""
