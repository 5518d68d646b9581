"""A README → a catalog and the template that makes the same page of it. `read.read_readme` is the way in."""
