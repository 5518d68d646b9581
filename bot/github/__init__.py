"""What is on GitHub, and what should be: a Snapshot is read, a Decision is carried out."""
