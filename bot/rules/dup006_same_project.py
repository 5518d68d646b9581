"""几个条目是同一个项目的不同页面

一个指到仓库，一个指到仓库里的文件夹、文件、百科或主页：或者是模型和它的数据、工具，各列一条没有错；
或者是同一样东西写了两遍。页面不同，机器分不清，所以只是提示；写明了关系（`relations`）的不再提。
网站自己证明了的，是警告：一个链接已转到另一个条目的页面，两个转到同一处，或一个的仓库写明另一个是它的主页。
证明要有事实（`curate links` 记下的）。
查整个列表时，只提同一小节里名称相近的；评审一份新投稿时，列表里已有的都提，好让维护者知道。
一个项目有许多条目的（插件集、分章的教程），是有意逐个列出，不提。

## Flagged

仓库和它的文档：

```yaml
record: {name: 画框, links: [{url: "https://github.com/frame-lab/frame"}]}
catalog: [{name: 画框文档, slug: frame-docs, links: [{url: "https://github.com/frame-lab/frame/tree/main/docs"}]}]
```

仓库和它的 GitHub Pages：

```yaml
record: {name: Kite Style Guide, links: [{url: "https://github.com/kite-lab/style"}]}
catalog: [{name: Kite C Style Guide, slug: kite-c, links: [{url: "https://kite-lab.github.io/style/c-guide.html"}]}]
```

同一份文件里的两段：

```yaml
record: {name: Free C Books, links: [{url: "https://github.com/shelf/books/blob/main/list.md#c"}]}
catalog: [{name: Free C++ Books, slug: cpp, links: [{url: "https://github.com/shelf/books/blob/main/list.md#c-1"}]}]
```

数据集的主页与其中一个文件：

```yaml
record: {name: 星语语料, links: [{url: "https://huggingface.co/datasets/star-lab/xingyu"}]}
catalog:
  - name: 星语语料精选
    slug: selected
    links: [{url: "https://huggingface.co/datasets/star-lab/xingyu/blob/main/selected.jsonl"}]
```

仓库和它的百科：

```yaml
record: {name: 算盘, links: [{url: "https://github.com/abacus/suanpan"}]}
catalog: [{name: 算盘百科, slug: suanpan-wiki, links: [{url: "https://github.com/abacus/suanpan/wiki"}]}]
```

改了名的仓库，新旧名称各收了一条：

```yaml
record: {name: 灯笼, links: [{url: "https://github.com/lamp-lab/lantern"}]}
catalog: [{name: Hurricane, slug: hurricane, section: corpora, links: [{url: "https://github.com/sea-lab/hurricane"}]}]
facts:
  "https://github.com/lamp-lab/lantern":
    {outcome: moved, why: renamed, status: 200, moved_to: "https://github.com/sea-lab/hurricane"}
```

仓库写明了主页：

```yaml
record: {name: 灯笼, links: [{url: "https://github.com/lamp-lab/lantern"}]}
catalog: [{name: 夜航对话, slug: night, section: corpora, links: [{url: "https://night-project.dev/chat"}]}]
facts:
  "https://github.com/lamp-lab/lantern":
    {outcome: alive, status: 200, project: {kind: repository, homepage: "https://night-project.dev/chat/"}}
```

## Fine

几个仓库写着同一个主页，是机构的：

```yaml
record: {name: 灯笼, links: [{url: "https://github.com/lamp-lab/lantern"}]}
catalog:
  - {name: 油灯语料, slug: oil, section: corpora, links: [{url: "https://github.com/lamp-lab/oil"}]}
  - {name: 夜航, slug: night, section: corpora, links: [{url: "https://night-project.dev/lab"}]}
facts:
  "https://github.com/lamp-lab/lantern":
    {outcome: alive, project: {kind: repository, homepage: "https://night-project.dev/lab"}}
  "https://github.com/lamp-lab/oil": {outcome: alive, project: {kind: repository, homepage: "https://night-project.dev/lab"}}
```

同一个页面归 DUP001 和 DUP004：

```yaml
record: {name: Kite-7B, links: [{url: "https://github.com/kite-lab/kite"}]}
catalog: [{name: Kite-13B, links: [{url: "https://github.com/kite-lab/kite"}]}]
```

仓库里的两个项目，名称各不相干：

```yaml
record: {name: Anchor, links: [{url: "https://github.com/harbor/tools/tree/main/anchor"}]}
catalog: [{name: 罗盘, slug: compass, links: [{url: "https://github.com/harbor/tools/tree/main/compass"}]}]
```

模型和它的数据各在一个小节：

```yaml
record: {name: 画眉, links: [{url: "https://github.com/thrush-lab/thrush"}]}
catalog:
  - name: 画眉数据集
    slug: thrush-data
    section: corpora
    links: [{url: "https://github.com/thrush-lab/thrush/blob/main/data.json"}]
```

写明了关系：

```yaml
record: {name: 画框, slug: frame, links: [{url: "https://github.com/frame-lab/frame"}]}
catalog:
  - name: 画框文档
    slug: frame-docs
    links: [{url: "https://github.com/frame-lab/frame/tree/main/docs"}]
    relations: [{type: part-of, record: frame}]
```

一个仓库里的许多插件：

```yaml
record: {name: plug one, links: [{url: "https://github.com/plug-lab/plug/tree/main/one"}]}
catalog:
  - {name: plug two, links: [{url: "https://github.com/plug-lab/plug/tree/main/two"}]}
  - {name: plug, links: [{url: "https://github.com/plug-lab/plug/tree/main/zero"}]}
  - {name: plug four, links: [{url: "https://github.com/plug-lab/plug/tree/main/four"}]}
```
"""

