"""Readers and writers of other programs' files, one format a module."""
