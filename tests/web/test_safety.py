"""Nothing within our own network is ever connected to, whatever the way to it; certificates are looked at."""

import ssl
from datetime import UTC, date, datetime, timedelta

import pytest
import trustme

from bot.flows.addresses import Use
from bot.flows.links import Settings, check_links
from bot.web.fetch import Limits
from tests.web.api_servers import reply
from tests.web.server import Web, page, to


def look(urls, resolve=(), *, allow_loopback=False, certificates="", **variables):
    uses = {url: Use(url, (), "README.md", 1) for url in urls}
    limits = Limits(timeout=1.0, allow_loopback=allow_loopback, resolve=tuple(resolve))
    settings = Settings(
        date(2026, 11, 27), limits=limits, environment={"SSL_CERT_FILE": certificates, **variables}, pace=0.001
    )
    return [(link.verdict.outcome, link.verdict.why) for link in check_links(uses, settings).links]


WAYS_IN = [
    "http://127.0.0.1:{port}/", "http://localhost:{port}/", "http://[::ffff:127.0.0.1]:{port}/", "http://2130706433:{port}/",
    "http://0x7f.1:{port}/", "http://0.0.0.0:{port}/", "http://inside.test:{port}/", "http://mixed.test:{port}/",
]  # fmt: skip


@pytest.mark.parametrize("url", WAYS_IN)
def test_no_way_leads_in(url):
    with Web({"/": page()}) as web:
        names = [f"inside.test:{web.port}:127.0.0.1", f"mixed.test:{web.port}:127.0.0.2,127.0.0.3"]
        assert look([url.format(port=web.port)], names) == [("unsure", "private")]
    assert not web.log


@pytest.mark.parametrize(
    "target", ["http://169.254.169.254/latest/", "http://10.0.0.1/", "http://[fd00::1]/", "http://inside.test:1/"]
)
def test_no_redirect_leads_in_even_where_loopback_is_allowed(target):
    with Web({"/a": to(target, 302)}) as web:
        answer = look([web.url("/a")], ["inside.test:1:192.168.1.1"], allow_loopback=True)
    assert answer == [("unsure", "private")]


def test_a_connection_to_an_api_within_is_not_used_for_links():
    with Web({"/api/models/o/m": reply({"id": "o/m", "_id": "1"}), "/slow": page()}) as web:
        links = {"https://huggingface.co/o/m": "alive", web.url("/slow"): "unsure"}
        found = look(links, HF_ENDPOINT=web.url(""))
        assert [outcome for outcome, _ in found] == [*links.values()]
        assert [asked.path for asked in web.log] == ["/api/models/o/m"]


@pytest.fixture(scope="module")
def authority():
    return trustme.CA()


def serving(authority, *names, **options):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*names, **options).configure_cert(context)
    return context


def certificates(authority, folder):
    authority.cert_pem.write_to_path(path := str(folder / "ca.pem"))
    return path


EXPIRED = {"not_before": datetime(2020, 1, 1, tzinfo=UTC), "not_after": datetime.now(UTC) - timedelta(days=1)}
CERTIFICATES = {
    "good": (("project.test",), {}, ("alive", "")),
    "expired": (("project.test",), EXPIRED, ("unsure", "certificate")),
    "of another host": (("other.test",), {}, ("unsure", "certificate")),
}


@pytest.mark.parametrize("names, options, answer", CERTIFICATES.values(), ids=CERTIFICATES)
def test_certificates(authority, tmp_path, names, options, answer):
    with Web({"/": page()}, tls=serving(authority, *names, **options)) as web:
        name = f"project.test:{web.port}:127.0.0.1"
        found = look([f"https://project.test:{web.port}/"], [name], allow_loopback=True,
                     certificates=certificates(authority, tmp_path))  # fmt: skip
    assert found == [answer]


def test_an_authority_of_its_own(authority):
    with Web({"/": page()}, tls=serving(authority, "127.0.0.1")) as web:
        assert look([web.url("/")], allow_loopback=True) == [("unsure", "certificate")]


def test_tls_refused(authority, tmp_path):
    context = serving(authority, "127.0.0.1")
    context.verify_mode = ssl.CERT_REQUIRED  # of a client that has none
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    with Web({"/": page()}, tls=context) as web:
        found = look([web.url("/")], allow_loopback=True, certificates=certificates(authority, tmp_path))
    assert found == [("blocked", "tls")]


def test_chinese_host_and_a_password_that_is_not_sent():
    with Web({"/": page()}) as web:
        name = f"xn--fsqu00a.test:{web.port}:127.0.0.1"
        url = f"http://xn--fsqu00a.test:{web.port}/"
        assert look([url], [name], allow_loopback=True) == [("alive", "")]
    assert "authorization" not in web.log[0].headers
