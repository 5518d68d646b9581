"""链接的文字说的是另一个网站

写着“GitHub”点开是 Hugging Face，或者反过来：读者要找的代码或权重不在那里，多半是两个链接贴反了。

## Flagged

```yaml
record: {links: [{url: "https://huggingface.co/quiet-lab/calm", label: GitHub}]}
```

```yaml
record: {links: [{url: "https://github.com/quiet-lab/calm", label: Hugging Face}]}
```

```yaml
record: {links: [{url: "https://arxiv.org/abs/2301.12345", label: GitHub 地址}]}
```

```yaml
record: {links: [{url: "https://github.com/quiet-lab/calm", label: 🤗 HuggingFace 模型}]}
```

```yaml
record: {links: [{url: "https://www.modelscope.cn/models/quiet/calm", label: Hugging Face 权重}]}
```

## Fine

```yaml
record: {links: [{url: "https://github.com/quiet-lab/calm", label: GitHub}]}
```

```yaml
record: {links: [{url: "https://quiet-lab.github.io/calm", label: GitHub Pages}]}
```

```yaml
record: {links: [{url: "https://huggingface.co/quiet-lab/calm", label: 🤗 模型}]}
```

```yaml
record: {links: [{url: "https://gitee.com/quiet-lab/calm", label: 源码}]}
```

说的是那个网站的一页：

```yaml
record: {links: [{url: "https://github.com/quiet-lab/list/blob/main/docs/huggingface.md", label: Hugging Face}]}
```

名称里带着网站名的项目：

```yaml
record: {links: [{url: "https://github.com/huggingface/trl", label: Hugging Face TRL}]}
```
"""

import re
from collections.abc import Iterator

from bot.lint.context import LintContext
from bot.lint.finding import Finding, Severity, place
from bot.lint.sentences import Sentence
from bot.urls.normalise import LinkKey, link_key

SEVERITY: Severity = "warning"
SENTENCES = {
    "other-site": Sentence(
        "链接的文字是“{text:60}”，点开却不在 {site}：{url}", "请换成 {site} 上的网址，或把文字改成实际的网站"
    )
}
SITES = (
    ("GitHub", re.compile(r"(?i)git\s?hub"), ("github.com", "github.io", "githubusercontent.com")),
    ("Hugging Face", re.compile(r"(?i)hugging\s?face"), ("huggingface.co",)),
)
HUBS = frozenset({"github.com", "huggingface.co", "modelscope.cn", "arxiv.org", "gitlab.com", "gitee.com"})
# Beside the site's name only words that say "here it is".
PLAIN = re.compile(
    r"(?i)[\s🤗:：()（）\[\]【】/-]|repo(?:sitory)?|page|link|code|models?|weights|地址|链接|仓库|主页|源码|代码|模型|权重|项目|开源"
)


def check(ctx: LintContext) -> Iterator[Finding]:
    for record in ctx.subjects:
        for link in record.links:
            if link.label and (site := _other(link.label, link_key(link.url))):
                evidence = {"text": link.label, "url": link.url, "site": site}
                yield Finding("other-site", place(record, "links", link.line), evidence)


def _other(label: str, key: LinkKey) -> str:
    """The site the text names, where the target is on another well-known one; empty otherwise."""
    if key.host not in HUBS:
        return ""
    for site, pattern, hosts in SITES:
        if pattern.search(label) and not PLAIN.sub("", pattern.sub("", label)):
            told = site.lower().replace(" ", "") in key.page.replace("-", "")  # a page about that site
            return "" if told or key.host.endswith(hosts) else site
    return ""
