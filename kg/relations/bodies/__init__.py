"""Bodies, mechanisms and initiatives, and who belongs to them."""
