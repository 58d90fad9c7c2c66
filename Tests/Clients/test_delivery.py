"""Events from clients that exist: each is stored once, none is lost, whatever happens to the server."""

import http.server
import json
import pathlib
import random
import threading
import time

import pytest

from senders import send_browser, send_rudder, send_segment
from server import NORTHWIND, weir

SEED = 4


def stored(server, prefix):
    """How many different events of a sender are on disk, and how many rows hold them."""
    return server.rows(
        "SELECT count(DISTINCT message), count(*) FROM event WHERE message LIKE ? || '-%'", prefix)[0]


def rebuild_equals(server):
    """Whether what was decided live is what follows from the facts."""
    end = weir("doctor", "-w", server.folder, check=False)
    assert end.returncode == 0 and "sound     qualification" in end.stdout, end.stdout + end.stderr
    assert server.rows("SELECT count(*) FROM transition")[0][0] > 20


def page_of(server):
    """A web page that sends events with the snippet which the server serves."""
    html = (pathlib.Path(__file__).parent / "page.html").read_bytes()

    class Page(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(html)

        def log_message(self, *_):
            pass

    page = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page)
    threading.Thread(target=page.serve_forever, daemon=True).start()
    return page, f"http://127.0.0.1:{page.server_port}/pricing"


def test_ten_thousand_events_are_each_stored_once(server):
    counts = {"segment": 4_500, "rudder": 4_500, "browser": 1_000}
    failures = []
    page, page_url = page_of(server)
    threads = [
        threading.Thread(target=lambda: failures.extend(
            send_segment(server.url, server.write_key, "segment", counts["segment"]))),
        threading.Thread(target=lambda: failures.extend(
            send_rudder(server.url, server.write_key, "rudder", counts["rudder"]))),
    ]
    for thread in threads:
        thread.start()
    send_browser(server.url, server.write_key, "browser", counts["browser"], page_url)
    for thread in threads:
        thread.join()
    page.shutdown()
    assert failures == []
    for sender in ("segment", "rudder"):
        assert stored(server, sender) == (counts[sender], counts[sender])
    # The snippet gives its own ids; each event says its number.
    numbers = [
        json.loads(raw)["properties"]["number"]
        for (raw,) in server.rows("SELECT raw FROM event WHERE name = 'Browser Act'")]
    assert sorted(numbers) == list(range(counts["browser"]))
    assert server.rows("SELECT count(*) FROM event WHERE name = 'Browser Farewell'")[0][0] == 20
    assert server.stop() == 0
    rebuild_equals(server)


def test_nothing_acknowledged_is_lost_when_the_server_is_killed_ten_times(server):
    chance = random.Random(SEED)
    failures, parts, kills = [], [], 0
    is_over = threading.Event()

    def send():
        # Small parts until the last kill is over, so that events are under way whenever the server is killed.
        while not is_over.is_set() or len(parts) < 10:
            part = len(parts)
            failures.extend(send_segment(server.url, server.write_key, f"segment-{part}", 500))
            failures.extend(send_rudder(server.url, server.write_key, f"rudder-{part}", 500))
            parts.append(part)

    sender = threading.Thread(target=send)
    sender.start()
    while kills < 10:
        time.sleep(chance.uniform(0.2, 0.9))
        assert sender.is_alive()
        server.kill()
        kills += 1
        server.start()
    is_over.set()
    sender.join()
    assert failures == []
    for part in parts:
        for client in ("segment", "rudder"):
            assert stored(server, f"{client}-{part}") == (500, 500), f"{client} {part} (seed {SEED})"
    assert server.stop() == 0
    rebuild_equals(server)


def test_a_visitor_who_did_not_agree_leaves_no_trace(server):
    from playwright.sync_api import sync_playwright

    page_server, page_url = page_of(server)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for setting in ("denied", "gpc"):
            context = browser.new_context()
            if setting == "gpc":
                context.add_init_script("Object.defineProperty(navigator, 'globalPrivacyControl', {value: true})")
            page = context.new_page()
            page.goto(f"{page_url}?key={server.write_key}&api={server.url}&prefix=no&count=5&consent={setting}")
            page.wait_for_function("window.done === true", timeout=30_000)
            assert context.cookies() == []
            page.goto("about:blank")
            context.close()
        browser.close()
    page_server.shutdown()
    time.sleep(0.5)
    assert server.rows("SELECT count(*) FROM event")[0][0] == 0


def test_snowplow_and_cloudevents_arrive(server):
    from cloudevents.core.v1.event import CloudEvent
    from snowplow_tracker import Emitter, Subject, Tracker, PageView

    # A Snowplow tracker names its app; the write key stands for it.
    emitter = Emitter("127.0.0.1", protocol="http", port=server.port, method="post", batch_size=1)
    tracker = Tracker("weir", [emitter], app_id=server.write_key, encode_base64=True)
    subject = Subject()
    subject.set_user_id("ann@contoso.example")
    tracker.track(PageView("https://www.example.com/pricing", "Pricing", event_subject=subject))
    tracker.flush()
    event = CloudEvent(
        attributes={"type": "demo.requested", "source": "/crm", "subject": "ann@contoso.example", "id": "ce-1",
                    "specversion": "1.0"}, data={"plan": "enterprise"})
    body = json.dumps({**{name: str(value) for name, value in event.get_attributes().items() if value is not None},
                       "data": event.get_data()}).encode()
    for _ in range(2):
        status, answer = server.ask(
            "/v1/events", body=body, headers={"Content-Type": "application/cloudevents+json",
                                              "Authorization": f"Bearer {server.write_key}"})
        assert (status, answer) == (200, {"success": True})
    kinds = server.rows("SELECT kind, count(*) FROM event GROUP BY kind ORDER BY kind")
    assert kinds == [("page", 1), ("track", 1)], kinds


@pytest.mark.skipif(not (NORTHWIND / "signals.yaml").exists(), reason="the example has no mapping")
def test_every_example_of_segments_specification_is_understood(server):
    examples = pathlib.Path(__file__).resolve().parents[2] / "../shared/data/tracking/segment_spec_payloads.jsonl"
    if not examples.exists():
        pytest.skip("../shared/data is not here")
    lines = [json.loads(line) for line in examples.read_text().splitlines() if line.strip()]
    assert lines
    for line in lines:
        payload = line.get("payload", line)
        payload = payload if isinstance(payload, dict) else json.loads(payload)
        payload.setdefault("type", "track")
        if not any(payload.get(name) for name in ("userId", "anonymousId", "batch")):
            payload["anonymousId"] = "a-1"
        path = "/v1/batch" if "batch" in payload else f"/v1/{payload['type']}"
        status, answer = server.ask(path, body={**payload, "writeKey": server.write_key})
        assert status == 200, (payload, answer)
