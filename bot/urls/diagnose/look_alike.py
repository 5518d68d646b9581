"""Hosts that read as another one: foreign letters among Latin ones, or in their place, written out or in punycode."""

from __future__ import annotations

import re
import unicodedata

from bot.text.look_alikes import folded, looks_like
from bot.urls.diagnose.problem import UrlProblem
from bot.urls.hosts import KNOWN, WATCHED

_FOREIGN = re.compile(r"[\u0370-\u058f\u10a0-\u10ff\u13a0-\u13ff\u2c80-\u2cff\ua4d0-\ua4ff]")
# Where whole labels in those letters are at home: Chrome shows them there as they are.
_AT_HOME = "ru su ua by bg kz kg mn rs mk me uz tj gr cy am ge eu рф рус укр бел бг мкд срб қаз мон ελ ευ"
HOMES = frozenset(_AT_HOME.split())
# Letters that browsers take for Latin ones beyond Unicode's table.
_ALMOST = str.maketrans("\u0442\u043a\u043c\u043d\u0432\u044c\u03b1\u03c1\u03bd\u03b9\u03ba\u03c5", "tkmhbbapvikv")


def look_alike(name: str) -> UrlProblem | None:
    """What a host in Unicode or punycode reads as, where that is not what it is."""
    if name.isascii() and "xn--" not in name:
        return None
    labels = [_decoded(label) for label in name.rstrip(".").split(".")]
    shown, reads = ".".join(labels), ".".join(map(_reads, labels))
    imitated = next((host for host in sorted(KNOWN | WATCHED) if reads in {host, f"www.{host}"}), "")
    if (imitated and shown != imitated) or any(_passes(label, labels[-1]) for label in labels[:-1]):
        meant = f"，看上去像 {imitated or reads}" if reads.isascii() else ""
        letter = next((char for char in shown if not char.isascii()), "")
        told = f"（“{letter}”是 U+{ord(letter):04X}{meant}）" if letter else ""
        return UrlProblem(f"的域名“{name[:60]}”混用了形近的外文字母{told}", "请手工重新输入域名，当心仿冒网站")
    return None


def _decoded(label: str) -> str:
    """A label as it is shown: `xn--80ak6aa92e` stands for Cyrillic letters that read “apple”."""
    try:
        return label[4:].encode().decode("punycode") if label.startswith("xn--") else label
    except UnicodeError:
        return label


def _reads(label: str) -> str:
    """A label without accents, and with the Latin letters that its others look like."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", label) if not unicodedata.combining(char))
    return "".join(map(_letter, folded(plain))).lower()


def _letter(char: str) -> str:
    if char.isascii():
        return char
    like = looks_like(char)
    return like if like.isalpha() else char.translate(_ALMOST)


def _passes(label: str, top: str) -> bool:
    """Whether foreign letters stand among Latin ones, or all of them look Latin where none are at home."""
    if not _FOREIGN.search(label):
        return False
    return bool(re.search(r"[a-z]", label)) or (top not in HOMES and _reads(label).isascii())
