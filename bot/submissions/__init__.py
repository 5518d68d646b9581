"""A submission: from the issue form to the record, its review, and the comment and pull request it gets."""
