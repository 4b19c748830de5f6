"""What holds across documents, worked out from batches of document graphs on disk.

A batch is a file of N-Quads, sorted and named by the digest of what is in it. Whoever read the documents
writes batches, in whatever number and on whatever machine; :func:`gather` makes of them one graph, with
the graphs that stand beyond documents, and the same bytes come out however the documents were parted.
"""

from kg.across.batch import Batch, open_batch, packed, unpacked, write_batch
from kg.across.gathering import Totals, gather, graph_quads

__all__ = [
    "Batch",
    "Totals",
    "gather",
    "graph_quads",
    "open_batch",
    "packed",
    "unpacked",
    "write_batch",
]
