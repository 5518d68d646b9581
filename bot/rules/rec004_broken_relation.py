"""关系指向不存在的条目，或循环引用

`relations` 里写的是另一条记录的文件名（不含 .yml）。对方改名或删除以后，页面上的“基于”“隶属于”就失效；
甲后继于乙、乙又后继于甲，则至少有一句不对。

## Flagged

```yaml
record: {name: Alpaca-LoRA, relations: [{type: based-on, record: stanford-alpaka}]}
catalog: [{name: Stanford Alpaca}]
```

指向自己：

```yaml
record: {name: Alpaca-LoRA, relations: [{type: part-of, record: alpaca-lora}]}
```

两条记录互相隶属：

```yaml
record: {name: ChatGLM, relations: [{type: part-of, record: visualglm}]}
catalog: [{name: VisualGLM, relations: [{type: part-of, record: chatglm}]}]
```

两条记录互为后继：

```yaml
record: {name: ChatGLM, relations: [{type: successor-of, record: chatglm2}]}
catalog: [{name: ChatGLM2, relations: [{type: successor-of, record: chatglm}]}]
```

## Fine

```yaml
record: {name: ChatGLM2, relations: [{type: successor-of, record: chatglm}]}
catalog: [{name: ChatGLM}]
```

不同的关系可以来回指：

```yaml
record: {name: ChatGLM2, relations: [{type: successor-of, record: chatglm}]}
catalog: [{name: ChatGLM, relations: [{type: part-of, record: chatglm2}]}]
```
"""

from collections.abc import Iterator, Mapping

from bot.catalog.model import Record, Relation, RelationType
from bot.catalog.words import RELATIONS
from bot.lint.context import LintContext
from bot.lint.finding import Finding, Severity, place
from bot.lint.parse_errors import of_kinds
from bot.lint.sentences import Sentence

SEVERITY: Severity = "error"
SENTENCES = {"circle": Sentence("{names}的“{called}”循环引用", "请删除错误的那一条")}
CONTRIBUTOR_FIX = {"": "你不用改，条目之间的关系由维护者写"}
NAMED = 6  # entries of a circle that are named
# The loader sees to part-of, since pages are nested by it.
LOOKED_AT: tuple[RelationType, ...] = ("successor-of", "based-on")


def check(ctx: LintContext) -> Iterator[Finding]:
    yield from of_kinds(ctx, "reference")
    judged = {record.slug for record in ctx.subjects}
    for relation in LOOKED_AT:
        for circle in _circles(ctx.catalog.by_slug, relation):
            if judged & {record.slug for record, _ in circle}:
                yield _finding(relation, circle)


def _circles(records: Mapping[str, Record], relation: RelationType) -> Iterator[list[tuple[Record, Relation]]]:
    """Each circle of one relation once; a record is entered once, so that a long chain is walked once."""
    done: set[str] = set()
    for start in records.values():
        path: dict[str, tuple[Record, Relation]] = {}
        record: Record | None = start
        while record and record.slug not in done:
            done.add(record.slug)
            step = onward(record, relation)
            if step is None:
                break
            path[record.slug] = (record, step)
            record = records.get(step.record)
        if record and record.slug in path:
            yield list(path.values())[list(path).index(record.slug) :]


def onward(record: Record, relation: RelationType) -> Relation | None:
    """The one relation of that kind that is followed."""
    return next((r for r in record.relations if r.type == relation and r.record != record.slug), None)


def _finding(relation: RelationType, circle: list[tuple[Record, Relation]]) -> Finding:
    places = [place(record, "relations", step.line) for record, step in circle]
    parts = {"names": tuple(record.name for record, _ in circle[:NAMED]), "called": RELATIONS[relation]}
    return Finding("circle", places[0], {"relation": relation}, parts, tuple(places[1:]))
