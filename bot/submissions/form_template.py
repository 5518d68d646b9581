"""The issue forms of a list that has none of its own: from a template, in the words that list.yml has for it.

In a template `$word` is filled in, and what stands between `#if word` and `#end` is left out where there is no such.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from string import Template

from bot.catalog.model import Catalog
from bot.catalog.show import SHOWN
from bot.catalog.write import scalar
from bot.files.packaged import packaged
from bot.submissions.form import Form, read_form
from bot.submissions.model import FormName
from bot.submissions.unfit_text import is_chinese
from bot.submissions.write_forms import filled

FORM_FOLDER = ".github/ISSUE_TEMPLATE"
FORMS: tuple[FormName, ...] = ("new-entry", "fix-entry")
_PART = re.compile(r"^ *#if (?P<word>\w+)\n(?P<text>.*?)^ *#end\n", re.MULTILINE | re.DOTALL)
_LINE = re.compile(r"(?P<key>(?P<pad> *)(?:- )?(?:[a-z-]+: )?)(?P<value>.*\$.*)")
_USUAL: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "entry": "项目",
        "name": "Example",
        "link": "https://github.com/owner/project",
        "aliases": "例子、示例",
        "makers": "开发机构",
        "organisations": "某某大学、某某公司",
        "more-links": "https://example.com/docs 文档",
        "about": "一两句话：是什么、有什么特点。请用自己的话写普通文字，不要贴 README。",
        "description": "一个用来……的项目，支持……，适合……。",
        "agree": "介绍是我自己写的，可以收录到这个列表",
        "licensed": "介绍是我自己写的，同意以 {} 许可收录",
        "wrong": "名称、机构、栏目或日期有误",
        "wrong-too": "名称、机构、类别、栏目或日期有误",
    },
    "en": {
        "entry": "a project",
        "name": "Example",
        "link": "https://github.com/owner/project",
        "aliases": "EX, Ex-ample",
        "makers": "Makers",
        "organisations": "Some University, Some Company",
        "more-links": "https://example.com/docs Documentation",
        "about": "One or two sentences of your own: what it is, what sets it apart. No Markdown, no README.",
        "description": "A tool that does … with …, made for ….",
        "agree": "I wrote the description myself, and the list may use it",
        "licensed": "I wrote the description myself and license it under {}",
        "wrong": "Wrong name, maker, section or date",
        "wrong-too": "Wrong name, maker, section or date",
    },
}


def form_text(name: FormName, catalog: Catalog, left_out: Collection[str] = ()) -> str:
    """A whole form file. Sections that are `left_out` of the page are not offered."""
    language, words = language_of(catalog), words_of_form(catalog)
    there = {"kinds": bool(catalog.list.kinds), "names": _shows_names(catalog)}
    template = packaged("bot.submissions", f"forms/{name}.{language}.yml")
    kept = _PART.sub(lambda part: part["text"] if there[part["word"]] else "", template)
    return filled("".join(f"{_line(line, words)}\n" for line in kept.splitlines()), catalog, left_out)


def usual_form(name: FormName, catalog: Catalog, left_out: Collection[str] = ()) -> Form:
    """The form that a list without form files is asked by."""
    return read_form(form_text(name, catalog, left_out), f"{FORM_FOLDER}/{name}.yml")


def language_of(catalog: Catalog) -> str:
    """Of the forms: what list.yml says, or what most entries are written in."""
    if catalog.list.language:
        return "zh" if catalog.list.language.startswith("zh") else "en"
    return "zh" if is_chinese(catalog) else "en"


def words_of_form(catalog: Catalog) -> Mapping[str, str]:
    """What the forms of this list say for each word of a template."""
    usual, own = _USUAL[language_of(catalog)], catalog.list
    words = {**usual, **{key: text.strip("\n") for key, text in own.form.items() if text.strip()}}
    words["agree"] = usual["licensed"].format(own.license) if own.license else usual["agree"]
    words["wrong_field"] = usual["wrong-too" if own.kinds else "wrong"]
    return {key.replace("-", "_"): text for key, text in words.items()}


def _shows_names(catalog: Catalog) -> bool:
    """Whether any entry's page has a place for other names and makers: a line written out has none."""
    return any(section.entry.show in SHOWN for section in catalog.sections if not section.entry.sections)


def _line(line: str, words: Mapping[str, str]) -> str:
    """Filled in, and quoted anew where a word may not stand as it is."""
    found = _LINE.fullmatch(line)
    if not found:
        return line
    return found["key"] + scalar(Template(found["value"]).substitute(words), found["pad"])
