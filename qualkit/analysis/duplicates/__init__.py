"""Which sources may be of one visitor or one text, and why."""
