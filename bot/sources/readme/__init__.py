"""A README → a catalog and the template that makes the same page of it. `read_readme` is the way in."""

from bot.sources.readme.read import Imported, read_readme

__all__ = ["Imported", "read_readme"]
