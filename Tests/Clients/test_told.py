"""Notices from outside: receivers that nobody here wrote verify, parse and read each of them."""

import email
import email.policy
import itertools
import json
import random
import time
import urllib.error
import urllib.request

import icalendar
import pytest
import standardwebhooks
import trustme
from cloudevents.core.bindings.http import HTTPMessage, from_http_event
from slack_sdk.models.blocks import Block

from receivers import hook, mail_server, server_context
from server import weir
from test_desk import desk, inbox, qualify  # noqa: F401

SEED = 31


def wait(what, patience=30):
    end = time.monotonic() + patience
    while not what():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.05)


def add(server, kind, name, to, *events):
    flags = [part for event in events for part in ("--event", event)]
    return weir("notify", "add", name, "--kind", kind, "--to", to, *flags, "-w", server.folder).stdout.strip()


def allow(server):
    weir("notify", "allow", "127.0.0.0/8", "::1", "-w", server.folder)


def deliveries(server, token, **filters):
    query = "&".join(["limit=200", *(f"{name}={value}" for name, value in filters.items())])
    status, page = server.ask(f"/api/v1/deliveries?{query}", token)
    assert status == 200, page
    return page["data"]


def test_a_webhook_is_verified_and_read_as_a_cloud_event(desk):
    token = desk.token("notifications:read", "notifications:write", "desk:read")
    allow(desk)
    with hook((500, {}), (429, {"Retry-After": "6"}), (200, {})) as receiver:
        status, made = desk.ask("/api/v1/destinations", token, {
            "name": "bridge", "kind": "webhook", "address": receiver.url(), "events": ["handoff.offered"]})
        assert status == 201 and made["secret"].startswith("whsec_"), made
        assert "/hook" not in json.dumps(made)
        assert qualify(desk, "bank") == 200
        inbox(desk, token, least=3)
        wait(lambda: len(deliveries(desk, token, state="delivered")) == 3, 60)
        events = []
        for path, headers, body in receiver.requests:
            standardwebhooks.Webhook(made["secret"]).verify(body, headers)
            event = from_http_event(HTTPMessage(headers=headers, body=body))
            assert event.get_id() == headers["webhook-id"] and event.get_type() == "handoff.offered"
            events.append(event)
        with pytest.raises(standardwebhooks.WebhookVerificationError):
            standardwebhooks.Webhook(made["secret"]).verify(body + b" ", headers)
        ids = receiver.ids()
        # The first was refused twice, the second time with a wait of its own choosing.
        assert len(ids) == 5 and len(set(ids)) == 3 and ids.count(ids[0]) >= 2
        stamps = [int(headers["webhook-timestamp"]) for _, headers, _ in receiver.requests]
        assert stamps[1] - stamps[0] >= 4 and stamps[2] - stamps[1] >= 6, stamps
        held = {entry["id"] for entry in inbox(desk, token)}
        assert {event.get_subject() for event in events} == held
        assert "plc" not in str(receiver.requests)
        first = deliveries(desk, token)[-1]
        log = desk.ask(f"/api/v1/deliveries/{first['id']}", token)[1]["log"]
        assert [attempt["status"] for attempt in log][-1] == 200 and len(log) >= 2
        rotated = desk.ask(f"/api/v1/destinations/{made['id']}/secret", token, {}, method="POST")[1]
        assert desk.ask(f"/api/v1/deliveries/{first['id']}/replay", token, {}, method="POST")[0] == 200
        wait(lambda: len(receiver.requests) == 6)
        _, headers, body = receiver.requests[-1]
        assert headers["webhook-id"] == first["message_id"]
        for secret in (made["secret"], rotated["secret"]):
            standardwebhooks.Webhook(secret).verify(body, headers)


