"""What a new entry is told beside the list: it is the later one, wherever its section stands and whatever has no day."""

from dataclasses import replace
from datetime import date

import pytest
from worlds import LIST, forms

from bot.catalog.arrange import assemble
from bot.catalog.model import Link, Record
from bot.submissions.context import SubmissionContext
from bot.submissions.model import Submission
from bot.submissions.review import judge

TEXT = "把各地火车站的到发时刻整理成统一的表格，附上站名的拼音与经纬度，每周更新一次，方便训练能规划行程的助手。\n"
# As an imported list has it: no day, in a section below that of the new entry.
KETTLE = Record(
    "kettle", "data", "Kettle", kind="dataset", links=(Link("https://kettle.cn/", "homepage"),), description=TEXT,
    file="catalog/data/kettle.yml",
)  # fmt: skip
NEW = Record(
    "pot", "models", "铁壶", kind="dataset", added=date(2024, 3, 1),
    links=(Link("https://github.com/pot-lab/pot", "repository"),), description="烧水用的铁壶，有三种容量，壶嘴细长，不滴不漏。\n",
)  # fmt: skip


@pytest.mark.parametrize(("code", "new"), [
    pytest.param("DUP001", replace(NEW, name="Kettle", links=KETTLE.links), id="one project"),
    pytest.param("DUP002", replace(NEW, name="kettle", links=(Link("https://github.com/kettle/kettle", "repository"),)), id="the same name"),
    pytest.param("DUP003", replace(NEW, name="Kettle", links=(Link("https://pot.cn/", "homepage"),)), id="the same heading"),
    pytest.param("DUP004", replace(NEW, links=KETTLE.links), id="the same page"),
    pytest.param("DUP005", replace(NEW, description=TEXT), id="the same words"),
])  # fmt: skip
def test_a_new_entry_is_the_later_one(code: str, new: Record):
    catalog, _ = assemble(LIST, [KETTLE])
    verdict = judge(
        Submission("new-entry", (), (), (), None, new), SubmissionContext(catalog, forms(), "", {}), (), NEW.added
    )
    told = [finding for finding in (*verdict.blocking, *verdict.remarks) if finding.code == code]
    assert [(finding.place.file, *(there.file for there in finding.related)) for finding in told] == [
        ("catalog/models/pot.yml", "catalog/data/kettle.yml")
    ]
