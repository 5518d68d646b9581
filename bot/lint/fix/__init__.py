"""Which edits a machine can be sure of: findings → edits, and the proof that an edit did only what it says."""
