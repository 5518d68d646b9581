"""The bench of edits, on a list of many shapes: each edit reaches the page, a new record breaks nothing."""

import pytest

from bench.edits import added, edited
from bot.readme.generate.page import readme
from bot.readme.importer.read import read_readme
from bot.readme.importer.restructure import fitted

PAGES = {
    "items": "- [甲](https://a.cn) - 一\n- 📖 [乙](https://b.cn)：二\n- 丙: https://c.cn/x\n- [丁](./d.md)\n",
    "a file only": "- [丁](./d.md)\n- [戊](./e.md)\n",
    "books": "- 《甲》 [百度云](https://a.cn/1 ) 提取码：x\n- 《乙》 [百度云](https://b.cn/2)  提取码：y\n",
    "rows": "| 名 | 星 | 说明 |\n|---|---|---|\n| [甲](https://a.cn) | 3 | 说明 |\n|  [乙](https://b.cn)  | 4 | 又 |\n",
    "numbers": "1. [甲](https://a.cn): 一\n2. [乙](https://b.cn)，又名[丙](https://c.cn)\n",
    "headings": "### 甲（更新于2023年9月1日）\n\n一个模型：https://a.cn/x\n\n### 乙\n\n又一个，见 https://b.cn/y 吧\n",
}


@pytest.mark.parametrize("text", PAGES.values(), ids=PAGES)
def test_edits(text: str):
    read = read_readme(f"# 表\n\n## 节\n\n{text}\n## 完\n\n话。\n", "README.md")
    catalog = fitted(read.catalog, read.columns)
    page = readme(catalog, read.template)
    assert not [record.name for record in catalog.records if record.body]
    assert all(fine for _, fine, _ in edited(catalog, read.template, page, catalog.records))
    assert all(fine for _, fine in added(catalog, read.template, page))
