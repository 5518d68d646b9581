"""Taking a hand edit of README.md back into the catalog, in pure steps.

source_map.traced: which line of the generated page came from what → diff.hunks: what differs in the edited page →
edited_page.taken_apart: its entries, and whose they are → draft.drafted: the new catalog → agreement.apart: proof that
it makes the edited page.
"""
