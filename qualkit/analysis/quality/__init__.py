"""Observations for the quality conversation: facts with a question, one module a family of points.

Pure functions over `facts`; none gives a total or says that anything is good or bad.
"""
