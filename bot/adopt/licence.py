"""Which licence a LICENSE file holds, as people call it."""

from __future__ import annotations

import re
from collections.abc import Mapping

FILES = ("LICENSE", "LICENSE.md", "LICENSE.txt", "license", "License", "LICENCE", "COPYING", "LICENSE-CC0")
_KNOWN: Mapping[str, str] = {
    r"CC0 1\.0 Universal|Creative Commons Legal Code\s+CC0": "CC0 1.0",
    r"Attribution-ShareAlike 4\.0": "CC BY-SA 4.0",
    r"Attribution-NonCommercial-ShareAlike 4\.0": "CC BY-NC-SA 4.0",
    r"Attribution-NonCommercial 4\.0": "CC BY-NC 4.0",
    r"Attribution 4\.0": "CC BY 4.0",
    r"Apache License\s+Version 2\.0": "Apache 2.0",
    r"GNU GENERAL PUBLIC LICENSE\s+Version 3": "GPL 3.0",
    r"GNU GENERAL PUBLIC LICENSE\s+Version 2": "GPL 2.0",
    r"This is free and unencumbered software released into the public domain": "Unlicense",
    r"Permission is hereby granted, free of charge, to any person": "MIT",
}
_HEAD = 2000  # characters


def licence_of(text: str) -> str:
    """Empty for one that is not known."""
    head = text[:_HEAD]
    return next((name for pattern, name in _KNOWN.items() if re.search(pattern, head)), "")
