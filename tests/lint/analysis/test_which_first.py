"""Of two entries that may be one: which is kept, on which the finding falls, and what it says for it."""

import re
from dataclasses import replace

import pytest
import yaml
from examples import evidence

from bot.lint.context import Checkout
from bot.lint.engine import run
from bot.lint.wording import for_maintainer

URL = "https://github.com/lamp-lab/lantern"
DAYS = ("2023-04-06", "2023-05-01")


def told(code, one, other, new=""):
    """The only finding of that rule: the file it falls on, and what to do. `one` stands before `other`."""
    ctx = evidence(yaml.safe_load(yaml.safe_dump({"record": other, "catalog": [one]}, allow_unicode=True)))
    fresh = frozenset({f"catalog/models/{new}.yml"})
    ctx = replace(ctx, checkout=Checkout(fresh, "", fresh)) if new else ctx
    (found,) = [finding for finding in run(replace(ctx, subjects=ctx.catalog.records)) if finding.code == code]
    return found.place.record, for_maintainer(found).fix


def record(name, slug, day=None, url=URL, **more):
    return {"name": name, "slug": slug, "added": day, "links": [{"url": url}], **more}


KEPT = {
    "the one that git knows": ((DAYS[0], DAYS[1]), "a", "a", "保留“Lantern”（catalog/models/b.yml）（它在先）"),
    "the one added first": (
        (DAYS[1], DAYS[0]),
        "",
        "a",
        "保留“Lantern”（catalog/models/b.yml）（它先收录，2023-04-06）",
    ),
    "the one that stands before": ((None, None), "", "b", "保留“Lantern”（catalog/models/a.yml）（它排在前面）"),
}


@pytest.mark.parametrize("days, new, falls_on, says", KEPT.values(), ids=KEPT)
def test_a_duplicate_says_which_was_first_and_why_that_one_stays(days, new, falls_on, says):
    one, other = record("Lantern", "a", days[0]), record("Lantern", "b", days[1])
    at, fix = told("DUP001", one, other, new)
    assert at == falls_on
    assert says in re.sub(r"\.yml:\d+", ".yml", fix)
    assert "删去这里的条目，独有的" in fix


def test_of_two_names_nobody_is_told_to_delete_one_unasked():
    url = "https://blog-project.dev/2023/alignment"
    one, other = record("从零读懂对齐", "a", url=url), record("人类反馈笔记", "b", url=url)
    between = {"name": "间隔", "slug": "aa", "links": [{"url": "https://kite-project.dev"}]}
    ctx = evidence(yaml.safe_load(yaml.safe_dump({"record": other, "catalog": [one, between]}, allow_unicode=True)))
    (found,) = [finding for finding in run(ctx) if finding.code == "DUP001"]
    assert for_maintainer(found).fix.startswith("是同一个项目的，请保留“从零读懂对齐”")
    assert "不是的，请把其中一个换成它自己的网址" in for_maintainer(found).fix


def test_one_name_with_two_pages_falls_on_the_new_file():
    one = record("Gallium", "a", url="https://gallium-project.dev")
    other = record("gallium", "b", url="https://github.com/metal/gallium")
    assert told("DUP002", one, other, "a")[0] == "a"
    assert "保留“gallium”" in told("DUP002", one, other, "a")[1]
    assert told("DUP002", one, other, "b")[0] == "b"


def test_in_a_list_that_is_new_itself_no_file_is_newer_than_another():
    ctx = evidence(yaml.safe_load(yaml.safe_dump({"record": record("Lantern", "a")}, allow_unicode=True)))
    files = frozenset({"catalog/list.yml", "catalog/models/a.yml"})
    (lantern,) = ctx.catalog.records
    assert replace(ctx, checkout=Checkout(files, "", files - {"catalog/list.yml"})).is_new(lantern)
    assert not replace(ctx, checkout=Checkout(files, "", files)).is_new(lantern)
