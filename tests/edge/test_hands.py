"""Work shared among processes: the results are those of one, whatever befalls the others."""

import os
import signal
from pathlib import Path

import pytest

from bot.catalog.load import load
from bot.edge import hands, reading
from bot.edge.hands import shared
from bot.flows.regen import look

RECORD = "name: R{0}\nkind: model\nadded: 2023-04-07\ndescription: 一段文字。\n"
needs_fork = pytest.mark.skipif(not hasattr(os, "memfd_create"), reason="only Linux shares work")


@pytest.fixture
def three(monkeypatch):
    """As if there were three processors, whatever there is."""
    monkeypatch.setattr(hands, "_processors", lambda: 3)


@needs_fork
@pytest.mark.usefixtures("three")
@pytest.mark.parametrize("count", [0, 1, 2, 7, 250])
def test_results_stand_in_order(count):
    assert list(shared(count, lambda number: (number, "文字"))) == [(number, "文字") for number in range(count)]


@needs_fork
@pytest.mark.usefixtures("three")
def test_others_do_their_share():
    processes = set(shared(60, lambda _: (os.getpid(), sum(range(50_000)))[0]))
    assert len(processes) > 1


@needs_fork
@pytest.mark.usefixtures("three")
@pytest.mark.parametrize("end", [
    pytest.param(lambda: os.kill(os.getpid(), signal.SIGKILL), id="killed"),
    pytest.param(lambda: 1 / 0, id="failed"),
    pytest.param(object, id="with a result that cannot be sent"),
])  # fmt: skip
def test_what_others_do_not_bring_home_is_done_here(end):
    home = os.getpid()
    assert list(shared(40, lambda number: number if os.getpid() == home else end())) == list(range(40))


@needs_fork
@pytest.mark.usefixtures("three")
@pytest.mark.parametrize("call", ["fork", "memfd_create"])
def test_where_no_process_can_be_had_all_is_done_here(monkeypatch, call):
    def refuse(*_):
        raise BlockingIOError

    monkeypatch.setattr(os, call, refuse)
    assert list(shared(9, lambda number: number)) == list(range(9))


@needs_fork
@pytest.mark.usefixtures("three")
def test_a_failure_here_is_a_failure_and_ends_all():
    with pytest.raises(ZeroDivisionError):
        list(shared(200, lambda number: number, lambda: 1 // 0))
    with pytest.raises(ZeroDivisionError):
        list(shared(9, lambda number: 1 // (number - 4)))
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


@pytest.mark.parametrize("processors", [1, 2])
def test_the_other_thing_is_done_once(monkeypatch, processors):
    monkeypatch.setattr(hands, "_processors", lambda: processors)
    done = []
    list(shared(5, lambda number: number, lambda: done.append(1)))
    assert done == [1]


def lay_out(root: Path) -> None:
    (root / "catalog/models").mkdir(parents=True)
    (root / "catalog/list.yml").write_text("title: 试\nsections:\n  - id: models\n    title: 模型\n", encoding="utf-8")
    (root / "README.template.md").write_text("{{ toc() }}\n{{ entries('models') }}\n", encoding="utf-8")
    for number in range(60):
        (root / f"catalog/models/r{number}.yml").write_text(RECORD.format(number), encoding="utf-8")


@needs_fork
@pytest.mark.parametrize("wrong", [False, True], ids=["sound", "with mistakes"])
def test_a_list_read_by_several_is_the_list_read_by_one(tmp_path, monkeypatch, wrong):
    root = tmp_path / "list"
    lay_out(root)
    for number in (3, 33, 57) if wrong else ():
        (root / f"catalog/models/r{number}.yml").write_text("name: X\nkind: 模型\ncolour: red\n", encoding="utf-8")
    found = []
    for many, processors in ((10_000, 1), (10, 1), (10, 3)):
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / f"cache{many}-{processors}"))
        monkeypatch.setattr(reading, "MANY", many)
        monkeypatch.setattr(hands, "_processors", lambda processors=processors: processors)
        found += [repr(load(root)), repr(load(root))]
        assert wrong or found.append(look(root).files) is None
    assert found[: len(found) // 3] * 3 == found
