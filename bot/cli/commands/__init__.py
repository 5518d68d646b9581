"""One command a file, each with a `command`; the file name is the command name."""
