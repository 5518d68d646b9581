"""The command line: one command a file, exit codes, the terminal."""
