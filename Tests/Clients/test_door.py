"""The door of the web application in a real browser: the first run, roles, a provider elsewhere, accessibility."""

import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.request

import pytest

from people import PASSWORD, ROLES, browser, context_of, make_person, quiet, session_of, violations
from server import Server, free_port, weir

CODE = re.compile(r"weir_setup_\w+")


@pytest.fixture(scope="module")
def chromium():
    with browser() as found:
        yield found


@pytest.fixture(scope="module")
def house():
    """A server under the example agreement, with somebody of every role signed in."""
    server = Server()
    try:
        server.start()
        people = {role: make_person(server, role.replace("_", "") + " person", role) for role in ROLES}
        time.sleep(1.2)  # The server notices what other processes made within a second.
        server.sessions = {role: session_of(server, email) for role, email in people.items()}
        yield server
    finally:
        server.clean_up()


@pytest.fixture
def empty():
    """A server on an empty workspace."""
    folder = tempfile.mkdtemp(prefix="weir-empty-")
    weir("init", folder + "/weir")
    server = Server.__new__(Server)
    server.folder, server.port, server.process = folder + "/weir", free_port(), None
    server.url = f"http://127.0.0.1:{server.port}"
    server.log_file = f"{folder}/serve.log"
    server.log = open(server.log_file, "ab")
    try:
        yield server.start()
    finally:
        server.clean_up()


def set_up(server, page):
    code = CODE.search(server.tail()).group(0)
    page.goto(server.url + "/")
    assert page.url.endswith("/setup")
    page.get_by_label("Set-up code").fill(code)
    page.get_by_label("Your name").fill("Ada Admin")
    page.get_by_label("E-mail").fill("ada@weir.example")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Set up and sign in").click()
    page.wait_for_url("**/start")


def test_first_run_to_the_demonstration_in_one_click(empty, chromium):
    context = context_of(chromium, empty, timezone_id="Europe/Berlin")
    page = context.new_page()
    complaints = quiet(page)
    set_up(empty, page)
    assert violations(page) == []
    page.get_by_role("button", name="Fill it with the demonstration").click()
    page.get_by_role("heading", name="It is taken in").wait_for(timeout=90_000)
    assert complaints == []
    assert empty.rows("SELECT count(*) FROM account")[0][0] >= 400
    assert empty.rows("SELECT count(*) FROM agreement_signature")[0][0] == 2
    page.goto(empty.url + "/settings")
    assert page.get_by_label("Time zone").input_value() == "Europe/Berlin"
    page.goto(empty.url + "/setup")
    assert "/setup" not in page.url, "it works once"
    context.close()


def test_a_file_goes_in_through_the_wizard(empty, chromium, tmp_path):
    file = tmp_path / "firms.csv"
    file.write_text("Firm number,Company,Website,Staff\nf1,Fabrikam Bank,fabrikam.example,12000\n"
                    "f2,Contoso,contoso.example,many\n,,,\nf3,Tailspin,tailspin.example,90\n")
    context = context_of(chromium, empty)
    page = context.new_page()
    set_up(empty, page)
    page.goto(empty.url + "/import")
    page.get_by_label("A CSV or NDJSON file").set_input_files(file)
    page.get_by_role("button", name="Look at it").click()
    page.get_by_role("heading", name="What do the columns mean?").wait_for()
    assert violations(page) == []
    page.get_by_label("What Firm number means").select_option("id")
    page.get_by_label("What Staff means").select_option("employees")
    page.get_by_role("button", name="Check every row").click()
    page.get_by_role("heading", name="can be taken in").wait_for()
    assert violations(page) == []
    assert empty.rows("SELECT count(*) FROM account")[0][0] == 0, "nothing is taken in yet"
    page.get_by_role("button", name=re.compile("^Take")).click()
    page.get_by_role("heading", name="It is taken in").wait_for()
    names = {name for name, in empty.rows("SELECT name FROM account")}
    assert {"Fabrikam Bank", "Tailspin"} <= names
    with page.expect_download() as download:
        page.get_by_role("link", name="Get them with the reasons").click()
    assert "many" in open(download.value.path()).read()
    context.close()


