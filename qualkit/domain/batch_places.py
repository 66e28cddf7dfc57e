"""What a batch tells of each place where a phrase stands: one row of its file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SuggestedPlace:
    """One place of a phrase, as a row of the file of a batch; its fields are the columns.

    What the identifier rules hit is masked in `phrase`, `words` and `lemma`, so a row is read back
    by its place and never by its words.
    """

    rank: int
    """The phrase's place in the whole list, from 1; all rows of a phrase have the same."""
    phrase: str
    """Its most frequent form."""
    words: str
    """As written at this place."""
    lemma: str
    """What its forms are grouped by."""
    score: float
    """0 to 1; kept to four places behind the decimal sign."""
    reason: str
    """Why it is shown, in the language of the study."""
    source: str
    """`P3` in a project, the document's name otherwise."""
    label: str
    """The participant's printed label, where there is one."""
    line: int
    """From 1."""
    start: int
    """Code points, half-open, in the text with `text_sha256`."""
    end: int
    text_sha256: str
    """Of the version's text in UTF-8, in hexadecimal."""
    tier: str
    """How the pipeline came to be the one that ran."""
    pipeline: str
    version: str
    """Of the pipeline."""
    settings: str
    """First 12 signs of the fingerprint of language, pipeline and code that found the place."""
