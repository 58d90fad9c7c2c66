"""A weir server of its own for a test: started, stopped, killed and asked from outside, as anybody would."""

import http.client
import json
import os
import pathlib
import shutil
import signal
import socket
import sqlite3
import subprocess
import tempfile
import threading
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = os.environ.get("WEIR_BINARY", str(ROOT / ".build/release/weir"))
NORTHWIND = ROOT / "Examples/northwind"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def weir(*arguments, check=True, **options):
    """Runs a command to its end and gives what it wrote to standard output."""
    end = subprocess.run([BINARY, *arguments], capture_output=True, text=True, **options)
    if check and end.returncode != 0:
        raise AssertionError(f"weir {' '.join(arguments)} ended with {end.returncode}: {end.stderr}")
    return end


class Server:
    """A workspace with the example agreement in force, and the server on it."""

    def __init__(self, folder=None, port=None):
        self.folder = folder or tempfile.mkdtemp(prefix="weir-clients-")
        self.port = port or free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.process = None
        self.log_file = os.path.join(tempfile.gettempdir(), f"weir-serve-{self.port}.log")
        self.log = open(self.log_file, "ab")
        if not os.path.exists(os.path.join(self.folder, "weir.db")):
            weir("init", self.folder)
            weir("agreement", "propose", str(NORTHWIND / "agreement.yaml"), "--by", "Maria Lopez", "-w", self.folder)
            weir("agreement", "sign", "--as", "marketing", "--by", "Maria Lopez", "-w", self.folder)
            weir("agreement", "sign", "--as", "sales", "--by", "Tom Baker", "-w", self.folder)
            if (NORTHWIND / "signals.yaml").exists():
                shutil.copy(NORTHWIND / "signals.yaml", self.folder)
            firms = os.path.join(self.folder, "firms.csv")
            with open(firms, "w") as file:
                file.write("id,name,domain,industry,country,employees\n")
                for number in range(40):
                    file.write(f"f{number},Firm {number},firm{number}.example,Software & Services,Germany,12000\n")
            weir("import", "accounts", firms, "-w", self.folder)
        self.write_key = weir("source", "create", f"clients {self.port}", "--origin", "*", "-w", self.folder).stdout.strip()

    def token(self, *scopes, name=None):
        """A token with these scopes, once the server knows it, which takes it up to a second."""
        flags = [part for scope in scopes for part in ("--scope", scope)]
        token = weir("token", "create", name or f"test {time.monotonic_ns()}", *flags, "-w", self.folder).stdout.strip()
        end = time.monotonic() + 20
        while self.process and self.ask("/api/v1/jobs", token)[0] == 401:
            assert time.monotonic() < end, "the server does not take a new token up"
            time.sleep(0.05)
        return token

    def start(self, patience=20, **environment):
        self.process = subprocess.Popen(
            [BINARY, "serve", "--port", str(self.port), "-w", self.folder],
            stdout=self.log, stderr=self.log, env={"WEIR_PAGE_PATIENCE": "10000", **os.environ, **environment})
        end = time.monotonic() + patience
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise AssertionError(f"the server ended with {self.process.returncode}: {self.tail()}")
            try:
                with urllib.request.urlopen(self.url + "/readyz", timeout=1):
                    return self
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                time.sleep(0.02)
        raise AssertionError(f"the server was not ready in {patience} s: {self.tail()}")

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def kill_again_and_again(self, moments, chance, work):
        """Does work, over and over, while the server is killed at so many moments and started again after each."""
        for _ in range(moments):
            killer = threading.Timer(chance.uniform(0.05, 1.2), self.kill)
            killer.start()
            try:
                while True:
                    work()
            except (OSError, http.client.HTTPException, json.JSONDecodeError):
                killer.join()
            self.start()

    def stop(self, patience=30):
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(patience)

    def tail(self):
        self.log.flush()
        with open(self.log_file, errors="replace") as log:
            return log.read()[-2000:]

    def ask(self, path, token=None, body=None, method=None, headers=None):
        """The status and the JSON of an answer."""
        request = urllib.request.Request(self.url + path, method=method)
        for name, value in (headers or {}).items():
            request.add_header(name, value)
        if token:
            request.add_header("Authorization", f"Bearer {token}")
        if body is not None:
            request.data = body if isinstance(body, bytes) else json.dumps(body).encode()
            if not request.has_header("Content-type"):
                request.add_header("Content-Type", "application/json")
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, json.loads(answer.read() or b"null")
        except urllib.error.HTTPError as error:
            return error.code, json.loads(error.read() or b"null")

    def rows(self, sql, *values):
        """What is in the database, read from outside."""
        ledger = sqlite3.connect(f"file:{self.folder}/weir.db?mode=ro", uri=True, timeout=20)
        try:
            return ledger.execute(sql, values).fetchall()
        finally:
            ledger.close()

    def clean_up(self):
        if self.process and self.process.poll() is None:
            self.kill()
        self.log.close()
        os.remove(self.log_file)
        shutil.rmtree(self.folder, ignore_errors=True)
