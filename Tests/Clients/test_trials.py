"""What a server meets in the field. Outcomes are written down in docs/operations.md."""

import contextlib
import gzip
import os
import resource
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error

import pytest

from server import BINARY, Server, weir


def batch(prefix, count, filler=""):
    return {"batch": [
        {"type": "track", "event": "Pricing Viewed", "userId": f"{prefix}-{number}", "messageId": f"{prefix}-{number}",
         "properties": {"filler": filler}} for number in range(count)]}


def send(server, prefix, count=10, filler=""):
    """The status of a batch; `None` where the server closed the connection."""
    try:
        return server.ask("/v1/batch", body={**batch(prefix, count, filler), "writeKey": server.write_key})
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return None, None


def stored(server, prefix):
    return server.rows("SELECT count(*) FROM event WHERE message LIKE ? || '-%'", prefix)[0][0]


@contextlib.contextmanager
def small_disk(megabytes):
    """A file system of its own, as large as it is told."""
    folder = tempfile.mkdtemp(prefix="weir-disk-")
    if os.geteuid() != 0 or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", folder], capture_output=True).returncode:
        os.rmdir(folder)
        pytest.skip("only root can make a small disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)
        os.rmdir(folder)


def test_a_full_disk_is_503_until_there_is_room_again():
    with small_disk(192) as disk:
        server = Server(folder=os.path.join(disk, "workspace"))
        try:
            server.start()
            ballast = os.path.join(disk, "ballast")
            taken, status, answer = [], 200, None
            with open(ballast, "wb") as file:
                with contextlib.suppress(OSError):
                    while True:
                        file.write(b"x" * 65_536)
            while status == 200 and len(taken) < 400:
                prefix = f"full{len(taken)}"
                status, answer = send(server, prefix, 100, "y" * 500)
                if status == 200:
                    taken.append(prefix)
            assert status == 503 and answer["code"] == "unavailable", (status, answer)
            assert server.ask("/readyz")[0] == 503
            os.remove(ballast)
            end = time.monotonic() + 30
            while send(server, "after", 10)[0] != 200:
                assert time.monotonic() < end, server.tail()
                time.sleep(0.2)
            for prefix in taken:
                assert stored(server, prefix) == 100
            assert stored(server, "after") == 10
            assert server.stop() == 0
        finally:
            server.clean_up()


def test_a_read_only_disk_is_503_and_nothing_is_said_to_be_taken():
    with small_disk(192) as disk:
        server = Server(folder=os.path.join(disk, "workspace"))
        try:
            server.start()
            assert send(server, "before")[0] == 200
            # As a disk with errors becomes; open files keep what they may do, so this is asked of the next start.
            server.kill()
            subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
            end = subprocess.run(
                [BINARY, "serve", "--port", str(server.port), "-w", server.folder],
                capture_output=True, text=True, timeout=20)
            assert end.returncode in (73, 74) and "read-only" in end.stderr, (end.returncode, end.stderr)
            subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
            server.start()
            assert stored(server, "before") == 10
        finally:
            subprocess.run(["mount", "-o", "remount,rw", disk])
            server.clean_up()


def test_a_damaged_page_is_found_and_said(server):
    assert send(server, "whole", 2_000, "z" * 200)[0] == 200
    assert server.stop() == 0
    path = os.path.join(server.folder, "weir.db")
    good = path + ".good"
    shutil.copy(path, good)
    with open(path, "r+b") as file:
        for page in range(20, 200, 7):
            file.seek(page * 4096)
            file.write(os.urandom(4096))
    end = weir("doctor", "-w", server.folder, check=False)
    assert end.returncode != 0 and "damaged" in (end.stdout + end.stderr).lower(), end.stdout + end.stderr
    shutil.move(good, path)
    assert weir("doctor", "-w", server.folder, check=False).returncode == 0


def test_ten_thousand_idle_connections_leave_room_for_those_that_speak(server):
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard < 11_000:
        pytest.skip("this machine gives a process fewer than 11,000 files")
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 20_000), hard))
    before = memory(server)
    idle = []
    try:
        for _ in range(10_000):
            idle.append(socket.create_connection(("127.0.0.1", server.port), timeout=10))
        end = time.monotonic() + 60
        while len(os.listdir(f"/proc/{server.process.pid}/fd")) < 10_000:
            assert time.monotonic() < end, "the server does not accept them all"
            time.sleep(0.1)
        slowest = 0.0
        for number in range(50):
            begun = time.monotonic()
            assert send(server, f"idle{number}")[0] == 200
            slowest = max(slowest, time.monotonic() - begun)
        assert slowest < 1.0
        grown = memory(server) - before
        print(f"10,000 idle connections: {grown / 1e6:.0f} MB, slowest of 50 requests {slowest * 1000:.0f} ms")
        assert grown < 1_000_000_000
    finally:
        for connection in idle:
            connection.close()
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def test_bombs_and_giants_are_refused_and_memory_stays(server):
    before = memory(server)
    bomb = gzip.compress(b" " * 1_000_000_000, 9)
    status, answer = server.ask(
        "/v1/batch", body=bomb, headers={"Content-Encoding": "gzip", "Content-Type": "application/json"})
    assert status == 413 and answer["code"] == "body_too_large"
    deep = b'{"batch":' + b"[" * 1_000_000
    status, answer = server.ask(f"/v1/batch?writeKey={server.write_key}", body=deep)
    assert status == 400, answer
    wide = b'{"batch":[' + b"{}," * 1_500_000 + b"{}]}"
    status, answer = server.ask(f"/v1/batch?writeKey={server.write_key}", body=wide)
    assert status in (400, 413), answer
    giant = socket.create_connection(("127.0.0.1", server.port), timeout=30)
    giant.sendall(b"POST /v1/batch HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n")
    piece = b"x" * 1_000_000
    with contextlib.suppress(ConnectionError):
        for _ in range(100):
            giant.sendall(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
        giant.sendall(b"0\r\n\r\n")
    assert b" 413 " in giant.recv(4096)[:20]
    giant.close()
    assert send(server, "after")[0] == 200
    grown = memory(server) - before
    print(f"a bomb of 1 GB, deep and wide JSON, 100 MB in pieces: {grown / 1e6:.0f} MB more")
    assert grown < 200_000_000


def test_a_stop_finishes_what_is_under_way(server):
    for number in range(5):
        assert send(server, f"stop{number}")[0] == 200
    listener = socket.create_connection(("127.0.0.1", server.port), timeout=10)
    token = server.token("accounts:read")
    listener.sendall(
        f"GET /api/v1/transitions/stream HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {token}\r\n\r\n".encode())
    assert b"200 OK" in listener.recv(4096)
    begun = time.monotonic()
    assert server.stop(patience=15) == 0
    assert time.monotonic() - begun < 10
    listener.close()
    for number in range(5):
        assert stored(server, f"stop{number}") == 10


def test_a_backup_of_a_running_server_is_whole(server, tmp_path):
    for number in range(20):
        assert send(server, f"kept{number}", 50)[0] == 200
    copy = tmp_path / "backup"
    weir("backup", str(copy), "-w", server.folder)
    assert send(server, "later", 10)[0] == 200
    restored = tmp_path / "restored"
    weir("restore", str(copy), "-w", str(restored))
    assert weir("doctor", "-w", str(restored), check=False).returncode == 0
    other = Server(folder=str(restored))
    try:
        other.start()
        assert stored(other, "kept19") == 50 and stored(other, "later") == 0
    finally:
        other.clean_up()


def test_metrics_are_what_prometheus_reads(server):
    from prometheus_client.parser import text_string_to_metric_families
    import urllib.request

    send(server, "metered")
    request = urllib.request.Request(
        server.url + "/metrics", headers={"Authorization": f"Bearer {server.token('operations:read')}"})
    with urllib.request.urlopen(request) as answer:
        text = answer.read().decode()
    families = {family.name: family for family in text_string_to_metric_families(text)}
    assert families["weir_ingest_events"].samples[0].value == 10
    assert all(family.documentation for family in families.values())
    promtool = shutil.which("promtool")
    if promtool:
        end = subprocess.run([promtool, "check", "metrics"], input=text, capture_output=True, text=True)
        assert end.returncode == 0, end.stdout + end.stderr


def test_the_unit_for_systemd_is_sound_and_may_do_little(tmp_path):
    analyze = shutil.which("systemd-analyze")
    if not analyze:
        pytest.skip("systemd is not here")
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    with open(os.path.join(root, "packaging/weir.service")) as unit:
        text = unit.read().replace("/usr/bin/weir", "/bin/true")
    path = tmp_path / "weir.service"
    path.write_text(text)
    end = subprocess.run([analyze, "verify", str(path)], capture_output=True, text=True)
    assert end.returncode == 0 and "weir.service" not in end.stderr, end.stderr
    end = subprocess.run([analyze, "security", "--offline=true", "--threshold=20", str(path)], capture_output=True, text=True)
    assert end.returncode == 0, end.stdout


def memory(server):
    with open(f"/proc/{server.process.pid}/status") as status:
        return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmRSS:"))
