"""`python -m bench.degenerate [N]`: `curate check` on catalogs that an inner loop could choke on, N and 2 N large,
and on pages that strangers could write, N, 2 N and 4 N large (`--only pages`).

A cost that grows with the size says about 2 (and 4) in the last column, one that grows with its square about 4
(16). Nothing here asserts a time.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from bench import synthetic
from bench.measure import Cost, run, typical
from bench.speed import CURATE, cache
from bot.catalog.model import Link, Record
from bot.catalog.write import list_text, record_path, record_text

Change = Callable[[int, Record, random.Random], Record]


def main() -> None:
    asked = _arguments()
    print("| 目录 | 条数 | 处理器 秒 | 峰值 MiB | 增长 |")
    print("|---|---|---|---|---|")
    for name, make in CATALOGS.items():
        if asked.only in {"", name}:
            costs = [_cost(make, size) for size in (asked.size, 2 * asked.size)]
            _print(name, (asked.size, 2 * asked.size), costs)
    for name, (size, text) in PAGES.items():
        if asked.only in {"", name, "pages"}:
            sizes = (size, 2 * size, 4 * size)
            _print(name, sizes, [_page_cost(text(size)) for size in sizes])


def _print(name: str, sizes: Sequence[int], costs: Sequence[Cost]) -> None:
    for size, cost in zip(sizes, costs, strict=True):
        growth = f"{cost.cpu / costs[0].cpu:.1f}" if cost is not costs[0] else ""
        print(f"| {name} | {size} | {cost.cpu:.2f} | {cost.peak:.0f} | {growth} |", flush=True)


def _page_cost(text: str) -> Cost:
    """`curate check` of one hand-kept page."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "page.md").write_text(text, encoding="utf-8")
        return typical(1, lambda: run([*CURATE, "check", "page.md"], Path(folder), cache(Path(folder, "cache"))))


def _arguments() -> argparse.Namespace:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("size", nargs="?", type=int, default=2_000)
    words.add_argument("--only", default="", choices=["", "pages", *CATALOGS, *PAGES], help="only this one")
    return words.parse_args()


def _cost(make: Callable[[int], Iterator[Record]], size: int) -> Cost:
    with tempfile.TemporaryDirectory() as folder:
        _write(Path(folder, "list"), list(make(size)))
        return typical(1, lambda: run([*CURATE, "check"], Path(folder, "list"), cache(Path(folder, "cache"))))


def _write(root: Path, records: Sequence[Record]) -> None:
    (root / "catalog").mkdir(parents=True)
    (root / "catalog/list.yml").write_text(list_text(synthetic.list_file(600)), encoding="utf-8")
    for record in records:
        path = root / record_path(record)
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(record_text(record), encoding="utf-8")


def _each(change: Change) -> Callable[[int], Iterator[Record]]:
    def make(size: int) -> Iterator[Record]:
        chance = random.Random(size)
        for at, record in enumerate(synthetic.records(size)):
            yield change(at, replace(record, section=f"s{at % 4 + 1}", relations=()), chance)

    return make


def _linked(record: Record, *urls: str) -> Record:
    return replace(record, links=tuple(Link(url, "homepage") for url in urls))


