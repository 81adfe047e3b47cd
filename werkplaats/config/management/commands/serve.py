"""Serves a Werkplaats: migrates, checks that SQLite loses nothing, starts web with live, and the worker."""

import errno
import logging
import signal
import socket
import subprocess
import sys

import uvicorn
from django.conf import settings
from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand
from django.db import connections

from werkplaats.config import example
from werkplaats.config.options import option
from werkplaats.live import front
from werkplaats.people import begin
from werkplaats.voices.startup import settle

BACKLOG = 4096
WORKER_LOOK = 50  # ticks of a tenth of a second
log = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Start Werkplaats: prepare the data folder, serve pages and live sessions, run the worker."
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def handle(self, **options):
        prepare()
        settle()
        account = example.load()
        link = begin.new_link(account) if account else ""
        listening = listen(option("WERKPLAATS_HOST"), int(option("WERKPLAATS_PORT")))
        remember(option("WERKPLAATS_HOST"), option("WERKPLAATS_PORT"))
        config = uvicorn.Config(
            "werkplaats.config.asgi:application",
            loop="uvloop",
            http="httptools",
            lifespan="on",
            ws="none",
            backlog=BACKLOG,
            timeout_graceful_shutdown=5,
            access_log=False,
            log_config=None,
            server_header=False,
            proxy_headers=False,
        )
        # uvicorn raises the signal again once it has stopped: the worker must still be ended after that.
        signal.signal(signal.SIGTERM, lambda *_: None)
        server = Server(config, lambda: self.stdout.write(addresses(link)))
        try:
            server.run(sockets=[listening])
        except KeyboardInterrupt:
            pass
        finally:
            server.end_worker()


def listen(host: str, port: int) -> socket.socket:
    """A listening socket, or a sentence that says what to do when the port is taken."""
    try:
        return socket.create_server(
            (host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET, backlog=BACKLOG
        )
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise CommandError(f"Port {port} is in use. Choose another: make run PORT={port + 1}") from None
        raise CommandError(f"Cannot listen on {host}:{port}: {error.strerror}") from None


class Server(uvicorn.Server):
    """Says where it is once it listens, keeps the worker, and ends open streams before it waits for them."""

    worker: subprocess.Popen | None = None

    def __init__(self, config, announce):
        super().__init__(config)
        self.announce = announce

    async def startup(self, sockets=None):
        await super().startup(sockets)
        if self.started:
            self.announce()
            self.begin_worker()

    def begin_worker(self):
        # The worker reads this pipe and stops when it closes, however this process ends.
        self.worker = subprocess.Popen([sys.executable, "-m", "werkplaats", "worker"], stdin=subprocess.PIPE)

    async def on_tick(self, counter):
        if counter % WORKER_LOOK == 0 and self.worker and self.worker.poll() is not None and not self.should_exit:
            log.error("the worker stopped with status %s; it is started again", self.worker.returncode)
            self.begin_worker()
        return await super().on_tick(counter)

    async def shutdown(self, sockets=None):
        for server in self.servers:
            server.close()
        await front.end_streams()
        await super().shutdown(sockets)

    def end_worker(self):
        if self.worker is None or self.worker.stdin is None:
            return
        self.worker.stdin.close()
        try:
            self.worker.wait(10)
        except subprocess.TimeoutExpired:
            self.worker.kill()


def prepare() -> None:
    """Both databases at the newest migration, and SQLite set to lose nothing when the power goes."""
    call_command("migrate", database="default", verbosity=0, skip_checks=True, interactive=False)
    call_command("migrate", "vault", database="keys", verbosity=0, skip_checks=True, interactive=False)
    for alias in ("default", "keys"):
        connection = connections[alias]
        if connection.vendor != "sqlite":
            continue
        with connection.cursor() as cursor:
            for pragma, wanted in (("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1)):
                found = cursor.execute(f"PRAGMA {pragma}").fetchone()[0]
                if found != wanted:
                    raise CommandError(f"SQLite {alias}: {pragma} is {found}, {wanted} is needed to keep words safe.")


def remember(host: str, port: str) -> None:
    """Where this data is served, for `bin/werkplaats`: a link it prints leads to this server."""
    (settings.DATA / "serving").write_text(f"host={host}\nport={port}\n")


def addresses(link: str) -> str:
    """The three addresses of the first screen in the terminal."""
    site = settings.WERKPLAATS_URL
    lines = [
        "",
        "  Werkplaats staat open. Stoppen: Ctrl+C.",
        "",
        f"  De site          {site}/",
    ]
    if link:
        lines.append(f"  De regie         {link}")
        lines.append("                   (werkt één keer, tien minuten; een nieuwe: bin/werkplaats begin)")
    lines.append(f"  Meedoen          {site}/mee/")
    if option("WERKPLAATS_HOST") == "127.0.0.1":
        lines.append("                   (telefoons in de zaal: start met HOST=0.0.0.0)")
    return "\n".join([*lines, ""])
