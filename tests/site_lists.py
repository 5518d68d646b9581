"""Lists for the tests of the site: one that says all, one that says nothing, one made to do harm, a long one."""

from __future__ import annotations

from datetime import date

from kinds import KINDS

from bot.catalog.model import Catalog, License, Link, ListFile, Record, Relation, SectionEntry

SECTIONS = (SectionEntry("models", "模型"), SectionEntry("data", "数据", sections=(SectionEntry("rlhf", "偏好"),)))
LIST = ListFile(
    "清单", "https://github.com/Owner/List", introduction="可以**试用**的清单。", kinds=KINDS, sections=SECTIONS
)
FULL = Record(
    "qing-que", "models", "青雀 QingQue-7B", "model",
    aliases=("QingQue",), includes=("青雀小杯",), search_names=("清雀",), organisations=("示例大学",),
    added=date(2023, 3, 23), updated=date(2023, 8, 14), released=date(2022, 12, 1), sizes=("7B", "8x7B"),
    base=("heyan", "GPT-J"), languages=("zh", "en"), context=32768, data="1 TB",
    license=License("MIT", "自定", "CC0-1.0"), use="register", hardware="6 GB",
    links=(
        Link("https://github.com/example/qingque", "repository"),
        Link("https://example.org/a?b=1&c=2", "paper", "论文 <1>"),
    ),
    relations=(Relation("based-on", "heyan"), Relation("successor-of", "heyan")),
    description="支持**对话**，见[主页](https://example.org/)。\n\n- 许可：MIT\n", file="catalog/models/qing-que.yml",
)  # fmt: skip
BASE = Record(
    "heyan", "models", "鹤言", links=(Link("https://example.org/heyan"),), relations=(Relation("successor-of", "qing-que"),),
    description="互为后继，绕成一圈。\n",
)  # fmt: skip
GONE = Record(
    "gone", "data/rlhf", "海市", "dataset", added=date(2023, 5, 1), status="withdrawn", reason="从未公开。",
    links=(Link("https://example.org/gone"),), description="号称有。\n",
)  # fmt: skip


def catalog(*records: Record, about: ListFile = LIST) -> Catalog:
    return Catalog(about, records)


def full() -> Catalog:
    return catalog(FULL, BASE, GONE)


def bare(*names: str) -> Catalog:
    """As an import makes it: no kinds, dates or relations, and nobody knows the repository."""
    records = (
        Record(f"entry-{at}", "s", name, links=(Link(f"https://example.org/{at}"),)) for at, name in enumerate(names)
    )
    return Catalog(ListFile("导入的", sections=(SectionEntry("s", "全部", "list"),)), tuple(records))


HARM = (
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</title></script><script>alert(1)</script>",
    "{{ 7*7 }}{% raw %}", "\u202egnp.exe", "[x](javascript:alert(1))", "![x](https://evil.example/x.png)", "]]>&amp;<!--",
    "=cmd|' /C calc'!A0", "a/b#c%d?e🎉", "<a href=javascript:alert(1)>x</a>", '<https://evil.example/"onclick=alert(1)>',
)  # fmt: skip


def hostile() -> Catalog:
    """Harm in every field that is text."""
    records = [
        Record(
            f"harm-{at}", "models", harm, "model", aliases=(harm,), includes=(harm,), search_names=(harm,),
            organisations=(harm,), added=date(2023, 1, 1), reason=harm, status="withdrawn" if at % 4 == 3 else "active",
            base=(harm,), data=harm, license=License(harm, harm, harm), hardware=harm,
            links=(Link(f"https://example.org/{at}?{harm}", "homepage", harm), Link("javascript:alert(1)", "other", harm)),
            relations=(Relation("part-of", f"harm-{at}"),), description=f"{harm}\n\n{harm * 9}\n",
        )
        for at, harm in enumerate(HARM)
    ]  # fmt: skip
    long = Record("long", "models", "长" * 200, description="甲乙丙丁" * 2500)
    about = ListFile(
        HARM[0],
        "https://github.com/o/r",
        introduction=HARM[1],
        kinds=KINDS,
        sections=(SectionEntry("models", HARM[2], introduction=HARM[1]),),
    )
    return Catalog(about, (*records, long))


def many(count: int) -> Catalog:
    """No two descriptions alike, so that packing them is no easier than for a real list."""
    words = [chr(0x4E00 + (at * 7919) % 20000) for at in range(20000)]
    records = (
        Record(
            f"entry-{at}", "models", f"Model-{at * 7 % 9973}-{at}B", "model", organisations=(f"机构 {at % 300}",),
            added=date(2020 + at % 5, 1 + at % 12, 1), sizes=(f"{1 + at % 99}B",),
            description="".join(words[(at * 31 + n * (1 + at % 13)) % 20000] for n in range(90)),
        )
        for at in range(count)
    )  # fmt: skip
    return catalog(*records)
