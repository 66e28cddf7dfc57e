"""What the reading screen needs beside its widgets."""
