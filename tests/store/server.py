"""A real Neo4j Community server on a free port of this machine: started, killed, started again, cleared away.

The jars are in .neo4j/lib, where `./run` lays them (pom.xml beside this file); Java runs them without Neo4j's shell
scripts. Community knows no roles: a user that may only read cannot be made here, and every user may do everything.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from neo4j import Driver, GraphDatabase, Query
from neo4j.exceptions import ServiceUnavailable, SessionExpired, TransientError

JARS = Path(__file__).parents[2] / ".neo4j" / "lib"
HOST = "127.0.0.1"
USER = "neo4j"

SECONDS_TO_START = 180
SECONDS_TO_STOP = 60
LINES_OF_A_LOG = 30

CONFIGURATION = """\
server.bolt.listen_address={host}:{port}
server.bolt.advertised_address={host}:{port}
server.http.enabled={browser}
server.http.listen_address={host}:{browser_port}
server.https.enabled=false
server.memory.pagecache.size=128m
dbms.usage_report.enabled=false
# Else each of the two databases begins with 256 MB of nothing.
db.tx_log.preallocate=false
# Else every query is planned anew each ten seconds, for here most of what is stored comes and goes with each model.
dbms.cypher.min_replan_interval=1h
# Else it waits ten seconds at the end for somebody who may still call.
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
"""

ENTRY = "org.neo4j.server.CommunityEntryPoint"
JVM = (
    # This is what Neo4j's own configuration gives Java, so far as it bears on what the server does.
    "-XX:+UseG1GC",
    "-XX:-OmitStackTraceInFastThrow",
    "-Djdk.nio.maxCachedBufferSize=1024",
    "-Dio.netty.tryReflectionSetAccessible=true",
    "-Dlog4j2.disable.jmx=true",
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
    "--enable-native-access=ALL-UNNAMED",
)

QUICK_TO_START = ("-XX:TieredStopAtLevel=1",)
"""A server that lives for some minutes costs half as much when Java never compiles for the long run."""


class NoServer(Exception):
    """There is no server, and the message says what to do about it."""


@dataclass(frozen=True, slots=True)
class Access:
    """Where a server is and who may talk to it."""

    uri: str
    user: str
    password: str = field(repr=False)

    @classmethod
    def from_environment(cls) -> Access | None:
        """The server that NEO4J_URI names, if it does."""
        if uri := os.environ.get("NEO4J_URI"):
            return cls(uri, os.environ.get("NEO4J_USER", USER), os.environ.get("NEO4J_PASSWORD", ""))
        return None

    @property
    def environment(self) -> dict[str, str]:
        """The variables by which a program finds the server."""
        return {"NEO4J_URI": self.uri, "NEO4J_USER": self.user, "NEO4J_PASSWORD": self.password}

    def driver(self, **options: Any) -> Driver:
        """A driver for it, for the caller to close."""
        return GraphDatabase.driver(self.uri, auth=(self.user, self.password), **options)

    def answers(self) -> bool:
        """Whether the server answers a query; a refused password is an error at once."""
        try:
            with self.driver(connection_timeout=5) as driver, driver.session() as session:
                # Its first query takes a new server long, whatever limit it has for others.
                session.run(Query("RETURN 1", timeout=SECONDS_TO_START)).consume()
        except (ServiceUnavailable, SessionExpired, TransientError):
            return False
        return True


class Server:
    """One server with its folder, its port and its password, which all stay the same when it is started again.

    `settings` are further lines of its configuration, `heap` is how much memory Java may take for it, `scheme` is how
    it is reached, and `java_options` are for those whose server lives long. With `browser` it serves Neo4j Browser.

    Start it from the main thread: on Linux it ends with the thread that started it, however that ends.
    """

    def __init__(
        self,
        folder: Path,
        settings: str = "",
        heap: str = "1g",
        scheme: str = "bolt",
        java_options: tuple[str, ...] = QUICK_TO_START,
        *,
        browser: bool = False,
    ) -> None:
        self.folder = folder
        self.settings = settings
        self.heap = heap
        self.java_options = java_options
        self.browser = f"http://{HOST}:{free_port()}/browser/" if browser else ""
        self.port = free_port()
        self.access = Access(f"{scheme}://{HOST}:{self.port}", USER, _password(folder))
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int | None:
        """The number of its process, while it runs."""
        return self._process.pid if self._process is not None and self._process.poll() is None else None

    def start(self) -> None:
        """Start it, unless it runs, and wait until it answers."""
        if self.pid is not None:
            return
        java = find_java()
        self._lay_out(java)
        with (self.folder / "logs" / "console.log").open("ab") as console:
            self._process = subprocess.Popen(
                [*_together(), java, *self._options(), "-cp", f"{JARS}/*", ENTRY, *self._homes()],
                stdin=subprocess.DEVNULL,
                stdout=console,
                stderr=console,
                # Ctrl-C is for the one who started it, who then stops it.
                start_new_session=True,
            )
        self._wait()

    def kill(self) -> None:
        """End it as a power cut would: SIGKILL, without a word."""
        self._end(signal.SIGKILL)

    def restart(self) -> None:
        """Kill it and start it again, on the same folder and the same port."""
        self.kill()
        self.start()

    def stop(self) -> None:
        """Have it close its files and end."""
        self._end(signal.SIGTERM)

    def wait(self) -> int:
        """Wait for it to end by itself; the code with which it does."""
        return self._process.wait() if self._process is not None else 0

    def clear_away(self) -> None:
        """End it and remove its folder; nobody reads either again, so that it need not close its files."""
        self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def log(self) -> str:
        """The last lines of what it wrote."""
        paths = [self.folder / "logs" / name for name in ("neo4j.log", "console.log")]
        lines = [path.read_text(encoding="utf-8", errors="replace").splitlines() for path in paths if path.is_file()]
        return "\n".join(line for written in lines for line in written[-LINES_OF_A_LOG:])

    def _options(self) -> list[str]:
        return ["-Xms512m", f"-Xmx{self.heap}", *JVM, *self.java_options]

    def _homes(self) -> list[str]:
        return [f"--home-dir={self.folder}", f"--config-dir={self.folder / 'conf'}"]

    def _lay_out(self, java: str) -> None:
        """The folders, the configuration, and before the first start the password."""
        for name in ("conf", "data", "logs", "run", "import", "plugins", "lib"):
            (self.folder / name).mkdir(parents=True, exist_ok=True)
        web = {"browser": "true" if self.browser else "false", "browser_port": urlsplit(self.browser).port or 7474}
        text = CONFIGURATION.format(host=HOST, port=self.port, **web) + self.settings
        (self.folder / "conf" / "neo4j.conf").write_text(text, encoding="utf-8")
        if not (self.folder / "data" / "dbms").exists():
            _set_password(java, self.folder, self.access.password)

    def _wait(self) -> None:
        deadline = time.monotonic() + SECONDS_TO_START
        while not self._listens() or not self.access.answers():
            if self.pid is None:
                raise NoServer(f"Neo4j ended while it started. Its log:\n{self.log()}")
            if time.monotonic() > deadline:
                raise NoServer(f"Neo4j does not answer after {SECONDS_TO_START} seconds. Its log:\n{self.log()}")
            time.sleep(0.05)

    def _listens(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex((HOST, self.port)) == 0

    def _end(self, how: signal.Signals) -> None:
        if self._process is None:
            return
        if self._process.poll() is None:
            self._process.send_signal(how)
        try:
            self._process.wait(SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def free_port() -> int:
    """A port that nobody has.

    It lies below those that Linux gives to callers: one who keeps calling a server that was killed could otherwise
    be given the server's own port, and answer himself.
    """
    ports = range(20_000, 32_000)
    while True:
        port = secrets.choice(ports)
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                continue
        with socket.socket() as probe:
            try:
                probe.bind((HOST, port))
            except OSError:
                continue
            return port


def find_java() -> str:
    """Java 17 or later, where the jars are there too."""
    java = shutil.which("java")
    said = subprocess.run([java, "-version"], capture_output=True, check=False, text=True).stderr if java else ""
    version = re.search(r'version "(\d+)', said)
    if java is None or version is None or int(version[1]) < 17:
        raise NoServer(
            "The tests of the store start a Neo4j server, which needs Java 17 or later (Debian: apt install "
            "default-jre-headless maven), or let NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD name a server."
        )
    if not any(JARS.glob("*.jar")):
        raise NoServer(
            "Neo4j's jars are not in .neo4j/lib: `./run tests`, `./run pytest tests/store` and `./run neo4j` have "
            "Maven lay them there (Debian: apt install maven)."
        )
    return java


def _together() -> list[str]:
    """What makes the server end with us even when we are killed; on other systems than Linux nothing does."""
    return ["setpriv", "--pdeathsig=KILL"] if shutil.which("setpriv") else []


def _password(folder: Path) -> str:
    """The password of a folder, written into it for whoever keeps the folder."""
    path = folder / "password"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        _write_secret(path, secrets.token_urlsafe(18))
    return path.read_text(encoding="utf-8")


def _set_password(java: str, folder: Path, password: str) -> None:
    """Neo4j's own command sets it; in a file of arguments, since all users see those on a command line."""
    arguments = folder / "arguments"
    command = "org.neo4j.cli.AdminTool dbms set-initial-password"
    # `--` for a password that begins with a hyphen.
    _write_secret(arguments, f'-XX:TieredStopAtLevel=1\n-cp "{_escaped(JARS)}/*"\n{command} -- {password}\n')
    homes = {"NEO4J_HOME": str(folder), "NEO4J_CONF": str(folder / "conf")}
    try:
        done = subprocess.run(
            [java, f"@{arguments}"], env=os.environ | homes, capture_output=True, check=False, text=True
        )
    finally:
        arguments.unlink()
    if done.returncode:
        raise NoServer(f"Neo4j took no password:\n{done.stdout}{done.stderr}")


def _escaped(path: Path) -> str:
    """A path as it stands between quotation marks in a file of arguments."""
    return str(path).replace("\\", "\\\\").replace('"', '\\"')


def _write_secret(path: Path, text: str) -> None:
    path.touch(mode=0o600)
    path.write_text(text, encoding="utf-8")
