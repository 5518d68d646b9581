"""The forms of a list that has none of its own: in its words, as GitHub wants them, read back by our parser."""

import subprocess
import sysconfig
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from bot.catalog.model import Catalog, ListFile, Record, SectionEntry
from bot.submissions.fix_entry import _CHANGES, _MEANS, DUPLICATE
from bot.submissions.form_errors import form_mistakes
from bot.submissions.form_template import FORMS, form_text, usual_form

CHECK = Path(sysconfig.get_paths()["scripts"]) / "check-jsonschema"
BOOKS = ListFile(
    "好书单",
    sections=(
        SectionEntry("a", "科学", "- [{name}]({url}){ - description}"),
        SectionEntry("b", "历史: 通史", "- {name}"),
    ),
)
AWKWARD = {
    "entry": "书: #1",
    "name": "\"引号'",
    "about": "一句话：说明 # 用途\n",
    "more-links": "https://a.org 主页\nhttps://b.org 样章",
    "description": "- 一条\n- 两条",
}
LISTS = {
    "plain": BOOKS,
    "English": replace(BOOKS, title="Books", language="en", sections=(SectionEntry("a", "Science", "- {name}"),)),
    "kinds": replace(BOOKS, kinds={"book": "书", "paper": "论文"}, license="CC0 1.0"),
    "names": replace(BOOKS, sections=(SectionEntry("a", "科学"),)),
    "words": replace(BOOKS, form=AWKWARD),
}  # fmt: skip


def form(listed, name="new-entry"):
    return {field.id: field for field in usual_form(name, Catalog(listed)).fields}


@pytest.mark.parametrize("listed", [pytest.param(listed, id=name) for name, listed in LISTS.items()])
def test_github_takes_them(listed, tmp_path):
    for name in FORMS:
        text = form_text(name, Catalog(listed))
        (tmp_path / f"{name}.yml").write_text(text, "utf-8")
        assert form_mistakes(text, name) == []
        assert "$" not in text
        assert "#if" not in text
    files = sorted(map(str, tmp_path.iterdir()))
    done = subprocess.run(
        [CHECK, "--builtin-schema", "vendor.github-issue-forms", *files], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_only_what_the_list_has_is_asked():
    assert "kind" not in form(BOOKS)
    assert "organisations" not in form(BOOKS), "a line written out shows no makers"
    assert form(LISTS["kinds"])["kind"].options == ("书", "论文")
    assert {"aliases", "organisations"} <= form(LISTS["names"]).keys()
    assert form(BOOKS)["section"].options[:2] == ("科学", "历史: 通史")


def test_the_words_are_the_lists():
    elements = {
        one.get("id"): one["attributes"]
        for one in yaml.safe_load(form_text("new-entry", Catalog(LISTS["words"])))["body"]
    }
    assert elements["name"]["placeholder"] == AWKWARD["name"]
    assert elements["more-links"]["placeholder"] == AWKWARD["more-links"]
    assert elements["description"]["description"] == AWKWARD["about"].strip()
    assert usual_form("new-entry", Catalog(LISTS["words"])).name == "收录新书: #1"


def test_nothing_in_them_is_of_language_models():
    for listed in (BOOKS, LISTS["English"]):
        text = "".join(form_text(name, Catalog(listed)) for name in FORMS)
        assert not any(word in text for word in ("模型", "GLM", "LLaMA", "参数", "CC BY", "model"))


@pytest.mark.parametrize("name", ["plain", "English", "kinds"])
def test_each_problem_offered_is_acted_on_but_the_last(name):
    *offered, last = form(LISTS[name], "fix-entry")["problem"].options
    assert {_MEANS.get(one, one) for one in offered} == {*_CHANGES, DUPLICATE}
    assert _MEANS.get(last, last) not in {*_CHANGES, DUPLICATE}


def test_the_language_is_that_of_the_entries():
    english = Catalog(
        replace(BOOKS, title="Books", sections=(SectionEntry("a", "Science"),)),
        (Record("x", "a", "X", description="A book."),),
    )
    assert usual_form("new-entry", english).name == "Suggest a project"
