"""A server that speaks TLS and nothing else: used where its certificate is trusted, and refused where it is not."""

from __future__ import annotations

import pytest
from click.testing import Result

from tests.store.server import HOST, Server
from tests.store.stores import neo4j
from tests.store.strict import CERTIFICATES


def asked(server: Server, scheme: str, *, trusted: bool) -> Result:
    """`barriers neo4j status` by this scheme, where the machine trusts the certificate and where it does not."""
    authorities = server.folder / CERTIFICATES / "public.crt" if trusted else server.folder / "nobody.pem"
    authorities.touch()
    uri = f"{scheme}://{HOST}:{server.port}"
    return neo4j(server.access, "status", NEO4J_URI=uri, SSL_CERT_FILE=str(authorities))


@pytest.mark.parametrize("scheme", ["bolt+s", "neo4j+s"])
def test_a_server_whose_certificate_is_trusted_is_used(strict_server: Server, scheme: str) -> None:
    """A push, a status and an audit; SSL_CERT_FILE names the authority, as on a network that has its own."""
    environment = {
        "NEO4J_URI": f"{scheme}://{HOST}:{strict_server.port}",
        "SSL_CERT_FILE": str(strict_server.folder / CERTIFICATES / "public.crt"),
    }
    pushed = neo4j(strict_server.access, "push", "DK", **environment)
    assert pushed.exit_code == 0, pushed.stderr
    assert "read on the way" not in pushed.stderr

    assert "DK" in asked(strict_server, scheme, trusted=True).stdout


@pytest.mark.parametrize("scheme", ["bolt+s", "neo4j+s"])
def test_a_server_whose_certificate_is_not_trusted_is_refused_in_one_sentence(
    strict_server: Server, scheme: str
) -> None:
    """Whoever stands in between could show such a certificate as well."""
    result = asked(strict_server, scheme, trusted=False)

    assert result.exit_code == 3
    assert "is not one that this machine trusts" in result.stderr
    assert "SSL_CERT_FILE" in result.stderr


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_server_that_wants_tls_is_not_asked_without(strict_server: Server, scheme: str) -> None:
    """It hangs up, and the sentence says which scheme to use."""
    result = asked(strict_server, scheme, trusted=True)

    assert result.exit_code == 3
    assert "+s" in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_scheme_that_trusts_anybody_reaches_it(strict_server: Server) -> None:
    """`+ssc` is there for those who know what they do."""
    assert asked(strict_server, "bolt+ssc", trusted=False).exit_code == 0
