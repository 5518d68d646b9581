"""Nouns in, text out: pages, records, findings, comments. Nothing here reads or writes a file."""
