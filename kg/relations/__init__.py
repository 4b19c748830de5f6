"""Relations: clauses read one after another, each verb led to its frame, with the words that state it."""
