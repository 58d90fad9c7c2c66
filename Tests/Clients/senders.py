"""The clients that people use, unmodified, each sending a number of events whose ids tell them apart."""

import logging

import rudderstack.analytics.client as rudder
import segment.analytics.client as segment

logging.getLogger("segment").setLevel(logging.CRITICAL)
logging.getLogger("rudder").setLevel(logging.CRITICAL)


class Failures(list):
    """What a client gave up on, as it told its `on_error`."""

    def __call__(self, error, items):
        self.append((error, len(items)))


NAMES = ["Pricing Viewed", "Content Downloaded", "Webinar Attended", "Demo Requested", "Something Else"]
TITLES = ["VP Marketing", "Head of Sales", "Data Analyst", "Janitor"]


def act(client, prefix, number):
    """One of 200 people at 40 companies does something, which may change a status."""
    person = f"{prefix}-person-{number % 200}"
    traits = {"email": f"{person}@firm{number % 40}.example", "title": TITLES[number % 200 % 4]}
    client.track(
        person, NAMES[number % 7 % 5], {"number": number, "asset": f"guide {number % 9}"},
        context={"traits": traits}, message_id=f"{prefix}-{number}")


def send_segment(url, write_key, prefix, count):
    failures = Failures()
    client = segment.Client(write_key, host=url, on_error=failures, max_queue_size=count + 10, thread=2, sync_mode=False)
    for number in range(count):
        act(client, prefix, number)
    client.flush()
    client.shutdown()
    return failures


def send_rudder(url, write_key, prefix, count):
    failures = Failures()
    client = rudder.Client(write_key, host=url, on_error=failures, max_queue_size=count + 10, thread=2, max_retries=40)
    for number in range(count):
        act(client, prefix, number)
    client.flush()
    client.shutdown()
    return failures


def send_browser(url, write_key, prefix, count, page_url):
    """A page that sends `count` events and is left; the rest goes by beacon."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(f"{page_url}?key={write_key}&api={url}&prefix={prefix}&count={count}")
        page.wait_for_function("window.done === true", timeout=120_000)
        page.goto("about:blank")
        browser.close()
