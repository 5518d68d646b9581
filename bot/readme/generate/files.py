"""The files that are made from a catalog: README.md and the schema of a record."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from bot.catalog.arrange import SCHEMA_FILE
from bot.catalog.model import Catalog
from bot.catalog.schema import schema_text
from bot.readme.generate.page import readme

README = "README.md"
GENERATED = (README, SCHEMA_FILE)


def generated(catalog: Catalog, template: str) -> Mapping[str, str]:
    """Path → text of every file that is made from the catalog. Raises BadTemplate."""
    return {README: readme(catalog, template), SCHEMA_FILE: _schema()}


_schema = cache(schema_text)
