"""Hand edits of a list of both our styles, as people make them, and what became of its catalog."""

import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from bot.cli.main import cli
from bot.flows import regen
from bot.markdown.page import page_lines

TINY = Path(__file__).parents[2] / "data" / "tiny"
QINGQUE = "**语言模型** · 示例大学、示例科技 · 又名 QingQue、青雀大模型 · 更新于 2023-08-14"
REPOSITORY = "[代码仓库](https://github.com/example/qingque)"
HEYAN = """### 鹤言（2023-06-30）

**语言模型** · 基于 [C# 白鹤 \\<v1.0\\>](#c-白鹤-v10) · 前代 [青雀 QingQue-7B](#青雀-qingque-7b2023-03-23)

[代码仓库](https://github.com/example/heyan)

以白鹤为基础，接替青雀。"""
BAIHE = """### C# 白鹤 \\<v1.0\\>

**框架与工具**

[项目主页](https://example.com/baihe?lang=zh)

没有日期、只有一个链接的条目；名称里有 Markdown 的符号。"""
NEW = """### 新星（2024-01-02）

**多模态模型** · 新所、旧所 · 又名 NewStar · 更新于 2024-02-03 · 前代 [青雀 QingQue-7B](#青雀-qingque-7b2023-03-23)

[代码仓库](https://github.com/example/xinxing) · [技术报告](https://arxiv.org/abs/2401.00001)

新的模型。

第二段。"""
STAR = {
    "name": "新星", "kind": "multimodal", "organisations": ["新所", "旧所"], "aliases": ["NewStar"],
    "links": [{"url": "https://github.com/example/xinxing", "type": "repository"},
              {"url": "https://arxiv.org/abs/2401.00001", "type": "paper", "label": "技术报告"}],
    "relations": [{"type": "successor-of", "record": "qingque"}], "description": "新的模型。\n\n第二段。\n", "body": None,
}  # fmt: skip
ITEM = (
    "- **新语料**（2024-01-02）：又名 XinYuLiao。新的语料。\\\n  [数据集](https://huggingface.co/datasets/example/xin)"
)
COPIED = '- <a id="entry-xianliao"></a>'
CORPUS = {"name": "新语料", "kind": "dataset", "aliases": ["XinYuLiao"], "description": "新的语料。\n", "body": None}
XIANLIAO = (
    '- <a id="entry-xianliao"></a>**闲聊一百句**（2023-04-18）：又名 XianLiao-100。一百句日常闲聊，逐句人工校对。\\\n'
    "  [数据集](https://huggingface.co/datasets/example/xianliao)"
)
PIANHAO = (
    '- <a id="entry-pianhao"></a>**偏好对**（2023-05-19）：同一问题的两个回答，按偏好排序。\\\n'
    "  基于 [闲聊一百句](#entry-xianliao)"
)
TOLD = "[代码仓库](https://github.com/example/duolun) · [论文](https://example.com/duolun.pdf)"


def case(old, new, where, *fields, id):  # noqa: A002 - as pytest.param has it
    """`fields` are those of the record, or of list.yml; None where the file must be gone."""
    return pytest.param([(old, new)], where, fields[0] if fields else None, id=id)


