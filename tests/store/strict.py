"""The settings of a careful administrator: TLS and nothing else, and a limit for transactions that name none."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from tests.store.server import HOST

CERTIFICATES = "certificates"

SECONDS = 2

STRICT = f"""\
server.bolt.tls_level=REQUIRED
dbms.ssl.policy.bolt.enabled=true
dbms.ssl.policy.bolt.base_directory={CERTIFICATES}
dbms.ssl.policy.bolt.client_auth=NONE
db.transaction.timeout={SECONDS}s
db.transaction.monitor.check.interval=500ms
"""


def certify(folder: Path) -> None:
    """A key and a certificate under the names at which Neo4j looks for them; nobody has signed it but itself."""
    openssl = shutil.which("openssl")
    assert openssl, "openssl makes the certificate of the server (Debian: apt install openssl)"
    folder.mkdir(parents=True)
    made = ["-keyout", str(folder / "private.key"), "-out", str(folder / "public.crt"), "-days", "2"]
    names = ["-subj", "/CN=barriers", "-addext", f"subjectAltName=IP:{HOST}"]
    subprocess.run(
        [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", *made, *names], check=True, capture_output=True
    )
