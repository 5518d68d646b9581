"""Hugging Face and ModelScope: models, data sets, spaces and who owns them."""

from __future__ import annotations

from bot.urls.parts import Parts, Site
from bot.urls.sites.code import cut_name, view
from bot.urls.sites.web import LOCALE, anywhere

HF_PLACES = {"datasets": "dataset", "spaces": "space", "models": "model"}
_HF_PAGES = (
    "blog docs papers tasks learn pricing models datasets spaces chat join login settings posts search "
    "enterprise inference collections new support huggingface_hub"
)
HF_PAGES = frozenset(_HF_PAGES.split())
MODELSCOPE = {"models": "model", "datasets": "dataset", "studios": "space"}


def hugging_face(parts: Parts) -> Site:
    path = parts.path
    if path and path[0] == "organizations" and len(path) > 1:
        path = path[1:2]
    place, names = ("", path) if not path or path[0] not in HF_PLACES else (path[0], path[1:])
    if not names or (not place and names[0] in HF_PAGES):
        return _hugging_page(parts)
    if len(names) == 1 and not place:
        owner, _ = cut_name(names[0])
        return _owned(parts, names=(owner,), kind="organisation")
    owner, cut = cut_name(names[0])
    if len(names) == 1 or cut:
        return _owned(parts, (place,), (owner,), kind=HF_PLACES[place])
    name, cut = cut_name(names[1])
    word, branch, inside = ("", (), ()) if cut else view(names[2:])
    tail = (*branch, *inside) if word or cut else names[2:]
    return _owned(parts, (place,) if place else (), (owner, name), tail, HF_PLACES.get(place, "model"))


def _owned(
    parts: Parts,
    place: tuple[str, ...] = (),
    names: tuple[str, ...] = (),
    tail: tuple[str, ...] = (),
    kind: str = "model",
) -> Site:
    key = place + tuple(n.lower() for n in names)
    project = "/".join((parts.host, *key))
    written = None if tail else (*place, *names)
    return Site((*key, *tail), written, parts.host, project, f"{parts.host}/{names[0].lower()}", kind)


def _hugging_page(parts: Parts) -> Site:
    path = parts.path
    if path[:1] == ("papers",) and len(path) > 1:
        return Site(path, None, parts.host, f"arxiv.org/abs/{path[1]}", kind="paper")
    kind = {"blog": "blog", "docs": "docs"}.get(path[0] if path else "", "other" if path else "homepage")
    page = tuple(p for i, p in enumerate(path) if i != 2 or not LOCALE.fullmatch(p))
    return Site(page, None, parts.host, kind=kind)


def modelscope(parts: Parts) -> Site:
    path = parts.path
    if len(path) >= 3 and path[0] in MODELSCOPE:
        tail = () if len(path) == 3 or path[3] in ("summary", "files", "intro", "quickstart") else path[3:]
        return _owned(parts, path[:1], path[1:3], tail, MODELSCOPE[path[0]])
    if len(path) == 2 and path[0] in ("organization", "profile"):
        base = f"{parts.host}/{path[1].lower()}"
        return Site((path[1].lower(),), path, parts.host, base, base, "organisation")
    return anywhere(parts)