def test_slack_teams_and_calendars_read_what_they_are_given(desk):
    token = desk.token("notifications:read", "desk:read")
    allow(desk)
    weir("person", "invite", "ana", "ana@weir.example", "--role", "sdr", "-w", desk.folder)
    with hook() as slack, hook((202, {})) as teams:
        add(desk, "slack", "sales", slack.url(), "handoff.offered")
        add(desk, "teams", "sales too", teams.url(), "handoff.offered")
        assert qualify(desk, "bank") == 200
        entries = inbox(desk, token, least=3)
        wait(lambda: len(slack.requests) >= len(entries) and len(teams.requests) >= len(entries), 60)
        for _, _, body in slack.requests:
            message = json.loads(body)
            blocks = Block.parse_all(message["blocks"])
            assert [block.type for block in blocks] == ["header", "section"]
            for block in blocks:
                block.validate_json()
            assert "<!channel>" not in message["text"] and "bank plc" in message["text"]
            assert any("<!date^" in field["text"] for field in message["blocks"][1]["fields"])
        card = json.loads(teams.requests[0][2])["attachments"][0]
        assert card["contentType"] == "application/vnd.microsoft.card.adaptive"
        assert card["content"]["type"] == "AdaptiveCard" and len(teams.requests[0][2]) < 28_000
    path = weir("notify", "calendar", "ana@weir.example", "-w", desk.folder).stdout.strip()
    with urllib.request.urlopen(desk.url + path, timeout=10) as answer:
        assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
        calendar = icalendar.Calendar.from_ical(answer.read())
    due = {f"{entry['id']}-{entry['next']['milestone']}@weir": entry["next"]["due_at"]
           for entry in inbox(desk, token) if entry["owner"] == "ana"}
    found = {str(event["UID"]): event.decoded("DTEND").strftime("%Y-%m-%dT%H:%M:%S") for event in calendar.events}
    assert due and all(found[uid] == at[:19] for uid, at in due.items())
    weir("notify", "calendar", "ana@weir.example", "--end", "-w", desk.folder)
    with pytest.raises(urllib.error.HTTPError) as gone:
        urllib.request.urlopen(desk.url + path, timeout=10)
    assert gone.value.code == 404


def test_mail_goes_over_tls_to_the_owner(desk, tmp_path):
    authority = trustme.CA()
    certificate = authority.issue_cert("127.0.0.1", "localhost")
    trusted = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(str(trusted))
    token = desk.token("notifications:read", "desk:read")
    allow(desk)
    for name in ("ana", "ben", "chloe"):
        weir("person", "invite", name, f"{name}@weir.example", "--role", "sdr", "-w", desk.folder)
    context = server_context(certificate)
    with mail_server(context, "weir", "s3cret") as (letters, port), hook(context=context) as secure:
        desk.stop()
        desk.start(SSL_CERT_FILE=str(trusted), WEIR_MAIL_SERVER=f"smtp://weir:s3cret@localhost:{port}",
                   WEIR_MAIL_FROM="weir@example.com", WEIR_PUBLIC_URL="https://weir.example.com")
        add(desk, "mail", "owners", "owner")
        add(desk, "webhook", "secure", secure.url("localhost"), "handoff.offered")
        assert qualify(desk, "bank") == 200
        owners = [entry["owner"] for entry in inbox(desk, token, least=3)]
        wait(lambda: len(letters.letters) == 3 and len(secure.requests) == 3)
        assert sorted(to[0] for _, to, _ in letters.letters) == sorted(f"{owner}@weir.example" for owner in owners)
        for sender, _, content in letters.letters:
            letter = email.message_from_bytes(content, policy=email.policy.default)
            assert letter["Subject"].startswith("Raised hand for ") and "bank plc" in letter["Subject"]
            assert letter["Auto-Submitted"] == "auto-generated" and sender == "weir@example.com"
            text = letter.get_body(("plain",)).get_content()
            assert "https://weir.example.com/inbox/hof_" in text and "Due: 20" in text
            assert "<table" in letter.get_body(("html",)).get_content()
            assert not letter.defects and not [part.defects for part in letter.walk() if part.defects]
        # Without the authority's certificate, nothing is said to anybody.
        secure.requests.clear()
        failed = weir("notify", "test", "dst_2", "-w", desk.folder, check=False)
        assert failed.returncode != 0 and "its certificate is not trusted" in failed.stderr and not secure.requests


