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
    "early": "暂时不能收录",
    "withdrawn": "投稿已撤回",
    "closed": "issue 已关闭",
    "merged": "已经合并",
    "held": "PR 已由维护者关闭",
    "refused": "暂时不能受理",
}
OPENINGS: Mapping[Outcome, str] = {
    "ready": "感谢投稿！等待维护者审核合并，你无须操作。",
    "waiting": "已收到，等待维护者处理，你无须操作。",
    "mend": "请修改以下几处：点正文右上角“…”→“Edit”，改好对应“### ”标题下的内容并保存，机器人会自动重新检查。",
    "early": "感谢投稿！满足下面的条件后，机器人会自动继续，你无须操作，也不用另开 issue。",
    "withdrawn": "投稿已撤回。如要恢复，请让维护者评论 `/reopen`。",
    "closed": "issue 关闭期间不再检查，重新打开后会继续。",
    "merged": "感谢你让这个列表更完整！PR 已合并，issue 随之关闭。",
    "held": "维护者没有采纳这一次的 PR，可以在这里继续讨论。如要恢复，请让维护者评论 `/reopen`。",
    "refused": "",
}
HELP = """<details><summary>重新检查与可用命令</summary>

编辑正文会自动重新检查。也可以发一条评论，第一行写：

- `/recheck`：重新检查一次
- `/withdraw 原因`：撤回这份投稿

</details>"""
MAINTAINER_HELP = """<details><summary>维护者可用的命令</summary>

在 issue #{issue} 里发一条评论，第一行写：

- `/section 小节`：指定所属栏目
- `/allow 规则 理由`：忽略一条检查，正文修改后失效
- `/reopen`：重新打开被关闭或撤回的投稿

</details>"""
ANSWERS = "<details><summary>识别结果</summary>\n\n{answers}\n\n</details>"
ANSWER_READ = "- **{question}**：{answer}"
MORE_TO_MEND = "另有 {count} 处，改完上面这些后会列出。"
REMARKS = "**提醒**（可以不改）"
FINDING = "[`{code}`]({page}) {message}。{fix}。{entries}{rivals}"
ENTRIES = "列表里的条目：{entries}。"
RIVALS = "（另一份投稿 {issues} 尚未合并）"
CHANGES = "**修改内容**"
THANKS_FOR_FIX = "感谢指正！等待维护者审核合并，你无须操作。"
FOLDED = "<details><summary>{what}</summary>\n\n{entry}\n\n</details>"
PREVIEW_IS_LONG = "条目太长，预览请看 PR 里的文件。"
ENTRY_IS_LONG = "（条目太长，请看 PR 里的文件）"
PREVIEW = "**{what}**\n\n---\n\n{entry}\n\n---"
NEW_ENTRY, ENTRY_NOW, BEFORE, AFTER = "条目预览", "现在的条目", "修改前", "修改后"
PULL_REQUEST = "PR：{pull}"

# What the comment says beside the findings.
WITHDRAWN_BECAUSE = "撤回原因：{reason}"
NO_FORM = "本 issue 里找不到表单的各项（可能“### 标题”行被删了）。请点 New issue，选“收录新项目”或“更正条目”重新填写"
NO_FORM_HEAD = "没有找到表单的内容"
FORMS = (
    "直接打开：[收录新项目]({home}/issues/new?template=new-entry.yml) · "
    "[更正条目]({home}/issues/new?template=fix-entry.yml)"
)
TOO_MANY = "每人最多同时开着 {limit} 份投稿，你已有 {open} 份待处理；前面的处理完后，在这里评论 /recheck 即可"
ALSO_CHANGED = "{issues} 也在修改这个条目，先合并的那一份会使另一份需要重新检查"
FOREIGN_COMMITS = "{people} 在机器人的分支上提交过内容，机器人不会覆盖；请维护者直接处理那个 PR"
SECTION_WAITS = "{question}由维护者决定（评论 /section 小节）"
CHOICES = "<details><summary>维护者：指定栏目</summary>\n\n评论其中一行即可：\n\n{lines}\n\n</details>"
CHOICE = "- `/section {path}`：{title}"
ORDERED_SECTION = "{section}（维护者指定）"

