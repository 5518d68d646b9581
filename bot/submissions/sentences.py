"""What the bot says in comments, pull requests and checks: sentences with named holes. No code reads them again."""

from __future__ import annotations

from collections.abc import Mapping

from bot.submissions.model import FormName, Outcome

# The comment in an issue.
KINDS: Mapping[FormName | None, str] = {"new-entry": "收录新项目", "fix-entry": "更正条目", None: "投稿"}
TITLE = "### {kind}：{head}"
HEADS: Mapping[Outcome, str] = {
    "ready": "检查通过",
    "waiting": "等维护者处理",
    "mend": "还有 {count} 处需要修改",
    "withdrawn": "投稿已撤回",
    "closed": "议题已关闭",
    "merged": "已经合并",
    "held": "合并请求已由维护者关闭",
    "refused": "暂时不能受理",
}
OPENINGS: Mapping[Outcome, str] = {
    "ready": "谢谢！下面是机器人读到的内容和条目的样子，维护者看过合并请求就能合并。",
    "waiting": "谢谢！已经收到，接下来由维护者处理，你不用再做什么。",
    "mend": "谢谢！离收录只差一点：请按下面的说明**直接编辑这个议题**（正文右上角的“…”→“Edit”，"
    "在对应的“### ”标题下面改），保存后会自动重新检查，不用另开一个。",
    "withdrawn": "这份投稿已按要求撤回，合并请求不会合并。改了主意的话，维护者可以写 `/reopen`。",
    "closed": "议题关闭期间不再检查。重新打开议题就会继续。",
    "merged": "谢谢你让这个列表更完整！合并请求已经合并，议题随之关闭。",
    "held": "维护者没有采纳这一次的合并请求，议题仍可讨论。需要继续时，维护者可以写 `/reopen`。",
    "refused": "机器人没有处理这份投稿，原因如下。",
}
HELP = """<details><summary>怎样重新检查，有哪些命令</summary>

编辑议题正文会自动重新检查。也可以发一条评论，第一行写：

| 命令 | 谁可以用 | 作用 |
| --- | --- | --- |
| `/recheck` | 投稿人、维护者 | 重新检查一次 |
| `/withdraw 原因` | 投稿人、维护者 | 撤回这份投稿 |
| `/section 小节` | 维护者 | 指定放在哪一节 |
| `/allow 规则 理由` | 维护者 | 对这份投稿豁免一条规则，正文修改后失效 |
| `/reopen` | 维护者 | 重新打开被关闭或撤回的投稿 |

</details>"""
ANSWERS = "| 表单项 | 读到的内容 |\n| --- | --- |"
NO_ANSWER = "（没有填）"
TO_MEND = "**需要修改**"
MORE_TO_MEND = "另有 {count} 处，改完上面这些后会列出。"
REMARKS = "**提醒**（不影响收录）"
FINDING = "`{code}` {message}。{fix}。{entries}{rivals}"
ENTRIES = "列表里的条目：{entries}。"
RIVALS = "（另一份投稿 {issues} 尚未合并）"
PREVIEW_IS_LONG = "条目太长，预览请看合并请求里的文件。"
ENTRY_IS_LONG = "（条目太长，请看合并请求里的文件）"
PREVIEW = "**{what}**\n\n---\n\n{entry}\n\n---"
NEW_ENTRY, ENTRY_NOW, BEFORE, AFTER = "条目预览", "现在的条目", "修改前", "修改后"
PULL_REQUEST = "合并请求：{pull}"

# What the comment says beside the findings.
WITHDRAWN_BECAUSE = "撤回原因：{reason}"
NO_FORM = "正文里找不到表单的各项。请用“新建议题”里的表单填写，或恢复被删去的“### 标题”行"
TOO_MANY = "同一个人最多同时开着 {limit} 份投稿，你已经有 {open} 份在等处理；等它们有了结果，在这里发一条 /recheck 即可"
ALSO_CHANGED = "{issues} 也在修改这个条目，先合并的那一份会使另一份需要重新检查"
FOREIGN_COMMITS = "{people} 在机器人的分支上提交过内容，机器人不会覆盖；请维护者直接处理那个合并请求"
SECTION_WAITS = "{question}由维护者决定：维护者发一条评论，第一行写“/section 小节”即可，可写 {known}"
ORDERED_SECTION = "{section}（维护者指定）"

