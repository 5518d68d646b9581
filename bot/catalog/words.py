"""The Chinese words for the kinds, link types and relations that the record format names in English."""

from __future__ import annotations

from collections.abc import Mapping

from bot.catalog.model import Kind, LinkType, RelationType, Use

KINDS: Mapping[Kind, str] = {
    "model": "语言模型",
    "multimodal": "多模态模型",
    "evaluator": "评测模型",
    "dataset": "数据集",
    "benchmark": "评测集",
    "leaderboard": "榜单",
    "framework": "框架与工具",
    "method": "训练方法",
    "agent": "智能体",
    "application": "应用",
    "service": "在线服务",
    "tutorial": "教程",
    "prompts": "提示词",
    "other": "其他",
}
LINKS: Mapping[LinkType, str] = {
    "repository": "代码仓库",
    "directory": "仓库目录",
    "file": "仓库文件",
    "model": "模型权重",
    "dataset": "数据集",
    "space": "在线演示空间",
    "organisation": "组织主页",
    "homepage": "项目主页",
    "paper": "论文",
    "blog": "博客文章",
    "docs": "文档",
    "demo": "在线体验",
    "other": "链接",
}
RELATIONS: Mapping[RelationType, str] = {
    "part-of": "隶属于",
    "under": "排在其下",
    "successor-of": "后继于",
    "based-on": "基于",
    "trained-on": "训练数据",
}
USES: Mapping[Use, str] = {
    "free": "可商用",
    "register": "登记后可商用",
    "research": "仅限研究",
    "unknown": "未注明",
}
LANGUAGES: Mapping[str, str] = {
    "zh": "中文",
    "en": "英文",
    "ja": "日文",
    "ko": "韩文",
    "fr": "法文",
    "de": "德文",
    "es": "西班牙文",
    "ru": "俄文",
    "zh-Hant": "繁体中文",
    "mul": "多语言",
}
