"""The codes of `why` in Chinese."""

from __future__ import annotations

WHY = {
    "": "",
    "never": "还没有看过",
    "redirect": "永久重定向",
    "renamed": "改了名",
    "branch": "默认分支改了名",
    "archived": "仓库已归档",
    "not-found": "网站说没有这一项",
    "file": "仓库还在，这个文件或文件夹不在了",
    "no-host": "没有这个域名",
    "taken-over": "同名的已经是另一个项目",
    "disabled": "被网站停用",
    "challenge": "只让浏览器看",
    "tls": "不肯建立加密连接",
    "certificate": "证书无效",
    "timeout": "没有按时回应",
    "reset": "连接中断",
    "connect": "连不上",
    "dns": "域名查询失败",
    "protocol": "回应不合 HTTP",
    "headers": "回应头太长",
    "private": "指到内网",
    "loop": "循环重定向",
    "redirects": "重定向太多次",
    "scheme": "重定向到不是网页的地方",
    "no-location": "重定向没有说去哪里",
    "home": "跳到了首页",
    "login": "跳到了登录页",
    "soft-404": "页面说找不到",
    "parked": "域名在出售或只放广告",
    "title": "标题和从前毫不相干",
}


def reason(why: str) -> str:
    """`http-404` and the like are the server's own words."""
    return WHY.get(why) or why.removeprefix("http-")
