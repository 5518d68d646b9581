"""A made-up catalog of N records that looks like a real one: the same seed and N give the same bytes anywhere."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import yaml

from bot.catalog.model import Catalog, Link, ListFile, Record, Relation, RelationType, SectionEntry
from bot.catalog.write import list_text, record_path, record_text

WORDS = {
    key: words.split() if isinstance(words, str) else words
    for key, words in yaml.safe_load(Path(__file__).with_name("words.yml").read_bytes()).items()
}
KINDS = {
    "model": "模型", "multimodal": "多模态", "dataset": "数据", "benchmark": "评测", "framework": "框架",
    "method": "方法", "agent": "智能体", "service": "服务",
}  # fmt: skip
TEMPLATE = """# {{ list.title }}

{{ list.introduction }}
> 共 **{{ count }}** 条，最近一次收录在 **{{ newest }}**。

{{ toc() }}

{% for section in sections %}
{{ heading(section) }}

{{ section.entry.introduction }}
{{ entries(section.path) }}

{% endfor %}
"""


def list_file(size: int) -> ListFile:
    """A section for every hundred records (6 at least, 100 at most), every fifth shown as a list in two parts."""
    sections = []
    for at in range(1, max(6, min(100, size // 100)) + 1):
        topic = WORDS["tasks"][at % len(WORDS["tasks"])]
        about = f"本篇收录与{topic}有关的项目。\n"
        if at % 5:
            sections.append(SectionEntry(f"s{at}", f"第{at}篇 {topic}", "headings", about))
        else:
            parts = tuple(SectionEntry(name, f"{topic}{at}·{name}", "list", about) for name in ("data", "tools"))
            sections.append(SectionEntry(f"s{at}", f"第{at}篇 {topic}", "list", about, parts))
    return ListFile(
        "合成列表", introduction="只为测量而造的列表，内容均属虚构。\n", kinds=KINDS, sections=tuple(sections)
    )


def records(size: int, seed: int = 1) -> Iterator[Record]:
    """`size` records with unique slugs, names and links; about one in seven is related to an earlier one."""
    chance = random.Random(seed)
    paths = [s.path for s in Catalog(list_file(size)).sections if s.level == 2 or not s.entry.sections]
    earlier: list[Record] = []
    for number in range(size):
        record = _record(number, chance, chance.choice(paths), earlier)
        earlier.append(record)
        yield record


def write(root: Path, size: int, seed: int = 1) -> list[Record]:
    """Lay the catalog and a template out below `root`; returns the records."""
    (root / "catalog").mkdir(parents=True)
    (root / "catalog/list.yml").write_text(list_text(list_file(size)), encoding="utf-8")
    (root / "README.template.md").write_text(TEMPLATE, encoding="utf-8")
    made = list(records(size, seed))
    for folder in {record_path(record).rpartition("/")[0] for record in made}:
        (root / folder).mkdir(parents=True)
    for record in made:
        (root / record_path(record)).write_text(record_text(record), encoding="utf-8")
    return made


def _record(number: int, chance: random.Random, section: str, earlier: list[Record]) -> Record:
    stem = "".join(chance.choices(WORDS["syllables"], k=3))
    suffix, owner = chance.choice(WORDS["suffixes"]), "".join(chance.choices(WORDS["syllables"], k=2))
    latin = f"{stem.capitalize()}-{suffix}-{number}"
    chinese = chance.choice(WORDS["first"]) + chance.choice(WORDS["second"])
    added = date(2020, 1, 1) + timedelta(days=chance.randrange(1500))
    home = Link(f"https://github.com/{owner}{number % 977}/{latin}", "repository", f"{latin} 代码仓库")
    more = Link(f"https://huggingface.co/{owner}/{latin}", "model", "模型权重")
    return Record(
        slug=latin.lower(),
        section=section,
        name=f"{chinese} {latin}" if chance.random() < 0.3 else latin,
        kind=chance.choice(tuple(KINDS)),
        aliases=(f"{chinese}{number}",) if chance.random() < 0.4 else (),
        organisations=(_organisation(chance),) if chance.random() < 0.8 else (),
        order=(number + 1) * 10 if chance.random() < 0.9 else None,
        added=added,
        updated=added + timedelta(days=90) if chance.random() < 0.1 else None,
        links=(home, more) if chance.random() < 0.4 else (home,),
        relations=_relations(chance, section, earlier),
        description=_description(chance, earlier),
    )


def _organisation(chance: random.Random) -> str:
    return "".join(chance.choice(WORDS[part]) for part in ("cities", "first", "second", "bodies"))


def _relations(chance: random.Random, section: str, earlier: list[Record]) -> tuple[Relation, ...]:
    if not earlier or chance.random() > 0.15:
        return ()
    other = chance.choice(earlier)
    kind: RelationType = "part-of" if other.section == section else chance.choice(("based-on", "successor-of"))
    return (Relation(kind, other.slug),)


def _description(chance: random.Random, earlier: list[Record]) -> str:
    first = [chance.choice(WORDS["openings"]), chance.choice(WORDS["middles"])]
    second = [*chance.sample(WORDS["middles"], 2), chance.choice(WORDS["endings"])]
    other = chance.choice(earlier).name if earlier else "前作"
    return f"{_filled(chance, ''.join(first), other)}\n\n{_filled(chance, ''.join(second), other)}\n"


def _filled(chance: random.Random, sentence: str, other: str) -> str:
    task, task2 = chance.sample(WORDS["tasks"], 2)
    method, method2 = chance.sample(WORDS["methods"], 2)
    source, source2 = chance.sample(WORDS["sources"], 2)
    return sentence.format(
        org=_organisation(chance), task=task, task2=task2, method=method, method2=method2, source=source,
        source2=source2, base=chance.choice(WORDS["bases"]), device=chance.choice(WORDS["devices"]),
        limit=chance.choice(WORDS["limits"]), weak=chance.choice(WORDS["weak"]), other=other,
        size=chance.randrange(5, 1800), count=chance.randrange(2, 980), months=chance.randrange(2, 30),
        hours=chance.randrange(3, 400), items=chance.randrange(20, 4000), points=chance.randrange(2, 40),
        delay=chance.randrange(40, 900), context=2 ** chance.randrange(2, 8),
    )  # fmt: skip
