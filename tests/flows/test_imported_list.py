"""An imported list: its contents lead somewhere, and a check of it finds what one of its page finds."""

from pathlib import Path

import pytest

PAGE = """# 工具

- [目录](#没有这一节)

## 工具

一段话，见 [说明](https://github.com/a/b）和 [空的]()。

- [灯](https://lamp-lab.cn/lamp) - 灯。见[另一处](https://bit.ly/3abcdef)。
- [油](https://oil-lab.cn/oil) - <img src="x.png"> 油。
- [油](https://oil-lab.cn/oil) - 又一次。
- [芯](https://wick-lab.cn/wick)

## 书

| 名 | 作者 | 说明 |
|---|---|---|
| [风筝](https://kite-lab.cn/a) | 甲 | 一本书 |
| [纸鸢](https//kite-lab.cn/b) | 乙 | 又一本 |

### 👨\u200d🎨 杂项

1. [鼓](https://drum-lab.cn/1): 一面鼓
2. [锣](https://gong-lab.cn/2): 一面锣
"""


@pytest.fixture
def made(tmp_path: Path, curate) -> Path:
    (tmp_path / "旧.md").write_text(PAGE, encoding="utf-8")
    assert curate("import", tmp_path / "旧.md", "--into", tmp_path / "新").code == 0
    return tmp_path / "新"


def told(curate, *arguments: object) -> list[tuple[str, str]]:
    import json

    found = json.loads(curate(*arguments, "--format", "json").out)["findings"]
    return sorted((one["code"], one["severity"]) for one in found)


def test_a_check_of_the_list_finds_what_one_of_its_page_finds(made: Path, curate):
    found = told(curate, "-C", made, "check")
    assert found == told(curate, "check", made / "README.md")
    assert {"LNK001", "LNK006", "DUP001"} <= {code for code, _ in found}


def test_each_is_told_where_it_is_mended(made: Path, curate):
    said = curate("-C", made, "check").out
    assert "README.template.md\n  3: " in said
    assert "catalog/gong-ju/" in said
    assert "README.md\n" not in said.replace("README.template.md\n", "")


def test_a_waiver_in_a_record_holds(made: Path, curate):
    record = next(path for path in made.rglob("*.yml") if "又一次" in path.read_text("utf-8"))
    record.write_text(f"{record.read_text('utf-8')}allow:\n  dup001: 故意列两次\n", encoding="utf-8")
    assert "DUP001" not in {code for code, _ in told(curate, "-C", made, "check")}


def test_contents_lead_to_the_headings_of_the_template(made: Path, curate):
    template = made / "README.template.md"
    text = template.read_text("utf-8").replace("- [目录](#没有这一节)", "{{ toc() }}")
    template.write_text(text, encoding="utf-8")
    assert curate("-C", made, "regen").code == 0
    page = (made / "README.md").read_text("utf-8")
    assert "- [工具](#工具-1)（4）\n- [书](#书)（4）\n  - [👨\u200d🎨 杂项](#\u200d-杂项)（2）" in page
    assert not [one for one in told(curate, "check", made / "README.md") if one[0] == "LNK006"]
