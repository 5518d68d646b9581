"""两个文件同名

文件名（slug）在整个目录里只能用一次，不论在哪个小节，也不论大小写：
Windows 和 macOS 分不清只差大小写的文件，别的条目也不知道该指向哪一个。

## Flagged

两个小节里各有一个：

```yaml
record: {name: ChatYuan, slug: chatyuan}
catalog: [{name: ChatYuan 数据, slug: chatyuan, section: corpora}]
```

只差大小写：

```yaml
record: {name: ChatYuan, slug: chatyuan}
catalog: [{name: ChatYuan 数据, slug: ChatYuan, section: corpora}]
```

## Fine

```yaml
record: {name: ChatYuan, slug: chatyuan}
catalog: [{name: ChatYuan 数据, slug: chatyuan-data, section: corpora}]
```
"""

from collections.abc import Iterator

from bot.catalog.model import Record
from bot.lint.context import LintContext
from bot.lint.finding import Finding, Severity, place
from bot.lint.parse_errors import findings
from bot.text.zh import quote

SEVERITY: Severity = "error"


def check(ctx: LintContext) -> Iterator[Finding]:
    judged = {record.file for record in ctx.subjects}
    readable = {record.file for record in ctx.catalog.records}
    yield from findings(ctx, (m for m in ctx.mistakes if m.kind == "duplicate-slug" and m.file not in readable))
    first: dict[str, Record] = {}
    for record in ctx.catalog.records:
        other = first.setdefault(record.slug.casefold(), record)
        if other is record or not judged & {record.file, other.file}:
            continue
        how = "同名" if other.slug == record.slug else "只差大小写"
        message = f"文件名{quote(record.slug)}与 {other.file} {how}"
        fix = "若是同一个项目请合并，否则给其中一个文件改名"
        yield Finding(message, fix, place(record), {"slug": record.slug}, (place(other),), stops=True)
