"""One command per file, each with a `command`."""
