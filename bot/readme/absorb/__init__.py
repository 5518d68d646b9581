"""Taking a hand edit of README.md back into the catalog, in pure steps.

render.origin: which line of the generated page came from what → align: where those lines are in the edited page →
sections and prose: what became of each → take: the new catalog and template, proven to make the edited page.
"""