# What was made of the answers; after “question”.
PICTURES_DROPPED = "“{question}”里的图片和徽章没有收录"
LINK_OFFERED = "“{question}”里的链接只留下文字“{words}”；要收录这个网址，请在“其他链接”加一行：{url} {words}"
SHARE_CODE = (
    "里的提取码（{code}）无法在条目里显示；请接在网址后面（…?pwd={code}），或把网址和提取码写到“其他链接”的一行"
)
WORDS_UNUSED = "“{question}”里网址以外的文字{words}没有采用；要给读者看，请写到“介绍”或“其他链接”"
SAME_PAGE = "{url} 和另一个链接是同一页，只留下一个"
KIND_IS_ELSEWHERE = "“{here}”里没有{kind}，列表里的{kind}多在“{section}”；请核对所属栏目"
ROOT_TAKEN = "“{question}”已换成仓库主页：{url}"
ADVERTISING = "里有推广内容（{words}）；请删去广告、邀请链接和联系方式"
SEVERAL_PROJECTS = "写了不止一个项目；一个 issue 只收录一个，请另开 issue 投其余的"

TEXT_GOES = "“{gone}”的介绍不会保留；有独有的内容，请在“新的介绍”里写“{kept}”的完整介绍"
ENTRY_DELETED = "这个条目已经从列表里删去；不用再改的话，请关闭本 issue"

# What the links lead to.
LINK_GONE = "“{question}”里的 {url} {why}"
GONE = "打不开（{why}）；请换成能打开的网址"
GONE_BECAUSE: Mapping[str, str] = {
    "no-host": "没有这个域名；请核对拼写",
    "not-found": "不存在（或没有公开）；请核对拼写",
    "file": "所在的仓库还在，但没有这个文件或文件夹；请核对路径",
}
LINK_RENAMED = "“{question}”里的项目改了名，已换成现在的网址：{old} → {new}"
LINK_REDIRECTS = "“{question}”里的 {url} 会跳转到 {to}；如果那才是现在的网址，请改写"
LINK_ARCHIVED = "{url} 已归档，不再更新"
LINK_EMPTY = "{url} 还是空仓库"
LINK_GATED = "{url} 要先申请才能下载"
LINK_DOUBTFUL = "“{question}”里的 {url}：{why}，请核对"
NOT_LOOKED_AT = "没有查看这些链接通向哪里：{urls}"
LICENCE, BASE, OWN_WORDS = "许可", "底座", "项目自己的简介"
OFFERS = "**可以补充**（来自项目页面；想补就编辑正文，链接在“其他链接”里加一行，其余写进“介绍”）"

# What the list asks of a new project.
UNMET = "**收录条件**（满足后机器人会自动继续）"
TOO_YOUNG = "项目建立于 {created}，本列表要求满 {days} 天：{passes} 起可以收录，机器人会在那天自动重新检查"
TOO_FEW_STARS = "仓库现有 {stars} 颗星，本列表要求至少 {least} 颗：达到后，机器人会在每天的检查里自动继续"
TOO_QUIET = "仓库最近一次提交在 {pushed}，本列表要求 {days} 天内有提交：有了新的提交，机器人会在每天的检查里自动继续"
NO_LICENCE = "项目没有许可证，本列表要求有：加上后，机器人会在每天的检查里自动继续"
UNDISCLOSED = "“与项目的关系”选了与自己无关，可是仓库就在你的账号 {owner} 名下；请如实选择，自荐不影响收录"

# Entries that a new one may be; {entry} is a link.
KIN: Mapping[str, str] = {
    "twin": "{about} 是同一个项目在另一个平台的页面，它已收录为 {entry}。请关闭本 issue，用“更正条目”表单补充这个链接",
    "mirror": "{about} 与这里的链接一个是镜像，它已收录为 {entry}。请关闭本 issue，要补充或更正请用“更正条目”表单",
    "page": "{about} 就是已收录的 {entry} 的链接。如果是同一个项目，请关闭本 issue，要补充或更正请用“更正条目”表单；"
    "如果不是，请把“项目链接”换成它自己的页面",
    "renamed": "{about} 就是已收录的 {entry}，只是改了名。请关闭本 issue，要补充或更正请用“更正条目”表单",
    "fork": "{about} 是已收录的 {entry} 的 fork。如果只是拷贝，请关闭本 issue；否则无须修改，由维护者判断",
    "family": "列表里已有 {entry}，“{about}”像是它所属的系列。"
    "如果是同一个项目，请关闭本 issue；否则无须修改，由维护者判断",
    "repository": "{entry} 的仓库与它同名：{about}。"
    "如果是同一个项目，请关闭本 issue，改用“更正条目”表单；否则无须修改，由维护者判断",
}

