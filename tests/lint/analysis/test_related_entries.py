"""What a maintainer is told of a new entry: what the list has already of the same project, or of the same maker."""

import pytest

from bot.catalog.model import Catalog, Link, ListFile, Record, Relation
from bot.lint.context import LintContext
from bot.lint.discover import rule
from bot.lint.engine import check
from bot.lint.wording import for_maintainer


def record(name, url, section="models", **more):
    return Record(name.lower().replace(" ", "-"), section, name, links=(Link(f"https://{url}"),), **more)


LIST = [
    record("MindTalk", "github.com/quiet-lab/calm"),
    record("Kite", "github.com/kite-lab/kite"),
    record("Sail", "github.com/harbor/sail"),
    *(record(f"Plug {n}", f"github.com/plug-lab/plug/tree/main/{n}") for n in range(9)),
]
SUCCESSOR = (Relation("successor-of", "kite"),)


def said(code, new, *, alone=True):
    catalog = Catalog(ListFile("列表"), (*LIST, new))
    found = check(rule(code), LintContext(catalog, (new,) if alone else catalog.records))
    return [(finding.place.record, [place.record for place in finding.related]) for finding in found]


@pytest.mark.parametrize("new, of_project, of_owner", [
    pytest.param(record("SmileConv", "github.com/quiet-lab/calm/tree/main/data", "corpora"), ["mindtalk"], None,
                 id="a folder of a repository listed already"),
    pytest.param(record("Kite 2", "github.com/kite-lab/kite2"), None, ["kite"], id="the next version"),
    pytest.param(record("Kite Plugins", "github.com/kite-lab/plugins"), None, ["kite"], id="an extension"),
    pytest.param(record("Kite 2", "github.com/kite-lab/kite2", relations=SUCCESSOR), None, None, id="relation given"),
    pytest.param(record("Telescope", "github.com/kite-lab/telescope"), None, None, id="same maker, another name"),
    pytest.param(record("Kite Maps", "github.com/other-lab/maps"), None, None, id="another maker"),
    pytest.param(record("Plug 12", "github.com/plug-lab/plug/tree/main/12"), None, None, id="one more of many"),
    pytest.param(record("Calm", "github.com/quiet-lab/calm"), None, None, id="the same page is for DUP001 and DUP004"),
])  # fmt: skip
def test_of_a_new_entry(new, of_project, of_owner):
    assert said("dup006", new) == ([(new.slug, of_project)] if of_project else [])
    assert said("dup007", new) == ([(new.slug, of_owner)] if of_owner else [])


@pytest.mark.parametrize("new", [
    record("SmileConv", "github.com/quiet-lab/calm/tree/main/data", "corpora"),
    record("Kite 2", "github.com/kite-lab/kite2"),
], ids=["folder", "next version"])  # fmt: skip
def test_a_list_that_has_it_already_is_left_in_peace(new):
    assert said("dup006", new, alone=False) == []
    assert said("dup007", new, alone=False) == []


@pytest.mark.parametrize("name, says", [("kite", "名称相同"), ("Kite 2", "名称相近")])
def test_how_the_names_stand_to_each_other(name, says):
    new = record(name, "github.com/kite-lab/kite2", "corpora")
    [finding] = check(rule("dup007"), LintContext(Catalog(ListFile("列表"), (*LIST, new)), (new,)))
    assert f"{says}，又出自同一作者" in for_maintainer(finding).message
