"""The nouns of qualitative analysis and the rules that need no input or output."""
