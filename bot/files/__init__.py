"""The working tree: the only package that opens, writes or lists files."""
