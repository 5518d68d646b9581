"""Letters of other alphabets that look Latin, as Unicode's confusables (UTS #39) have them, and words mixed of both.

Chinese, kana and hangul stand beside Latin letters in any list. A Greek letter before or behind a Latin word is a
symbol (β-VAE, μTransfer); in the middle, or where it cannot be told from a Latin one, it is none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

# Alphabets that are neither Latin nor at home beside it: Greek to Georgian, Cherokee, Coptic, Lisu and their like.
_FOREIGN = r"\u0370-\u07ff\u10a0-\u10ff\u13a0-\u167f\u1c80-\u1cbf\u2c80-\u2d2f\ua4d0-\ua69f\uab70-\uabbf"
ANY = re.compile(rf"[{_FOREIGN}\u0261\u2024-\u2044\u2215\u3002]")
_UNIT = re.compile(rf"[0-9A-Za-z\u00c0-\u024f{_FOREIGN}]+")
_SIGNS = re.compile(r"(?<=[a-z0-9]) ?([./:]+) ?(?=[a-z0-9])", re.IGNORECASE)
_RUN = re.compile(rf"[{_FOREIGN}]+")
_LATIN = re.compile(r"[A-Za-z]")
_DIGIT = re.compile(r"[0-9]")
_SYMBOLS = frozenset(map(chr, range(0x3B1, 0x3CA))) - {"\u03bf"}  # α to ω without the omicron, which is nobody's
MORE = {"\u04cf": "l"}  # the palochka: an i by UTS #39, an l in every font
SCRIPTS = {
    "CYRILLIC": "西里尔字母",
    "GREEK": "希腊字母",
    "ARMENIAN": "亚美尼亚字母",
    "GEORGIAN": "格鲁吉亚字母",
    "CHEROKEE": "切罗基字母",
    "COPTIC": "科普特字母",
    "HEBREW": "希伯来字母",
    "ARABIC": "阿拉伯字母",
    "LISU": "傈僳文字母",
}


class Mixed(NamedTuple):
    """A letter `char` at `at` that looks like `like`, in the `word` that reads `plain` with Latin letters alone.

    `name` is whether it may be a word of its own, written together with a Latin one.
    """

    at: int
    char: str
    like: str
    word: str
    plain: str
    name: bool

    @property
    def code(self) -> str:
        return f"U+{ord(self.char):04X}"

    @property
    def script(self) -> str:
        """Its alphabet, in Chinese where it has a common name there."""
        word = unicodedata.name(self.char, "").partition(" ")[0]
        return SCRIPTS.get(word, f"{word.title()} 字母")


@lru_cache(maxsize=1 << 12)
def looks_like(char: str) -> str:
    """The ASCII letter, digit or sign that cannot be told from the character; empty where there is none."""
    from confusable_homoglyphs.confusables import confusables_data  # noqa: PLC0415 - a megabyte that most runs need not

    found = (one["c"] for one in confusables_data.get(char, ()))
    return MORE.get(char) or next(
        (like for like in found if len(like) == 1 and like.isascii() and like.isprintable()), ""
    )


def mixed(text: str) -> Iterator[Mixed]:
    """The first letter of each run of letters that makes a Latin word read as another one."""
    if not ANY.search(text):
        return
    latin = bool(_LATIN.search(text))
    for unit in _UNIT.finditer(text):
        plain = latinised(unit[0])
        for run in _RUN.finditer(unit[0]) if plain != unit[0] else ():
            if _misleads(unit[0], run, latin=latin):
                at, char = unit.start() + run.start(), run[0][0]
                apart = len(run[0]) > 1 and (run.start() == 0 or run.end() == len(unit[0]))
                yield Mixed(at, char, looks_like(char), unit[0], plain, apart)


def _misleads(unit: str, run: re.Match[str], *, latin: bool) -> bool:
    """Whether a run of foreign letters in a word, all of which look Latin, passes for a part of that word."""
    if not _LATIN.search(unit) and not (latin and _DIGIT.search(unit) and run[0].isupper()):
        return False
    edge = run.start() == 0 or run.end() == len(unit)
    if len(run[0]) == 1 and edge and run[0] in _SYMBOLS:
        return False
    return all(map(_is_like, run[0]))


def _is_like(char: str) -> bool:
    return looks_like(char).isalpha()


def latinised(word: str) -> str:
    """The word with every letter that looks Latin replaced by the one it looks like."""
    return _RUN.sub(lambda run: "".join(looks_like(char) if _is_like(char) else char for char in run[0]), word)


def folded(text: str) -> str:
    """The text with words that read as Latin ones written as such, to compare names by: `аррӏе` is `apple`.

    >>> folded("ChatGL\u041c2"), folded("Привет"), folded("β-VAE")
    ('ChatGLM2', 'Привет', 'β-VAE')
    """
    if not ANY.search(text):
        return text
    latin = bool(_LATIN.search(text))
    return _UNIT.sub(lambda unit: _folded_unit(unit[0], latin=latin), text)


def _folded_unit(unit: str, *, latin: bool) -> str:
    runs = list(_RUN.finditer(unit))
    if not runs:
        return unit
    whole = len(unit) > 1 and not _LATIN.search(unit) and all(_is_like(char) for run in runs for char in run[0])
    return latinised(unit) if whole or any(_misleads(unit, run, latin=latin) for run in runs) else unit


def as_address(text: str) -> str:
    """A text as it reads: every letter and sign that looks like an ASCII one replaced by it, no blanks around signs."""
    shown = text
    if not text.isascii():
        shown = unicodedata.normalize("NFKC", text).replace("。", ".")
        shown = "".join(char if char.isascii() or _is_wide(char) else looks_like(char) or char for char in shown)
    return _SIGNS.sub(r"\1", shown) if " " in shown else shown


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) == "W"
