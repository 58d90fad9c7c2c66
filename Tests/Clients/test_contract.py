"""The REST API is what its OpenAPI document says, asked by programs that know nothing else of it."""

import json
import os
import pathlib
import subprocess
import sys

from openapi_spec_validator import validate

from server import weir

HERE = pathlib.Path(__file__).parent


def test_the_document_is_valid_openapi(server):
    status, document = server.ask("/api/v1/openapi.json")
    assert status == 200 and document["openapi"].startswith("3.1")
    validate(document)


def test_the_whole_api_holds_to_its_document(server, tmp_path):
    everything = [
        "accounts:read", "people:read", "desk:read", "desk:write", "merges:write", "lists:write", "agreements:read", "agreements:write", "agreements:sign",
        "events:read", "events:write", "inquiries:write", "imports:write", "exports:read", "reports:read", "reports:write",
        "notifications:read", "notifications:write", "operations:read", "admin"]
    token = server.token(*everything)
    fill(server, token, tmp_path)
    # Cases revoke tokens by small numbers; the two that ask should not be among them.
    made = [
        server.ask("/api/v1/tokens", token, {"name": f"token {number}", "scopes": scopes})[1]["secret"]
        for number, scopes in enumerate([["accounts:read"]] * 60 + [everything])]
    identities = tmp_path / "identities.json"
    identities.write_text(json.dumps({"schemaVersion": "0.2.0", "auth": [
        {"name": name, "fixedHeaders": [{"name": "Authorization", "value": f"Bearer {secret}"}]}
        for name, secret in (("owner", made[-1]), ("guest", made[-2]))]}))
    cases = os.environ.get("WEIR_CONTRACT_CASES", "15")
    end = subprocess.run(
        [str(pathlib.Path(sys.executable).parent / "st"), "--config-file", str(HERE / "schemathesis.toml"), "run",
         server.url + "/api/v1/openapi.json", "--auth-wfc", str(identities), "--checks", "all", "-m", "all", "-n", cases,
         "--seed", "1", "--suppress-health-check", "all"],
        capture_output=True, text=True, cwd=tmp_path)
    assert end.returncode == 0, end.stdout[-15_000:] + end.stderr[-2_000:]
    assert server.process.poll() is None
    assert server.ask("/api/v1/tokens", made[-1])[0] == 200


def fill(server, token, folder):
    """Something of each kind, so that there is something to ask for."""
    world = folder / "world"
    weir("simulate", "--seed", "1", "--accounts", "40", "--days", "60", "--out", str(world))
    for kind in ("accounts", "buyers", "engagements", "opportunities"):
        status, job = server.ask(
            f"/api/v1/imports/{kind}?name={kind}.csv", token, (world / f"{kind}.csv").read_bytes(),
            headers={"Content-Type": "text/csv"})
        assert status == 202, job
    rejected = {"batch": [{"type": "track", "userId": "u"}], "writeKey": server.write_key}
    assert server.ask("/v1/batch", body=rejected)[0] == 200
    # A name that leads to where notices may not go: a test of it ends at once.
    place = {"name": "inside", "kind": "webhook", "address": "https://localhost/hook"}
    assert server.ask("/api/v1/destinations", token, place)[0] == 201
    assert server.ask("/api/v1/destinations/dst_1/test", token, {}, method="POST")[0] == 200