from collections.abc import Iterator
from dataclasses import replace

from bot.lint.analysis.proven_doubles import proofs
from bot.lint.analysis.related_entries import Company, akin, companies, note
from bot.lint.analysis.same_page import Entry
from bot.lint.context import LintContext
from bot.lint.finding import Finding, Severity
from bot.lint.phrases import NOT_YOURS
from bot.lint.sentences import Sentence

SEVERITY: Severity = "info"
FROM_FACTS = True
_FIX = "请合成一条；是其中一部分的，可用 relations 写明 part-of"
SENTENCES = {
    "same-project": Sentence(
        "“{name:40}”与{others}是同一个项目的不同页面，都属于 {url}",
        "是其中一部分的，可用 relations 写明 part-of；写了两遍的，请合成一条；各自独立的，不必改",
    ),
    "redirect": Sentence("“{name:40}”的链接已经转到 {url}，就是{others}的页面", _FIX),
    "one-address": Sentence("“{name:40}”与{others}的链接都转到 {url}", _FIX),
    "home-page": Sentence("“{name:40}”的仓库写明主页是 {url}，就是{others}的页面", _FIX),
}
CONTRIBUTOR_FIX = {
    "new-entry": f"如果写的就是它，请改用“更正条目”表单；如果只是其中一部分或各自独立，{NOT_YOURS}",
    "fix-entry": NOT_YOURS,
}


def check(ctx: LintContext) -> Iterator[Finding]:
    proven = proofs(ctx)
    for proof in proven:
        company = Company(proof.entry, (proof.other,), new=ctx.new)
        yield replace(note(company, proof.why, proof.url), severity="warning")
    told = {frozenset({id(proof.entry), id(proof.other)}) for proof in proven}
    for company in companies(ctx, project, _any, _doubtful):
        others = tuple(other for other in company.others if frozenset({id(company.entry), id(other)}) not in told)
        if others:
            yield note(replace(company, others=others), "same-project", f"https://{company.entry.key.project}")


def project(entry: Entry) -> str:
    """A repository, model or data set; on other sites pages tell nothing of projects."""
    return entry.key.project if entry.key.project.count("/") >= 2 else ""


def _any(one: Entry, other: Entry) -> bool:
    return one is not other


def _doubtful(one: Entry, other: Entry) -> bool:
    return one.record.section == other.record.section and akin(one, other)
