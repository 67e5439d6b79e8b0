"""The errors of the ETL, each a sentence for people.

EtlError
├── RefusedFile       one file or one member of an archive cannot be read; the rest goes on
├── BadReference      a file kept by people (register, corrections, settings) has a mistake
├── AlreadyRunning    another writer holds the lock
└── LostRecords       our own fault: records came in that are nowhere to be found
"""


class EtlError(Exception):
    """Base of everything the command line turns into one line of text."""


class RefusedFile(EtlError):
    """The file stays in landing; the text says why and what to do."""


class BadReference(EtlError):
    """File, line and what to change."""


class AlreadyRunning(EtlError):
    """A second writer is refused at once."""


class LostRecords(EtlError):
    """Records counted is not loaded + set aside + non-post + known: nothing of the file is kept."""


def is_interrupted(error: Exception) -> bool:
    """DuckDB turns a stop signal during a query into an error of its own."""
    return "interrupt" in str(error).casefold()
