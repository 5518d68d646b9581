"""The cache of records may be there, gone or spoilt: the catalog read is the same."""

import os
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.catalog import load as catalog
from bot.catalog.load import load
from bot.catalog.model import Link, ListFile, Mistake, Record, Relation, SectionEntry
from bot.catalog.write import list_text, record_path, record_text
from bot.edge import cache, clock, reading, record_cache
from bot.edge.table import MOST_CHANGES
from bot.errors import UnreadableCatalog
from bot.files.access import read_bytes
from bot.flows.regen import generated, look

LIST = "title: 试\nsections:\n  - id: models\n    title: 模型\n"
RECORD = (
    "name: {name}\nkind: model\nadded: 2023-04-07\nlinks:\n  - url: https://example.org/{name}\n    type: homepage\n"
    "relations:\n  - type: based-on\n    record: r0\nallow:\n  dup001: 试\ndescription: |\n  一段文字。\n"
)

PLAIN = RECORD.replace("relations:\n  - type: based-on\n    record: r0\n", "")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "list/catalog/models"
    folder.mkdir(parents=True)
    (folder.parent / "list.yml").write_text(LIST, encoding="utf-8")
    for number in range(20):
        (folder / f"r{number}.yml").write_text(RECORD.format(name=f"R{number}"), encoding="utf-8")
    return tmp_path / "list"


def kept(root: Path, what: str = "cards") -> Path:
    return next((root.parent / "cache/curate").glob(f"*.{what}"))


