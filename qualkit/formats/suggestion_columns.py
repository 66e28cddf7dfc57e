"""The columns of a file of suggestions, which a batch writes and the queue reads back."""

COLUMNS = (
    "rank",
    "phrase",
    "words",
    "lemma",
    "score",
    "reason",
    "source",
    "label",
    "line",
    "start",
    "end",
    "text_sha256",
    "tier",
    "pipeline",
    "version",
    "settings",
)
"""One row a place, the same names in every language and format; see docs/file-formats.md."""
