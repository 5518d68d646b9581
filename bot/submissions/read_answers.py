"""One answer → text fit for a record, or the problem with it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from bot.catalog import limits
from bot.catalog.limits import LONG_DESCRIPTION, LONGEST_DESCRIPTION
from bot.catalog.model import Link
from bot.markdown.escape import paragraphs
from bot.submissions import sentences
from bot.submissions.form import Form
from bot.submissions.hidden_characters import hidden
from bot.submissions.issue_body import Answer, Answers, Problem
from bot.submissions.plain_text import inline, made_plain, without_pictures
from bot.submissions.typed_links import addresses, one_each, only_the_kind
from bot.submissions.unfit_text import SHORTEST, advertising, password, shapes, too_little
from bot.text import zh
from bot.urls.normalise import link_key

# Characters; of a description the rule has the say (TXT001), what it advises included.
LONGEST = {"line": limits.LONGEST["name"], "prose": 4000, "description": LONGEST_DESCRIPTION, "link": 1000}
ADVISED = LONGEST | {"description": LONG_DESCRIPTION}
MOST_ITEMS = 12
_NOTHING = re.compile(r"(?:暂?无|没有|不清楚|不知道|不详|未知|n/?a|none|[-—–/\\]+)[。.]?", re.IGNORECASE)
_ADDRESSED = re.compile(r"https?[:：]//|www\.|!?\[[^\[\]]*\]\(", re.IGNORECASE)
_ROOT_PAGE = re.compile(
    r"https://(?:(?:github|gitee|gitlab)\.com|huggingface\.co(?:/datasets|/spaces)?)/[^/?#]+/[^/?#]+"
    r"(?=/(?:-/)?(?:(?:blob|tree)/(?:main|master|HEAD)(?:/readme(?:\.md)?)?/?|blob/[^/]+/readme\.md)(?:[?#].*)?$)",
    re.IGNORECASE,
)
_LONG_WORDS = 8  # characters beside an address that say more than “项目地址”
_EMPHASIS = re.compile(r"(\*{1,3}|`+)(?![*`])(.*[^*`])\1")
_ADDRESS = re.compile(r"[\d.]+(:\d+)?|.*\.(local|internal|localhost|lan|test|invalid|example)")


def distinct(links: Iterable[Link]) -> tuple[Link, ...]:
    """Without second links to the same page, each where it first stood."""
    found: dict[str, Link] = {}
    for link in links:
        found.setdefault(link_key(link.url).page, link)
    return tuple(found.values())


@dataclass
class Reader:
    """Takes answers one after another and gathers what is wrong with them, and what is only worth a note."""

    answers: Answers
    form: Form
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    plain: dict[str, str] = field(default_factory=dict)
    least: int = SHORTEST  # characters of a description

    def __post_init__(self) -> None:
        self.labels = {one.id: one.label for one in self.form.fields}
        self.problems += self.answers.problems
        optional = {one.id for one in self.form.fields if not one.required}
        fields = self.answers.fields.items()
        read = {id_: None if id_ in optional and says_nothing(answer) else answer for id_, answer in fields}
        self.answers = replace(self.answers, fields=read)

    def understood(self) -> tuple[tuple[str, str], ...]:
        """Question → what was read, as plain text; an address in the form that goes into the record."""
        return tuple((one.label, self._shown(one.id)) for one in self.form.fields if one.type != "checkboxes")

    def _shown(self, name: str) -> str:
        answer = self.answers.fields.get(name) or self.answers.unread.get(name)
        text = zh.join(answer) if isinstance(answer, tuple) else answer or ""
        if name == "name":
            return without_emphasis(text)
        if name in self.plain:
            return self.plain[name]
        found = addresses(text)[0] if name in {"link", "old-link"} else ()
        key = link_key(found[0]) if len(found) == 1 else None
        return key.url if key and key.host else text

    def refuse(self, name: str, message: str) -> None:
        self.problems.append(Problem(name, "refused", f"“{self.labels.get(name, name)}”{message}"))

    def text(self, name: str, kind: str = "line") -> str:
        """The answer, visible and of bounded length, or "" with the problem noted."""
        text = self.answers.text(name)
        if len(text) > LONGEST[kind]:
            self.refuse(name, f"太长了（{len(text)} 个字符），请压缩到 {ADVISED[kind]} 个字符以内")
        elif unseen := hidden(text, 5):
            self.refuse(name, f"里有读者看不见的字符：{zh.join(unseen)}；请删去后重新输入这几个字")
        elif kind in {"line", "link"} and "\n" in text:
            self.refuse(name, "只能写一行，请把换行删去")
        else:
            return " ".join(text.split()) if kind in {"line", "link"} else text
        return ""

    def description(self, name: str) -> str:
        """Sentences: what was marked up for sure is made plain, the rest has to be rewritten."""
        text = self.text(name, "description")
        if not text:
            return ""
        if shaped := shapes(text):
            self.refuse(name, shaped)
            return ""
        plain = made_plain(text)
        self.plain[name] = plain.text
        if little := too_little(plain.text, self.least):
            self.refuse(name, little)
            return ""
        if plain.pictures:
            self.notes.append(sentences.PICTURES_DROPPED.format(question=self.labels[name]))
        for words, url in plain.links:
            self.notes.append(
                sentences.LINK_OFFERED.format(question=self.labels[name], words=words[:40], url=url[:200])
            )
        return paragraphs(plain.text)

    def name(self, field: str) -> str:
        """What a heading can say."""
        text = without_emphasis(self.text(field))
        text = text if _ADDRESSED.match(text) else inline(text).text.strip()
        if _ADDRESSED.match(text):
            there = self.labels.get("link", "链接")
            self.refuse(field, f"里写的是网址{zh.quote(text)}，请写项目的名称，网址写到“{there}”")
        elif text and not any(char.isalnum() for char in text):
            self.refuse(field, f"里没有文字：{zh.quote(text)}，请写项目的名称")
        else:
            return text
        return ""

    def items(self, name: str) -> tuple[str, ...]:
        """An answer that lists things, separated by 、 or commas."""
        found = [" ".join(inline(item).text.split()) for item in re.split("[、,，;；]", self.text(name))]
        items = tuple(dict.fromkeys(item for item in found if item and not says_nothing(item)))
        if len(items) > MOST_ITEMS:
            self.refuse(name, f"列了 {len(items)} 项，请只留最有用的 {MOST_ITEMS} 项以内")
        return items[:MOST_ITEMS]

    def link(self, name: str) -> Link | None:
        """The one address of an answer, in its canonical form; that of a README is its repository's."""
        text = self.text(name, "link")
        if not text:
            return None
        if code := password(text):
            self.refuse(name, sentences.SHARE_CODE.format(code=code))
            return None
        found, words = addresses(text)
        link = self._only(name, text, found)
        if link and len(words) > _LONG_WORDS:
            self.notes.append(sentences.WORDS_UNUSED.format(question=self.labels[name], words=zh.quote(words)))
        if link and (root := _ROOT_PAGE.match(link.url)):
            self.notes.append(sentences.ROOT_TAKEN.format(question=self.labels[name], url=root[0]))
            link = Link(root[0], link_key(root[0]).kind)
        return link

    def links(self, name: str) -> tuple[Link, ...]:
        """One address a line, what it is called after it (or before it)."""
        lines = [part.strip() for line in self._lines(name) for part in one_each(line)]
        lines = [line for line in lines if line and not says_nothing(line)]
        if len(lines) > MOST_ITEMS:
            self.refuse(name, f"有 {len(lines)} 行，请只留最有用的 {MOST_ITEMS} 行以内")
        found = [self._link_line(name, line) for line in lines[:MOST_ITEMS]]
        return tuple(link for link in found if link)

    def _lines(self, name: str) -> list[str]:
        """Without pictures: nobody opens a badge."""
        lines = self.text(name, "prose").split("\n")
        bare = [without_pictures(line) for line in lines]
        if bare != lines:
            self.notes.append(sentences.PICTURES_DROPPED.format(question=self.labels[name]))
        return bare

    def _link_line(self, name: str, line: str) -> Link | None:
        found, label = addresses(line)
        if not found:
            self.refuse(name, f"的这一行里没有网址：{zh.quote(line)}，请一行写一个网址，后面可以写说明")
            return None
        link, words = self._only(name, line, found), inline(label).text
        if len(words) > (most := limits.LONGEST["label"]):
            self.refuse(name, f"里，网址的说明太长了（{len(words)} 个字符），请压缩到 {most} 个字符以内")
            return None
        return replace(link, label="" if only_the_kind(words) else words) if link else None

    def unfit(self, *names: str) -> None:
        """Refuse what advertises, in any of these answers."""
        for name in names:
            if words := advertising(self.answers.text(name)):
                self.refuse(name, sentences.ADVERTISING.format(words=zh.quote(words)))

    def _only(self, name: str, text: str, found: tuple[str, ...]) -> Link | None:
        if len(found) > 1:
            several = zh.join(link_key(one).url for one in found)
            listed = self.labels.get("more-links")
            rest = "请一行写一个" if name == "more-links" else "请只写一个"
            rest += f"，其余的移到“{listed}”" if listed and name != "more-links" else ""
            self.refuse(name, f"的一行里有 {len(found)} 个网址：{several}；{rest}")
            return None
        key = link_key(found[0] if found else text)
        if key.host and not _ADDRESS.fullmatch(key.host):
            return Link(key.url, key.kind)
        self.refuse(name, f"里的{zh.quote(text)}不是读者能打开的网址，请写完整，如 https://github.com/owner/project")
        return None


def says_nothing(answer: Answer) -> bool:
    """“无” and its like, where nothing had to be answered."""
    return isinstance(answer, str) and _NOTHING.fullmatch(answer.strip()) is not None


def without_emphasis(text: str) -> str:
    """A name that somebody set in bold or as code."""
    found = _EMPHASIS.fullmatch(text.strip())
    return found[2].strip() if found else text
