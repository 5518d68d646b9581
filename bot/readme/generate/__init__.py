"""Catalog and README.template.md in, README.md out."""
