"""What the search screen shows, worked out without a screen."""
