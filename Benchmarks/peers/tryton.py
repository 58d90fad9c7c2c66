"""Sets Tryton up for leads, then puts so many into it, one request each."""

import base64
import json
import socket
import sys
import time
import urllib.request

PORT, LEADS, PASSWORD = sys.argv[1], int(sys.argv[2]), sys.argv[3]
ROOT = f"http://127.0.0.1:{PORT}/weir"


def ask(path, body, headers):
    request = urllib.request.Request(
        ROOT + path, data=json.dumps(body).encode(), headers={"Content-Type": "application/json", **headers})
    with urllib.request.urlopen(request) as answer:
        return json.loads(answer.read() or b"null")


def call(method, *params):
    answer = ask("/rpc/", {"id": 0, "method": method, "params": list(params)}, session)
    if "error" in answer:
        raise SystemExit(f"{method}: {answer['error']}")
    return answer["result"]


end = time.monotonic() + 60
while True:
    try:
        socket.create_connection(("127.0.0.1", int(PORT)), timeout=1).close()
        break
    except OSError:
        if time.monotonic() > end:
            raise SystemExit("Tryton did not start")
        time.sleep(0.2)

session = {}
user, token, *_ = call("common.db.login", "admin", {"password": PASSWORD})
session = {"Authorization": "Session " + base64.b64encode(f"admin:{user}:{token}".encode()).decode()}


def make(model, values, context=None):
    return call(f"model.{model}.create", [values], context or {})[0]


def first(model):
    found = call(f"model.{model}.search", [], 0, 1, None, {})
    return found[0] if found else None


company = first("company.company")
if company is None:
    currency = make("currency.currency", {"name": "Euro", "symbol": "€", "code": "EUR", "numeric_code": "978"})
    party = make("party.party", {"name": "Northwind"})
    company = make("company.company", {"party": party, "currency": currency})
    employee = make("company.employee", {"party": make("party.party", {"name": "Tom Baker"}), "company": company})
    call("model.res.user.write", [user], {
        "companies": [["add", [company]]], "company": company, "employees": [["add", [employee]]], "employee": employee},
        {})
employee = first("company.employee")
key = ask("/r/user/application/", {"user": "admin", "application": "rest"}, {})
application = call("model.res.user.application.search", [["key", "=", key]], 0, 1, None, {})
call("model.res.user.application.validate_", application, {})
context = base64.urlsafe_b64encode(json.dumps({"company": company, "employee": employee}).encode()).decode()
headers = {"Authorization": f"Bearer {key}", "X-Tryton-Context": context}

begun = time.monotonic()
for number in range(LEADS):
    # What a form gives: a party with its address, and the lead.
    party = ask("/rest/model/party.party", {"name": f"Firm {number}"}, headers)
    ask("/rest/model/sale.opportunity", {
        "party": party["id"], "company": company, "employee": employee, "description": f"Demo Requested {number}",
        "reference": f"q-{number}", "start_date": {"__class__": "date", "year": 2026, "month": 11, "day": 22}}, headers)
print(json.dumps({"leads": LEADS, "seconds": round(time.monotonic() - begun, 3)}))
