"""条目库里有无法读取的文件

YAML 语法有误、不是 UTF-8、空文件，或放错位置的文件，都会让一条记录悄悄从页面上消失。

## Flagged

冒号后面的引号没有闭合：

```yaml
text: |
  name: "ChatYuan
  kind: model
```

用 Tab 缩进：

```yaml
text: "name: ChatYuan\\nlinks:\\n\\t- url: https://github.com/clue-ai/ChatYuan\\n"
```

空文件：

```yaml
text: ""
```

类型标签与锚点一律不接受，读取条目库时不执行任何东西：

```yaml
text: |
  name: !!python/object/apply:os.system ["true"]
```

不是记录的文件：

```yaml
record: {name: ChatYuan}
file: catalog/models/notes.txt
text: 随手记下的几行字
```

## Fine

值里有冒号，但加了引号：

```yaml
text: |
  name: "Dolly: 2.0"
  kind: model
  added: 2023-04-12
  links:
    - url: https://github.com/databrickslabs/dolly
      type: repository
  description: 由 Databricks 发布。
```

```yaml
record: {name: ChatYuan}
```
"""

from collections.abc import Iterator

from bot.lint.context import LintContext
from bot.lint.finding import Finding, Severity
from bot.lint.parse_errors import of_kinds

SEVERITY: Severity = "error"


def check(ctx: LintContext) -> Iterator[Finding]:
    return of_kinds(ctx, "syntax", "encoding", "empty", "stray")
