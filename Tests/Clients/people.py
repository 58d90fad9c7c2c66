"""People in browsers: made on the command line, signed in once per role, looked at by axe."""

import contextlib
import re
import urllib.error
import urllib.parse
import urllib.request

from playwright.sync_api import sync_playwright

from server import weir

PASSWORD = "three green horses"
ROLES = ["admin", "marketing_operations", "sdr", "sales_manager", "analyst", "auditor"]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def make_person(server, name, role):
    """Adds somebody who can sign in with PASSWORD; gives their address."""
    email = f"{name.split()[0].lower()}@weir.example"
    weir("person", "invite", name, email, "--role", role, "--zone", "Europe/Berlin", "--password-from-input",
         "-w", server.folder, input=PASSWORD + "\n")
    return email


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *arguments):
        return None


def session_of(server, email):
    """Signs in as a form does; gives the session's secret."""
    body = urllib.parse.urlencode({"email": email, "password": PASSWORD}).encode()
    opener = urllib.request.build_opener(NoRedirect)
    try:
        opener.open(urllib.request.Request(server.url + "/sign-in", data=body), timeout=30)
    except urllib.error.HTTPError as answer:
        assert answer.code == 303, answer.read()[:500]
        return re.search(r"__Host-weir=([^;]+)", answer.headers["Set-Cookie"]).group(1)
    raise AssertionError("signing in does not lead on")


@contextlib.contextmanager
def browser():
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        try:
            yield chromium
        finally:
            chromium.close()


def context_of(chromium, server, secret=None, **options):
    context = chromium.new_context(viewport=options.pop("viewport", {"width": 1440, "height": 900}), **options)
    # A machine that builds something else at the same time takes long over a password.
    context.set_default_timeout(90_000)
    if secret:
        context.add_cookies([{"name": "__Host-weir", "value": secret, "url": server.url.replace("http:", "https:"),
                              "secure": True, "httpOnly": True, "sameSite": "Lax"}])
    return context


def violations(page):
    """What axe finds on a page: rule, and where."""
    from axe_playwright_python.sync_playwright import Axe

    rules = {"type": "tag", "values": TAGS}
    answer = Axe().run(page, options={"runOnly": rules, "resultTypes": ["violations"]})
    return [f"{found['id']}: {node['html'][:160]}" for found in answer.response["violations"] for node in found["nodes"]]


def quiet(page):
    """Collects what a page complains about in the console."""
    complaints = []
    page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    return complaints




def set_up(server, page):
    """Becomes the first administrator of an empty workspace, with the code that the server printed."""
    code = re.search(r"weir_setup_\w+", server.tail()).group(0)
    page.goto(server.url + "/")
    assert page.url.endswith("/setup")
    page.get_by_label("Set-up code").fill(code)
    page.get_by_label("Your name").fill("Ada Admin")
    page.get_by_label("E-mail").fill("ada@weir.example")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Set up and sign in").click()
    page.wait_for_url("**/start")
