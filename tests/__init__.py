"""The tests; a package, so that no other `tests` that is installed comes before it."""
