"""The cache of records may be there, gone or spoilt: the catalog read is the same."""

from pathlib import Path

import pytest

from bot.edge import record_cache
from bot.edge.catalog import load
from bot.edge.record_cache import MOST_CHANGES

LIST = "title: 试\nsections:\n  - id: models\n    title: 模型\n"
RECORD = (
    "name: {name}\nkind: model\nadded: 2023-04-07\nlinks:\n  - url: https://example.org/{name}\n    type: homepage\n"
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


def kept(root: Path) -> Path:
    return next((root.parent / "cache/curate").iterdir())


def reads(root: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that the next load parses, because the cache does not have them."""
    parsed: list[str] = []
    real = record_cache.RecordCache.put
    with monkeypatch.context() as patch:
        patch.setattr(record_cache.RecordCache, "put", lambda s, p, d, r: (parsed.append(p), real(s, p, d, r)))
        load(root)
    return parsed


def everything(root: Path) -> str:
    """repr, because equality of records leaves lines and files out."""
    return repr(load(root))


def test_second_load_parses_nothing_and_reads_the_same(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = everything(root)
    assert reads(root, monkeypatch) == []
    assert everything(root) == first


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


@pytest.mark.parametrize("at", [0, 1, 45, 60, 500, 4000, -1], ids=lambda at: f"byte {at}")
def test_a_spoilt_cache_changes_nothing(root: Path, at: int) -> None:
    first = everything(root)
    data = bytearray(kept(root).read_bytes())
    data[at] ^= 1
    kept(root).write_bytes(data)
    assert everything(root) == first


@pytest.mark.parametrize("length", [0, 3, 40, 100, 3000], ids=lambda length: f"{length} bytes left")
def test_a_cache_cut_short_changes_nothing(root: Path, length: int) -> None:
    first = everything(root)
    kept(root).write_bytes(kept(root).read_bytes()[:length])
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
