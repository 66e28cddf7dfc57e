"""How the board is drawn and walked over: pure parts, without a running program."""
