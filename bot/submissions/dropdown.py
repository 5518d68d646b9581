"""What was chosen in a dropdown: an edited issue holds no dropdown any more, only a line that anything can stand in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.submissions.form import FormField
from bot.text import zh
from bot.text.squeezed import squeezed

MOST = 20  # options that a sentence lists


def chosen(field: FormField, text: str) -> tuple[str | tuple[str, ...] | None, str]:
    """The option, or several of them, and what is wrong with the rest, "" for nothing."""
    if text in field.options:
        return ((text,) if field.multiple else text), ""
    if field.multiple and (several := _several(text, field.options)):
        return several, ""
    alike = [option for option in field.options if squeezed(option) == squeezed(text)]
    if len(alike) == 1:
        return ((alike[0],) if field.multiple else alike[0]), ""
    if field.multiple:
        pieces = _pieces(text)
        known = tuple(piece for piece in pieces if piece in field.options)
        strange = "、".join(piece for piece in pieces if piece not in field.options) if known else text
        return known or None, f"“{field.label}”里没有{zh.quote(strange)}这个选项；{how_to_choose(field, strange)}"
    if all(piece in field.options for piece in re.split(r"\s*[,，、;；]\s*", text)):
        return None, f"“{field.label}”只能选一项，写的是{zh.quote(text)}；{how_to_choose(field, only_one=True)}"
    return None, f"“{field.label}”里没有{zh.quote(text)}这个选项；{how_to_choose(field, text)}"


def how_to_choose(field: FormField, text: str = "", *, only_one: bool = False) -> str:
    """Which line to change, and to what."""
    line = f"请把“### {field.label}”下面的那一行改成"
    if only_one:
        return f"{line}其中最合适的一项"
    near = _near(text, field.options)
    others = [option for option in field.options if option not in near]
    listed = zh.join(f"“{option}”" for option in others[:MOST]) + ("等" if len(others) > MOST else "")
    if not near:
        return f"{line}其中之一：{listed}"
    nearest = "或".join(f"“{option}”" for option in near)
    return f"{line}最接近的{nearest}" + (f"，或者另选：{listed}" if listed else "")


def _near(text: str, options: Sequence[str]) -> list[str]:
    from difflib import get_close_matches  # noqa: PLC0415 - only needed for a mistake

    folded = {squeezed(option): option for option in options}
    wanted = squeezed(text)
    within = [option for form, option in folded.items() if len(wanted) > 1 and (wanted in form or form in wanted)]
    return within[:3] or [folded[form] for form in get_close_matches(wanted[:100], list(folded), 2, 0.5)]


def _pieces(text: str) -> list[str]:
    return [piece.strip() for piece in text.split(",")]


def _several(text: str, options: Sequence[str]) -> tuple[str, ...]:
    """`text` as options (which may hold commas) joined by ", ", longer ones first; () when it is not that."""
    longest_first = sorted(set(options), key=len, reverse=True)
    dead: set[int] = set()

    def from_(start: int) -> list[str] | None:
        if start in dead:
            return None
        for option in longest_first:
            end = start + len(option)
            if not text.startswith(option, start):
                continue
            if end == len(text):
                return [option]
            if text.startswith(", ", end) and (rest := from_(end + 2)) is not None:
                return [option, *rest]
        dead.add(start)
        return None

    if len(text) > sum(len(option) + 2 for option in longest_first):  # each can be chosen once: also bounds the depth
        return ()
    return tuple(dict.fromkeys(from_(0) or ()))
