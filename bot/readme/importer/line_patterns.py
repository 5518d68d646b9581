"""The pattern behind an entry of one line: `* **[Name](url)** — text` → `* **[{name}]({url})** — {description}`."""

from __future__ import annotations

import re

_LINE = re.compile(
    r"(?P<before>[ \t]*(?:(?:[-+*]|\d+[.)])[ \t]+|\|[ \t]*)?(?:\*\*|__|\*|_)?)"
    r"\[(?P<label>(?:[^\[\]\\]|\\.)+)\]\((?P<url><[^<>]+>|[^\s<>]+?)\)"
    r"(?P<between>(?:\*\*|__|\*|_)?[ \t]*[-–—:：|,，~]*[ \t]*)"
    r"(?P<description>\S.*?)??(?P<after>[ \t]*\|)?"
)


def pattern(text: str) -> tuple[str, str]:
    """The pattern of an entry's text and the description in it; two empty strings where it has none."""
    line = _LINE.fullmatch(text) if "\n" not in text and "](" in text else None
    if not line or "{" in line["before"] + line["between"]:
        return "", ""
    after = line["after"] or ""
    return f"{line['before']}[{{name}}]({{url}}){line['between']}{{description}}{after}", line["description"] or ""
