"""How good suggestions are: recall of phrases that a person marked, beside other methods."""
