"""The words of the site that its templates do not hold: facets, columns, relations seen from the other side."""

from __future__ import annotations

from collections.abc import Mapping

from bot.catalog.model import RelationType, Status

FACETS: Mapping[str, str] = {
    "section": "小节",
    "kind": "类别",
    "use": "商用",
    "size": "规模",
    "base": "底座",
    "language": "语言",
    "organisation": "机构",
    "year": "年份",
    "status": "状态",
}
STATUSES: Mapping[Status, str] = {"active": "正常", "withdrawn": "已撤下"}
# From the smallest on: below how many billion parameters, and what the reader chooses.
SIZES: tuple[tuple[float, str], ...] = (
    (3, "小于 3B"),
    (10, "3B 至 10B"),
    (30, "10B 至 30B"),
    (100, "30B 至 100B"),
    (float("inf"), "100B 以上"),
)
BACK: Mapping[RelationType, str] = {
    "part-of": "下属条目",
    "under": "其下条目",
    "successor-of": "后继",
    "based-on": "衍生项目",
    "trained-on": "用于训练",
}
COLUMNS: Mapping[str, str] = {
    "slug": "标识",
    "name": "名称",
    "kind": "类别",
    "section": "小节",
    "status": "状态",
    "organisations": "机构",
    "aliases": "又名",
    "sizes": "规模",
    "base": "底座",
    "languages": "语言",
    "context": "上下文",
    "data": "数据",
    "license_code": "代码许可",
    "license_weights": "权重许可",
    "license_data": "数据许可",
    "use": "商用",
    "hardware": "硬件",
    "released": "发布日期",
    "added": "收录日期",
    "updated": "更新日期",
    "links": "网址",
    "description": "介绍",
}
