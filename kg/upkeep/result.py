"""What was done to a store."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # The report of a batch loads with the batch.
    from kg.failures import Failure


@dataclass(frozen=True, slots=True)
class UpkeepResult:
    """What was done to a store; names of documents, in order.

    ``unchanged`` are those that the store had just so, ``kept`` those whose file could not be opened and of
    which the store holds what it held. ``documents`` is how many documents it holds now. ``elsewhere``
    counts documents that did not come from the synced folder: from other folders, or through ``add``.
    """

    documents: int
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()
    elsewhere: int = 0

    @property
    def failed(self) -> tuple[Failure, ...]:
        """The failures that count: all but the files that were passed over."""
        return tuple(failure for failure in self.failures if not failure.skipped)

    @property
    def ok(self) -> bool:
        """Whether nothing failed."""
        return not self.failed