RECORDS = [
    case("参数量 70 亿", "参数量 75 亿", "models/qingque", {"description": "支持中英双语的**对话**模型，参数量 75 亿。\n\n- 训练数据：1 TB\n- 许可：Apache 2.0\n"}, id="a typo"),
    case("### 青雀 QingQue-7B（", "### 青雀 7B（", "models/qingque", {"name": "青雀 7B"}, id="a name"),
    case("（2023-03-23）\n\n**", "（2023-03-24）\n\n**", "models/qingque", {"added": "2023-03-24"}, id="a date"),
    case(QINGQUE, QINGQUE.replace("语言", "多模态"), "models/qingque", {"kind": "multimodal"}, id="a kind"),
    case(QINGQUE, QINGQUE.replace("示例科技", "新科技"), "models/qingque", {"organisations": ["示例大学", "新科技"]}, id="an organisation"),
    case(QINGQUE, QINGQUE.replace("QingQue、", "QQ、"), "models/qingque", {"aliases": ["QQ", "青雀大模型"]}, id="an alias"),
    case(QINGQUE, QINGQUE.replace("08-14", "08-15"), "models/qingque", {"updated": "2023-08-15"}, id="a later update"),
    case(REPOSITORY, "[代码仓库](https://github.com/other/qingque)", "models/qingque",
         {"links": [{"url": "https://github.com/other/qingque", "type": "repository"}, {"url": "https://huggingface.co/example/qingque-7b_(base)", "type": "model", "label": "权重 [7B]"}]}, id="a link"),
    case(REPOSITORY, "[青雀源码](https://github.com/example/qingque)", "models/qingque",
         {"links": [{"url": "https://github.com/example/qingque", "type": "repository", "label": "青雀源码"}, {"url": "https://huggingface.co/example/qingque-7b_(base)", "type": "model", "label": "权重 [7B]"}]}, id="a label"),
    case("[项目主页](https://example.com/baihe?lang=zh)", "[项目主页](https://example.com/baihe?lang=zh) · [论文](https://a.org/x.pdf)", "models/baihe",
         {"links": [{"url": "https://example.com/baihe?lang=zh"}, {"url": "https://a.org/x.pdf", "type": "paper"}]}, id="a second link"),
    case("接替青雀。", "接替青雀。\n\n后来又发布了新版本。", "models/heyan", {"description": "以白鹤为基础，接替青雀。\n\n后来又发布了新版本。\n"}, id="a paragraph at the end of a section"),
    case("Apache 2.0", "Apache 2.0\n\n后来改为 MIT。", "models/qingque", {"description": "支持中英双语的**对话**模型，参数量 70 亿。\n\n- 训练数据：1 TB\n- 许可：Apache 2.0\n\n后来改为 MIT。\n"}, id="a paragraph at the end of an entry"),
    case("### 鹤言（2023-06-30）", "### 鹤言（已撤下）", "models/heyan", {"status": "withdrawn", "added": "2023-06-30"}, id="marked as withdrawn"),
    case("### 鹤言（2023-06-30）", "### 鹤言（2023-06-30）  ", "models/heyan", {"name": "鹤言"}, id="blanks at the end of a heading"),
    case("### 鹤言", f"{NEW}\n\n### 鹤言", "models/xinxing", STAR, id="a copied entry in the middle"),
    case("### C#", f"{NEW}\n\n### C#", "models/xinxing", STAR, id="a copied entry first"),
    case("接替青雀。", f"接替青雀。\n\n{NEW}", "models/xinxing", STAR, id="a copied entry last"),
    case(HEYAN, NEW, "models/xinxing", STAR, id="another project in its place"),
    case(HEYAN, NEW, "models/heyan", None, id="the one whose place it took"),
    case(f"\n\n{HEYAN}", "", "models/heyan", None, id="the last entry deleted"),
    case(f"{PIANHAO}\n", "", "corpora/rlhf/pianhao", None, id="an item deleted"),
    case("一百句日常闲聊", "一百句闲聊", "corpora/dialogue/xianliao", {"description": "一百句闲聊，逐句人工校对。\n", "aliases": ["XianLiao-100"]}, id="an item's text"),
    case("又名 XianLiao-100", "又名 XL-100", "corpora/dialogue/xianliao", {"aliases": ["XL-100"]}, id="an item's alias"),
    case(XIANLIAO, f"{ITEM}\n{XIANLIAO}", "corpora/dialogue/xin", CORPUS, id="a copied item first"),
    case(XIANLIAO, f"{XIANLIAO}\n{ITEM}", "corpora/dialogue/xin", CORPUS, id="a copied item in the middle"),
    case(XIANLIAO, f"{XIANLIAO}\n{ITEM.replace('- ', COPIED, 1)}", "corpora/dialogue/xin", CORPUS, id="a copied item with the anchor of its neighbour"),
    case(TOLD, f"{TOLD}\n{ITEM}", "corpora/dialogue/xin", CORPUS, id="a copied item last"),
    case(TOLD, f"{TOLD} · [文档](https://a.org/docs)", "corpora/dialogue/duolun",
         {"links": [{"url": "https://github.com/example/duolun", "type": "repository"}, {"url": "https://example.com/duolun.pdf", "type": "paper"}, {"url": "https://a.org/docs", "type": "docs"}]}, id="an item's link"),
    pytest.param([(f"{XIANLIAO}\n", ""), (PIANHAO, f"{XIANLIAO}\n{PIANHAO}")], "corpora/rlhf/xianliao", {"aliases": ["XianLiao-100"], "kind": "dataset"}, id="an item moved to another section"),
    pytest.param([(f"\n\n{HEYAN}", ""), ("### C#", f"{HEYAN}\n\n### C#")], "models/heyan", {"kind": "model", "added": "2023-06-30"}, id="an entry moved up"),
    pytest.param([(f"\n\n{HEYAN}", ""), (BAIHE, "@"), ("@", HEYAN), ("### ~~造谣者", f"{BAIHE}\n\n### ~~造谣者")], "models/heyan", {"kind": "model"}, id="entries in another order"),
    pytest.param([(REPOSITORY, "[代码仓库](https://github.com/other/qingque)"), ("\n", "\r\n")], "models/qingque", {"kind": "model"}, id="CRLF"),
]  # fmt: skip
LIST = [
    case("# 小清单", "# 大清单", "title", "大清单", id="the title of the list"),
    case("都是虚构的。", "都是编的。", "introduction", "只用来测试的清单，项目与数据都是编的。\n", id="the introduction of the list"),
    case("## 一、模型篇\n", "## 一、模型\n", "sections", {"models": "一、模型", "corpora": "二、语料篇"}, id="a section renamed"),
    case("### RLHF", f"### 新组\n\n导语。\n\n{ITEM}\n\n### RLHF", "corpora", {"dialogue": "对话", "xin-zu": "新组", "rlhf": "RLHF"}, id="a section inside"),
    case("## 二、语料篇", f"## 二、新篇\n\n导语。\n\n{NEW}\n\n## 二、语料篇", "sections",
         {"models": "一、模型篇", "xin-pian": "二、新篇", "corpora": "二、语料篇"}, id="a section between"),
    case("\n[//]: #", f"\n## 三、新篇\n\n{NEW}\n\n[//]: #", "sections",
         {"models": "一、模型篇", "corpora": "二、语料篇", "xin-pian": "三、新篇"}, id="a section at the end"),
]  # fmt: skip
REFUSED = [
    case("现有 7 条", "现有 700 条", "README.template.md", id="a number that is counted"),
    case(QINGQUE, QINGQUE.replace("语言模型", "语言摸型"), "catalog/models/qingque.yml", id="a kind that there is not"),
    case("基于 [C#", "基于 [D#", "catalog/models/heyan.yml", id="a relation to what is not there"),
    case(f"{XIANLIAO}\n", "", "catalog/corpora/rlhf/pianhao.yml", id="an item that another one names"),
    case(f"{QINGQUE}\n\n", "", "catalog/models/qingque.yml", id="a line of facts taken out"),
    case("- [对话]", "- [对话语料]", "README.template.md", id="a line of the contents"),
]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    shutil.copytree(TINY, tmp_path, dirs_exist_ok=True)
    regen.write(tmp_path, regen.look(tmp_path), force=True)
    return tmp_path


