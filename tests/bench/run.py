#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Loopback load on voxdeskd beside nginx and fastify, in one run. Prints one JSON line a case.

    cmake --preset bench && cmake --build --preset bench --target voxdeskd
    tests/bench/run.py [--seconds 4] [--users 1000,100000] [--cases healthz,profile,list,login,workers]

Server and load each get a core of their own (taskset). nginx (nginx-light) and fastify take part where they are
installed: cd tests/bench && npm ci --ignore-scripts && npm rebuild better-sqlite3 --build-from-source --nodedir=/usr
Bounded in time, touches 127.0.0.1 only, ends what it started.
"""
import argparse, contextlib, json, os, pathlib, shutil, signal, socket, statistics, subprocess, sys, tempfile, time
import urllib.error, urllib.request

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PASSWORD = "bench-password-1"
TURNS = 5
LIST_BYTES = 36_000  # about what fifty users are as JSON


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def cpu_seconds(pid):
    """User and system time that a process has used so far."""
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def worker_of(pid):
    """The one process that this one started."""
    return int(pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()[0])


def rss_kib(pid):
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    return 0


@contextlib.contextmanager
def process(command, ready, cpu="0", **options):
    """Runs `command` on one core until the block ends; waits for a line on stdout or for a port."""
    with subprocess.Popen(["taskset", "-c", cpu, *command], stdout=subprocess.PIPE, text=True, **options) as p:
        try:
            line = p.stdout.readline() if ready == "line" else ""
            if isinstance(ready, int):
                for _ in range(100):
                    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", ready), 1):
                        break
                    time.sleep(0.05)
            yield p, line.strip()
        finally:
            p.send_signal(signal.SIGTERM)
            try:
                p.wait(15)
            except subprocess.TimeoutExpired:
                p.kill()


def wrk(url, seconds, headers=(), connections=32, cpu="1", script=None):
    command = ["taskset", "-c", cpu, "wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "-s", str(script or HERE / "report.lua")]
    for header in headers:
        command += ["-H", header]
    out = subprocess.run(command + [url], capture_output=True, text=True, timeout=seconds + 60, check=True).stdout
    return json.loads(next(l for l in out.splitlines() if l.startswith("RESULT "))[7:])


def report(case, measured, baseline=None, **more):
    rate = measured["requests"] / measured["seconds"]
    line = {"case": case, "requests_per_s": round(rate), "p50_us": measured["p50_us"], "p99_us": measured["p99_us"],
            "errors": measured["status_errors"] + measured["socket_errors"], **more}
    for name, value in (baseline or {}).items():
        if value:
            line[f"times_{name}"] = round(rate / value, 2)
    print(json.dumps(line), flush=True)
    return rate


def post(url, body, headers=()):
    request = urllib.request.Request(url, json.dumps(body).encode(), {"Content-Type": "application/json", **dict(headers)})
    try:
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as refused:
        raise SystemExit(f"{url}: {refused.code} {refused.read().decode()}")


def get(url, token):
    with urllib.request.urlopen(urllib.request.Request(url, headers={"Authorization": f"Bearer {token}"})) as answer:
        return json.load(answer)


class Bench:
    def __init__(self, arguments):
        self.a = arguments
        self.server = pathlib.Path(arguments.server).resolve()

    def serve(self, data, workers=1, cpu="0"):
        many = "1000000000"  # what is measured must not be a refusal
        environment = {**os.environ, "VOXDESK_RATE_ANONYMOUS_PER_HOUR": many, "VOXDESK_RATE_BULK_PER_MINUTE": many,
                       **{f"VOXDESK_TIER_{tier}": f"100,{many}000,{many}" for tier in ("FREE", "PRO", "ENTERPRISE")}}
        return process([str(self.server), "serve", "--data", data, "--port", "0", "--workers", str(workers),
                        "--access-log", "off"], "line", cpu=cpu, env=environment)

    def demo(self, data, users):
        subprocess.run([str(self.server), "demo", "--data", data, "--users", str(users), "--days", "90", "--seed", "1",
                        "--password-stdin"], input=PASSWORD + "\n", text=True, check=True, stdout=subprocess.DEVNULL)

    @staticmethod
    def token(base):
        return post(f"{base}/api/v1/auth/login", {"email": "admin@voxdesk.example", "password": PASSWORD})["accessToken"]

    @contextlib.contextmanager
    def nginx(self):
        """nginx with two static files until the block ends; gives its process and port, or nothing where it is missing."""
        command = shutil.which("nginx") or ("/usr/sbin/nginx" if os.path.exists("/usr/sbin/nginx") else None)
        if not command:
            yield None, None
            return
        with tempfile.TemporaryDirectory() as folder:
            port = free_port()
            pathlib.Path(folder, "index.html").write_text('{"status":"ok"}')
            pathlib.Path(folder, "list.json").write_text("x" * LIST_BYTES)
            os.chmod(folder, 0o755)
            conf = pathlib.Path(folder, "nginx.conf")
            conf.write_text(f"daemon off; worker_processes 1; pid {folder}/pid; error_log /dev/null;\n"
                            "events { worker_connections 4096; }\n"
                            f"http {{ access_log off; keepalive_requests 1000000000; open_file_cache max=10;\n"
                            f"server {{ listen 127.0.0.1:{port}; root {folder}; }} }}\n")
            with process([command, "-p", folder, "-c", str(conf)], port) as (p, _):
                yield p, port

    @contextlib.contextmanager
    def fastify(self, database):
        """fastify with a constant and a row of `database` until the block ends; gives its process and address, or nothing."""
        if not (HERE / "node_modules" / "fastify").exists() or not shutil.which("node"):
            yield None, None
            return
        port = free_port()
        with process(["node", str(HERE / "peers.mjs"), str(port), database], "line") as (p, line):
            if line != "ready":
                print("fastify does not start and is left out; the head of run.py says how to install it", file=sys.stderr)
            yield (p, f"http://127.0.0.1:{port}") if line == "ready" else (None, None)

    def by_turns(self, case, ours, peers):
        """What the machine does meanwhile moves a rate by a quarter and more, so each side is loaded for a while by turns
        and the medians of the ratios are told. What a request costs a server tells more than its rate, which ends where
        the load's own core does."""
        sides = {"voxdeskd": ours, **{name: peer for name, peer in peers.items() if peer[0]}}
        rates, costs = {name: [] for name in sides}, {name: [] for name in sides}
        for _ in range(TURNS):
            for name, (pid, url, headers) in sides.items():
                before = cpu_seconds(pid)
                measured = wrk(url, self.a.seconds, headers)
                costs[name].append((cpu_seconds(pid) - before) / measured["requests"])
                rates[name].append(measured["requests"] / measured["seconds"])
                if measured["status_errors"] + measured["socket_errors"]:
                    raise SystemExit(f"{case}, {name}: {measured}")
        line = {"case": f"{case}, the median of {TURNS} turns", "requests_per_s": round(statistics.median(rates["voxdeskd"])),
                "cpu_us_a_request": round(statistics.median(costs["voxdeskd"]) * 1e6, 1), "rss_kib": rss_kib(ours[0])}
        for name in list(sides)[1:]:
            line[f"times_{name}"] = round(statistics.median(a / b for a, b in zip(rates["voxdeskd"], rates[name])), 2)
            line[f"times_{name}_a_second_of_cpu"] = round(
                statistics.median(b / a for a, b in zip(costs["voxdeskd"], costs[name])), 2)
        print(json.dumps(line), flush=True)

    def small(self, data):
        cases = self.a.cases
        with self.serve(data) as (p, line), self.nginx() as (nginx, port), \
                self.fastify(os.path.join(data, "voxdesk.db")) as (node, node_base):
            base = line.rsplit(" ", 1)[-1]
            token = self.token(base)
            auth = f"Authorization: Bearer {token}"
            nginx_pid = nginx and worker_of(nginx.pid)
            node_pid = node and node.pid
            static = (nginx_pid, f"http://127.0.0.1:{port}/index.html", [])
            same_size = (nginx_pid, f"http://127.0.0.1:{port}/list.json", [])
            constant = (node_pid, f"{node_base}/constant", [])
            row = (node_pid, f"{node_base}/row", [])
            if "healthz" in cases:
                self.by_turns("GET /healthz", (p.pid, f"{base}/healthz", []), {"nginx": static, "fastify": constant})
            if "profile" in cases:
                url = f"{base}/api/v1/users/profile"
                user = get(url, token)["data"]["id"]
                self.by_turns("GET /users/profile", (p.pid, url, [auth]), {"fastify_row": row})
                self.by_turns("GET /admin/users/:id, no cache",
                              (p.pid, f"{base}/api/v1/admin/users/{user}", [auth, "Cache-Control: no-cache"]),
                              {"fastify_row": row})
            if "list" in cases:
                for limit, like in ((1, static), (50, same_size)):
                    self.by_turns(f"GET /admin/users?limit={limit}, cached",
                                  (p.pid, f"{base}/api/v1/admin/users?limit={limit}", [auth]),
                                  {"nginx_same_size": like, "fastify": constant})
            if "login" in cases:
                script = HERE / "login.lua"
                os.environ["BENCH_PASSWORD"] = PASSWORD
                report("POST /auth/login", wrk(f"{base}/api/v1/auth/login", self.a.seconds,
                                               ["Content-Type: application/json"], 4, script=script),
                       rss_kib=rss_kib(p.pid))

    def lists(self, data, users):
        with self.serve(data) as (p, line):
            base = line.rsplit(" ", 1)[-1]
            token = self.token(base)
            headers = [f"Authorization: Bearer {token}", "Cache-Control: no-cache"]
            url = f"{base}/api/v1/admin/users?limit=50"
            first = report(f"GET /admin/users?limit=50 first page, {users} users", wrk(url, self.a.seconds, headers),
                           rss_kib=rss_kib(p.pid))
            cursor = ""
            for _ in range(min(users // 100, 400)):  # walk deep by pages of 100
                page = get(f"{base}/api/v1/admin/users?limit=100" + (f"&cursor={cursor}" if cursor else ""), token)
                cursor = page["data"]["pagination"].get("nextCursor")
                if not cursor:
                    break
            if cursor:
                report(f"GET /admin/users?limit=50 deep page by cursor, {users} users",
                       wrk(f"{url}&cursor={cursor}", self.a.seconds, headers), {"first_page": first}, rss_kib=rss_kib(p.pid))

    def workers(self, data):
        """Two cores are shared by two workers and the load, so the rate is a lower bound. What two workers would do on
        cores of their own follows from what a request costs them: twice the rate of one, by the ratio of the costs."""
        rates, costs = [], []
        for workers in (1, 2):
            with self.serve(data, workers, cpu="0,1") as (p, line):
                base = line.rsplit(" ", 1)[-1]
                headers = [f"Authorization: Bearer {self.token(base)}", "Cache-Control: no-cache"]
                before = cpu_seconds(p.pid)
                measured = wrk(f"{base}/api/v1/admin/users?limit=50", self.a.seconds, headers, cpu="0,1")
                costs.append((cpu_seconds(p.pid) - before) / measured["requests"])
                rates.append(report(f"list uncached, {workers} worker(s), load on the same 2 cores", measured,
                                    {"one_worker": rates[0] if rates else None}, rss_kib=rss_kib(p.pid),
                                    cpu_us_a_request=round(costs[-1] * 1e6),
                                    times_one_worker_on_own_cores=round(workers * costs[0] / costs[-1], 2)))

    def run(self):
        print(json.dumps({"machine": os.uname().machine, "cores": os.cpu_count(), "load": os.getloadavg()[0]}), flush=True)
        sizes = [int(n) for n in self.a.users.split(",")]
        with tempfile.TemporaryDirectory() as folder:
            for i, users in enumerate(sizes):
                data = os.path.join(folder, str(users))
                os.mkdir(data)
                self.demo(data, users)
                if i == 0:
                    self.small(data)
                    if "workers" in self.a.cases:
                        self.workers(data)
                if "list" in self.a.cases:
                    self.lists(data, users)
                shutil.rmtree(data)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--server", default=str(ROOT / "build/bench/bin/voxdeskd"))
    parser.add_argument("--seconds", type=int, default=4)
    parser.add_argument("--users", default="1000,100000")
    parser.add_argument("--cases", default="healthz,profile,list,login,workers", type=lambda s: s.split(","))
    Bench(parser.parse_args()).run()
