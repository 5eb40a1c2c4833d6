"""The measurements: load, startup, idle connections. Every side runs once a round, in turn."""
import http.client
import json
import os
import socket
import subprocess
import sys
import time

import latency
import machine
import workloads
from sides import HERE


def fetch(server):
    def ask(path, method="GET", headers=None, body=None):
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=5)
        try:
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()
    return ask


def wait_ready(server, path="/plaintext", limit=30.0):
    """Seconds from now to the first whole answer; asks again as fast as the operating system allows."""
    began = time.perf_counter()
    request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode()
    while time.perf_counter() - began < limit:
        try:
            with socket.create_connection(("127.0.0.1", server.port), timeout=5) as connection:
                connection.sendall(request)
                if connection.recv(4096).startswith(b"HTTP/1.1 200"):
                    return time.perf_counter() - began
        except OSError:
            if server.process.poll() is not None:
                raise RuntimeError(f"{server.side.name} stopped with {server.process.returncode}") from None
            time.sleep(0.0002)
    raise RuntimeError(f"{server.side.name} did not answer in {limit} s")


def wrk(server, workload, shape, seconds):
    _, core = machine.cores()
    command = ["wrk", "-t1", f"-c{shape.connections}", f"-d{max(1, round(seconds))}s", "--timeout", "10s", "-s", os.path.join(HERE, "load.lua"),
               f"http://127.0.0.1:{server.port}{workload.path}", "--"] + workloads.wrk_arguments(workload, shape)
    before = machine.cpu_seconds(server.pid)
    result = subprocess.run(command, capture_output=True, text=True, preexec_fn=machine.pin(core), timeout=seconds + 60)
    used = machine.cpu_seconds(server.pid) - before
    for line in result.stdout.splitlines():
        if line.startswith("RESULT "):
            outcome = json.loads(line[len("RESULT "):])
            break
    else:
        raise RuntimeError(f"wrk said: {result.stdout} {result.stderr}")
    # Of a pipeline wrk times batches, and corrects what it measured by the interval between requests, which is shorter by the depth:
    # its percentiles then are wrong or, where the correction falls below the least that was measured, 0.
    known = [outcome["p50"], outcome["p99"], outcome["p999"]] if shape.depth == 1 and outcome["requests"] > 0 else [None] * 3
    return {
        "rps": outcome["requests"] / (outcome["microseconds"] / 1e6),
        "cpu_us": used * 1e6 / outcome["requests"] if outcome["requests"] else None,
        "p50_us": known[0],
        "p99_us": known[1],
        "p999_us": known[2],
        "rss": machine.resident_bytes(server.pid),
        "errors": sum(outcome[kind] for kind in ("connect", "read", "write", "status", "timeout")),
    }


def load(workload, shape, present, options):
    servers, wrong, rounds = [], {}, {}
    try:
        for side in present:
            if not side.runs(workload):
                continue
            server = side.start(workload.routes, workload.auth)
            try:
                wait_ready(server)
                problem = workloads.check(workload, fetch(server))
            except (RuntimeError, OSError, ValueError, http.client.HTTPException) as error:
                problem = str(error)
            if problem:
                wrong[side.name] = problem
                print(f"left out of {workload.name}: {side.name}: {problem}", file=sys.stderr)
                server.stop()
                continue
            servers.append(server)
            wrk(server, workload, shape, 1 if options.quick else 2)
        for _ in range(options.rounds):
            for server in servers:
                row = wrk(server, workload, shape, options.seconds)
                rounds.setdefault(server.side.name, []).append(row)
                timed = latency.pipelined(server, workload, shape) if shape.depth > 1 else None
                if timed:
                    (row["p50_us"], row["p99_us"], row["p999_us"]), failed = timed
                    row["errors"] += failed
    finally:
        for server in servers:
            server.stop()
    return {"workload": workload.name, "title": workload.title, "connections": shape.connections, "depth": shape.depth,
            "rounds": rounds, "wrong": wrong}


def startup(present, options):
    """Process start to first response, and the processor time that it took, with 200 routes beside the usual ones."""
    plain = workloads.ALL[0]
    _, core = machine.cores()
    os.sched_setaffinity(0, {core})
    rounds = {}
    for turn in range(options.starts + 1):
        for side in present:
            began = time.perf_counter()
            server = side.start(routes=200 if side.runs(workloads.ALL[1]) else 0)
            try:
                wait_ready(server, plain.path)
                took = time.perf_counter() - began
                row = {"ms": took * 1e3, "cpu_ms": machine.scheduled_seconds(server.pid) * 1e3, "rss": machine.resident_bytes(server.pid)}
            finally:
                server.stop()
            if turn:  # the first start warms the disk cache
                rounds.setdefault(side.name, []).append(row)
    os.sched_setaffinity(0, set(range(os.cpu_count())))
    return rounds


def idle(present, options):
    """Resident memory with many connections that have each had one answer and now wait."""
    rows = {}
    request = b"GET /plaintext HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
    for side in present:
        server = side.start()
        held = []
        try:
            wait_ready(server)
            before = machine.resident_bytes(server.pid)
            while len(held) < options.idle:
                some = [socket.create_connection(("127.0.0.1", server.port), timeout=10) for _ in range(min(200, options.idle - len(held)))]
                held += some
                for connection in some:
                    connection.sendall(request)
                for connection in some:
                    if not connection.recv(4096).startswith(b"HTTP/1.1 200"):
                        raise RuntimeError("a connection was refused")
            time.sleep(2)  # the allocator gives pages back when it likes; two seconds is what every side gets
            after = machine.resident_bytes(server.pid)
            rows[side.name] = {"before": before, "after": after, "each": (after - before) / options.idle}
        except (RuntimeError, OSError) as error:
            print(f"left out of idle connections: {side.name}: {error}", file=sys.stderr)
        finally:
            for connection in held:
                connection.close()
            server.stop()
    return rows
