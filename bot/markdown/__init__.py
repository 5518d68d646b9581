"""The only reader and writer of Markdown as GitHub shows it."""
