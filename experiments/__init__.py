"""What runs the model many times: comparisons, runs, x-rays of real logs, verification, emergence."""