def reads(root: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that the next load parses, because the cache does not have them."""
    parsed: list[str] = []
    real = record_cache.RecordCache.put
    with monkeypatch.context() as patch:
        patch.setattr(record_cache.RecordCache, "put", lambda s, p, *more: (parsed.append(p), real(s, p, *more))[1])
        load(root)
    return parsed


def everything(root: Path) -> str:
    """repr, because equality of records leaves lines and files out."""
    return repr(load(root))


def test_second_load_parses_nothing_and_reads_the_same(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = everything(root)
    assert reads(root, monkeypatch) == []
    assert everything(root) == first


@pytest.mark.usefixtures("no_tick")
def test_a_page_leaves_cards_and_the_next_load_the_whole_records(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "README.template.md").write_text("{{ entries('models') }}\n", encoding="utf-8")
    (root / "catalog/models/r0.yml").write_text(PLAIN.format(name="R0"), encoding="utf-8")
    look(root)
    assert kept(root, "records").stat().st_size < 100 < kept(root).stat().st_size
    assert everything(root) == everything(root)
    opened: list[str] = []
    monkeypatch.setattr(reading, "read_bytes", lambda path: (opened.append(str(path)), read_bytes(path))[1])
    everything(root)
    assert opened == []


@pytest.fixture
def no_tick(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if every file had been there for long: nobody waits for a clock here."""
    monkeypatch.setattr(clock, "TICK", -(10**12))
    monkeypatch.setattr(clock, "COARSE_TICK", -(10**12))


@pytest.mark.usefixtures("no_tick")
def test_only_the_changed_record_is_parsed_and_appended(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    everything(root)
    before = kept(root).read_bytes()
    path = root / "catalog/models/r7.yml"
    path.write_text(RECORD.format(name="Seven"), encoding="utf-8")
    assert reads(root, monkeypatch) == ["catalog/models/r7.yml"]
    assert kept(root).read_bytes().startswith(before)
    assert "Seven" in everything(root)


def test_the_file_does_not_grow_forever(root: Path) -> None:
    for number in range(3 * MOST_CHANGES):
        (root / "catalog/models/r7.yml").write_text(RECORD.format(name=f"N{number}"), encoding="utf-8")
        everything(root)
        assert kept(root).stat().st_size < 40_000


@pytest.mark.parametrize("what", ["cards", "records"])
@pytest.mark.parametrize("at", [0, 1, 45, 60, 500, 2000, -1], ids=lambda at: f"byte {at}")
def test_a_spoilt_cache_changes_nothing(root: Path, at: int, what: str) -> None:
    first = everything(root)
    data = bytearray(kept(root, what).read_bytes())
    data[at] ^= 1
    kept(root, what).write_bytes(data)
    assert everything(root) == first
    assert everything(root) == first


@pytest.mark.parametrize("what", ["cards", "records"])
@pytest.mark.parametrize("length", [0, 3, 40, 100, 2000], ids=lambda length: f"{length} bytes left")
def test_a_cache_cut_short_changes_nothing(root: Path, length: int, what: str) -> None:
    first = everything(root)
    kept(root, what).write_bytes(kept(root, what).read_bytes()[:length])
    assert everything(root) == first
    assert everything(root) == first


@pytest.mark.parametrize("what", ["cards", "records"])
def test_half_a_cache_changes_nothing(root: Path, what: str) -> None:
    """One file of an older run, the other of this one."""
    everything(root)
    old = kept(root, what).read_bytes()
    (root / "catalog/models/r7.yml").write_text(RECORD.format(name="Seven"), encoding="utf-8")
    first = everything(root)
    kept(root, what).write_bytes(old)
    assert everything(root) == first
    kept(root, what).unlink()
    assert everything(root) == first


def test_a_removed_record_is_gone(root: Path) -> None:
    everything(root)
    (root / "catalog/models/r7.yml").unlink()
    assert "R7" not in everything(root)


def test_mistakes_are_not_cached(root: Path) -> None:
    (root / "catalog/models/r7.yml").write_text("name: Seven\nkind: nothing\ndescription: 文字\n", encoding="utf-8")
    assert everything(root) == everything(root)
    assert load(root)[1]


def test_no_cache_folder_to_write_to_is_no_failure(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root.parent / "cache").write_text("a file in the way")
    assert len(load(root)[0].records) == 20
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null/no")
    assert len(load(root)[0].records) == 20


@pytest.mark.skipif(os.name != "posix", reason="elsewhere every file is opened")
@pytest.mark.usefixtures("no_tick")
def test_untouched_files_are_not_opened(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = everything(root)
    opened: list[str] = []
    for room in (catalog, reading):
        monkeypatch.setattr(room, "read_bytes", lambda path: (opened.append(str(path)), read_bytes(path))[1])
    assert everything(root) == first
    assert [Path(path).name for path in opened] == ["list.yml"]


def test_a_change_of_the_same_size_in_the_same_moment_is_seen(root: Path) -> None:
    path = root / "catalog/models/r7.yml"
    for name in ("R7", "S7", "T7"):
        before = path.stat()
        path.write_text(RECORD.format(name=name), encoding="utf-8")
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
        assert f"'{name}'" in everything(root)


@pytest.mark.usefixtures("no_tick")
@pytest.mark.parametrize("show", ["headings", "list", "- [{name}]({url}) - {description}"])
def test_the_page_of_kept_pieces_is_the_page_made_anew(root: Path, show: str) -> None:
    (root / "catalog/list.yml").write_text(LIST + f"    show: '{show}'\n", encoding="utf-8")
    (root / "README.template.md").write_text("{{ toc() }}\n{{ entries('models') }}\n", encoding="utf-8")
    for number in range(10):
        (root / f"catalog/models/r{number}.yml").write_text(PLAIN.format(name=f"R{number}"), encoding="utf-8")
    look(root)
    for path, name in (("r3", "Three"), ("r0", "Zero"), ("r15", "Three")):
        (root / f"catalog/models/{path}.yml").write_text(PLAIN.format(name=name), encoding="utf-8")
        page = look(root).files["README.md"].decode()
        assert page == generated(load(root)[0], "{{ toc() }}\n{{ entries('models') }}\n")["README.md"]
        assert name in page


def test_another_version_of_a_library_makes_another_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = tmp_path / "reader/__init__.py"
    library.parent.mkdir()
    library.write_text("", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    first = cache.made_by((), (), ["reader"])
    assert cache.made_by((), (), ["reader"]) == first
    library.write_text("newer", encoding="utf-8")
    assert cache.made_by((), (), ["reader"]) != first


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
TEMPLATE = "# {{ list.title }}\n{{ count }} {{ withdrawn }} {{ newest }}\n{{ toc() }}\n{% for s in sections %}\n{{ entries(s.path) }}\n{% endfor %}"  # noqa: E501
STEP = st.tuples(st.sampled_from(SHOWS), st.lists(RECORDS, max_size=4), st.sets(SLUGS, max_size=1))


def listed(show: str) -> ListFile:
    models = SectionEntry("models", "模型", show, sections=(SectionEntry("small", "小", "list"),))
    return ListFile("试", sections=(models, SectionEntry("tools", "工具")))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(STEP, max_size=6))
def test_no_history_of_changes_makes_another_page(steps) -> None:
    """Whatever was kept from earlier runs, the page and the mistakes are those of a run without any of it."""
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "TICK", -(10**12))
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
