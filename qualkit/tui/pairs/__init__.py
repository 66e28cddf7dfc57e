"""Two sources side by side on the screen: laid out and walked through, without a terminal."""
