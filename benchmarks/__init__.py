"""The budgets of the project, measured; `python -m benchmarks` runs them all."""
