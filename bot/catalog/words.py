"""The words for what the record format names in English: those that every list has, and those of one list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.catalog.model import Link, ListFile, Record, RelationType, Use

LINKS: Mapping[str, str] = {
    "repository": "代码仓库",
    "directory": "仓库子目录",
    "file": "仓库文件",
    "model": "模型权重",
    "dataset": "数据集",
    "space": "Space",
    "organisation": "组织主页",
    "homepage": "项目主页",
    "paper": "论文",
    "blog": "博客文章",
    "docs": "文档",
    "demo": "在线体验",
    "other": "链接",
}
RELATIONS: Mapping[RelationType, str] = {
    "part-of": "隶属于",
    "under": "排在其下",
    "successor-of": "前代",
    "based-on": "基于",
    "trained-on": "训练数据",
}
# What `form:` of list.yml may say, for the issue forms.
FORM_WORDS: Mapping[str, str] = {
    "entry": "条目叫什么，如 项目、书、网站",
    "name": "举例：名称",
    "link": "举例：主要网址",
    "aliases": "举例：其他名称",
    "organisations": "举例：机构或作者",
    "makers": "机构或作者叫什么，如 开发机构、作者",
    "more-links": "举例：其他链接，每行一个",
    "about": "介绍应当写些什么",
    "description": "举例：介绍",
}
USES: Mapping[Use, str] = {
    "free": "可商用",
    "register": "登记后可商用",
    "research": "仅限研究",
    "unknown": "未注明",
}
LANGUAGES: Mapping[str, str] = {
    "zh": "中文",
    "zh-Hans": "简体中文",
    "zh-Hant": "繁体中文",
    "yue": "粤语",
    "en": "英文",
    "ja": "日文",
    "ko": "韩文",
    "fr": "法文",
    "de": "德文",
    "es": "西班牙文",
    "it": "意大利文",
    "pt": "葡萄牙文",
    "ru": "俄文",
    "ar": "阿拉伯文",
    "id": "印尼文",
    "th": "泰文",
    "vi": "越南文",
    "mul": "多语言",
}


@dataclass(frozen=True, slots=True)
class Words:
    """What a list calls its kinds of entries and of links."""

    kinds: Mapping[str, str] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=lambda: LINKS)

    def kind(self, record: Record) -> str:
        """What its readers see; nothing in a list without kinds."""
        return self.kinds.get(record.kind, "")

    def link(self, link: Link) -> str:
        """Its label, or what kind of page it leads to."""
        return link.label or self.links.get(link.type, link.type)

    def kind_called(self, word: str) -> str | None:
        """The kind of that name; None where there is none."""
        return next((kind for kind, name in self.kinds.items() if name == word), None)

    @property
    def usual_kind(self) -> str:
        """Of what nobody has told the kind: `other`, or the last one; nothing in a list without kinds."""
        return "other" if "other" in self.kinds else ["", *self.kinds][-1]


PLAIN = Words()  # of a list that says nothing of it


def words_of(listed: ListFile) -> Words:
    return Words(listed.kinds, {**LINKS, **listed.link_types})
