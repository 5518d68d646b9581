"""The short cut for records as the writer writes them: what the long way reads, or no answer."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.catalog.model import Link, Record, Relation
from bot.catalog.parse_tree import record_by_tree
from bot.catalog.write import record_path, record_text
from bot.sources.record_plain import read_record_plain

ROOT = Path(__file__).resolve().parent.parent.parent
SHIPPED = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "catalog").glob("*/**/*.yml"))
FULL = Record(
    "a", "b/c", "悟道·天鹰", "model", ("Aquila", "天鹰"), ("智源",), 120, date(2023, 4, 7), date(2024, 2, 29),
    "withdrawn", "不再提供",
    (Link("https://example.org/a?b=c&d=%20#e", "homepage", "主页: 首页"), Link("https://example.org/")),
    (Relation("part-of", "b-c"), Relation("based-on", "d")),
    "第一段。\n\n- 列表\n    缩进\n", "末尾没有换行", {"dup001": "两个", "lnk002": "理由"},
)  # fmt: skip
TEXT = record_text(FULL)
HEAD = "name: 名\nkind: model\n"


def short(data: bytes) -> Record | None:
    return read_record_plain(data, "b/c", "a", "catalog/b/c/a.yml")


def agrees(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    if found := short(data):
        assert (repr(found), []) == (
            repr((slow := record_by_tree(data, "catalog/b/c/a.yml", "b/c", "a"))[0]),
            slow[1],
        )


@pytest.mark.parametrize("path", SHIPPED)
def test_every_shipped_record_is_plain(path: str) -> None:
    assert short((ROOT / path).read_bytes())
    agrees((ROOT / path).read_text(encoding="utf-8"))


def test_a_record_with_every_field_is_plain() -> None:
    assert short(TEXT.encode()) == FULL
    agrees(TEXT)


ODD = [
    "", "description:\n", "description: \n", "description: ''\n", 'description: ""\n', 'description: " "\n',
    "description: 文\n", "description:文\n", "description:  文\n", "description: 文 \n", "description: 文\n\n",
    "description: 文\n  续\n", "description: 文\n 续\n", "description: 文\n# 注\n", "description: 文 # 注\n",
    "description: |\n", "description: |\n\n  文\n", "description: |\n  文\n\n\n", "description: |-\n  文\n\n\n",
    "description: |+\n  文\n\n", "description: |\n   文\n", "description: |\n  文\n   深\n 浅\n", "description: |\n  文 \n",
    "description: |\n  文\n  \n", "description: |\n  文\n# 注\n", "description: |\n  # 文\n", "description: >\n  文\n",
    "description: | \n  文\n", "description:|\n  文\n", "description: x|\n  文\n", "description: |\n  文", "body: 文\n",
    "description: 文\nname: 又\n", "description: 文\n描述: 文\n", "description: 文\nDescription: 文\n", "description\n",
    "description: 文\nlinks:\n", "description: 文\nlinks\n  - url: https://a.cn\n", "description: 文\nlinks: []\n", "description: 文\nlinks:\n  - https://a.cn\n",
    "description: 文\nlinks:\n  - url: https://a.cn\n", "description: 文\nlinks:\n- url: https://a.cn\n",
    "description: 文\nlinks:\n  - url: a.cn\n", "description: 文\nlinks:\n  - url: https://a.cn b\n",
    "description: 文\nlinks:\n  - type: homepage\n", "description: 文\nlinks:\n  - label: 甲\n    url: https://a.cn\n",
    "description: 文\nlinks:\n  - url: https://a.cn\n    url: https://b.cn\n",
    "description: 文\nlinks:\n  - url: https://a.cn\n    line: 3\n",
    "description: 文\nlinks:\n  - url: https://a.cn\n      type: paper\n",
    "description: 文\nlinks:\n  - url: https://a.cn\n   type: paper\n",
    "description: 文\nlinks:\n  - url: https://a.cn\n    type: 论文\n",
    "description: 文\nlinks:\n  - url: https://a.cn\n    label: |\n      甲\n",
    "description: 文\nlinks:\n    url: https://a.cn\n", "description: 文\nlinks:\n  -\n", "description: 文\nlinks:\n  - \n",
    "description: 文\nrelations:\n  - record: b\n    type: part-of\n", "description: 文\nrelations:\n  - record: b\n",
    "description: 文\nrelations:\n  - type: part-of\n    record: ../b\n",
    "description: 文\naliases: 甲\n", "description: 文\naliases:\n  - 甲\n  - 乙\n", "description: 文\naliases:\n  - 甲: 乙\n",
    "description: 文\naliases:\n  - ~\n", 'description: 文\naliases:\n  - " "\n', "description: 文\naliases:\n  - - 甲\n",
    "description: 文\naliases:\n  - 甲\n    续\n", "description: 文\naliases:\n  - 甲\n  b: 乙\n",
    "description: 文\norder: 12\n", "description: 文\norder: +12\n", "description: 文\norder: -1\n",
    "description: 文\norder: 1234567890\n", "description: 文\norder: １\n", 'description: 文\norder: "12"\n',
    "description: 文\nadded: 2023-02-29\n", "description: 文\nadded: 2023-2-3\n", "description: 文\nadded: 20230203\n",
    "description: 文\nadded: 2023-W05-1\n", "description: 文\nadded: ２０２３-02-03\n", 'description: 文\nadded: "2023-02-03"\n',
    "description: 文\nadded: 2023-02-03T00:00:00\n", "description: 文\nstatus: 撤下\n", "description: 文\nslug: a\n",
    "description: 文\nallow:\n  dup001: 试\n", "description: 文\nallow:\n  dup001:\n", "description: 文\nallow: 试\n", "description: 文\nallow\n  dup001: 试\n",
    "description: 文\nallow:\n  dup001: 试\n  dup001: 试\n", "description: 文\nallow:\n  d p: 试\n",
    "description: 文\nallow:\n  ? d: 试\n", 'description: 文\nallow:\n  "d": 试\n', "description: 文\nallow:\n  - d: 试\n",
    "description: 文\nallow:\n  dup001: null\n", 'description: 文\nallow:\n  dup001: "null"\n',
    "description: a: b\n", "description: a:b\n", "description: a:\n", "description: a#b\n", "description: 'a'\n",
    'description: "a\\"b"\n', 'description: "a" b\n', 'description: "a\n', 'description: "\n', 'description: a"b\n',
    "description: *a\n", "description: &a b\n", "description: !a b\n", "description: @a\n", "description: %a\n",
    "description: `a`\n", "description: [a]\n", "description: {a}\n", "description: a [b]\n", "description: -a\n",
    "description: - a\n", "description: ?a\n", "description: :a\n", "description: ,a\n", "description: =\n",
    "description: <<\n", "description: ...\n", "description: ---\n", "...\n", "---\n", "description: 文\n...\n",
    "description: 文\n---\n", "description: a\tb\n", "description: 文\r\n", "description: a\u00a0b\n",
    "description: a\u3000b\n", "description: a\u2028b\n", "description: a\u0085b\n", "description: 😀\n", "description: a\0\n",
    "description: \ufeffa\n", "description: \ud800\n", "description: true\n", "description: 2023-01-01\n", "description: 0x1f\n",
]  # fmt: skip


@pytest.mark.parametrize("text", ODD, ids=repr)
def test_odd_forms(text: str) -> None:
    agrees(HEAD + text)
    agrees(text + HEAD)


@pytest.mark.parametrize("head", ["", "# 注\n", " # 注\n", "\n", "%YAML 1.1\n", "---\n", "\ufeff"], ids=repr)
def test_odd_beginnings(head: str) -> None:
    agrees(head + TEXT)


PIECES = st.sampled_from(
    ["a", "description: ", "links:", "aliases:", "allow:", "  - ", "  ", "    ", "\n", "|", "|-", '"', "'", "#", " #", ": ",
     "值", "url: https://a.cn", "type: ", "paper", "part-of", "order: ", "added: ", "2023-01-02", "-", ":", "!", ">", "null"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=24).map("".join))
@example("description: a\naliases:\n  - b\n  c\n")
def test_made_up_files(text: str) -> None:
    agrees(f"{HEAD}{text}\n")
    agrees(f"{HEAD}description: 文\n{text}\n")


@given(st.integers(0, len(TEXT)), st.integers(0, 3), PIECES | st.text(max_size=2))
@example(TEXT.index("allow") + len("allow"), 1, "")
def test_a_written_file_with_one_slip(at: int, cut: int, slip: str) -> None:
    agrees(TEXT[:at] + slip + TEXT[at + cut :])


@given(st.text(), st.text(), st.text())
def test_a_written_record_is_read_back(name: str, label: str, description: str) -> None:
    made = Record("a", "b/c", f"x{name}", links=(Link("https://a.cn", label=label),), description=f"文{description}")
    agrees(record_text(made))
    assert record_path(made) == "catalog/b/c/a.yml"
