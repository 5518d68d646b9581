"""One stand-in a pytest process, emptied before each test; every request the bot made must fit GitHub's description."""

from __future__ import annotations

import contract
import lists
import pytest
from scenarios import Stage
from standin import AUTHOR, Standin


@pytest.fixture(scope="session")
def running():
    server = Standin.start()
    yield server
    server.stop()


@pytest.fixture
def hub_server(running):
    running.reset()
    yield running
    wrong = [text for entry in running.log() for text in contract.complaints(entry)]
    assert not wrong


@pytest.fixture(scope="session")
def small_list(tmp_path_factory):
    return lists.make_list(tmp_path_factory.mktemp("list"))


@pytest.fixture
def stage(hub_server, small_list):
    return Stage(hub_server, small_list)


@pytest.fixture
def hub(hub_server):
    return hub_server.connection(hub_server.job_token())


@pytest.fixture
def author(hub_server):
    return hub_server.as_person(AUTHOR)
