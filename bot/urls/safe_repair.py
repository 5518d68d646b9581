"""Which repairs of a URL nobody could dispute.

Held against what maintainers made of such links: every address that passes was the one they wrote. What does not
pass: another letter in the host (a guess, however likely), a scheme for a site that may have only the other one, a
stop cut off a query or a fragment, words cut off an address (somebody's text), Chinese after a blank (a title, maybe).
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import unquote

from bot.urls.diagnose import url_problem
from bot.urls.hosts import KNOWN
from bot.urls.shape import host_name

_SCHEME = re.compile(r"([a-z]{2,9})[ ]*[:;.,\uff1a]*[ ]*[/\uff0f\\]+|(https?)[:\uff1a]+", re.IGNORECASE)
_BEFORE = re.compile(r"[^\w/]+")
_CLONE = re.compile(r"^(?:ssh://|git://|git\+https?://|git\+ssh://)?git@|\.git$")
_NAMED = re.compile(r"https?://(?:[a-z0-9-]+\.)+[a-z]", re.IGNORECASE)
_ENCODED = re.compile(r"^(https?)%3a%2f%2f", re.IGNORECASE)
_ENDS = ",;:.!?*'"


def is_safe(url: str, repaired: str) -> bool:
    """Whether `repaired` is `url` without a slip in its form: same scheme, same letters, nothing left to mend."""
    schemes, rest = _taken_apart(_ENCODED.sub(r"\1://", url))
    if not _NAMED.match(repaired) or url_problem(repaired) is not None or _cut_in_query(url, repaired):
        return False
    if re.search(r"\S\s+\S", url) and not repaired.isascii():
        return False
    wanted = "https" if repaired[:5].lower() == "https" else "http"
    if any(scheme != wanted for scheme in schemes) or (not schemes and host_name(repaired) not in KNOWN):
        return False
    return same_letters(rest, _taken_apart(repaired)[1])


def same_letters(one: str, other: str) -> bool:
    """Whether two addresses or anchors differ in their marks and blanks only."""
    return bool(_letters(one)) and _letters(one) == _letters(other)


def _taken_apart(url: str) -> tuple[list[str], str]:
    """Every scheme a URL begins with, as far as it can be told, and what follows."""
    schemes = []
    rest = _BEFORE.sub("", url, count=1) if _BEFORE.match(url) else url
    if _CLONE.match(rest):
        return ["https"], _CLONE.sub("", rest)
    while (match := _SCHEME.match(rest)) and (scheme := _meant((match[1] or match[2]).lower())):
        schemes.append(scheme)
        rest = rest[match.end() :]
    return schemes, rest


def _meant(word: str) -> str:
    """`http` or `https`; empty where the word is neither, written badly or well: "ithttps" may begin with a word."""
    if len(word) < 3 or not set("t") <= set(word) <= set("https"):
        return ""
    return "https" if "s" in word else "http" if "p" in word else ""


def _letters(text: str) -> str:
    """What carries meaning in an address: letters and digits, whatever their width; case is left alone."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", unquote(text.replace("&amp;", "&"))))


def _cut_in_query(url: str, repaired: str) -> bool:
    """A mark at the end of a query or a fragment may belong to it."""
    inside = "?" in repaired or "#" in repaired
    return inside and url[-1:] in _ENDS and url[-1:] != repaired[-1:]
