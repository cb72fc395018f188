#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A mixed load for a long time, and what the server's memory and descriptors do meanwhile. One JSON line a minute, one at
the end; exits with 1 when an answer was not the one expected.

    cmake --preset bench && cmake --build --preset bench --target voxdeskd
    tests/bench/soak.py [--minutes 60] [--server PATH]

Sign-ins, reads, changes, reported usage, refused requests and connections that end anywhere, over tenants of the bench's
own. Bounded by --minutes, touches 127.0.0.1 only, ends what it started.
"""
import argparse, http.client, json, os, random, socket, statistics, tempfile, threading, time, urllib.parse

from run import PASSWORD, ROOT, Bench, rss_kib
from tenants import Tenant, today

CLIENTS = 4
SAMPLE_SECONDS = 5


class Client(threading.Thread):
    """One caller of one tenant, who does a thing after the other until told to stop."""

    def __init__(self, base, number, stop):
        super().__init__(daemon=True)
        self.address = urllib.parse.urlsplit(base).netloc
        self.tenant = Tenant(base, number)
        self.email = f"owner{number}@bench{number}.example"
        self.stop = stop
        self.random = random.Random(number)
        self.connection = http.client.HTTPConnection(self.address, timeout=30)
        self.done, self.wrong, self.events = 0, [], 0

    def ask(self, method, path, body=None, expected=(200,), **headers):
        headers = {"Authorization": f"Bearer {self.tenant.token}", **headers}
        if body is not None:
            body, headers = json.dumps(body), {"Content-Type": "application/json", **headers}
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        text = answer.read()
        self.done += 1
        if answer.status not in expected:
            self.wrong.append(f"{method} {path}: {answer.status} {text[:200]!r}")
        return json.loads(text) if text[:1] == b"{" else {}

    def read(self):
        for path in ("/users/profile", "/agents", "/usage/current", "/usage/history", "/access-keys", "/calls"):
            self.ask("GET", f"/api/v{self.random.choice((1, 2))}{path}")

    def read_anew(self):
        self.ask("GET", "/api/v1/agents?limit=50", **{"Cache-Control": "no-cache", "Accept-Encoding": "gzip"})

    def change(self):
        made = self.ask("POST", "/api/v1/agents", {"name": f"Soak {self.random.random()}"}, (201,),
                        **{"Idempotency-Key": str(self.random.random())})
        path = f"/api/v1/agents/{made['data']['id']}"
        self.ask("PATCH", path, {"description": "x" * self.random.randrange(500)})
        self.ask("DELETE", path, None, (200, 204))

    def report(self):
        events = [{"event_id": f"{self.email}-{self.events + n}", "provider": "openai", "tokens": 100, "calls": 1,
                   "occurred_at": f"{today()}T00:00:00Z"} for n in range(50)]
        self.events += len(events)
        self.ask("POST", "/api/v1/usage/events", {"events": events}, (200, 201, 202))

    def sign_in(self):
        session = self.ask("POST", "/api/v1/auth/login", {"email": self.email, "password": PASSWORD})
        self.ask("POST", "/api/v1/auth/refresh", {"refreshToken": session["refreshToken"]})

    def err(self):
        self.ask("GET", "/api/v1/nothing", None, (404,))
        self.ask("GET", "/api/v7/agents", None, (400,))
        self.ask("POST", "/api/v1/agents", {"name": 7, "unknown": []}, (422,))
        self.ask("GET", "/api/v1/admin/users", None, (403,))
        self.ask("GET", "/api/v1/agents", None, (401,), Authorization="Bearer nonsense")

    def break_off(self):
        """A request of which any part is sent, or whose answer nobody reads."""
        whole = (f"GET /api/v1/agents HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {self.tenant.token}\r\n\r\n".encode()
                 * self.random.randrange(1, 4) + b"POST /api/v1/agents HTTP/1.1\r\nContent-Length: 100\r\n\r\n{")
        host, port = self.address.split(":")
        with socket.create_connection((host, int(port)), 10) as raw:
            raw.sendall(whole[:self.random.randrange(len(whole))])
            if self.random.random() < 0.5:
                raw.shutdown(socket.SHUT_WR)
        self.done += 1

    def run(self):
        steps = [self.read] * 6 + [self.read_anew] * 4 + [self.change] * 4 + [self.report] * 2 + [self.err] * 2 \
            + [self.break_off] * 2 + [self.sign_in]
        try:
            while not self.stop.is_set():
                self.random.choice(steps)()
        except (OSError, http.client.HTTPException, KeyError) as broken:
            self.wrong.append(repr(broken))


def descriptors(pid):
    return len(os.listdir(f"/proc/{pid}/fd"))


def slope(samples):
    """KiB a minute, of (seconds, KiB)."""
    return statistics.linear_regression(*zip(*samples)).slope * 60


def soak(base, pid, minutes):
    stop = threading.Event()
    clients = [Client(base, n, stop) for n in range(CLIENTS)]
    for client in clients:
        client.start()
    begun, samples, told = time.monotonic(), [], 0
    while time.monotonic() - begun < minutes * 60 and not any(client.wrong for client in clients):
        time.sleep(SAMPLE_SECONDS)
        now = time.monotonic() - begun
        samples.append((now, rss_kib(pid), descriptors(pid)))
        if now // 60 > told:
            told = now // 60
            print(json.dumps({"minute": int(told), "requests": sum(client.done for client in clients),
                              "rss_kib": samples[-1][1], "descriptors": samples[-1][2]}), flush=True)
    stop.set()
    for client in clients:
        client.join(60)
        client.connection.close()
    wrong = [text for client in clients for text in client.wrong]
    line = {"case": f"mixed load, {round(samples[-1][0] / 60, 1)} minutes", "errors": len(wrong),
            "requests": sum(client.done for client in clients)}
    half = len(samples) // 2
    if half > 1:
        early, late = samples[:half], samples[half:]
        line |= {"rss_kib_worst_by_halves": [max(s[1] for s in early), max(s[1] for s in late)],
                 "kib_a_minute_in_the_second_half": round(slope([s[:2] for s in late]), 1),
                 "descriptors_in_the_second_half": [min(s[2] for s in late), max(s[2] for s in late)]}
    print(json.dumps(line), flush=True)
    for text in wrong[:10]:
        print(text)
    return not wrong


def run(arguments):
    bench = Bench(arguments)
    with tempfile.TemporaryDirectory() as data:
        bench.demo(data, 1000)
        with bench.serve(data) as (p, line):
            return soak(line.rsplit(" ", 1)[-1], p.pid, arguments.minutes)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--server", default=str(ROOT / "build/bench/bin/voxdeskd"))
    parser.add_argument("--minutes", type=float, default=60)
    raise SystemExit(0 if run(parser.parse_args()) else 1)
