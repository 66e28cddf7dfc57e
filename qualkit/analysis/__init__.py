"""Pure functions over what was coded: description, never a score."""
