"""Text in, nouns out: what is read from catalog files, README pages and issue bodies."""
