"""Rules that find what could give somebody away; one family a module, Dutch first."""
