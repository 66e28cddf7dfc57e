"""The program in a terminal: screens and keys over the services."""
