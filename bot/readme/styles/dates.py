"""A date in the form a page has it: `{（更新于updated:YYYY年M月D日）}`."""

from __future__ import annotations

import re
from datetime import date

_WRITTEN = re.compile(
    r"(?P<before>(?:[\u3400-\u9fff]|[^\w{}])*)(?P<year>(?:19|20)\d\d)(?P<one>[^\w{}]+|\s?年\s?)(?P<month>\d{1,2})"
    r"(?P<two>[^\w{}]+|\s?月\s?)(?P<day>\d{1,2})(?P<last>\s?日)?(?P<after>(?:[^\w{}]|[\u3400-\u9fff])*)"
)
_PARTS = re.compile("YYYY|MM?|DD?")


def date_slot(text: str, day: date) -> str:
    """The slot that shows `day` as `text` has it; empty where the text says more than a date in brackets."""
    found = _WRITTEN.fullmatch(text)
    if not found or (day.year, day.month, day.day) != tuple(int(found[key]) for key in ("year", "month", "day")):
        return ""
    padded = "年" not in found["one"] or found["month"].startswith("0") or found["day"].startswith("0")
    form = f"YYYY{found['one']}{'MM' if padded else 'M'}{found['two']}{'DD' if padded else 'D'}{found['last'] or ''}"
    form = form if shown(day, form) in text else re.sub("MM|DD", lambda part: part[0][0], form)
    return f"{{{found['before']}updated:{form}{found['after']}}}" if shown(day, form) in text else ""


def shown(day: date, form: str) -> str:
    """`YYYY年M月D日` → `2023年9月1日`; twice the letter for two digits. Without a form as ISO has it."""
    values = {
        "YYYY": f"{day.year:04}",
        "M": str(day.month),
        "MM": f"{day.month:02}",
        "D": str(day.day),
        "DD": f"{day.day:02}",
    }
    return _PARTS.sub(lambda part: values[part[0]], form) if form else day.isoformat()


def reading(form: str) -> str:
    """A regular expression for what `shown` gives."""
    digits = {"YYYY": r"\d{4}", "M": r"\d{1,2}", "MM": r"\d\d", "D": r"\d{1,2}", "DD": r"\d\d"}
    parts = re.split(f"({_PARTS.pattern})", form or "YYYY-MM-DD")
    return "".join(digits.get(part, re.escape(part)) for part in parts)


def read(text: str) -> date | None:
    """Raises ValueError for a day there is not."""
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    return date(*numbers) if len(numbers) == 3 else None
