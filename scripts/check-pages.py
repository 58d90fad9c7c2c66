#!/usr/bin/env python3
"""Opens every page that the demo's people begin from, and says which does not answer as it should.

Arguments: the address of the server, and the password of the people.
"""

import re
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

PAGES = {
    "ada": ["/settings", "/settings/people", "/settings/sources", "/settings/tokens", "/settings/audit", "/import"],
    "maria": ["/accounts", "/market", "/agreement", "/lab", "/waterfall", "/waterfall/stages", "/waterfall/promises", "/agreement/draft/form", "/flow", "/events", "/events/unmapped", "/events/rejected", "/events/automated", "/import"],
    "tom": ["/accounts", "/waterfall", "/inbox?who=all", "/flow"],
    "ana": ["/inbox"],
    "nia": ["/flow"],
    "otto": ["/settings/audit", "/events"],
}


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *arguments):
        return None


def ask(address, cookie=None, form=None):
    body = urllib.parse.urlencode(form).encode() if form else None
    headers = {"Cookie": cookie} if cookie else {}
    request = urllib.request.Request(address, data=body, headers=headers)
    try:
        with urllib.request.build_opener(NoRedirect).open(request, timeout=120) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def main():
    server, password = sys.argv[1:]
    end = time.monotonic() + 60
    while True:
        try:
            if ask(server + "/readyz")[0] == 200:
                break
        except OSError:
            pass
        if time.monotonic() > end:
            sys.exit("check-pages: the server is not ready within a minute")
        time.sleep(0.2)
    failures = 0
    for person, pages in PAGES.items():
        status, headers, _ = ask(
            server + "/sign-in", form={"email": f"{person}@weir.example", "password": password})
        found = re.match(r"__Host-weir=[^;]+", headers.get("Set-Cookie", ""))
        if status != 303 or not found:
            sys.exit(f"check-pages: {person} cannot sign in ({status})")
        for page in pages:
            start = time.monotonic()
            status, _, body = ask(server + page, found.group(0))
            took = (time.monotonic() - start) * 1000
            print(f"  {status}  {page}  {len(body) / 1000:.0f} KB  {took:.0f} ms  ({person})")
            failures += status != 200
    if failures:
        sys.exit(f"check-pages: {failures} pages do not answer as they should")


if __name__ == "__main__":
    main()
