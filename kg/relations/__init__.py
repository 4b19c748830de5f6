"""What the clauses of a document state, read into relations.

``pages`` and ``titles`` tell what a page is and what stands over it, ``matters`` where a text holds several;
``reader`` goes through it clause by clause and leads each verb to its frame, in ``meetings`` or in ``acts``;
``sentence`` has what a frame stands on, the state of reading (``sentence.reading``) among it.
"""
