"""The snapshot of what was read may be there, gone or spoilt: the catalog read is the same."""

import os
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kinds import KINDS

from bot.catalog import load as loading
from bot.catalog import snapshot
from bot.catalog.load import load
from bot.catalog.model import Link, ListFile, Mistake, Record, Relation, SectionEntry
from bot.catalog.write import list_text, record_path, record_text
from bot.errors import UnreadableCatalog
from bot.files import below
from bot.files.access import read_bytes
from bot.flows.regen import look
from bot.readme.generate.page import generated

LIST = "title: 试\nkinds: {model: 语言模型}\nsections:\n  - id: models\n    title: 模型\n    sections:\n      - id: small\n        title: 小\n"
RECORD = (
    "name: {name}\nkind: model\nadded: 2023-04-07\naliases: [别名]\n"
    "includes: [成员]\nreleased: 2023-04-06\nsizes: [7B]\nlicense: {{code: MIT}}\n"
    "links:\n  - url: https://example.org/{name}\n"
    "relations:\n  - type: based-on\n    record: r0\nallow:\n  dup001: 试\ndescription: |\n  一段文字。\n"
)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "list/catalog/models"
    folder.mkdir(parents=True)
    (folder.parent / "list.yml").write_text(LIST, encoding="utf-8")
    for number in range(20):
        (folder / f"r{number}.yml").write_text(RECORD.format(name=f"R{number}"), encoding="utf-8")
    return tmp_path / "list"


