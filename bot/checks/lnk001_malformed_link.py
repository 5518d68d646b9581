"""网址写得不对

复制时带进来的全角符号、括号、空格和看不见的字符，以及少写的冒号，都会让读者点开一个不存在的页面。
本规则只看写法，不访问网络；能确定原意的，直接给出改好的网址。

## Flagged

缺少或写坏了开头：

```yaml
record: {links: [{url: "github.com/clue-ai/ChatYuan"}]}
```

```yaml
record: {links: [{url: "https//github.com/clue-ai/ChatYuan"}]}
```

```yaml
record: {links: [{url: "https://https://github.com/clue-ai/ChatYuan"}]}
```

带着全角符号或后面的文字：

```yaml
record: {links: [{url: "https：//github.com/clue-ai/ChatYuan"}]}
```

```yaml
record: {links: [{url: "https://github.com/clue-ai/ChatYuan，元语对话模型"}]}
```

末尾的括号或标点不属于网址：

```yaml
record: {links: [{url: "https://github.com/clue-ai/ChatYuan)"}]}
```

```yaml
record: {links: [{url: "https://github.com/clue-ai/ChatYuan。"}]}
```

空格、反斜杠、零宽字符：

```yaml
record: {links: [{url: "https://github.com/clue-ai/Chat Yuan"}]}
```

```yaml
record: {links: [{url: 'https://github.com/DAMO-NLP-SG/Video\\_LLaMA'}]}
```

```yaml
record: {links: [{url: "https://github.com/clue-ai/ChatYuan\\u200b"}]}
```

README 页面里的也一样：

```yaml
markdown: |
  # 列表

  - [ChatYuan](https//github.com/clue-ai/ChatYuan)：对话模型
  - [MOSS](https://github.com/OpenLMLab/MOSS)：对话模型
```

网址本身没错，但 Markdown 写坏了，或后面紧跟着文字，GitHub 上就不是这个链接：

```yaml
markdown: |
  # 列表

  - [ChatYuan] (https://github.com/clue-ai/ChatYuan)：对话模型
  - [MOSS](https://github.com/OpenLMLab/MOSS)：对话模型
```

```yaml
markdown: |
  # 列表

  - ChatYuan：https://github.com/clue-ai/ChatYuan，对话模型
  - MOSS：https://github.com/OpenLMLab/MOSS ，对话模型
```

没有域名，或用的是占位的域名：

```yaml
record: {links: [{url: "https:///clue-ai/ChatYuan"}]}
```

```yaml
record: {links: [{url: "https://example.com/model"}]}
```

## Fine

```yaml
record: {links: [{url: "https://github.com/clue-ai/ChatYuan"}]}
```

括号成对，是网址的一部分：

```yaml
record: {links: [{url: "https://en.wikipedia.org/wiki/Claude_(language_model)"}]}
```

有的网站路径里就有中文和全角符号：

```yaml
record: {links: [{url: "https://zh.wikipedia.org/wiki/悟空（消歧义）"}]}
```

README 页面里指向仓库内文件的链接：

```yaml
markdown: |
  # 列表

  - [ChatYuan](https://github.com/clue-ai/ChatYuan)：对话模型，见[说明](docs/chatyuan.md)
  - [MOSS](https://github.com/OpenLMLab/MOSS)：对话模型
```

存档网站的网址里本来就有第二个 https://：

```yaml
record: {links: [{url: "https://web.archive.org/web/2023/https://github.com/clue-ai/ChatYuan"}]}
```
"""

from collections.abc import Iterator

from bot.checks.mistakes import findings
from bot.checks.texts import has_own_file
from bot.model import Evidence, Finding, Link, Severity, place
from bot.url_form import UrlProblem, is_relative, relative_problem, url_problem
from bot.zh import quote

SEVERITY: Severity = "error"


def _as_written(link: Link) -> UrlProblem | None:
    """A sound URL on a page whose Markdown makes no link of it, or a longer one."""
    if not link.written:
        return None
    if link.written.startswith(link.url):
        rest = link.written[len(link.url) :]
        fix = "请在网址后面加一个空格，或写成“[文字](网址)”"
        return UrlProblem(f"后面紧跟着“{rest[:20]}”，GitHub 会把它也算进链接", fix)
    label = link.label or "文字"
    what = f"的写法{quote(link.written, 60)}不对，GitHub 不会显示成链接"
    return UrlProblem(what, f"应为“[{label}]({link.url})”", link.url)


def check(seen: Evidence) -> Iterator[Finding]:
    empty = {(m.file, m.line) for m in seen.mistakes if m.kind == "missing"}
    told = set()
    for record in seen.subjects:
        for link in record.links:
            told |= {(record.file, link.line), (record.file, link.line + 1)}
            if (record.file, link.line) in empty:
                continue
            on_page = is_relative(link.url) and not has_own_file(record)
            judge = relative_problem if on_page else url_problem
            if problem := judge(link.url) or _as_written(link):
                evidence = {"url": link.url} | ({"repaired": problem.repaired} if problem.repaired else {})
                message = f"网址{quote(link.url)}{problem.message}"
                yield Finding(message, problem.fix, place(record, "links", link.line), evidence)
    # What the loader refused where no record's link stands, such as the repository in list.yml.
    yield from findings(seen, (m for m in seen.mistakes if m.kind == "url" and (m.file, m.line) not in told))
