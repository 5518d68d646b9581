"""When are two links, two names, the same thing? Pure strings; nothing here knows a record.

`link_key` answers for links in three steps (same page, same project, same owner), `name_key` for names.
"""

from __future__ import annotations

from bot.identity.links import LinkKey, canonical_url, link_key
from bot.identity.names import NameKey, name_key, same_name, simplify

__all__ = ["LinkKey", "NameKey", "canonical_url", "link_key", "name_key", "same_name", "simplify"]
