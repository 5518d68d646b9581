"""链接停在仓库里面的一页

项目的主要链接指到了仓库的 issue 列表、最上层的某个文件或默认分支，多半是从当时打开的页面复制的。
仓库主页不会随着分支改名、文件移动而失效，也是读者想看的。确要指到里面的，不必改，所以只是提示。

## Flagged

```yaml
record: {name: Counter, links: [{url: "https://github.com/abacus/counter/issues"}]}
```

```yaml
record: {name: Counter, links: [{url: "https://github.com/abacus/counter/tree/main"}]}
```

```yaml
record: {name: Counter, links: [{url: "https://github.com/abacus/counter/blob/master/README.md"}]}
```

```yaml
record: {name: Counter, links: [{url: "https://github.com/abacus/counter/blob/master/counter.plugin.zsh"}]}
```

```yaml
record: {name: Counter, links: [{url: "https://github.com/abacus/counter/issues/1#issuecomment-763040593"}]}
```

## Fine

```yaml
record: {name: Counter, links: [{url: "https://github.com/abacus/counter"}]}
```

文件夹里是单独的项目：

```yaml
record: {name: Counter, links: [{url: "https://github.com/abacus/tools/tree/main/counter"}]}
```

中文说明是另一个文件：

```yaml
record: {name: Counter, links: [{url: "https://github.com/abacus/counter/blob/main/README_zh.md"}]}
```

写明了是文件：

```yaml
record: {name: Counter 词表, links: [{url: "https://github.com/abacus/counter/blob/main/words.txt", type: file}]}
```

条目就是那篇讨论：

```yaml
record: {name: 一年远程工作的感悟, links: [{url: "https://github.com/abacus/blog/issues/27"}]}
```
"""

import re
from collections.abc import Iterator

from bot.lint.analysis.same_page import main_link
from bot.lint.context import LintContext
from bot.lint.finding import Finding, Severity, place
from bot.lint.sentences import Sentence
from bot.names.match_url import fit
from bot.urls.normalise import link_key

SEVERITY: Severity = "info"
SENTENCES = {"inner-page": Sentence("链接停在仓库里面的一页 {url}", "想让读者看整个项目，请用 {project}")}
INNER = re.compile(
    r"(?i)https?://(?:www\.)?(?:github|gitee|gitlab)\.com/[^/]+/[^/]+/(?:-/)?"
    r"(?:issues/?$|commits/[^/]+/?$|issues/\d+#|pulls/?$|tree/[^/]+/?$|blob/[^/]+/(?:[^/]+/)*readme\.\w+$|blob/[^/]+/[^/]+\.\w+$"
    r"|blob/[^/]+/(?:[^/]+/)*(?:index|[a-z]{2}_[A-Z]{2})\.\w+$)",
)
# A translation and a file of data are pages of their own.
OWN = re.compile(r"(?i)readme[._-](?:zh|cn|ch)|(?:zh|cn)[._-]readme|\.(?:jsonl?|csv|tsv|txt|pdf|ipynb|parquet|zip|gz)$")


def check(ctx: LintContext) -> Iterator[Finding]:
    for record in ctx.subjects:
        if not any(INNER.match(link.url) for link in record.links):
            continue
        link = main_link(record)
        if link is None or not INNER.match(link.url) or OWN.search(link.url):
            continue
        if link.type == "file" and record.file.endswith(".yml"):
            continue
        key = link_key(link.url)
        at = link.url.lower().find(key.project)
        home = "https://" + (link.url[at : at + len(key.project)] if at >= 0 else key.project)  # as its owner spells it
        if fit(record.name, home) >= 0.8:
            yield Finding("inner-page", place(record, "links", link.line), {"url": link.url, "project": home})