def _edited(text: str, chance: random.Random) -> str:
    """A few characters of a long text exchanged."""
    letters = list(text)
    for _ in range(len(letters) // 25):
        letters[chance.randrange(len(letters))] = chance.choice("甲乙丙丁戊己庚辛")
    return "".join(letters)


def _one_page(_: int, record: Record, __: random.Random) -> Record:
    return _linked(record, "https://github.com/owner/project")


def _parts_of_one_page(at: int, record: Record, _: random.Random) -> Record:
    return replace(_linked(record, "https://github.com/owner/project"), name=f"Project：part {at}")


def _words_on_one_page(_: int, record: Record, chance: random.Random) -> Record:
    name = " ".join("".join(chance.choices("abcdefghijklmnoprstuvw", k=6)) for _ in range(2))
    return replace(_linked(record, "https://github.com/owner/project"), name=name)


def _one_name(_: int, record: Record, __: random.Random) -> Record:
    return replace(record, name="Project")


def _one_name_and_page(at: int, record: Record, chance: random.Random) -> Record:
    return _one_name(at, _one_page(at, record, chance), chance)


def _one_owner(at: int, record: Record, _: random.Random) -> Record:
    return _linked(record, f"https://github.com/owner/{record.slug}{at}")


def _one_project(at: int, record: Record, _: random.Random) -> Record:
    return _linked(record, f"https://github.com/owner/project/tree/main/{record.slug}{at}")


TEXT = "为真实用户准备的中文对话模型，可以在普通电脑上运行，支持长文本、工具调用与多轮对话，公开了全部训练数据与过程"


def _one_text(_: int, record: Record, chance: random.Random) -> Record:
    return replace(record, description=_edited(TEXT * 2, chance) + "\n")


def _one_alias(_: int, record: Record, __: random.Random) -> Record:
    return replace(record, aliases=("OpenProject",), links=(Link("https://github.com/owner/project", "repository"),))


def _many_links(size: int) -> Iterator[Record]:
    """Three records that share N links, of projects that one of them is called like."""
    for at, record in enumerate(_each(_one_owner)(3)):
        named = replace(record, section="s1", name=("Project", "Elsewhere", "Third thing")[at])
        yield _linked(named, *(f"https://github.com/owner{n}/project" for n in range(size)))


def _same_link(size: int) -> Iterator[Record]:
    """Two records, each with N times one link."""
    for record in _each(_one_owner)(2):
        yield _linked(record, *(f"https://github.com/owner/project?utm_source={n}" for n in range(size)))


def _misspelt_links(size: int) -> Iterator[Record]:
    for record in _each(_one_owner)(1):
        yield _linked(replace(record, name="Projectile"), *(f"https://x{n}.org/projectil" for n in range(size)))


def _long_texts(size: int) -> Iterator[Record]:
    """Two records of one page with N times 5,000 characters each, in the way of the commonest texts."""
    for seed, record in enumerate(_each(_one_page)(2)):
        chance = random.Random(seed)
        sentences = [_edited(TEXT, chance) for _ in range(200)]
        text = "。\n".join(chance.choice(sentences) for _ in range(size * 5_000 // len(TEXT)))
        yield replace(record, description=text + "\n")


CATALOGS: dict[str, Callable[[int], Iterator[Record]]] = {
    "普通": _each(lambda _, record, __: record),
    "同一个网址": _each(_one_page),
    "同一个网址，名称只差编号": _each(_parts_of_one_page),
    "同一个网址，名称各异": _each(_words_on_one_page),
    "同一个网址，同一个别名": _each(_one_alias),
    "同一个名称": _each(_one_name),
    "同名同网址": _each(_one_name_and_page),
    "同一个作者": _each(_one_owner),
    "同一个仓库": _each(_one_project),
    "介绍几乎相同": _each(_one_text),
    "三条记录共用 N 个链接": _many_links,
    "一条记录 N 次同一链接": _same_link,
    "N 个拼错的链接": _misspelt_links,
    "两篇 N × 5 KB 的介绍": _long_texts,
}


LINK = "- [{}](https://github.com/a/b) - 一句话。\n"
# Name → where N begins, and a page of that size; the first line is what the review of the security found.
PAGES: dict[str, tuple[int, Callable[[int], str]]] = {
    "一行 N 个反引号": (10_000, lambda n: "# l\n\n- " + "` " * n + "\n"),
    "N 个连着的反引号": (10_000, lambda n: "# l\n\n- " + "`" * n + "\n"),
    "链接文字里 N 个空格": (10_000, lambda n: "# l\n\n" + LINK.format("a" + " " * n + "b")),
    "链接文字里 N 个 Tab": (10_000, lambda n: "# l\n\n" + LINK.format("a" + "\t" * n + "b")),
    "链接文字里 N 个各种空白": (10_000, lambda n: "# l\n\n" + LINK.format("\u2028 \f" * n + "b")),
    "一条 N 个不同的链接": (
        1_000,
        lambda n: (
            "# l\n\n- "
            + " ".join(f"[x{k}]" for k in range(n))
            + "\n\n"
            + "".join(f"[x{k}]: https://a.cn/{k}\n" for k in range(n))
        ),
    ),
    "一行 N 个链接": (2_000, lambda n: "# l\n\n- " + "[a](https://x.org/b) " * n + "\n"),
    "N 节各有同一条": (1_000, lambda n: "# l\n" + "".join(f"\n## s{k}\n\n" + LINK.format("同") for k in range(n))),
    "名称是 N 个 []": (2_500, lambda n: "# l\n\n" + LINK.format(r"\\[\\]" * n)),
    "N 个左方括号": (10_000, lambda n: "# l\n\n- " + "[" * n + "\n"),
    "N 个反斜杠方括号": (10_000, lambda n: "# l\n\n- " + r"\[" * n + "\n"),
    "标题里 N 个左方括号": (10_000, lambda n: "# l\n\n## " + "[" * n + "\n"),
    "标题里 N 个叹号方括号": (10_000, lambda n: "# l\n\n## " + "![" * n + "\n"),
    "标题里 N 个注释开头": (2_500, lambda n: "# l\n\n## " + "<!--" * n + "\n"),
    "N 个星号": (10_000, lambda n: "# l\n\n- " + "* a *" * n + "\n"),
    "N 层引用": (2_500, lambda n: "# l\n\n" + ">" * n + " a\n"),
    "N 层列表": (250, lambda n: "# l\n\n" + "".join("  " * k + "- a\n" for k in range(n))),
    "N 列的表格": (
        500,
        lambda n: "# l\n\n" + "|a" * n + "|\n" + "|-" * n + "|\n" + "|[b](https://x.org/b)" * n + "|\n",
    ),
    "N 个脚注": (
        2_500,
        lambda n: "# l\n\n" + "".join(f"- a[^{k}]\n" for k in range(n)) + "".join(f"\n[^{k}]: b\n" for k in range(n)),
    ),
    "N 个引用定义": (
        2_500,
        lambda n: (
            "# l\n\n"
            + "".join(f"- [a{k}][{k}]\n" for k in range(n))
            + "".join(f"\n[{k}]: https://x.org/{k}\n" for k in range(n))
        ),
    ),
    "N 个同名标题": (2_500, lambda n: "# l\n\n" + "## 同\n\n文字\n\n" * n),
    "N 个标签开头": (10_000, lambda n: "# l\n\n- " + "<a " * n + "\n"),
    "N 个尖括号": (10_000, lambda n: "# l\n\n- " + "<" * n + "\n"),
    "N 个实体": (10_000, lambda n: "# l\n\n- " + "&amp;" * n + "\n"),
    "N 个括号的网址": (5_000, lambda n: "# l\n\n- [a](https://x.org/" + "(" * n + ")" * n + ")\n"),
    "长 N 的网址": (20_000, lambda n: "# l\n\n- [a](https://x.org/" + "a/" * n + ")\n"),
    "N 个点的网址": (10_000, lambda n: "# l\n\n- [a](https://" + "a." * n + "org)\n"),
    "N 个空行": (50_000, lambda n: "# l\n\n- a\n" + "\n" * n + "- b\n"),
    "N 个 details": (2_500, lambda n: "# l\n\n" + "<details>\n" * n),
    "N 个代码栏开头": (5_000, lambda n: "# l\n\n" + "```\n~~~\n" * n),
    "N 个附加符号": (20_000, lambda n: "# l\n\n- a" + "\u0301" * n + "\n"),
    "N 个零宽字符": (20_000, lambda n: "# l\n\n- [a](https://x.org) - " + "\u200b" * n + "\n"),
    "N 个全角句号": (20_000, lambda n: "# l\n\n- https://x.org" + "。" * n + "\n"),
}


if __name__ == "__main__":
    sys.exit(main())
