"""The search of the page, run by Node without a browser: it folds as Python does, ranks, and is fast."""

import json
import subprocess
from pathlib import Path

import pytest
import site_lists as lists
from standin import NODE

from bot.site.entries import site_entries
from bot.site.facets import facets
from bot.site.fold import fold
from bot.site.search_index import scripts

SEARCH = Path(__file__).parents[2] / "bot/site/templates/search.js"
PROGRAM = """
const { readFileSync } = require("node:fs");
const { files, search, queries } = JSON.parse(readFileSync(0, "utf8"));
const index = {};
globalThis.curateIndex = (name, value) => name === "names" ? Object.assign(index, value) : (index.texts = value);
(0, eval)(readFileSync(search, "utf8"));
for (const text of Object.values(files)) (0, eval)(text);
const fold = curateSearch.folder(index.from, index.to);
const answers = queries.map(([query, choices]) => {
  const start = process.cpuUsage();
  const words = fold(query);
  return { words, found: curateSearch.find(index, words, choices), took: process.cpuUsage(start).user / 1000 };
});
console.log(JSON.stringify(answers));
"""


def search(catalog, *queries):
    entries = site_entries(catalog, {}, form=False)
    files = scripts(entries, facets(catalog, entries))
    given = {"files": files, "search": str(SEARCH), "queries": [[query, choices] for query, choices in queries]}
    done = subprocess.run(
        [NODE, "-e", PROGRAM], input=json.dumps(given), capture_output=True, text=True, check=True, encoding="utf-8"
    )
    return json.loads(done.stdout)


@pytest.mark.parametrize("text", ["機器學習 ＡＢＣ", "示例大學", "Llama－２"])
def test_a_query_is_folded_as_the_index_is(text):
    (answer,) = search(lists.catalog(lists.Record("a", "models", f"机器学习 {text}")), (text, {}))
    assert answer["words"] == fold(text).split()
    assert answer["found"] == [0]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param("青雀", [0], id="a name"),
        pytest.param("qingque7b", [0], id="without the hyphen"),
        pytest.param("清雀", [0], id="a name that is only searched by"),
        pytest.param("示例大學", [0], id="an organisation, traditional"),
        pytest.param("青雀 后继", [], id="every word must be there"),
        pytest.param("后继 绕成", [1], id="words of a description"),
        pytest.param("", [0, 1, 2], id="nothing asked"),
        pytest.param(".*", [], id="no pattern"),
    ],
)
def test_find(query, found):
    assert search(lists.full(), (query, {}))[0]["found"] == found


def test_a_name_comes_before_an_alias_an_organisation_and_a_description():
    one, two, three, four, five = (f"s{at}" for at in range(5))
    records = [
        lists.Record(one, "models", "一", description="鹰的介绍"),
        lists.Record(two, "models", "二", organisations=("鹰社",)),
        lists.Record(three, "models", "三", aliases=("鹰号",)),
        lists.Record(four, "models", "雏鹰"),
        lists.Record(five, "models", "鹰"),
    ]
    assert search(lists.catalog(*records), ("鹰", {}))[0]["found"] == [4, 3, 2, 1, 0]


def test_choices_are_combined():
    answers = search(lists.full(), ("", {"section": 0}), ("", {"section": 0, "base": 0}), ("鹤", {"base": 0}))
    assert [answer["found"] for answer in answers] == [[0, 1], [0], []]


def test_ten_thousand_entries_take_less_than_a_tenth_of_a_second():
    (first, second) = search(lists.many(10_000), ("model 机构 299", {}), ("不存在", {}))
    assert first["found"]
    assert first["took"] < 100
    assert second["took"] < 100
