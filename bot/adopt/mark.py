"""A line in a file that tells who wrote it, and whether anybody has changed it since: only then may it be replaced."""

from __future__ import annotations

import hashlib
import re

_TEXT = "由 curate setup 写成；改过的文件它不再动"
_MARK = re.compile(rf"^(?:#|<!--) {_TEXT}（sha256:(?P<digest>[0-9a-f]{{16}})）(?: -->)?\n", re.MULTILINE)
# What others keep up to date is not a change: `curate forms` the options, Dependabot the commits.
_KEPT_BY_OTHERS = (
    re.compile(r"(?<=\n)( *# 以下选项由 curate forms 生成：\S+\n).*?(?= *# 生成的选项到此为止\n)", re.DOTALL),
    re.compile(r"(@)[0-9a-f]{40}(?:[ ]+#[^\n]*)?"),
    re.compile(r"((?:^|\n) *rev: )[^\n]*"),
)


def with_mark(text: str, *, page: bool = False) -> str:
    """The text with the mark before it: a comment of YAML, or of Markdown for a page."""
    begin, end = ("<!-- ", " -->") if page else ("# ", "")
    return f"{begin}{_TEXT}（sha256:{_digest(text)}）{end}\n{text}"


def is_marked(text: str) -> bool:
    return _MARK.match(text) is not None


def is_untouched(text: str) -> bool:
    """Whether we wrote it, and nobody else has."""
    found = _MARK.match(text)
    return found is not None and found["digest"] == _digest(text[found.end() :])


def _digest(text: str) -> str:
    for kept in _KEPT_BY_OTHERS:
        text = kept.sub(r"\1", text)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
