"""Documents read in batches, by whoever there is: this process, others on this machine, a cluster.

Sources become batches of documents (``planning``); what a worker makes of one (``reading``) is a file of
statements named by its content, the lines of the report, and failures. Who reads them is an executor
(``executors``, ``cluster``); what is done when a process dies of one stands in ``attempts``; what is done
already, in the ``ledger``. The graph that comes of it does not depend on any of that.
"""
