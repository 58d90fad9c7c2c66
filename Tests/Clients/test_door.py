"""The door of the web application in a real browser: a file through the wizard, signing in, a provider elsewhere."""

import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.request

import pytest

from people import PASSWORD, browser, context_of, make_person, quiet, session_of, set_up, violations
from server import Server, free_port, weir


@pytest.fixture(scope="module")
def chromium():
    with browser() as found:
        yield found


@pytest.fixture(scope="module")
def house():
    """A server under the example agreement, with an administrator and an analyst."""
    server = Server()
    try:
        make_person(server, "Ada Admin", "admin")
        make_person(server, "Nia Data", "analyst")
        yield server.start()
    finally:
        server.clean_up()


def test_a_file_goes_in_through_the_wizard(chromium, tmp_path):
    file = tmp_path / "firms.csv"
    file.write_text("Firm number,Company,Website,Staff\nf1,Fabrikam Bank,fabrikam.example,12000\n"
                    "f2,Contoso,contoso.example,many\n,,,\nf3,Tailspin,tailspin.example,90\n")
    folder = tempfile.mkdtemp(prefix="weir-empty-") + "/weir"
    weir("init", folder)
    empty = Server(folder=folder)
    try:
        empty.start()
        page = context_of(chromium, empty, timezone_id="Europe/Berlin").new_page()
        set_up(empty, page)
        for room in ("Market", "Lab", "Waterfall"):
            page.goto(f"{empty.url}/{room.lower()}")
            page.get_by_role("heading", name=room).wait_for()
            assert page.get_by_text("Nothing is decided yet").is_visible() and violations(page) == []
            assert page.get_by_role("link", name="Go to the agreement").is_visible()
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
        page.goto(empty.url + "/settings")
        assert page.get_by_label("Time zone").input_value() == "Europe/Berlin"
        page.goto(empty.url + "/setup")
        assert "/setup" not in page.url, "the set-up code works once"
    finally:
        empty.clean_up()


def test_signing_in_and_out(house, chromium):
    context = context_of(chromium, house)
    page = context.new_page()
    page.goto(house.url + "/settings")
    assert "/sign-in?next=%2Fsettings" in page.url
    page.get_by_label("E-mail").fill("nia@weir.example")
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


def test_a_keyboard_is_enough(house, chromium):
    context = context_of(chromium, house, session_of(house, "ada@weir.example"), reduced_motion="reduce")
    page = context.new_page()
    complaints = quiet(page)
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
    moving = "document.getAnimations().filter(one => one.effect.getTiming().duration > 1).length"
    assert page.evaluate(moving) == 0, "nothing moves for who wants it still"
    page.keyboard.press("g")
    page.keyboard.press("s")
    page.wait_for_url("**/settings")
    page.keyboard.press("?")
    page.get_by_role("dialog", name="Keys").wait_for()
    assert complaints == []
    context.close()


def claims(subject, email, is_verified):
    known = ',"email_verified":true' if is_verified else ""
    return ["--user-claims", f'{{"sub":"{subject}","email":"{email}","name":"Lena Kurz","groups":["weir-sales"]{known}}}']


def test_a_provider_elsewhere_says_who_it_is(chromium):
    port = free_port()
    provider = subprocess.Popen(
        [os.path.join(os.path.dirname(sys.executable), "oidc-provider-mock"), "-p", str(port),
         *claims("u1", "lena@weir.example", True), *claims("u2", "ada@weir.example", False)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    server = Server()
    try:
        address = f"http://127.0.0.1:{port}"
        end = time.monotonic() + 20
        while True:
            try:
                urllib.request.urlopen(address + "/.well-known/openid-configuration", timeout=1).read()
                break
            except OSError:
                assert time.monotonic() < end, "the provider does not start"
        make_person(server, "Ada Admin", "admin")
        server.start(WEIR_OIDC_ISSUER=address, WEIR_OIDC_CLIENT="weir", WEIR_OIDC_SECRET="secret",
                     WEIR_PUBLIC_URL=server.url, WEIR_OIDC_ROLES="weir-sales=sdr,weir-ops=marketing_operations")

        back_address = server.url + "/sign-in/provider/back"

        def sign_in(subject):
            page = context_of(chromium, server).new_page()
            asked = []
            page.on("request", lambda request: asked.append(request.url))
            page.goto(server.url + "/sign-in?next=/settings")
            page.get_by_role("link", name="Sign in with your company account").click()
            page.get_by_role("textbox").first.fill(subject)
            with page.expect_response(lambda answer: answer.url.startswith(back_address)) as back:
                page.get_by_role("button").first.click()
            page.wait_for_load_state()
            return page, back.value.status, asked

        page, _, asked = sign_in("u1")
        page.wait_for_url("**/settings")
        assert page.get_by_text("lena@weir.example").first.is_visible()
        question = next(url for url in asked if "code_challenge=" in url)
        assert "code_challenge_method=S256" in question and "nonce=" in question and "state=" in question
        assert server.rows("SELECT role FROM colleague WHERE email = 'lena@weir.example'") == [("sdr",)]
        answer = page.request.get(back_address + "?state=x&code=y")
        assert answer.status == 400, "nobody comes back who did not leave"

        # An address that the provider does not vouch for opens nobody's account.
        page, status, _ = sign_in("u2")
        assert status == 422 and page.get_by_text("vouches for no address").is_visible()
        assert server.rows("SELECT subject, role FROM colleague WHERE email = 'ada@weir.example'") == [(None, "admin")]
    finally:
        server.clean_up()
        provider.terminate()
        provider.wait()
