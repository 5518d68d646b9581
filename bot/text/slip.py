"""Whether one word is another one, mistyped."""

from __future__ import annotations

from itertools import takewhile


def is_one_slip(word: str, meant: str) -> bool:
    """Whether one letter was dropped, added or changed, or two neighbours were swapped. Equal words are no slip.

    >>> is_one_slip("gihub", "github"), is_one_slip("gitbuh", "github")
    (True, False)
    """
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word, meant, strict=False)))
    ours, theirs = word[same:], meant[same:]
    if ours == theirs:
        return False
    swapped = ours[:2] == theirs[1::-1] and ours[2:] == theirs[2:]
    return swapped or theirs[1:] in {ours, ours[1:]} or theirs == ours[1:]
