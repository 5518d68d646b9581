"""条目库里两个条目同名

读者看到两个一样的标题，分不清该点哪一个；投稿人常常没有发现列表里已经有了这个项目，只是换了一个链接。
只比较同一类别的条目，只看名称本身（大小写、全半角、空格和连字符不算差别）；链接相同或另有凭据的由 DUP001、DUP002 报告。
没有条目库的页面不查这一条：那里的标题往往只是“文档”“主页”之类的字样；从页面导入的条目（没有收录日期）也只作提示。

## Flagged

```yaml
record: {name: ChatGLM, links: [{url: "https://github.com/someone/chatglm-copy"}]}
catalog: [{name: ChatGLM, slug: chatglm, links: [{url: "https://github.com/THUDM/ChatGLM-6B"}]}]
```

```yaml
record: {name: Chat-GLM, links: [{url: "https://gitee.com/someone/demo"}]}
catalog: [{name: chatglm, slug: glm, links: [{url: "https://github.com/THUDM/ChatGLM-6B"}]}]
```

```yaml
record: {name: ＭＯＳＳ, links: [{url: "https://gitee.com/someone/talk"}]}
catalog: [{name: MOSS, slug: moss, links: [{url: "https://github.com/OpenLMLab/MOSS"}]}]
```

```yaml
record: {name: 白泽, links: [{url: "https://gitee.com/someone/white"}]}
catalog: [{name: 白泽, slug: baize, section: corpora, links: [{url: "https://github.com/project-baize/baize"}]}]
```

```yaml
record: {name: 山海, kind: agent, links: [{url: "https://gitee.com/someone/one"}]}
catalog: [{name: 山海, slug: shanhai, kind: agent, links: [{url: "https://github.com/another/two"}]}]
```

## Fine

```yaml
record: {name: Dolly 2.0, links: [{url: "https://huggingface.co/databricks/dolly-v2-12b"}]}
catalog: [{name: Dolly, slug: dolly, links: [{url: "https://github.com/databrickslabs/dolly"}]}]
```

```yaml
record: {name: ChatGLM2-6B, links: [{url: "https://github.com/THUDM/ChatGLM2-6B"}]}
catalog: [{name: ChatGLM-6B, slug: chatglm, links: [{url: "https://github.com/THUDM/ChatGLM-6B"}]}]
```

模型与它的数据集：

```yaml
record: {name: MOSS, kind: model, links: [{url: "https://github.com/OpenLMLab/MOSS"}]}
catalog: [{name: MOSS, slug: moss-data, kind: dataset, links: [{url: "https://huggingface.co/datasets/fnlp/moss"}]}]
```

撤下的条目不占用名称：

```yaml
record: {name: Koala, links: [{url: "https://github.com/young-geng/EasyLM"}]}
catalog: [{name: Koala, slug: koala-old, status: withdrawn, reason: 已下线, links: null}]
```

```yaml
record: {name: C++, links: [{url: "https://isocpp.org/"}]}
catalog: [{name: C, slug: c, links: [{url: "https://www.open-std.org/jtc1/sc22/wg14/"}]}]
```
"""

from collections.abc import Iterator

from bot.lint.analysis.double_entries import same_title
from bot.lint.context import LintContext
from bot.lint.finding import Finding, Severity, place
from bot.lint.phrases import CHOOSE_DUPLICATE, NAME_THE_DIFFERENCE
from bot.lint.sentences import Sentence

SEVERITY: Severity = "warning"
SENTENCES = {
    "same-title": Sentence(
        "“{name:40}”与已有条目{there:（）}同名",
        "是同一个项目就补充已有的条目；不是就在名称里写明区别，如加上机构或版本",
    )
}
CONTRIBUTOR_FIX = {"new-entry": NAME_THE_DIFFERENCE, "fix-entry": CHOOSE_DUPLICATE}


def check(ctx: LintContext) -> Iterator[Finding]:
    for *others, last in same_title(ctx):
        places = tuple(place(other) for other in others)
        evidence = {"names": [record.name for record in (*others, last)]}
        parts = {"name": last.name, "there": places[0]}
        # What was imported stood so on the page, where it is not told: those records have no date.
        severity: Severity = "warning" if ctx.new or any(one.added for one in (*others, last)) else "info"
        yield Finding("same-title", place(last), evidence, parts, places, severity=severity)
