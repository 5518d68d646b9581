"""The short cut for plain YAML never disagrees with the parser: same tree, same positions, or no answer."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.catalog.model import Link, Record
from bot.catalog.write import record_text
from bot.catalog.yaml_tree import Mapping, read_tree
from bot.sources.yaml_plain import read_plain

CATALOG = Path(__file__).parents[2] / "catalog"
SHIPPED = sorted(CATALOG.rglob("*.yml"))
FULL = record_text(
    Record(
        "a", "b/c", "悟道·天鹰", "model", ("Aquila", "天鹰"), ("智源",), 120,
        links=(Link("https://example.org/a?b=c&d=%20#e", "homepage", "主页: 首页"), Link("https://example.org/")),
        description="第一段。\n\n- 列表\n    缩进\n", body="末尾没有换行", allow={"dup001": "两个\n理由"},
    )
)  # fmt: skip


def agrees(text: str) -> None:
    short = read_plain(text.encode("utf-8", "surrogatepass"))
    assert short is None or repr(short) == repr(read_tree(text.encode(), "x.yml"))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_file_is_plain(path: Path) -> None:
    assert repr(read_plain(path.read_bytes())) == repr(read_tree(path.read_bytes(), path.name))


def test_what_the_writer_writes_is_plain() -> None:
    assert isinstance(read_plain(FULL.encode()), Mapping)
    agrees(FULL)


@pytest.mark.parametrize(
    "text",
    [
        "", "\n", "# 只有注释\n", "a\n", "a: 1", "a: 1\n\n", "a: 1\n# b\n", "a:\n", "a: \n",
        "a:\n\n  b: 1\n", "a: 1\n b: 2\n", "  a: 1\n", "- a\n", "a: - b\n", "a:b\n", "a: b: c\n",
        "a: b # c\n", "a: b#c\n", "a: *b\n", "a: &b c\n", "a: !x c\n", "a: [b]\n", "a: {b: c}\n",
        "a: 'b'\n", 'a: "b" c\n', 'a: "b\\n"\n', 'a: "b\n  c"\n', "a: b\n  c\n",
        "a:\n  - b\n  c\n", "a:\n  - b\n   - c\n", "a:\n- b\n", "a:\n    - b\n",
        "a:\n  - b: c\n   d: e\n", "a:\n  - b: c\n      d: e\n", "a:\n  b: c\n  - d\n",
        "a:\n  - b\n  c: d\n", "a:\n  - - b\n", "a:\n  -\n", "a: |\n", "a: |\n\n  b\n",
        "a: |\n  b\n c\n", "a: |\n    b\n  c\n", "a: |\n  b\n   \n  c\n", "a: |\n  b  \n",
        "a: |2\n  b\n", "a: |+\n  b\n\n", "a: >\n  b\n", "a: | # b\n  c\n", "a: |\n  b\n# c\nd: e\n",
        "a: |\n  # b\n", "a: |-\n  b\n\n\n", "a:\n  - |\n    b\n", "a:\n  - b: |\n      c\n    d: e\n",
        "a: 1\na: 2\n", "---\na: 1\n", "a: 1\n...\n", "%YAML 1.1\n", "a: null\n", "a: ~\n",
        "a: 2023-01-01\n", "a: b\r\n", "a:\tb\n", "a: b\u2028c\n", "a: \ufeffb\n", "\ufeffa: b\n",
        "a: b \n", "a : b\n", "? a\n", "a: ?b\n", "a: b:\n", "键: b\n", "a: 值\n", "a: 😀\n", "a: “b”\n",
        "a: b\u0000\n",
    ],
    ids=repr,
)  # fmt: skip
def test_odd_forms(text: str) -> None:
    agrees(text)


PIECES = st.sampled_from(
    ["a", "b: ", "c:", "- ", "  ", "\n", "|", "|-", '"', "'", "#", " #", ": ", "值", "{", "[", "&", "*", "!", ">", "-"]
)


@given(st.lists(PIECES, max_size=24).map("".join))
@example("a:\n  - b\n  c\n")
def test_made_up_files(text: str) -> None:
    agrees(f"{text}\n")


def test_long_words_take_no_time() -> None:
    assert read_plain(f"a: {'x' * 100_000} \n".encode()) is None


@given(st.integers(0, len(FULL)), st.integers(0, 3), PIECES | st.text(max_size=2))
def test_a_written_file_with_one_slip(at: int, cut: int, slip: str) -> None:
    agrees(FULL[:at] + slip.encode("utf-8", "replace").decode() + FULL[at + cut :])
