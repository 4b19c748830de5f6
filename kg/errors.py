"""The error tree: everything Thut raises on purpose descends from :class:`KgError`.

A message says what went wrong, where (document, span, file), the offending value and the way out.
"""

from __future__ import annotations


class KgError(Exception):
    """Any error that Thut raises on purpose; catch this one to catch them all.

    ``thai`` is the message for who reads Thai, where what one types on a page can cause the error.
    """

    def __init__(self, message: str = "", thai: str = "") -> None:
        super().__init__(message)
        self.thai = thai


class SourceError(KgError):
    """A source cannot be found, opened or listed."""


class DocumentError(KgError):
    """One document cannot be read: undecodable, empty, binary, too large, in another language."""


class ForeignDocumentError(DocumentError):
    """A document is in another language; among others in a folder or an archive it is passed over."""


class OverdueError(DocumentError):
    """A document takes longer to read than one document may."""


class WorkerError(KgError):
    """A process that reads documents ends again and again, or cannot be reached or started."""


class LexiconError(KgError):
    """A lexicon file or a table does not say what its reader needs."""


class AlignmentError(KgError):
    """A string that an engine gave back does not stand in the text where it should."""


class ComponentError(KgError):
    """A component is unknown, registered twice, or does not keep its contract."""


class GraphError(KgError):
    """A graph cannot be read or written, or lacks what a command needs."""


class StoreError(GraphError):
    """A store on disk is missing, taken by another writer, broken, or made by another version."""


class FormatError(GraphError):
    """A file suffix or a format name is unknown."""


class MergeError(KgError):
    """A decision on what is the same cannot be read, or contradicts another."""


class QueryError(KgError):
    """A SPARQL query is malformed, unknown, or asks for what is refused."""


class ValidationError(KgError):
    """A graph breaks a shape, or quotes words that do not stand in its document."""


class ServeError(KgError):
    """The server cannot listen where it should."""


class UsageError(KgError):
    """The command line, or the call of a function, asks for what cannot be done."""
