"""`curate setup`: a repository with a README → all that the bot needs there, made for this list.

Nothing is asked of the network, and no file is replaced that somebody else wrote or has changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from bot.adopt.pages import FORMS_LINK, section, settings
from bot.catalog.arrange import LIST_FILE, SCHEMA_FILE
from bot.catalog.load import load_sound
from bot.catalog.model import Catalog
from bot.catalog.write import list_text
from bot.errors import CurateError
from bot.files.access import real
from bot.files.below import inside, is_file, is_there, text_as_it_stands, text_if_there, texts
from bot.files.folder import is_empty
from bot.files.together import write_all
from bot.flows import import_
from bot.flows.check_page import PAGES
from bot.flows.setup_files import Wanted, repository_files
from bot.flows.setup_known import Choices, Known
from bot.markdown.page import mark_of
from bot.readme.generate.page import README, edited_by_hand, readme
from bot.readme.generate.template import TEMPLATE
from bot.submissions.form_template import language_of, words_of_form


@dataclass(frozen=True)
class Setup:
    """`files`: path → (what it is, old text, new text), where they differ. `kept` are sentences of files not ours."""

    files: Mapping[str, tuple[str, str, str]]
    kept: tuple[str, ...]
    notes: tuple[str, ...]
    settings: tuple[str, ...]
    made: import_.Import | None = field(default=None, repr=False)
    catalog: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def with_section(self) -> bool:
        """Whether the page gets a section for contributors."""
        return TEMPLATE in self.files and FORMS_LINK in self.files[TEMPLATE][2]

    @property
    def texts(self) -> Mapping[str, str]:
        return {path: new for path, (_, _, new) in self.files.items()}


def look(root: Path, choices: Choices, known: Known) -> Setup:
    """Compute everything, write nothing. Raises CurateError where there is no page, or no list in it."""
    made = None if _is_whole(root, known) else _imported(root, choices, known)
    catalog = made.catalog if made else load_sound(root)
    template = made.files[TEMPLATE] if made else text_as_it_stands(root, TEMPLATE)
    wanted = dict(_list_files(root, catalog, template, choices, made))
    kept: tuple[str, ...] = ()
    if known.usable:
        of_repository, kept = repository_files(root, catalog, template, (known, choices))
        wanted |= of_repository
    for path in wanted:
        inside(root, path)  # before anything is written: no link may lead out of the list
    old = {path: text_as_it_stands(root, path) for path in wanted}
    files = {path: (one.what, old[path], one.text) for path, one in wanted.items() if old[path] != one.text}
    told = tuple(settings(known.home, pages=choices.pages)) if known.usable and known.action else ()
    own = made.files.items() if made else ()
    parts = {path: text for path, text in own if path.startswith("catalog/") and path not in wanted}
    return Setup(files, kept, tuple(_notes(known, made, choices, catalog)), told, made, parts)


def _is_whole(root: Path, known: Known) -> bool:
    """Whether there is a catalog; one without a template is what a killed run has left."""
    return known.imported and is_there(root, TEMPLATE)


def _imported(root: Path, choices: Choices, known: Known) -> import_.Import:
    page = _page(root)
    if is_there(root, TEMPLATE):
        raise CurateError("这里有页面模板，却没有条目库", str(root / TEMPLATE), "请恢复 catalog/，或先移走模板")
    made = import_.look(page, None)
    if not made.catalog.records:
        raise CurateError("README.md 里没有读到条目", str(page), "请确认条目写成列表、表格或标题，每条带链接")
    listed = made.catalog.list
    home = known.home.url if known.home else ""
    bare = replace(listed, repository=home, license=known.licence)
    language = choices.language or language_of(Catalog(bare, made.catalog.records))
    listed = replace(bare, language=language, form=_examples(made.catalog))
    catalog = replace(made.catalog, list=listed)
    files = {**made.files, LIST_FILE: list_text(listed)}
    begun = {path: text for path, text in files.items() if path.startswith("catalog/")}
    if not is_empty(root, "catalog") and texts(root, "catalog") != begun:
        raise CurateError("catalog 文件夹里已有别的东西，什么都没有写", str(root / "catalog"), "请先移走它")
    return replace(made, catalog=catalog, files=files)


def _page(root: Path) -> Path:
    if is_file(root, README):
        return root / README
    other = next((name for name in PAGES if is_file(root, name)), "")
    if other.endswith(".rst"):
        fix = f"请先换成 Markdown，如 pandoc {other} -o README.md，再运行一次"
        raise CurateError("列表是 reStructuredText，条目库生成的页面是 README.md", str(root / other), fix)
    if other:
        fix = f"请先运行 git mv {other} README.md" + ("，并改好里面的相对链接" if "/" in other else "")
        raise CurateError("README.md 要在列表的最上层", str(root / other), fix)
    fix = "请进入列表所在的文件夹，或用 -C 指定；新列表请先写一个有几个条目的 README.md"
    raise CurateError("这里没有 README.md", str(real(root)), fix)


def _examples(catalog: Catalog) -> Mapping[str, str]:
    """A description of middling length, to show contributors how this list speaks."""
    plain = sorted(
        {record.description.strip() for record in catalog.records if record.description.strip()[:1].isalnum()},
        key=lambda text: (len(text), text),
    )
    fit = [text for text in plain if "\n" not in text and "](" not in text and len(text) < 200]
    return {"description": fit[len(fit) // 2]} if fit else {}


def _list_files(
    root: Path, catalog: Catalog, template: str, choices: Choices, made: import_.Import | None
) -> Iterator[tuple[str, Wanted]]:
    """The page, its template and the list file, where this run makes or changes them."""
    with_section = choices.section and FORMS_LINK not in template
    if with_section:
        end = "\r\n" if "\r\n" in template else "\n"
        text = section(language_of(catalog), words_of_form(catalog)["entry"])
        template = template.rstrip() + 2 * end + text.replace("\n", end)
    page = readme(catalog, template)
    if made:
        yield LIST_FILE, Wanted("列表的标题、小节和样式", made.files[LIST_FILE])
        yield SCHEMA_FILE, Wanted("记录的格式，供编辑器提示", made.files[SCHEMA_FILE])
    if made or with_section:
        yield TEMPLATE, Wanted("页面模板：条目以外的文字", template)
    if made or with_section or _is_unfinished(root, page):
        _refuse_edited(root, made)
        yield README, Wanted("页面，末尾多一行看不见的记号", page)


def _is_unfinished(root: Path, page: str) -> bool:
    """Whether the page still stands there as it was: a run was killed before it wrote the last file."""
    there = text_if_there(root, README)
    return bool(there) and not mark_of(there) and import_.plain(page).startswith(import_.plain(there))


def _refuse_edited(root: Path, made: import_.Import | None) -> None:
    there = text_if_there(root, README)
    if not made and there and mark_of(there) and edited_by_hand(there):
        raise CurateError(
            "README.md 在生成之后被人直接改过", str(root / README), "请先运行 curate absorb 把改动收进条目库"
        )


def _notes(known: Known, made: import_.Import | None, choices: Choices, catalog: Catalog) -> Iterator[str]:
    if made and made.evened:
        yield f"与原文的差别：{'；'.join(made.evened)}"
    listed = catalog.list
    said = {"repository": known.home.url if choices.repository and known.home else "", "license": choices.licence}
    for key, value in {**said, "language": choices.language}.items():
        if value and value != getattr(listed, key):
            yield f"条目库已经有了，不去改它：要换的话，请在 catalog/list.yml 里写“{key}: {value}”"
    if known.nested:
        yield (
            "这份列表不在仓库的最上层：表单和工作流只能放在最上层，这里只写条目库；"
            "在最上层的工作流里用 folder 指定这个文件夹，就能检查它"
        )
    elif not known.usable and known.home:
        where = f"仓库在 {known.home.host}，不是 GitHub：表单和工作流在那里不起作用，没有写"
        yield f"{where}；GitHub 上另有一份的，用 --repository 指定"
    elif not known.action:
        yield ("不知道工作流该用 curate 的哪一个提交，没有写工作流：请用 --action 拥有者/仓库@提交的编号（40 位）指定")
    elif not known.action.published:
        yield f"工作流用的是 {known.action}，这个提交可能还没有推送：先推送它，或用 --action 指定另一个提交"
    if known.usable and not known.home:
        yield "没有找到 GitHub 仓库：推送到 GitHub 之后，请在 catalog/list.yml 写上 repository"


def write(root: Path, made: Setup) -> list[str]:
    """The catalog first and as a whole, then the rest, all or nothing: the next run ends what was killed on the way."""
    if made.made:
        import_.write(root, replace(made.made, files={**made.made.files, **made.texts}))
    write_all(root, made.texts)
    return list(made.files)
