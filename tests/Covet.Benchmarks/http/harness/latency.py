"""Latencies of pipelined requests, each timed by h2load; wrk times batches."""
import os
import re
import shutil
import subprocess
import tempfile

import machine
import workloads

SECONDS = 1


def pipelined(server, workload, shape):
    """Microseconds at 50, 99 and 99.9 %, and the requests that failed. None without h2load, and of a body, which it does not pipeline."""
    if shutil.which("h2load") is None or workload.mode == "post":
        return None
    _, core = machine.cores()
    base = f"http://127.0.0.1:{server.port}"
    with tempfile.TemporaryDirectory() as folder:
        log = os.path.join(folder, "log")
        command = ["h2load", "--h1", "-t1", f"-c{shape.connections}", f"-m{shape.depth}", f"-D{SECONDS}", "--warm-up-time=200ms", f"--log-file={log}"]
        if workload.mode == "bearer":
            command.append("--header=Authorization: Bearer " + workloads.token())
        if workload.mode == "routes":
            paths = os.path.join(folder, "paths")
            with open(paths, "w", encoding="ascii") as file:
                file.writelines(base + path + "\n" for path in workloads.route_paths(workload.routes))
            command.append(f"--input-file={paths}")
        else:
            command.append(base + workload.path)
        try:
            result = subprocess.run(command, capture_output=True, text=True, preexec_fn=machine.pin(core), timeout=30)
        except subprocess.TimeoutExpired:
            return [None] * 3, 0
        return read(log, result.stdout)


def read(log, output):
    """A line a request: when it began, its status, how long it took."""
    times, wrong = [], 0
    if os.path.exists(log):
        with open(log, encoding="ascii") as file:
            for line in file:
                _, status, took = line.split("\t")[:3]
                if status.startswith("2"):
                    times.append(int(took))
                else:
                    wrong += 1
    failed = re.search(r"(\d+) failed", output)
    times.sort()
    return [at(times, part) for part in (0.5, 0.99, 0.999)], max(wrong, int(failed.group(1)) if failed else 0)


def at(times, part):
    return times[min(len(times) - 1, int(len(times) * part))] if times else None