# Answers to commands.
NOT_UNDERSTOOD = "命令无法识别：{why}"
NO_SUCH_SECTION = "没有小节“{wanted}”，可写 {known}"
NO_SUCH_RULE = "没有 {code} 这条规则，请照抄检查结果里那一条开头的代码"
MAINTAINERS_ONLY = "/{command} 只有维护者可以用，你写的这一条没有生效；请在评论里请维护者来写"
SECTION_LAPSED = "/section {path} 针对的是修改之前的文本，已经失效；请看过这一次的检查结果后再写一次"
ALLOW_LAPSED = "/allow {code} 针对的是修改之前的文本，已经失效；请看过这一次的检查结果后再写一次"

# The pull request.
FROM_ISSUE = (
    "<sub>由 issue #{issue} 自动生成（正文版本 `{digest}`），只含这条记录和重新生成的文件；要修改请编辑 issue，"
    "本 PR 会自动更新，不要改本分支。"
    "页面上若有“Approve workflows to run”，不必理会：检查 curate 已由机器人给出。</sub>"
)
CHECKS = "#### 检查"
ANSWER = "- {question}：{answer}"
ALL_PASSED = "全部 {count} 条规则通过。"
TO_DECIDE = "待判断"
CHECKED = "- **{level}** {line}"

# The check on its head commit.
PASSED = "可以合并"
PASSED_WITH_REMARKS = "可以合并，有 {count} 条提醒"
CHECK_TO_MEND = "有 {count} 处需要修改"
CHECK_WAITS = "等维护者处理"
CHECK_EARLY = "还不满足收录条件"

# The log of a run.
NO_SUBMISSION = "issue #{issue} 不是投稿，不作处理。"
ALREADY_CLOSED = "issue #{issue} 已经关闭，不作处理。"
SUMMARY = "issue #{issue}：{what}。"
SUMMARIES: Mapping[Outcome, str] = {
    "ready": "检查通过，等维护者合并",
    "waiting": "等维护者处理",
    "mend": "有 {count} 处需要投稿人修改",
    "early": "还不满足收录条件，机器人每天重看",
    "withdrawn": "已撤回",
    "closed": "issue 已关闭",
    "merged": "已经合并",
    "held": "PR 被维护者关闭，等 /reopen",
    "refused": "暂不受理：该作者开着的投稿太多",
}

# The patrol: one issue for all links, a pull request for each project that moved.
PATROL_OPENING = (
    "机器人每周把列表里的网址看一遍，下面 {count} 处要有人看一看，新发现的在前。失效是至少三次、前后至少七天都不在；"
    "搬走的各有一个 PR，合并即可；失效的请决定换网址还是撤下，机器人不会自己撤。"
    "要照原样留下的，在记录里用 `allow` 写明理由，以后不再提。全部解决后本 issue 自动关闭。"
)
PATROL_DAY = "#### {day} 发现"
PATROL_MORE = "另有 {count} 处没有列出，先处理上面的。"
PATROL_NOTES = "<details><summary>另有 {count} 个项目已归档，不用处理</summary>\n\n{notes}\n\n</details>"
PATROL_WELL = "现在没有失效、搬走或被占用的链接。有新的发现时，机器人会重新打开本 issue。"
PATROL_FOOT = "<sub>本页由链接巡检维护，请只勾选，不要改文字。最近一次变动：{day}</sub>"
MOVED_TITLE = "更正 {name} 的链接（项目已搬走）"
MOVED_BODY = (
    "链接巡检看到这个项目搬走了。合并后，列表指向它现在的地方。"
    "要保留旧网址的，请关闭本 PR，并在记录里写 `allow: {lnk013: 理由}`。"
)
MOVED_LINK = "- {old} → {new}"
MOVED_PULL = "PR #{number}"
MOVED_CLOSED = "PR #{number} 已关闭，没有合并"
PATROL_SUMMARY = "看了 {looked} 个网址，共 {links} 个：{findings} 处要处理；{issue}，PR {pulls} 个。"
