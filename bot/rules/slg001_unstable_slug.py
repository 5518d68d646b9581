"""文件名不合规，或日后一定要改

文件名（slug）是条目的身份：别的条目用它指过来，机器人的分支和页面上的定位也靠它。改一次名，这些就断一次。
所以只用小写字母、数字和连字符，取自项目名称，不含排位、日期和“新条目”之类的字眼。
文件名与名称不完全一样不要紧，项目改名后文件名应当照旧；本规则只报告明显不合规的。

## Flagged

大写、空格或汉字：

```yaml
record: {name: ChatYuan, slug: Chat_Yuan}
```

```yaml
record: {name: 悟道·天鹰, slug: 悟道天鹰}
```

只有数字或日期：

```yaml
record: {name: ChatYuan, slug: "17"}
```

```yaml
record: {name: ChatYuan, slug: 2023-04-06}
```

带着排位，一插入新条目就不对了：

```yaml
record: {name: ChatYuan, slug: 03-chatyuan}
```

占位的名字：

```yaml
record: {name: ChatYuan, slug: new-entry}
```

用了另一个条目的名字：

```yaml
record: {name: MOSS, slug: chatyuan}
catalog: [{name: ChatYuan, slug: chatyuan-2}]
```

## Fine

```yaml
record: {name: ChatYuan, slug: chatyuan}
```

中文名称用拼音、英文名或官方缩写都可以：

```yaml
record: {name: 悟道·天鹰, slug: aquila}
```

数字本来就是名称的一部分：

```yaml
record: {name: 01-Ai Yi, slug: 01-ai-yi}
```

```yaml
record: {name: "360", slug: "360"}
```

项目改了名，文件名照旧：

```yaml
record: {name: StarVector, slug: old-vector}
```

同名的两个项目，各用各的文件名：

```yaml
record: {name: Guanaco, slug: guanaco}
catalog: [{name: Guanaco, slug: guanaco-65b}]
```
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from bot.catalog.model import SLUG, Record
from bot.lint.context import LintContext
from bot.lint.finding import Finding, Severity, place
from bot.lint.parse_errors import of_kinds
from bot.lint.phrases import FILE_NAME
from bot.lint.sentences import Sentence
from bot.lint.text_fields import has_own_file

SEVERITY: Severity = "error"
_RENAME = "请用项目名称给文件改名，并同步改掉指向它的 relations"
SENTENCES = {
    "date": Sentence("文件名“{slug:60}”是日期，不是名字", _RENAME),
    "number": Sentence("文件名“{slug:60}”只有数字", _RENAME),
    "stand-in": Sentence("文件名“{slug:60}”是占位用的", _RENAME),
    "copy": Sentence("文件名“{slug:60}”像是复制文件时留下的", _RENAME),
    "position": Sentence("文件名“{slug:60}”带着排位，插入新条目后就不对了", _RENAME),
    "name-of-another": Sentence("文件名“{slug:60}”是另一个条目“{other:40}”的名字", _RENAME),
}
CONTRIBUTOR_FIX = {"": FILE_NAME}
_PARTS = re.compile(r"[a-z0-9]+")
_DATE = re.compile(r"(?:19|20)\d\d-?[01]\d(?:-?[0-3]\d)?")
_POSITION = re.compile(r"(?:no|nr|item|entry|di)?-?\d{1,4}-(?P<rest>.+)")
_STAND_IN = re.compile(
    r"(?:new|untitled|unnamed|noname|tmp|temp|todo|tbd|xxx|test)(?:-(?:entry|record|model|file|\d+))?"
)
_COPY = re.compile(r"(?P<rest>.+)-(?:copy|bak|backup)(?:-?\d+)?")


def check(ctx: LintContext) -> Iterator[Finding]:
    yield from of_kinds(ctx, "file-name")
    names = _names(ctx.catalog.records)
    for record in ctx.subjects:
        if not has_own_file(record) or not SLUG.fullmatch(record.slug):
            continue
        if sentence := _why(record, names):
            evidence = {"slug": record.slug, "name": record.name}
            parts = {"other": names.get(record.slug)}
            yield Finding(sentence, place(record), evidence, parts, severity="warning")


def _why(record: Record, names: Mapping[str, str]) -> str:
    """Which sentence speaks against a file name; none where it will do."""
    own = {latin(name) for name in (record.name, *record.aliases)}
    slug = record.slug
    if slug in own:
        return ""
    if _DATE.fullmatch(slug):
        return "date"
    if re.fullmatch(r"[0-9-]+", slug):
        return "number"
    if _STAND_IN.fullmatch(slug):
        return "stand-in"
    if (match := _COPY.fullmatch(slug)) and match["rest"] in own:
        return "copy"
    if (match := _POSITION.fullmatch(slug)) and match["rest"] in own:
        return "position"
    return "name-of-another" if names.get(slug) and not _may_be_own(record, own) else ""


def _names(records: tuple[Record, ...]) -> dict[str, str]:
    return {latin(record.name): record.name for record in records}


def _may_be_own(record: Record, own: set[str]) -> bool:
    """A Chinese name can have any Latin one; a link may show where the slug was taken from."""
    parts = record.slug.split("-")
    return "" in own or any(part in name for part in parts for name in (*own, *(link.url for link in record.links)))


def latin(name: str) -> str:
    """The Latin letters and digits of a name as a slug would have them."""
    flat = name if name.isascii() else unicodedata.normalize("NFKC", name)
    return "-".join(_PARTS.findall(flat.lower()))
