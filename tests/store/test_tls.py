"""A server that speaks TLS and nothing else: used where its certificate is trusted, and refused where it is not."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import Result

from tests.store.server import HOST, Server
from tests.store.stores import neo4j, running

CONFIGURATION = """\
server.bolt.tls_level=REQUIRED
dbms.ssl.policy.bolt.enabled=true
dbms.ssl.policy.bolt.base_directory=certificates
dbms.ssl.policy.bolt.client_auth=NONE
"""


@pytest.fixture(scope="module")
def tls_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with a certificate for its address that nobody has signed but itself."""
    server = Server(tmp_path_factory.mktemp("tls"), CONFIGURATION, scheme="bolt+ssc")
    certify(server.folder / "certificates")
    yield from running(server)


def certify(folder: Path) -> None:
    """A key and a certificate under the names at which Neo4j looks for them."""
    openssl = shutil.which("openssl")
    assert openssl, "openssl makes the certificate of the server (Debian: apt install openssl)"
    folder.mkdir(parents=True)
    made = ["-keyout", str(folder / "private.key"), "-out", str(folder / "public.crt"), "-days", "2"]
    names = ["-subj", "/CN=barriers", "-addext", f"subjectAltName=IP:{HOST}"]
    subprocess.run(
        [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", *made, *names], check=True, capture_output=True
    )


def asked(server: Server, scheme: str, *, trusted: bool) -> Result:
    """`barriers neo4j status` by this scheme, where the machine trusts the certificate and where it does not."""
    authorities = server.folder / "certificates" / "public.crt" if trusted else server.folder / "nobody.pem"
    authorities.touch()
    uri = f"{scheme}://{HOST}:{server.port}"
    return neo4j(server.access, "status", NEO4J_URI=uri, SSL_CERT_FILE=str(authorities))


@pytest.mark.parametrize("scheme", ["bolt+s", "neo4j+s"])
def test_a_server_whose_certificate_is_trusted_is_used(tls_server: Server, scheme: str) -> None:
    """A push, a status and an audit; SSL_CERT_FILE names the authority, as on a network that has its own."""
    environment = {
        "NEO4J_URI": f"{scheme}://{HOST}:{tls_server.port}",
        "SSL_CERT_FILE": str(tls_server.folder / "certificates" / "public.crt"),
    }
    pushed = neo4j(tls_server.access, "push", "DK", **environment)
    assert pushed.exit_code == 0, pushed.stderr
    assert "read on the way" not in pushed.stderr

    assert "DK" in asked(tls_server, scheme, trusted=True).stdout


@pytest.mark.parametrize("scheme", ["bolt+s", "neo4j+s"])
def test_a_server_whose_certificate_is_not_trusted_is_refused_in_one_sentence(tls_server: Server, scheme: str) -> None:
    """Whoever stands in between could show such a certificate as well."""
    result = asked(tls_server, scheme, trusted=False)

    assert result.exit_code == 3
    assert "is not one that this machine trusts" in result.stderr
    assert "SSL_CERT_FILE" in result.stderr


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_server_that_wants_tls_is_not_asked_without(tls_server: Server, scheme: str) -> None:
    """It hangs up, and the sentence says which scheme to use."""
    result = asked(tls_server, scheme, trusted=True)

    assert result.exit_code == 3
    assert "+s" in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_scheme_that_trusts_anybody_reaches_it(tls_server: Server) -> None:
    """`+ssc` is there for those who know what they do."""
    assert asked(tls_server, "bolt+ssc", trusted=False).exit_code == 0
