"""两个文件同名

文件名（slug）在整个条目库里只能用一次，不论在哪个小节，也不论大小写：
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
from bot.lint.phrases import FILE_NAME
from bot.lint.sentences import Sentence

SEVERITY: Severity = "error"
_FIX = "如果是同一个项目，请合并；否则给其中一个文件改名"
SENTENCES = {
    "same-name": Sentence("文件名“{slug:60}”与 {file} 同名", _FIX),
    "same-but-for-case": Sentence("文件名“{slug:60}”与 {file} 只差大小写", _FIX),
}
CONTRIBUTOR_FIX = {"": FILE_NAME}


def check(ctx: LintContext) -> Iterator[Finding]:
    judged = {record.file for record in ctx.subjects}
    readable = {record.file for record in ctx.catalog.records}
    yield from findings(ctx, (m for m in ctx.mistakes if m.kind == "duplicate-slug" and m.file not in readable))
    first: dict[str, Record] = {}
    for record in ctx.catalog.records:
        other = first.setdefault(record.slug.casefold(), record)
        if other is record or not judged & {record.file, other.file}:
            continue
        sentence = "same-name" if other.slug == record.slug else "same-but-for-case"
        evidence, parts = {"slug": record.slug}, {"file": other.file}
        yield Finding(sentence, place(record), evidence, parts, (place(other),), stops=True)