@pytest.fixture
def no_tick(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if every file had been there for long: nobody waits for a clock here."""
    monkeypatch.setattr(snapshot, "TICK", -(10**12))
    monkeypatch.setattr(snapshot, "COARSE_TICK", -(10**12))


def kept(root: Path) -> Path:
    return next((root.parent / "cache/curate").glob("*.records"))


def everything(root: Path) -> str:
    """repr, because equality of records leaves lines and files out."""
    return repr(load(root))


def opened(root: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that the next load reads, because the snapshot does not have them."""
    names: list[str] = []
    with monkeypatch.context() as patch:
        for module in (loading, below):
            patch.setattr(module, "read_bytes", lambda path, *_: (names.append(Path(path).name), read_bytes(path))[1])
        load(root)
    return names


@pytest.mark.skipif(os.name != "posix", reason="elsewhere nothing is kept")
@pytest.mark.usefixtures("no_tick")
def test_the_second_load_opens_nothing_and_reads_the_same(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = everything(root)
    assert opened(root, monkeypatch) == []
    assert everything(root) == first


@pytest.mark.skipif(os.name != "posix", reason="elsewhere nothing is kept")
@pytest.mark.usefixtures("no_tick")
@pytest.mark.parametrize(("path", "text"), [
    ("models/r7.yml", RECORD.format(name="Seven")),
    ("list.yml", LIST.replace("模型", "模型与数据")),
], ids=["a record", "the list file"])  # fmt: skip
def test_only_what_changed_is_read(root: Path, monkeypatch: pytest.MonkeyPatch, path: str, text: str) -> None:
    everything(root)
    (root / "catalog" / path).write_text(text, encoding="utf-8")
    assert opened(root, monkeypatch) == [Path(path).name]
    assert ("Seven" in everything(root)) == ("Seven" in text)
    assert opened(root, monkeypatch) == []


@pytest.mark.usefixtures("no_tick")
def test_a_removed_record_is_gone(root: Path) -> None:
    everything(root)
    (root / "catalog/models/r7.yml").unlink()
    assert "R7" not in everything(root)


def test_mistakes_are_not_kept(root: Path) -> None:
    (root / "catalog/models/r7.yml").write_text("name: Seven\nkind: nothing\ndescription: 文字\n", encoding="utf-8")
    assert everything(root) == everything(root)
    assert load(root)[1]


@pytest.mark.usefixtures("no_tick")
@pytest.mark.parametrize("at", [0, 31, 32, 63, 64, 500, 2000, -1], ids=lambda at: f"byte {at}")
def test_a_spoilt_snapshot_changes_nothing(root: Path, at: int) -> None:
    first = everything(root)
    data = bytearray(kept(root).read_bytes())
    data[at] ^= 1
    kept(root).write_bytes(data)
    assert everything(root) == first
    assert everything(root) == first


@pytest.mark.usefixtures("no_tick")
@pytest.mark.parametrize("length", [0, 3, 40, 64, 100, 2000], ids=lambda length: f"{length} bytes left")
def test_a_snapshot_cut_short_changes_nothing(root: Path, length: int) -> None:
    first = everything(root)
    kept(root).write_bytes(kept(root).read_bytes()[:length])
    assert everything(root) == first
    assert everything(root) == first


def lie(root: Path) -> bytes:
    """The snapshot with another name in it, as if a run had read that."""
    everything(root)
    data = kept(root).read_bytes()
    return data[:32] + snapshot.hashlib.sha256(body := data[64:].replace(b"R7", b"S7")).digest() + body


@pytest.mark.skipif(os.name != "posix", reason="elsewhere nothing is kept")
@pytest.mark.usefixtures("no_tick")
@pytest.mark.parametrize(("spoil", "believed"), [
    pytest.param(lambda path: None, True, id="one's own"),
    pytest.param(lambda path: path.chmod(0o620), False, id="writable by the group"),
    pytest.param(lambda path: path.chmod(0o602), False, id="writable by everybody"),
    pytest.param(lambda path: (path.rename(path.with_suffix(".x")), path.symlink_to(path.with_suffix(".x"))), False,
                 id="a symbolic link"),
])  # fmt: skip
def test_only_what_nobody_else_could_have_written_is_believed(root: Path, spoil, believed: bool) -> None:
    path, data = kept_after(root)
    path.write_bytes(data)
    spoil(path)
    assert ("'S7'" in everything(root)) == believed


def kept_after(root: Path) -> tuple[Path, bytes]:
    data = lie(root)
    return kept(root), data


@pytest.mark.skipif(os.name != "posix", reason="elsewhere nothing is kept")
@pytest.mark.usefixtures("no_tick")
def test_what_another_user_wrote_is_not_believed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, data = kept_after(root)
    path.write_bytes(data)
    monkeypatch.setattr(os, "geteuid", lambda: path.stat().st_uid + 1)
    assert "'S7'" not in everything(root)


@pytest.mark.usefixtures("no_tick")
def test_what_another_version_wrote_is_not_believed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, data = kept_after(root)
    path.write_bytes(data)
    monkeypatch.setattr(snapshot.sys, "version", "another Python")
    assert "'S7'" not in everything(root)


def test_no_cache_folder_to_write_to_is_no_failure(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root.parent / "cache").write_text("a file in the way")
    assert len(load(root)[0].records) == 20
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null/no")
    assert len(load(root)[0].records) == 20


def test_a_change_of_the_same_size_in_the_same_moment_is_seen(root: Path) -> None:
    path = root / "catalog/models/r7.yml"
    for name in ("R7", "S7", "T7"):
        before = path.stat()
        path.write_text(RECORD.format(name=name), encoding="utf-8")
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
        assert f"'{name}'" in everything(root)


# What changes a page ─────────────────────────────────────────────────────────────────────────────────────

SECTIONS = ("models", "models/small", "tools")
SHOWS = ("headings", "list", "- [{name}]({url}) - {description}")
SLUGS = st.integers(0, 7).map(lambda number: f"r{number}")
RELATION = st.tuples(st.sampled_from(["part-of", "based-on", "successor-of"]), SLUGS)
TEXTS = st.sampled_from(["一段文字。", "## 标题\n\n文字。", "- 甲\n- [R1](https://example.org/R1) 文字"])
RECORDS = st.builds(
    Record,
    slug=SLUGS,
    section=st.sampled_from(SECTIONS),
    name=st.sampled_from(["R1", "R2", "Ａ*b*", "标题"]),
    order=st.none() | st.integers(-2, 2),
    added=st.none() | st.dates(),
    status=st.sampled_from(["active", "withdrawn"]),
    links=st.just(()) | st.just((Link("https://example.org/R1"),)),
    relations=st.just(()) | RELATION.map(lambda found: (Relation(*found),)),
    description=TEXTS,
    body=st.just("") | TEXTS,
)
TEMPLATE = "# {{ list.title }}\n{{ count }} {{ withdrawn }} {{ newest }}\n{{ toc() }}\n{% for s in sections %}\n{{ entries(s.path) }}\n{% endfor %}"
STEP = st.tuples(st.sampled_from(SHOWS), st.lists(RECORDS, max_size=4), st.sets(SLUGS, max_size=1))


def listed(show: str) -> ListFile:
    models = SectionEntry("models", "模型", show, sections=(SectionEntry("small", "小", "list"),))
    return ListFile("试", kinds=KINDS, sections=(models, SectionEntry("tools", "工具")))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(STEP, max_size=6))
def test_no_history_of_changes_makes_another_page(steps) -> None:
    """Whatever was kept from earlier runs, the page and the mistakes are those of a run without any of it."""
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(snapshot, "TICK", -(10**12))
        root = Path(folder, "list")
        first = [Record(f"r{number}", SECTIONS[number % 3], f"R{number}", description="文字。") for number in range(8)]
        files = {record_path(record): record_text(record) for record in first} | {"README.template.md": TEMPLATE}
        for show, records, gone in steps:
            files["catalog/list.yml"] = list_text(listed(show))
            changed = {record.slug: record for record in records if record.target("part-of") != record.slug}
            files = {path: text for path, text in files.items() if Path(path).stem not in gone | changed.keys()}
            files |= {record_path(record): record_text(record) for record in changed.values()}
            lay_out(root, files)
            patch.setenv("XDG_CACHE_HOME", f"{folder}/kept")
            kept_says = said(root)
            patch.setenv("XDG_CACHE_HOME", f"{folder}/none")
            shutil.rmtree(f"{folder}/none", ignore_errors=True)
            catalog, mistakes = load(root)
            assert kept_says == (generated(catalog, TEMPLATE)["README.md"] if not mistakes else str(told(mistakes)))


def lay_out(root: Path, files: dict[str, str]) -> None:
    for path in [one for one in root.rglob("*") if one.is_file() and one.relative_to(root).as_posix() not in files]:
        path.unlink()
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        if not (root / path).exists() or (root / path).read_text(encoding="utf-8") != text:
            (root / path).write_text(text, encoding="utf-8")


def said(root: Path) -> str:
    try:
        return look(root).files["README.md"].decode()
    except UnreadableCatalog as error:
        return str(error)


def told(mistakes: list[Mistake]) -> UnreadableCatalog:
    return UnreadableCatalog(tuple(sorted(mistakes, key=lambda m: (m.file, m.line, m.column))))
