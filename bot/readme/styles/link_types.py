"""What kind of page an address is of, as far as the address says."""

from __future__ import annotations

import re

_TYPES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"//(?:www\.)?(?:github|gitlab|gitee)\.com/[^/]+/[^/]+/?$"), "repository"),
    (re.compile(r"//(?:www\.)?(?:github|gitlab|gitee)\.com/[^/]+/[^/]+/(?:-/)?tree/"), "directory"),
    (re.compile(r"//(?:www\.)?(?:github|gitlab|gitee)\.com/[^/]+/[^/]+/(?:-/)?blob/"), "file"),
    (re.compile(r"//(?:www\.)?github\.com/[^/]+/?$"), "organisation"),
    (re.compile(r"//(?:huggingface\.co|hf\.co)/datasets/"), "dataset"),
    (re.compile(r"//(?:huggingface\.co|hf\.co)/spaces/"), "space"),
    (re.compile(r"//(?:huggingface\.co|hf\.co)/(?:docs|blog|papers|chat)\b"), "docs"),
    (re.compile(r"//(?:huggingface\.co|hf\.co)/[^/]+/[^/]+"), "model"),
    (re.compile(r"//(?:huggingface\.co|hf\.co)/[^/]+/?$"), "organisation"),
    (re.compile(r"//(?:www\.)?(?:arxiv\.org|aclanthology\.org|openreview\.net|doi\.org)/|\.pdf$"), "paper"),
)

_LONGEST = 120


def url_name(url: str) -> str:
    """What an address is called where nothing else names it: the last part of its path, or its host."""
    path = [part for part in re.split(r"[?#]", url, maxsplit=1)[0].split("/") if part]
    return path[-1].removesuffix(".git").removesuffix(".html")[:_LONGEST] if path else ""


def link_type(url: str) -> str:
    return next((kind for pattern, kind in _TYPES if pattern.search(url)), "homepage")
