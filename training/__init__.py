"""The recipe of the Dutch pipeline that travels in the package."""
