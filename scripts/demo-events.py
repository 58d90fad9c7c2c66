#!/usr/bin/env python3
"""What a website sends in a quarter of an hour, so that the demo's pages of events have something to show.

Arguments: the address of the server, a source's write key, and the file of the demo's people. Waits for the server.
"""

import base64
import csv
import json
import sys
import time
import urllib.error
import urllib.request

ROBOT = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"

# What somebody did, with what belongs to it. Nobody gave `Quiz Finished` a meaning; the fourth names nobody.
ACTS = [
    ("Pricing Viewed", {}), ("Content Downloaded", {"asset": "buyers-guide"}), ("Quiz Finished", {"score": 7}),
    (None, {}), ("Webinar Attended", {"webinar": "pipeline-case-study"}), ("Chat Opened", {}),
    ("Demo Requested", {"form": "book-a-demo"}), ("Content Read", {"page": "guides"}),
]
PEOPLE = 24


def events(people):
    for number, person in enumerate(people):
        name, properties = ACTS[number % len(ACTS)]
        event = {"type": "track", "event": name or "Pricing Viewed", "messageId": f"demo-{number}", "properties": properties}
        if name:
            event["userId"] = person["id"]
            event["context"] = {"traits": {"email": person["email"], "title": person["title"]}}
        if name == "Content Read":
            event["context"]["userAgent"] = ROBOT
        yield event


def main():
    url, key, file = sys.argv[1:]
    with open(file, newline="") as rows:
        people = [row for row in csv.DictReader(rows) if "VP" in row["title"] or "Director" in row["title"]][:PEOPLE]
    request = urllib.request.Request(
        url + "/v1/batch", data=json.dumps({"batch": list(events(people))}).encode(),
        headers={"Content-Type": "application/json",
                 "Authorization": "Basic " + base64.b64encode(f"{key}:".encode()).decode()})
    end = time.monotonic() + 60
    while True:
        try:
            with urllib.request.urlopen(request, timeout=30):
                return
        except urllib.error.HTTPError as error:
            sys.exit(f"demo-events: {error.code} {error.read()[:300]!r}")
        except OSError:
            if time.monotonic() > end:
                sys.exit("demo-events: the server is not ready within a minute")
            time.sleep(0.2)


if __name__ == "__main__":
    main()
