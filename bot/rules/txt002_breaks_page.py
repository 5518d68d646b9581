"""介绍里的 Markdown 会弄坏整页

介绍原样放进页面。里面的标题会打乱目录和定位，没有闭合的代码块或注释会吞掉后面的所有条目，
HTML 标签不是漏到后面，就是被 GitHub 当成标签吃掉，读者看不到。代码块和反引号里的内容不受影响。

## Flagged

标题：

```yaml
record: {name: ChatYuan, description: "对话模型。\\n\\n## 用法\\n\\n见仓库。\\n"}
```

正文下面的一行减号也会把它变成标题：

```yaml
record: {name: ChatYuan, description: "对话模型。\\n---\\n见仓库。\\n"}
```

代码块没有闭合：

```yaml
record: {name: ChatYuan, description: "安装：\\n\\n```sh\\npip install chatyuan\\n"}
```

注释没有闭合：

```yaml
record: {name: ChatYuan, description: "对话模型。<!-- 待核实"}
```

HTML 标签：

```yaml
record: {name: ChatYuan, description: "<div align=center>对话模型</div>"}
```

没有闭合的行内标签，后面整页都会变成粗体：

```yaml
record: {name: ChatYuan, description: "<b>对话模型"}
```

尖括号里的词会被当成标签，读者看不到：

```yaml
record: {name: ChatYuan, description: "返回 List<String> 类型的结果。"}
```

编号链接的定义在整页只认第一个，会和别的条目串起来：

```yaml
record: {name: ChatYuan, description: "见[论文][1]。\\n\\n[1]: https://arxiv.org/abs/2304.00001\\n"}
```

小节导语也一样：

```yaml
record: {name: ChatYuan}
sections: [{id: models, title: 模型, introduction: "<details>本篇收录模型。"}]
```

## Fine

代码块里的井号和尖括号：

```yaml
record: {name: ChatYuan, description: "安装：\\n\\n```sh\\n# 需要 Python 3\\necho <token>\\n```\\n"}
```

反引号里的标签，比较大小的符号，尖括号里的网址：

```yaml
record: {name: ChatYuan, description: "输出 `<s>` 标记；参数量 < 1B；见 <https://github.com/clue-ai/ChatYuan>。"}
```

成对的上下标和换行：

```yaml
record: {name: ChatYuan, description: "显存 O(n<sup>2</sup>)。<br>另有小模型。"}
```

井号后面没有空格，不是标题：

```yaml
record: {name: ChatYuan, description: "#ChatYuan 是对话模型。"}
```

列表和表格：

```yaml
record: {name: ChatYuan, description: "- large\\n- base\\n\\n| 版本 | 参数 |\\n| --- | --- |\\n| large | 7B |\\n"}
```
"""

from collections.abc import Iterator
from itertools import islice

from bot.lint.context import LintContext
from bot.lint.finding import Finding, Severity
from bot.lint.sentences import Sentence
from bot.lint.text_fields import Text, description, of_list
from bot.markdown.reach import faults

SEVERITY: Severity = "error"
SENTENCES = {"breaks-page": Sentence("{field}{fault}", "{repair}")}
MOST = 10


def check(ctx: LintContext) -> Iterator[Finding]:
    for text in _markdown(ctx):
        for fault in islice(faults(text.value), MOST):
            parts = {"field": text.name, "fault": fault.what, "repair": fault.fix}
            yield Finding(
                "breaks-page", text.place(text.value.count("\n", 0, fault.start)), {"text": fault.text[:80]}, parts
            )


def _markdown(ctx: LintContext) -> Iterator[Text]:
    """What goes onto the page as Markdown; a text taken over from a page is that page's own."""
    yield from (
        description(record)
        for record in ctx.subjects
        if record.description and not (record.body or ctx.stood_so(record))
    )
    yield from (text for text in of_list(ctx.catalog.list) if text.value and text.field == "introduction")
