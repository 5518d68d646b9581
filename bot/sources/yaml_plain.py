"""The plain YAML that curate itself writes, read line by line into the tree that `yaml_tree` would build.

Several times faster than building the events of a YAML parser, and a catalog is mostly such files. Whatever is
not beyond doubt (another indentation, a comment further down, an escape, a flow list …) gives None: the parser
decides then, and finds the mistakes. Tests hold the two against each other.
"""

from __future__ import annotations

import re

from bot.sources.yaml_tree import Mapping, Scalar, Sequence

# Letters, digits, CJK and harmless punctuation; never a character that starts or ends another YAML construct.
# CJK: U+3001-U+303F, ideographs, full-width forms; “”‘’…—·(U+00B7) too.
_WORD = r"0-9A-Za-z_\u00b7\u2014\u2018-\u201d\u2026\u3001-\u303f\u3400-\u9fff\uff01-\uff5e"
# Possessive, so that a long run of them is never tried in parts.
PLAIN = rf"[{_WORD}/](?:[{_WORD}()+,./@%=&?~;'\"*!|-]++| (?![#\s])|:(?=[^\s]))*(?<![ :])"
_LINE = re.compile(
    rf"( *)(- )?(?:([A-Za-z][0-9A-Za-z_-]{{0,60}}):(?: |(?=\n)))?(?:({PLAIN})|\"([^\"\\\n]*)\"|(\|-?))?\n"
)
_ODD = re.compile("[^\n -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_COMMENTS = re.compile(r"(?:#[^\n]*\n)*")
_BLOCK = {deep: re.compile(rf" {{{deep}}}[^\s][^\n]*\n(?:\n| {{{deep}}}[^\n]*\n)*") for deep in range(2, 14, 2)}


DEEPEST = 12
Within = list[tuple[int, Mapping | Sequence]]  # the containers not yet closed, each with its indentation


class Doubt(Exception):
    """Not an error: a file that the parser has to look at."""


def read_plain(data: bytes) -> Mapping | None:
    """The tree of a file whose top is a mapping, positions and all; None where a YAML parser has to look."""
    try:
        text = data.decode()
        return None if _ODD.search(text) or not text.endswith("\n") else _tree(text)
    except (UnicodeDecodeError, Doubt):
        return None


def _tree(text: str) -> Mapping:
    """Line by line: `- key: value`, each part of which may be missing."""
    comments = _COMMENTS.match(text)
    at = comments.end() if comments else 0
    line = text.count("\n", 0, at) + 1
    within: Within = [(0, Mapping([], line, 1))]
    top = within[0][1]
    key: Scalar | None = None
    while at < len(text):
        found = _LINE.match(text, at)
        if found is None or not (found[2] or found[3]):
            raise Doubt
        spaces, dash, name, plain, quoted, block = found.groups()
        holder = _holder(within, key, len(spaces), line, dash)
        if dash and name:
            holder = _item(within, holder, line)
        key = Scalar(name, line, found.start(3) - at + 1, True) if name else None
        value, start, at = None, at, found.end()
        if plain is not None:
            value = Scalar(plain, line, found.start(4) - start + 1, True)
        elif quoted is not None:
            value = Scalar(quoted, line, found.start(5) - start, False)
        elif block is not None:
            body, at = _block(text, at, block, within[-1][0] + 2)
            value = Scalar(body, line, found.start(6) - start + 1, False)
        if value is not None:
            _put(holder, key, value)
            key = None
        elif key is None:
            raise Doubt
        line += 1 if block is None else text.count("\n", start, at)
    if key is not None or not isinstance(top, Mapping) or not top.pairs:
        raise Doubt
    return top


def _holder(within: Within, key: Scalar | None, indent: int, line: int, dash: str | None) -> Mapping | Sequence:
    """The container this line belongs to: a new one below a key that waits for its value, or the one it returns to."""
    if key is not None:
        deep, holder = within[-1]
        if indent != deep + 2 or len(within) > DEEPEST or not isinstance(holder, Mapping):
            raise Doubt
        made = (Sequence if dash else Mapping)([], line, indent + 1)
        holder.pairs.append((key, made))
        within.append((indent, made))
        return made
    while within[-1][0] > indent:
        within.pop()
    if within[-1][0] != indent:
        raise Doubt
    return within[-1][1]


def _item(within: Within, holder: Mapping | Sequence, line: int) -> Mapping:
    """A mapping that begins after a dash."""
    if not isinstance(holder, Sequence):
        raise Doubt
    indent = within[-1][0] + 2
    made = Mapping([], line, indent + 1)
    holder.items.append(made)
    within.append((indent, made))
    return made


def _put(holder: Mapping | Sequence, key: Scalar | None, value: Scalar) -> None:
    if key is not None and isinstance(holder, Mapping):
        holder.pairs.append((key, value))
    elif key is None and isinstance(holder, Sequence):
        holder.items.append(value)
    else:
        raise Doubt


def _block(text: str, at: int, mark: str, indent: int) -> tuple[str, int]:
    """The text of a literal block, with its last line's end (`|`) or without (`|-`), and where the block ends."""
    found = _BLOCK[indent].match(text, at) if indent in _BLOCK else None
    if found is None or " \n" in found[0]:
        raise Doubt
    body = found[0][indent:].replace("\n" + " " * indent, "\n").rstrip("\n")
    return body + "\n" if mark == "|" else body, found.end()
