"""The plain YAML that curate itself writes, read line by line into the tree that `yaml_tree` would build.

Several times faster than building the events of a YAML parser, and a catalog is mostly such files. Whatever is
not beyond doubt (another indentation, a comment further down, an escape, a flow list …) gives None: the parser
decides then, and finds the mistakes. Tests hold the two against each other.
"""

from __future__ import annotations

import re

from bot.catalog.yaml_tree import Mapping, Scalar, Sequence

# A plain value begins with a letter, a digit, a slash or what is not ASCII, and holds nothing that could start or
# end another YAML construct. Sets are given as what they leave out: naming the Chinese ranges takes milliseconds
# to compile. Possessive, so that a long run is never tried in parts.
_FIRST = r"[^\x00-.:-@\[-^`{-\x7f]"
_REST = r"[^\x00-\x20#$:<>\[-^`{}\x7f]"
_LINE = re.compile(
    rf"( *)(- )?(?:([A-Za-z][0-9A-Za-z_-]{{0,60}}):(?: |(?=\n)))?"
    rf"(?:({_FIRST}(?:{_REST}++| (?![#\s])|:(?=[^\s]))*(?<![ :]))|\"([^\"\\\n]*)\"|(\|-?))?\n"
)
_COMMENTS = re.compile(r"(?:#[^\n]*\n)*")
_BLOCK = {deep: rf" {{{deep}}}[^\s][^\n]*\n(?:\n| {{{deep}}}[^\n]*\n)*" for deep in range(2, 14, 2)}


DEEPEST = 12
Within = list[tuple[int, Mapping | Sequence]]  # the containers not yet closed, each with its indentation


class Doubt(Exception):
    """Not an error: a file that the parser has to look at."""


def read_plain(data: bytes) -> Mapping | None:
    """The tree of a file whose top is a mapping, positions and all; None where a YAML parser has to look."""
    try:
        text = data.decode()
        return _tree(text) if text[-1:] == "\n" and text.replace("\n", "").isprintable() else None
    except (UnicodeDecodeError, Doubt):
        return None


def _tree(text: str) -> Mapping:
    """Line by line: `- key: value`, each part of which may be missing."""
    comments = _COMMENTS.match(text)
    at = comments.end() if comments else 0
    line = text.count("\n", 0, at) + 1
    top = Mapping([], line, 1)
    within: Within = [(0, top)]
    key: Scalar | None = None
    while at < len(text):
        found = _LINE.match(text, at)
        if found is None or not (found[2] or found[3]):
            raise Doubt
        spaces, dash, name, *values = found.groups()
        holder, indent = within[-1][1], len(spaces)
        if key is not None or indent != within[-1][0]:
            holder = _holder(within, key, indent, line, dash)
        if dash and name:
            holder = _item(within, holder, line)
        column = indent + (3 if dash else 1)
        key = Scalar(name, line, column, True) if name else None
        start, at = at, found.end()
        if value := _value(values, line, column + (len(name) + 2 if name else 0)):
            if values[2]:
                body, at = _block(text, at, values[2], within[-1][0] + 2)
                value = value._replace(value=body)
            _put(holder, key, value)
            key = None
        elif key is None:
            raise Doubt
        line += text.count("\n", start, at) if values[2] else 1
    if key is not None or not top.pairs:
        raise Doubt
    return top


def _value(found: list[str | None], line: int, column: int) -> Scalar | None:
    plain, quoted, block = found
    if plain is not None:
        return Scalar(plain, line, column, True)
    text = quoted if quoted is not None else block
    return None if text is None else Scalar(text, line, column, False)


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
    found = re.compile(_BLOCK[indent]).match(text, at) if indent in _BLOCK else None
    if found is None or " \n" in found[0]:
        raise Doubt
    body = found[0][indent:].replace("\n" + " " * indent, "\n").rstrip("\n")
    return body + "\n" if mark == "|" else body, found.end()
