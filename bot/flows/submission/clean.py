"""One answer → text fit for a record, or the problem with it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from bot import zh
from bot.identity import link_key
from bot.model import Link
from bot.sources.form import Form
from bot.sources.hidden import hidden
from bot.sources.issue import Answers, Problem

LONGEST = {"line": 120, "prose": 4000, "link": 1000}  # characters
MOST_ITEMS = 12
_URL = re.compile(r"https?[:：]//\S+", re.IGNORECASE)
_WORDS = re.compile(r"\S+")
_ADDRESS = re.compile(r"[\d.]+(:\d+)?|.*\.(local|internal|localhost|lan|test|invalid|example)")


def distinct(links: Iterable[Link]) -> tuple[Link, ...]:
    """Without second links to the same page."""
    return tuple({link_key(link.url).page: link for link in reversed(list(links))}.values())[::-1]


@dataclass
class Reader:
    """Takes answers one after another and gathers what is wrong with them."""

    answers: Answers
    form: Form
    problems: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.labels = {one.id: one.label for one in self.form.fields}
        self.problems += self.answers.problems

    def understood(self) -> tuple[tuple[str, str], ...]:
        """Question → what was read, as plain text; an address in the form that goes into the record."""
        return tuple((one.label, self._shown(one.id)) for one in self.form.fields if one.type != "checkboxes")

    def _shown(self, name: str) -> str:
        answer = self.answers.fields.get(name)
        text = zh.join(answer) if isinstance(answer, tuple) else answer or ""
        key = link_key(text) if name in {"link", "old-link"} else None
        return key.url if key and key.host else text

    def refuse(self, name: str, message: str) -> None:
        self.problems.append(Problem(name, "refused", f"“{self.labels.get(name, name)}”{message}"))

    def text(self, name: str, kind: str = "line") -> str:
        """The answer, visible and of bounded length, or "" with the problem noted."""
        text = self.answers.text(name)
        if len(text) > LONGEST[kind]:
            self.refuse(name, f"太长了（{len(text)} 个字符），请压缩到 {LONGEST[kind]} 个字符以内")
        elif unseen := hidden(text, 5):
            places = zh.join(f"第 {one.line} 行第 {one.column} 个字符（{one.name}）" for one in unseen)
            self.refuse(name, f"里有读者看不见的字符：{places}；请删去后重新输入这几个字")
        elif kind != "prose" and "\n" in text:
            self.refuse(name, "只能写一行，请把换行删去")
        else:
            return text if kind == "prose" else " ".join(text.split())
        return ""

    def items(self, name: str) -> tuple[str, ...]:
        """An answer that lists things, separated by 、 or commas."""
        found = [" ".join(item.split()) for item in re.split("[、,，;；]", self.text(name))]
        items = tuple(dict.fromkeys(item for item in found if item))
        if len(items) > MOST_ITEMS:
            self.refuse(name, f"列了 {len(items)} 项，请只留最有用的 {MOST_ITEMS} 项以内")
        return items[:MOST_ITEMS]

    def link(self, name: str, label: str = "") -> Link | None:
        """The one address of an answer, in its canonical form."""
        text = self.text(name, "link")
        return self.as_link(name, text, label) if text else None

    def as_link(self, name: str, text: str, label: str = "") -> Link | None:
        key = link_key(text)
        if not key.host or _ADDRESS.fullmatch(key.host):
            self.refuse(
                name, f"里的{zh.quote(text)}不是读者能打开的网址，请写完整，如 https://github.com/owner/project"
            )
            return None
        return Link(key.url, key.kind, label)  # type: ignore[arg-type]

    def links(self, name: str) -> tuple[Link, ...]:
        """One address a line, what it is called after it (or before it)."""
        lines = [line.strip() for line in self.text(name, "prose").split("\n") if line.strip()]
        if len(lines) > MOST_ITEMS:
            self.refuse(name, f"有 {len(lines)} 行，请只留最有用的 {MOST_ITEMS} 行以内")
        found = [self._link_line(name, line) for line in lines[:MOST_ITEMS]]
        return tuple(link for link in found if link)

    def _link_line(self, name: str, line: str) -> Link | None:
        found = _URL.search(line) or next((word for word in _WORDS.finditer(line) if link_key(word[0]).host), None)
        if found is None:
            self.refuse(name, f"的这一行里没有网址：{zh.quote(line)}，请一行写一个网址，后面可以写说明")
            return None
        label = f"{line[: found.start()]} {line[found.end() :]}".strip(" \t:：,，—-*•()（）")
        return self.as_link(name, found[0], " ".join(label.split())[: LONGEST["line"]])