def test_signing_in_with_a_code_and_out(house, chromium):
    context = context_of(chromium, house)
    page = context.new_page()
    page.goto(house.url + "/settings")
    assert "/sign-in?next=%2Fsettings" in page.url
    email = house.rows("SELECT email FROM colleague WHERE role = 'analyst'")[0][0]
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password").fill("not it at all")
    page.keyboard.press("Enter")
    page.get_by_role("alert").wait_for()
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/settings")
    cookie = next(one for one in context.cookies() if one["name"] == "__Host-weir")
    assert cookie["httpOnly"] and cookie["secure"] and cookie["sameSite"] == "Lax"
    assert page.request.get(house.url + "/settings/people").status == 403
    assert page.request.post(house.url + "/sign-out", form={"csrf": "0" * 32}).status == 403
    page.locator("details.person summary").click()
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/sign-in")
    page.goto(house.url + "/settings")
    assert "/sign-in" in page.url
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("role", ROLES)
def test_every_page_of_the_door_is_accessible(house, chromium, role, scheme):
    pages = ["/settings"]
    pages += {"admin": ["/settings/people", "/settings/sources", "/settings/tokens", "/settings/audit", "/import",
                        "/events", "/events/unmapped", "/events/rejected", "/events/automated", "/nowhere"],
              "marketing_operations": ["/settings/sources", "/import", "/events", "/events/rejected"],
              "auditor": ["/settings/audit", "/events"]}.get(role, [])
    context = context_of(chromium, house, house.sessions[role], color_scheme=scheme)
    page = context.new_page()
    complaints = quiet(page)
    for path in pages:
        answer = page.goto(house.url + path)
        assert answer.status == (404 if path == "/nowhere" else 200), f"{path} {answer.status}"
        assert violations(page) == [], path
    assert [one for one in complaints if "404" not in one] == []
    page.set_viewport_size({"width": 320, "height": 640})
    for path in pages:
        page.goto(house.url + path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{path} scrolls sideways at 320 px"
    context.close()


def test_events_appear_as_they_come(house, chromium):
    context = context_of(chromium, house, house.sessions["marketing_operations"])
    page = context.new_page()
    page.goto(house.url + "/events")
    body = b'{"type":"track","userId":"u1","event":"Never Heard Of","messageId":"live-1"}'
    request = urllib.request.Request(house.url + "/v1/track", data=body, headers={"Content-Type": "application/json"})
    token = __import__("base64").b64encode(f"{house.write_key}:".encode()).decode()
    request.add_header("Authorization", f"Basic {token}")
    urllib.request.urlopen(request, timeout=10).read()
    page.get_by_role("cell", name="Never Heard Of").first.wait_for(timeout=10_000)
    page.goto(house.url + "/events/unmapped")
    page.get_by_role("button", name="Map them again").click()
    page.get_by_text("Tried 1, took in 0.").wait_for()
    context.close()


def test_a_keyboard_is_enough(house, chromium):
    context = context_of(chromium, house, house.sessions["admin"], reduced_motion="reduce")
    page = context.new_page()
    page.goto(house.url + "/settings/sources")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    name = page.get_by_label("Name", exact=True)
    for _ in range(40):
        if name.evaluate("field => field === document.activeElement"):
            break
        page.keyboard.press("Tab")
    page.keyboard.type("Typed with keys alone")
    page.keyboard.press("Enter")
    page.get_by_text("shown this once").wait_for()
    page.keyboard.press("g")
    page.keyboard.press("s")
    page.wait_for_url("**/settings")
    context.close()


def test_a_provider_elsewhere_says_who_it_is(chromium):
    port = free_port()
    claims = '{"sub":"u1","email":"lena@weir.example","name":"Lena Kurz","groups":["weir-sales"]}'
    provider = subprocess.Popen(
        [os.path.join(os.path.dirname(sys.executable), "oidc-provider-mock"), "-p", str(port), "--user-claims", claims],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    server = Server()
    try:
        address = f"http://127.0.0.1:{port}"
        for _ in range(200):
            try:
                urllib.request.urlopen(address + "/.well-known/openid-configuration", timeout=1).read()
                break
            except OSError:
                time.sleep(0.05)
        make_person(server, "ada admin", "admin")
        server.start(WEIR_OIDC_ISSUER=address, WEIR_OIDC_CLIENT="weir", WEIR_OIDC_SECRET="secret",
                     WEIR_PUBLIC_URL=server.url, WEIR_OIDC_ROLES="weir-sales=sdr,weir-ops=marketing_operations")
        context = context_of(chromium, server)
        page = context.new_page()
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(server.url + "/sign-in?next=/settings")
        page.get_by_role("link", name="Sign in with your company account").click()
        page.get_by_role("textbox").first.fill("u1")
        page.get_by_role("button").first.click()
        page.wait_for_url("**/settings")
        assert page.get_by_text("lena@weir.example").first.is_visible()
        question = next(url for url in asked if "code_challenge=" in url)
        assert "code_challenge_method=S256" in question and "nonce=" in question and "state=" in question
        assert server.rows("SELECT role FROM colleague WHERE email = 'lena@weir.example'") == [("sdr",)]
        answer = page.request.get(server.url + "/sign-in/provider/back?state=x&code=y")
        assert answer.status == 400, "nobody comes back who did not leave"
        context.close()
    finally:
        server.clean_up()
        provider.terminate()
        provider.wait()
