"""Values that a text states outright: dates, intervals and ordinals, turned to numbers."""