# What was made of the answers; after “question”.
PICTURES_DROPPED = "“{question}”里的图片和徽章没有收录"
LINK_OFFERED = "“{question}”里的链接只留下文字“{words}”；要收录这个网址，请在“其他链接”加一行：{url} {words}"
SHARE_CODE = (
    "里的提取码（{code}）无法在条目里显示；请接在网址后面（…?pwd={code}），或把网址和提取码写到“其他链接”的一行"
)
WORDS_UNUSED = "“{question}”里网址以外的文字{words}没有采用；要给读者看，请写到“介绍”或“其他链接”"
ROOT_TAKEN = "“{question}”已换成仓库主页：{url}"
ADVERTISING = "里有推广内容（{words}）；请删去广告、邀请链接和联系方式"
SEVERAL_PROJECTS = "写了不止一个项目；一个 issue 只收录一个，请另开 issue 投其余的"

# Entries that a new one may be; {entry} is a link.
KIN: Mapping[str, str] = {
    "twin": "{about} 是同一个项目在另一个平台的页面，它已收录为 {entry}。请关闭本 issue，用“更正条目”表单补充这个链接",
    "mirror": "{about} 与这里的链接一个是镜像，它已收录为 {entry}。请关闭本 issue，要补充或更正请用“更正条目”表单",
    "family": "列表里已有 {entry}，“{about}”像是它所属的系列。"
    "如果是同一个项目，请关闭本 issue；否则无须修改，由维护者判断",
    "repository": "{entry} 的仓库与它同名：{about}。"
    "如果是同一个项目，请关闭本 issue，改用“更正条目”表单；否则无须修改，由维护者判断",
}

# Answers to commands.
NOT_UNDERSTOOD = "没有看懂一条命令：{why}"
NO_SUCH_SECTION = "没有小节“{wanted}”，可写 {known}"
NO_SUCH_RULE = "没有 {code} 这条规则，请照抄检查结果里那一条开头的代码"
MAINTAINERS_ONLY = "/{command} 只有维护者可以用，你写的这一条没有生效；请在评论里请维护者来写"
SECTION_LAPSED = "/section {path} 针对的是修改之前的文本，已经失效；请看过这一次的检查结果后再写一次"
ALLOW_LAPSED = "/allow {code} 针对的是修改之前的文本，已经失效；请看过这一次的检查结果后再写一次"

# The pull request.
FROM_ISSUE = "由议题 #{issue} 的投稿生成，只含这一条记录和由目录生成的文件。内容有误时请改议题，不必改这里。"
CHECKS = "#### 检查"
CHECKED_TEXT = "<sub>检查的是正文的这一版：`{digest}`。议题修改后会重新检查，本分支随之更新。</sub>"
ANSWER = "- {question}：{answer}"
ALL_PASSED = "全部 {count} 条规则通过。"
TO_DECIDE = "待判断"
FINDINGS = "| 程度 | 说明 |\n| --- | --- |"

# The check on its head commit.
PASSED = "可以合并"
PASSED_WITH_REMARKS = "可以合并，有 {count} 条提醒"
CHECK_TO_MEND = "有 {count} 处需要修改"
CHECK_WAITS = "等维护者处理"

# The log of a run.
NO_SUBMISSION = "议题 #{issue} 不是投稿，不作处理。"
ALREADY_CLOSED = "议题 #{issue} 已经关闭，不作处理。"
SUMMARY = "议题 #{issue}：{what}。"
SUMMARIES: Mapping[Outcome, str] = {
    "ready": "检查通过，等维护者合并",
    "waiting": "等维护者处理",
    "mend": "有 {count} 处需要投稿人修改",
    "withdrawn": "已撤回",
    "closed": "议题已关闭",
    "merged": "已经合并",
    "held": "合并请求被维护者关闭，等 /reopen",
    "refused": "暂不受理：该作者开着的投稿太多",
}
