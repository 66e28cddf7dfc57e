"""What can go wrong in a way a person can act on.

Every error carries one clear sentence and, where there is one, a hint on what to do next. They are
caught in the two front ends only; nothing here is raised for a bug of ours.
"""


class QualkitError(Exception):
    """Something the person asked for could not be done."""

    def __init__(self, message: str, hint: str = "") -> None:
        """Keep the sentence and the hint."""
        super().__init__(message)
        self.message = message
        """One sentence: what happened."""
        self.hint = hint
        """What to do next; may be empty."""

    @property
    def told(self) -> str:
        """The sentence, and the hint on a line below it."""
        return f"{self.message}\n{self.hint}".strip()


class NotFoundError(QualkitError):
    """A source, code, theme … that was named does not exist."""


class AmbiguousNameError(QualkitError):
    """A name fits more than one thing."""


class InvalidInputError(QualkitError):
    """A value that was given cannot be used."""


class NameTakenError(QualkitError):
    """The name is already used where it has to be unique."""


class BatchFailedError(QualkitError):
    """No text of a batch can be read."""


class ProjectMissingError(QualkitError):
    """There is no project in the folder."""


class ProjectExistsError(QualkitError):
    """The folder already holds a project."""


class ProjectTooNewError(QualkitError):
    """The project was written by a newer qualkit."""


class ProjectDamagedError(QualkitError):
    """The project database cannot be read."""


class ProjectBusyError(QualkitError):
    """Another program is writing to the project and did not finish in time."""


class ProjectNotWritableError(QualkitError):
    """The project cannot be written: no right to, no space left, or a failing disk."""


class UnreadableFileError(QualkitError):
    """A file from outside could not be read as the format it claims to be."""


class UndoConflictError(QualkitError):
    """A step cannot be taken back because what it changed has changed again."""


class NothingToUndoError(QualkitError):
    """The history holds no step to take back or to do again."""


class SourceNotReadError(QualkitError):
    """A suggestion would be taken over in a source that nobody has read yet."""


class QuoteNotFaithfulError(QualkitError):
    """A quote would be printed that is not word for word in its source."""


class QuoteNotAllowedError(QualkitError):
    """A quote would be printed that was agreed not to be, or not so."""


class MosaicNotSeenError(QualkitError):
    """Nobody has looked at everything that an export would print under one label."""


class KeyFileError(QualkitError):
    """The key file cannot be read, or does not open with the passphrase."""


class PipelineMissingError(QualkitError):
    """The spaCy pipeline that was asked for is not installed or does not fit."""


class TemplateBrokenError(QualkitError):
    """A template of a report cannot be read, or asks for what is not there."""


class ClusterError(QualkitError):
    """A cluster cannot be reached, or its workers cannot do the work."""


class WorkersFailError(QualkitError):
    """The workers of a batch fail, whatever they are given to read."""
