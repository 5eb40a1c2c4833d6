"""
Processor time a request of several paths of one server, in slices of a tenth of a second: the loads of all paths run at once, all but one of
them stopped, so that neighbouring slices see the same machine. What one slice got through is read from the load generator's own
counter of bytes, as every answer of a path has the same length; the time from the scheduler, to the nanosecond, when the server has
gone idle.
"""
import json
import os
import random
import signal
import socket
import statistics
import subprocess
import time

import machine
import workloads
from sides import HERE

DRAIN = 0.004  # what is on its way is answered by then


class Load:
    def __init__(self, server, workload, shape, seconds):
        _, core = machine.cores()
        self.workload = workload
        self.samples = []
        self.process = subprocess.Popen(
            ["wrk", "-t1", f"-c{shape.connections}", f"-d{seconds}s", "--timeout", "60s", "-s", os.path.join(HERE, "load.lua"),
             f"http://127.0.0.1:{server.port}{workload.path}", "--"] + workloads.wrk_arguments(workload, shape),
            stdout=subprocess.PIPE, text=True, preexec_fn=machine.pin(core))

    def signal(self, which):
        os.kill(self.process.pid, which)

    def read_bytes(self):
        with open(f"/proc/{self.process.pid}/io", encoding="ascii") as file:
            return int(file.readline().split()[1])

    def result(self):
        self.signal(signal.SIGCONT)
        out, _ = self.process.communicate(timeout=90)
        for line in out.splitlines():
            if line.startswith("RESULT "):
                return json.loads(line[len("RESULT "):])
        raise RuntimeError(f"wrk said: {out}")


def measure(server, group, shape, rounds, length=0.1):
    """The processor time a request, in microseconds, of each path and round."""
    seconds = int(rounds * len(group) * (length + 2 * DRAIN + 0.01)) + 4
    began = time.monotonic()
    loads = []
    try:
        for workload in group:
            load = Load(server, workload, shape, seconds)
            loads.append(load)
            time.sleep(0.4)  # it connects and warms its path
            load.signal(signal.SIGSTOP)
        for _ in range(rounds):
            for load in random.sample(loads, len(loads)):
                time.sleep(DRAIN)
                used, got = machine.scheduled_seconds(server.pid), load.read_bytes()
                load.signal(signal.SIGCONT)
                time.sleep(length)
                load.signal(signal.SIGSTOP)
                time.sleep(DRAIN)
                load.samples.append((machine.scheduled_seconds(server.pid) - used, load.read_bytes() - got))
        time.sleep(max(0, seconds + 1 - (time.monotonic() - began)))
        rows = {}
        for load in loads:
            result = load.result()
            errors = sum(result[kind] for kind in ("connect", "read", "write", "status", "timeout"))
            if errors:
                raise RuntimeError(f"{load.workload.title}: {errors} errors")
            each = answer_length(server, load.workload)
            rows[load.workload.name] = [used * 1e6 * each / got if got > each * 100 else None for used, got in load.samples]

        # On a machine that is busy elsewhere a slice may get nothing done: then its round has nothing to compare.
        whole = [at for at in range(rounds) if all(samples[at] is not None for samples in rows.values())]
        return {name: [samples[at] for at in whole] for name, samples in rows.items()}
    finally:
        for load in loads:
            if load.process.poll() is None:
                load.signal(signal.SIGCONT)
                load.process.terminate()
                load.process.wait()


def answer_length(server, workload):
    """The bytes of one answer, head and body."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=5) as connection:
        connection.sendall(f"GET {workload.path} HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nConnection: close\r\n\r\n".encode())
        answer = b""
        while part := connection.recv(65536):
            answer += part
    return len(answer) - len(b"Connection: close\r\n")


def ratio(mine, base, draws=2000):
    """The median of the ratios round by round, and where it lies with 95% by drawing rounds anew."""
    ratios = [own / other for own, other in zip(mine, base)]
    medians = sorted(statistics.median(random.choices(ratios, k=len(ratios))) for _ in range(draws))
    return statistics.median(ratios), medians[int(draws * 0.025)], medians[int(draws * 0.975)]


def quiet(samples):
    """What a request costs where nothing else is on the machine, or least: the median of the cheapest tenth."""
    return statistics.median(sorted(samples)[:max(1, len(samples) // 10)])
