"""What is asked of every side, and what it must answer before it is measured."""
import base64
import collections
import datetime
import hashlib
import hmac
import json
import time

Workload = collections.namedtuple("Workload", "name title path mode routes auth")
Shape = collections.namedtuple("Shape", "connections depth")

KEY = b"a-key-for-benchmarks-only-32-byte"

ORDER = {
    "customer": "Ada Lovelace",
    "email": "ada@example.org",
    "note": "Please leave it with the neighbours.",
    "lines": [
        {"sku": "ABC-1234", "count": 2, "cents": 1250},
        {"sku": "XYZ-0001", "count": 1, "cents": 99900},
        {"sku": "QRS-7777", "count": 12, "cents": 35},
    ],
}

BAD_ORDER = {
    "customer": "",
    "email": "not an address",
    "lines": [{"sku": "abc", "count": 0, "cents": 10}],
}

ALL = [
    Workload("plaintext", "plaintext", "/plaintext", "get", 0, False),
    Workload("json", "JSON GET", "/json", "get", 0, False),
    Workload("route", "route-parameter GET", "/users/42", "get", 0, False),
    Workload("post", "JSON POST with validation", "/orders", "post", 0, False),
    Workload("list", "list of 60 objects, 10 KB", "/products", "get", 0, False),
    Workload("routes", "1,000-route application", "/group7/resource351/42", "routes", 1000, False),
    Workload("jwt", "JWT-protected GET", "/me", "bearer", 0, True),
]


def chosen(names):
    if not names:
        return ALL
    by_name = {workload.name: workload for workload in ALL}
    return [by_name[name] for name in names.split(",")]


def shapes(text):
    parsed = []
    for part in text.split(","):
        connections, _, depth = part.partition("x")
        parsed.append(Shape(int(connections), int(depth or 1)))
    return parsed


def token():
    def part(value):
        raw = value if isinstance(value, bytes) else json.dumps(value, separators=(",", ":")).encode()
        return base64.urlsafe_b64encode(raw).rstrip(b"=")

    claims = {"sub": "ada", "iss": "covet-bench", "aud": "covet-bench", "exp": int(time.time()) + 86400}
    signed = part({"alg": "HS256", "typ": "JWT"}) + b"." + part(claims)
    return (signed + b"." + part(hmac.new(KEY, signed, hashlib.sha256).digest())).decode()


def wrk_arguments(workload, shape):
    arguments = [workload.mode, str(shape.depth)]
    if workload.mode == "post":
        arguments.append(json.dumps(ORDER, separators=(",", ":")))
    elif workload.mode == "bearer":
        arguments.append(token())
    elif workload.mode == "routes":
        arguments.append(str(workload.routes))
    return arguments


def route_paths(count):
    """Every route once, in the order of load.lua: a prime step that no cache of the last routes can follow."""
    order = [n * 611 % count for n in range(count)]
    return [f"/group{n // 50}/resource{n}/{n * 7 + 1}" for n in order]


def products():
    start = datetime.datetime(2024, 5, 1, 12, 0, 0)
    return [
        {
            "id": i,
            "name": f"Product {i}",
            "description": f"A sturdy thing of many uses, number {i}, made to last.",
            "price": i * 1.25,
            "inStock": i % 3 != 0,
            "createdAt": (start + datetime.timedelta(seconds=i - 1)).isoformat() + "Z",
            "tags": ["tools", "new"],
        }
        for i in range(1, 61)
    ]


def check(workload, fetch):
    """Asks once by hand. Gives the first thing that is wrong, or None. Fetch: (path, method, headers, body) -> (status, bytes)."""
    if workload.name == "plaintext":
        return expect(fetch("/plaintext"), 200, b"Hello, World!")
    if workload.name == "json":
        return expect(fetch("/json"), 200, {"text": "Hello, World!"})
    if workload.name == "route":
        return expect(fetch("/users/42"), 200, {"id": 42, "name": "user 42"}) or refused(fetch("/users/x"), (400, 404, 422))
    if workload.name == "list":
        return expect(fetch("/products"), 200, products())
    if workload.name == "routes":
        for n in (0, 351, 999):
            wrong = expect(fetch(f"/group{n // 50}/resource{n}/42"), 200, {"id": 42, "name": f"resource {n}"})
            if wrong:
                return wrong
        return None
    if workload.name == "jwt":
        authorization = {"Authorization": "Bearer " + token()}
        forged = {"Authorization": "Bearer " + token()[:-4] + "AAAA"}
        return (expect(fetch("/me", headers=authorization), 200, {"name": "ada"})
                or refused(fetch("/me"), (401,)) or refused(fetch("/me", headers=forged), (401,)))
    headers = {"Content-Type": "application/json"}
    good = fetch("/orders", "POST", headers, json.dumps(ORDER).encode())
    bad = fetch("/orders", "POST", headers, json.dumps(BAD_ORDER).encode())
    return expect(good, 200, {"customer": "Ada Lovelace", "count": 15, "total": 102820}) or refused(bad, (400, 422))


def expect(answer, status, body):
    got_status, got = answer
    if got_status != status:
        return f"status {got_status}, not {status}"
    if isinstance(body, bytes):
        return None if got == body else f"body {got[:80]!r}"
    return None if normal(json.loads(got)) == body else f"body {got[:200]!r}"


def refused(answer, statuses):
    return None if answer[0] in statuses else f"status {answer[0]} for a request that must be refused"


def normal(value):
    """Instants are written in more than one correct way: fractions of a second, offset or Z."""
    if isinstance(value, dict):
        return {key: normal(item) for key, item in value.items()}
    if isinstance(value, list):
        return [normal(item) for item in value]
    if isinstance(value, str) and value.startswith("2024-05-01T"):
        return value.replace("+00:00", "Z").replace(".000Z", "Z")
    return value
