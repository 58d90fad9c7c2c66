"""The SDR's morning in a real browser: decide by keys, undo, two who want one hand-off, a phone."""

import base64
import re
import tempfile
import time

import pytest

from people import browser, context_of, make_person, quiet, session_of, violations
from server import NORTHWIND, Server, weir

PEOPLE = [("Ann", "Chief Marketing Officer"), ("Bill", "VP Sales"), ("Cat", "Head of Marketing")]


def qualify(server, company):
    """Three people of a company ask for a demo."""
    batch = []
    for name, title in PEOPLE:
        batch.append({
            "type": "identify", "messageId": f"i-{company}-{name}", "userId": f"{company}-{name}", "traits": {
                "email": f"{name.lower()}@{company}.example", "name": f"{name} {company.title()}", "title": title,
                "company": {"name": f"{company.title()} plc", "website": f"https://{company}.example",
                            "industry": "Banking", "country": "Germany", "employees": 20000,
                            "technologies": ["salesforce", "marketo"]}}})
        batch.append({"type": "track", "messageId": f"d-{company}-{name}", "userId": f"{company}-{name}",
                      "event": "Demo Requested"})
    key = base64.b64encode(f"{server.write_key}:".encode()).decode()
    status, _ = server.ask("/v1/batch", body={"batch": batch}, headers={"Authorization": f"Basic {key}"})
    assert status == 200


@pytest.fixture(scope="module")
def floor():
    """A sales floor that works day and night, with six hand-offs, Ana and Ben of its team, and their manager."""
    folder = tempfile.mkdtemp(prefix="weir-inbox-")
    agreement = (NORTHWIND / "agreement.yaml").read_text()
    agreement = re.sub(r'week: \{mon-fri: \[[^\]]*\]\}(, holidays: \w+)?', 'week: {mon-sun: ["00:00-24:00"]}', agreement)
    path = f"{folder}/day-and-night.yaml"
    with open(path, "w") as file:
        file.write(agreement)
    weir("init", folder)
    weir("agreement", "propose", path, "--by", "Maria Lopez", "-w", folder)
    weir("agreement", "sign", "--as", "marketing", "--by", "Maria Lopez", "-w", folder)
    weir("agreement", "sign", "--as", "sales", "--by", "Tom Baker", "-w", folder)
    server = Server(folder=folder)
    try:
        server.start()
        people = {"ana": make_person(server, "Ana Silva", "sdr"), "ben": make_person(server, "Ben Ode", "sdr"),
                  "tom": make_person(server, "Tom Baker", "sales_manager")}
        for company in ["fabrikam", "contoso"]:
            qualify(server, company)
        end = time.monotonic() + 40
        while server.rows("SELECT count(*) FROM hand_off")[0][0] < 6:
            assert time.monotonic() < end, "nothing was handed over"
            time.sleep(0.2)
        server.sessions = {name: session_of(server, email) for name, email in people.items()}
        yield server
    finally:
        server.clean_up()


@pytest.fixture(scope="module")
def chromium():
    with browser() as found:
        yield found


def hands(page):
    return page.locator(".hands li:visible")


def state(server, hand):
    return server.rows("SELECT body FROM hand_off WHERE id = ?", int(hand.split("_")[1]))[0][0]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_inbox_and_the_flow_are_accessible(floor, chromium, scheme):
    for person, path in [("ana", "/inbox"), ("tom", "/inbox?who=all"), ("tom", "/flow")]:
        context = context_of(chromium, floor, floor.sessions[person], color_scheme=scheme)
        page = context.new_page()
        complaints = quiet(page)
        assert page.goto(floor.url + path).status == 200
        assert violations(page) == [], path
        page.set_viewport_size({"width": 320, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{path} scrolls sideways at 320 px"
        assert complaints == []
        context.close()


def test_keys_decide_and_undo(floor, chromium):
    context = context_of(chromium, floor, floor.sessions["tom"])
    page = context.new_page()
    complaints = quiet(page)
    page.goto(floor.url + "/inbox?who=all")
    before = hands(page).count()
    first = hands(page).first.get_attribute("data-hand")
    assert page.get_by_role("heading", name="Why now").is_visible()
    page.keyboard.press("1")
    page.get_by_text("Accepted", exact=False).first.wait_for()
    assert hands(page).count() == before - 1
    page.keyboard.press("u")
    page.get_by_text("Undone.").wait_for()
    page.wait_for_function("n => document.querySelectorAll('.hands li:not([hidden])').length === n", arg=before)
    chosen = page.locator(".hands a[aria-current]")
    page.keyboard.press("j")
    page.wait_for_function("id => document.querySelector('.hands a[aria-current]')?.id !== 'row-' + id", arg=first)
    page.keyboard.press("k")
    page.wait_for_function("id => document.querySelector('.hands a[aria-current]')?.id === 'row-' + id", arg=first)
    page.wait_for_timeout(300)
    page.keyboard.press("3")
    page.locator("details.move[open] input[type=radio]:focus").wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.get_by_text("Rejected", exact=False).first.wait_for()
    page.wait_for_function("n => document.querySelectorAll('.hands li').length === n", arg=before - 1, timeout=15_000)
    assert "rejected" in str(state(floor, first))
    assert chosen.count() <= 1 and complaints == []
    context.close()


def test_of_two_who_want_one_hand_off_one_wins_and_the_other_is_told(floor, chromium):
    pages = []
    for person in ["ana", "ben"]:
        context = context_of(chromium, floor, floor.sessions[person], java_script_enabled=(person == "ben"))
        page = context.new_page()
        page.goto(floor.url + "/inbox?who=all")
        pages.append(page)
    ana, ben = pages
    hand = hands(ana).last.get_attribute("data-hand")
    for page in pages:
        page.goto(f"{floor.url}/inbox?who=all&h={hand}")
    # Ben's form is held back for five seconds; Ana, without a script, is at once.
    ben.get_by_role("button", name="Accept").click()
    ana.get_by_role("button", name="Accept").click()
    ben.get_by_text(re.compile("ana", re.I)).first.wait_for(timeout=15_000)
    assert re.search(r"ana", ben.locator("#toast").inner_text(), re.I)
    for page in pages:
        page.context.close()


def test_a_phone_is_enough(floor, chromium):
    context = context_of(chromium, floor, floor.sessions["tom"], viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    page.goto(floor.url + "/inbox?who=all")
    hands(page).last.locator("a").tap()
    page.get_by_role("heading", name="Why now").wait_for()
    for control in page.locator(".moves button:visible, .moves summary:visible").all():
        box = control.bounding_box()
        assert box["height"] >= 24 and box["x"] + box["width"] <= 390
    context.close()


def test_a_change_elsewhere_appears_by_itself(floor, chromium):
    context = context_of(chromium, floor, floor.sessions["tom"])
    page = context.new_page()
    page.goto(floor.url + "/inbox?who=all")
    before = hands(page).count()
    qualify(floor, "tailspin")
    page.wait_for_function("n => document.querySelectorAll('.hands li').length > n", arg=before, timeout=20_000)
    context.close()