def test_notices_go_to_no_closed_address(desk):
    token = desk.token("notifications:read", "notifications:write", "desk:read")
    for address in ("http://127.0.0.1/", "https://127.0.0.1/", "https://[::1]/", "https://169.254.169.254/latest/",
                    "https://10.0.0.1/", "http://example.com/", "https://a@b.example/", "https://[::ffff:127.0.0.1]/"):
        status, problem = desk.ask("/api/v1/destinations", token, {
            "name": "inside", "kind": "webhook", "address": address})
        assert status == 422, (address, problem)
    # Whoever may not read names cannot have them sent anywhere either.
    for kind, more in (("slack", {}), ("webhook", {"shows_people": True})):
        status, problem = desk.ask("/api/v1/destinations", token, {
            "name": "names", "kind": kind, "address": "https://hooks.example.com/x", **more})
        assert status == 403 and "people:read" in problem["detail"], problem
    with hook() as receiver:
        port = receiver.server.server_port
        # Names and other ways to write an address are judged by where they lead.
        for number, host in enumerate(("localhost", "2130706433", "0x7f.0.0.1")):
            status, made = desk.ask("/api/v1/destinations", token, {
                "name": f"inside {number}", "kind": "webhook", "address": f"https://{host}:{port}/"})
            assert status == 201, made
            status, tried = desk.ask(f"/api/v1/destinations/{made['id']}/test", token, {}, method="POST")
            assert status == 200 and tried["state"] == "dead" and "not connected" in tried["log"][0]["note"], tried
        assert not receiver.requests
        allow(desk)
        made = desk.ask("/api/v1/destinations", token, {
            "name": "own", "kind": "webhook", "address": f"http://localhost:{port}/"})[1]
        status, tried = desk.ask(f"/api/v1/destinations/{made['id']}/test", token, {}, method="POST")
        assert tried["state"] == "delivered" and len(receiver.requests) == 1, tried
    with hook((302, {"Location": "http://127.0.0.1:1/"})) as elsewhere:
        made = desk.ask("/api/v1/destinations", token, {
            "name": "elsewhere", "kind": "webhook", "address": elsewhere.url()})[1]
        tried = desk.ask(f"/api/v1/destinations/{made['id']}/test", token, {}, method="POST")[1]
        assert tried["state"] == "dead" and tried["log"][0]["status"] == 302 and len(elsewhere.requests) == 1


def test_killed_at_any_moment_everything_arrives(desk):
    chance = random.Random(SEED)
    print("seed", SEED)
    token = desk.token("notifications:read", "desk:read")
    allow(desk)
    with hook() as receiver:
        secret = add(desk, "webhook", "bridge", receiver.url())
        numbers = itertools.count()
        desk.kill_again_and_again(5, chance, lambda: qualify(desk, f"c{next(numbers)}"))
        # All that was decided was taken in, and nothing waits any more.
        wait(lambda: desk.rows("""
            SELECT (SELECT max(seq) FROM event) <= (SELECT max(seq) FROM follower),
                (SELECT decision FROM desk_position) = (SELECT max(id) FROM transition),
                (SELECT decision FROM told_position) = (SELECT max(id) FROM transition),
                NOT EXISTS (SELECT 1 FROM delivery WHERE state = 'waiting')""") == [(1, 1, 1, 1)], 90)
        offered = desk.rows("SELECT count(*) FROM hand_off")[0][0]
        read = [json.loads(body) for _, _, body in receiver.requests]
        told = {event["id"]: event for event in read}
        assert offered > 0
        subjects = [event["subject"] for event in told.values() if event["type"] == "handoff.offered"]
        assert len(subjects) == len(set(subjects)) == offered
        assert {event["id"] for event in read} == set(told)
        assert desk.rows("SELECT count(*) FROM notice")[0][0] == len(told)
        qualified = desk.rows("SELECT count(*) FROM transition WHERE buyer IS NULL AND entered = 1")[0][0]
        assert sum(event["type"] == "account.qualified" for event in told.values()) == qualified
        for _, headers, body in receiver.requests[-3:]:
            standardwebhooks.Webhook(secret).verify(body, headers)
