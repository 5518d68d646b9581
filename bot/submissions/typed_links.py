"""The addresses in what somebody typed, and the words beside them."""

from __future__ import annotations

import re

from bot.urls.normalise import link_key

_START = r"(?<![/=:?&#%])(?:https?[:：]//|(?<![A-Za-z])https?//)"  # after those, an address carries another on purpose
_URL = re.compile(rf"{_START}(?:(?!{_START})\S)+", re.IGNORECASE)
_WORDS = re.compile(r"[^\s，、；]+")
_MARKDOWN = re.compile(r"!?\[([^\[\]]*)\]\(\s*<?((?:[^()<>\s]|\([^()<>\s]*\))+)>?\s*\)")
_ANGLED = re.compile(r"<\s*(https?[:：]//[^<>\s]+)\s*>", re.IGNORECASE)
_JOINING = " \t:：,，、;；—-*•"
_AROUND = _JOINING + "()（）<>"
_OPENING, _CLOSING = re.compile("[(（<]"), re.compile("[)）>]")
_EMPTY = re.compile(r"[(（<]\s*[)）>]")
_BRACKETED = re.compile(r"[(（<]([^()（）<>]*)[)）>]")
_SENTENCE = re.compile(r"(?P<url>https?[:：]//[^，。；、！？：“”‘’（）《》「」『』【】…]*).*", re.IGNORECASE)
_WIKI = re.compile(r"https?[:：]//[^/]*wiki", re.IGNORECASE)


# What says no more than the kind of page, for which each list has its own word.
_KIND = re.compile(
    r"(?:the )?(?:papers?|arxiv|code|github|repo(?:sitory)?|gitee|models?|weights|checkpoints?|hugging ?face|hf"
    r"|data ?sets?|demo|space|home ?page|web ?site|blog|docs?|documentation|link|url|project(?: page)?)",
    re.IGNORECASE,
)


def only_the_kind(words: str) -> bool:
    return _KIND.fullmatch(words) is not None


def addresses(text: str) -> tuple[tuple[str, ...], str]:
    """Every page that is named, as written, each once; and what else is said.

    >>> addresses("[论文](https://arxiv.org/abs/1)，https://a.org/x")
    (('https://arxiv.org/abs/1', 'https://a.org/x'), '论文')
    """
    line = _ANGLED.sub(r" \1 ", _MARKDOWN.sub(r" \1 \2 ", text))
    found = list(_URL.finditer(line)) or _without_scheme(line)
    urls = [_without_sentence(one[0]) for one in reversed(found)]
    pages = {link_key(url).page: url.rstrip(_AROUND) for url in urls}
    for one in reversed(found):
        line = f"{line[: one.start()]} {line[one.end() :]}"
    return tuple(pages.values())[::-1], _words(line)


def one_each(line: str) -> tuple[str, ...]:
    """The line cut so that each part has one address with its words: those before it where the line begins with words.

    >>> one_each("https://a.org/x 权重、https://b.org/y 论文")
    ('https://a.org/x 权重、', 'https://b.org/y 论文')
    """
    if len(addresses(line)[0]) < 2:
        return (line,)
    line = _MARKDOWN.sub(r" \1 \2 ", line)
    found = list(_URL.finditer(line))
    if len(found) < 2:
        return (line,)
    words_first = line[: found[0].start()].strip(_AROUND)
    ends = [one.start() + len(_without_sentence(one[0])) for one in found]
    cuts = ends[:-1] if words_first else [one.start() for one in found[1:]]
    return tuple(line[start:end] for start, end in zip([0, *cuts], [*cuts, len(line)], strict=True))


def _without_sentence(url: str) -> str:
    """The URL up to the Chinese mark after which the sentence goes on. Titles of a wiki have such marks."""
    sentence = _SENTENCE.fullmatch(url)
    return sentence["url"] if sentence and not _WIKI.match(url) else url


def _words(line: str) -> str:
    """Without what joined them to the address, but with brackets of their own."""
    text = " ".join(_EMPTY.sub(" ", line).split()).strip(_JOINING)
    if whole := _BRACKETED.fullmatch(text):
        return whole[1].strip(_JOINING)
    even = len(_OPENING.findall(text)) == len(_CLOSING.findall(text))
    return text if even else text.strip(_AROUND)


def _without_scheme(line: str) -> list[re.Match[str]]:
    """github.com/a/b; of words that only look like a site (README.md), the first."""
    found = [word for word in _WORDS.finditer(line) if link_key(word[0]).host]
    return [word for word in found if "/" in word[0].rstrip("/")] or found[:1]
