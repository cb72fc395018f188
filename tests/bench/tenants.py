#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What tenants do all day, and what their usage costs to look at once there is much of it. One JSON line a case.

    cmake --preset bench && cmake --build --preset bench --target voxdeskd
    tests/bench/tenants.py [--seconds 4] [--events 10000000] [--tenants 200]

Agents read and listed, usage reported one event and a thousand at a time, then the views over 90 days of --events events
of --tenants tenants. Bounded by --events, touches 127.0.0.1 only, ends what it started.
"""
import argparse, datetime, http.client, json, os, pathlib, statistics, tempfile, time, urllib.parse

from run import HERE, PASSWORD, ROOT, Bench, get, post, report, rss_kib, wrk

PROVIDERS = ("openai", "anthropic", "groq", "deepgram", "twilio")
DAYS = 90
BATCH = 1000
VIEW_RUNS = 7


def today():
    return datetime.datetime.now(datetime.timezone.utc).date()


class Tenant:
    """An organisation of the bench's own, with a key that may report usage."""

    def __init__(self, base, number):
        email = f"owner{number}@bench{number}.example"
        post(f"{base}/api/v1/auth/register", {"email": email, "password": PASSWORD, "organization_name": f"Bench {number}",
                                              "subscription_tier": "enterprise"})
        self.token = post(f"{base}/api/v1/auth/login", {"email": email, "password": PASSWORD})["accessToken"]
        bearer = {"Authorization": f"Bearer {self.token}"}
        key = post(f"{base}/api/v1/access-keys", {"name": "Bench", "permissions": "write"}, bearer)
        self.key = key["data"]["key"]
        self.agents = [post(f"{base}/api/v1/agents", {"name": f"Agent {n}"}, bearer)["data"]["id"] for n in range(2)]


def batch(tenant, first, day):
    """A thousand events of one day, over all providers and agents of a tenant."""
    events = []
    for i in range(first, first + BATCH):
        events.append('{"event_id":"%d","provider":"%s","occurred_at":"%sT00:%02d:00Z","tokens":%d,"calls":1,"agent_id":"%s"}' % (
            i, PROVIDERS[i % len(PROVIDERS)], day, i % 60, 100 + i % 900, tenant.agents[i % 2]))
    return '{"events":[' + ",".join(events) + "]}"


def fill(base, tenants, total, pid):
    """Reports `total` events, a thousand a request, from one connection."""
    days = [str(today() - datetime.timedelta(days=n)) for n in range(1, DAYS + 1)]
    connection = http.client.HTTPConnection(urllib.parse.urlsplit(base).netloc)
    begun, waited, accepted = time.monotonic(), 0.0, 0
    for n in range(total // BATCH):
        tenant = tenants[n % len(tenants)]
        body = batch(tenant, n * BATCH, days[n * 7 % DAYS])  # 7 and 90 share no factor: every day has its turn
        sent = time.monotonic()
        connection.request("POST", "/api/v1/usage/events", body,
                           {"Content-Type": "application/json", "X-API-Key": tenant.key})
        answer = json.load(connection.getresponse())
        waited += time.monotonic() - sent
        if "data" not in answer:
            raise SystemExit(f"usage was refused: {answer}")
        accepted += answer["data"]["accepted"]
    if accepted:
        print(json.dumps({"case": f"{accepted} events, {BATCH} a request, one connection", "events_per_s_of_server": round(accepted / waited),
                          "seconds": round(time.monotonic() - begun), "rss_kib": rss_kib(pid)}), flush=True)


def view(name, url, token):
    """The time of one view, past the cache; the median of a few."""
    times = []
    connection = http.client.HTTPConnection(urllib.parse.urlsplit(url).netloc)
    for _ in range(VIEW_RUNS):
        begun = time.monotonic()
        connection.request("GET", url[url.index("/api"):], headers={"Authorization": f"Bearer {token}", "Cache-Control": "no-cache"})
        answer = connection.getresponse()
        body = answer.read()
        times.append((time.monotonic() - begun) * 1000)
        if answer.status != 200:
            raise SystemExit(f"{name}: {answer.status} {body[:300]}")
    print(json.dumps({"case": name, "ms_median": round(statistics.median(times), 1), "ms_worst": round(max(times), 1),
                      "bytes": len(body)}), flush=True)


def views(base, admin, tenant):
    span = f"start_date={today() - datetime.timedelta(days=DAYS - 1)}&end_date={today()}"
    for group in ("day", "organization", "user", "provider", "agent"):
        view(f"GET /admin/usage, {DAYS} days by {group}", f"{base}/api/v1/admin/usage?{span}&group_by={group}", admin)
    for group in ("organization", "agent"):
        view(f"GET /admin/usage, {DAYS} days by {group}, a row a day",
             f"{base}/api/v1/admin/usage?{span}&group_by={group}&interval=day", admin)
    view(f"GET /usage/history, {DAYS} days", f"{base}/api/v1/usage/history?{span}", tenant.token)
    view("GET /usage/current", f"{base}/api/v1/usage/current", tenant.token)


def agents(base, seconds, pid):
    token = post(f"{base}/api/v1/auth/login", {"email": "owner@northgate.example", "password": PASSWORD})["accessToken"]
    bearer = f"Authorization: Bearer {token}"
    rows = get(f"{base}/api/v1/agents", token)["data"]
    report("GET /agents/:id", wrk(f"{base}/api/v1/agents/{rows[0]['id']}", seconds, [bearer]), rss_kib=rss_kib(pid))
    report(f"GET /agents ({len(rows)} rows), cache hit", wrk(f"{base}/api/v1/agents", seconds, [bearer]), rss_kib=rss_kib(pid))
    report(f"GET /agents ({len(rows)} rows), past the cache",
           wrk(f"{base}/api/v1/agents", seconds, [bearer, "Cache-Control: no-cache"]), rss_kib=rss_kib(pid))


def reporting(base, seconds, tenant, pid):
    os.environ.update(BENCH_KEY=tenant.key, BENCH_DAY=str(today() - datetime.timedelta(days=1)))
    for size, connections in ((1, 32), (BATCH, 4)):
        os.environ["BENCH_EVENTS"] = str(size)
        measured = wrk(base, seconds, (), connections, script=HERE / "events.lua")
        report(f"POST /usage/events, {size} a request", measured, rss_kib=rss_kib(pid),
               events_per_s=round(measured["requests"] * size / measured["seconds"]))


def run(arguments):
    bench = Bench(arguments)
    with tempfile.TemporaryDirectory() as data:
        bench.demo(data, 1000)
        with bench.serve(data) as (p, line):
            base = line.rsplit(" ", 1)[-1]
            agents(base, arguments.seconds, p.pid)
            tenants = [Tenant(base, n) for n in range(arguments.tenants)]
            reporting(base, arguments.seconds, tenants[0], p.pid)
            fill(base, tenants, arguments.events, p.pid)
            views(base, bench.token(base), tenants[-1])
            print(json.dumps({"case": "at the end", "rss_kib": rss_kib(p.pid),
                              "database_mib": round(os.path.getsize(os.path.join(data, "voxdesk.db")) / 2**20)}), flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--server", default=str(ROOT / "build/bench/bin/voxdeskd"))
    parser.add_argument("--seconds", type=int, default=4)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--tenants", type=int, default=200)
    run(parser.parse_args())