def edited(home: Path, changes) -> str:
    page = home / "README.md"
    text = page.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new) if old == "\n" else text.replace(old, new, 1)
    page.write_bytes(text.encode())
    return text


def absorb(home: Path):
    return CliRunner().invoke(cli, ["-C", str(home), "absorb", "--yes"])


def tree(home: Path) -> dict[str, str]:
    return {
        str(file.relative_to(home)): file.read_text(encoding="utf-8") for file in home.rglob("*.*") if file.is_file()
    }


def read(file: Path):
    return yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)


@pytest.mark.parametrize(("changes", "path", "fields"), RECORDS)
def test_a_record_follows(home: Path, changes, path, fields):
    edited(home, changes)
    done = absorb(home)
    assert done.exit_code == 0, done.exception
    file = home / "catalog" / f"{path}.yml"
    assert file.exists() == (fields is not None)
    found = read(file) if fields is not None else {}
    assert {key: found.get(key) for key in fields or {}} == (fields or {})
    assert not regen.look(home).stale


@pytest.mark.parametrize(("changes", "key", "value"), LIST)
def test_list_yml_follows(home: Path, changes, key, value):
    edited(home, changes)
    done = absorb(home)
    assert done.exit_code == 0, done.exception
    found = read(home / "catalog/list.yml")
    inner = {one["id"]: one for one in found["sections"]}
    found["corpora"] = inner["corpora"]["sections"]
    shown = found[key] if isinstance(value, str) else {one["id"]: one["title"] for one in found[key]}
    assert shown == value
    assert isinstance(value, str) or list(shown) == list(value)
    assert not regen.look(home).stale


@pytest.mark.parametrize(("changes", "path", "_"), REFUSED)
def test_what_is_refused_is_named(home: Path, changes, path, _):
    edited(home, changes)
    before = tree(home)
    done = absorb(home)
    assert path in str(done.exception)
    assert tree(home) == before


def test_the_page_is_as_edited(home: Path):
    wanted = page_lines(edited(home, [(REPOSITORY, "[源码](https://github.com/example/qingque)")]))
    assert absorb(home).exit_code == 0
    assert page_lines((home / "README.md").read_text(encoding="utf-8")) == wanted
