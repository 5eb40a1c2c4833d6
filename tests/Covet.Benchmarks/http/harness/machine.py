"""What the operating system knows: cores, processor time, memory, the machine's name."""
import os
import shutil
import subprocess
import sys

TICKS = os.sysconf("SC_CLK_TCK")


def require(tool):
    if shutil.which(tool) is None:
        sys.exit(f"{tool} is not installed; run tests/Covet.Benchmarks/http/install")


def cores():
    """The server's core and the load generator's; the same core twice where there is but one."""
    usable = sorted(os.sched_getaffinity(0))
    return usable[0], usable[-1]


def pin(core):
    return lambda: os.sched_setaffinity(0, {core})


def tree(pid):
    """A process and all that it started: nginx has workers, npm tools have wrappers."""
    found = [pid]
    for process in found:
        try:
            for task in os.listdir(f"/proc/{process}/task"):
                with open(f"/proc/{process}/task/{task}/children", encoding="ascii") as file:
                    found.extend(int(child) for child in file.read().split())
        except OSError:
            pass
    return found


def cpu_seconds(pid):
    """User and system time by /proc/PID/stat, in seconds (resolution: one clock tick, 10 ms)."""
    total = 0
    for process in tree(pid):
        try:
            with open(f"/proc/{process}/stat", encoding="ascii", errors="replace") as file:
                fields = file.read().rsplit(")", 1)[1].split()
            total += int(fields[11]) + int(fields[12])
        except OSError:
            pass
    return total / TICKS


def scheduled_seconds(pid):
    """Time on a processor by /proc/PID/task/*/schedstat, in seconds (resolution: 1 ns); for intervals too short for ticks."""
    total = 0
    for process in tree(pid):
        try:
            for task in os.listdir(f"/proc/{process}/task"):
                with open(f"/proc/{process}/task/{task}/schedstat", encoding="ascii") as file:
                    total += int(file.read().split()[0])
        except OSError:
            pass
    return total / 1e9


def resident_bytes(pid):
    total = 0
    for process in tree(pid):
        try:
            with open(f"/proc/{process}/statm", encoding="ascii") as file:
                total += int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        except OSError:
            pass
    return total


def describe():
    model = "unknown processor"
    with open("/proc/cpuinfo", encoding="utf-8", errors="replace") as file:
        for line in file:
            if line.startswith("model name"):
                model = " ".join(line.split(":", 1)[1].split())
                break
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{len(os.sched_getaffinity(0))} cores of {model}, {memory:.0f} GB, Linux {os.uname().release}"


def commit(root):
    git = subprocess.run(["git", "-C", root, "rev-parse", "--short", "HEAD"], capture_output=True, text=True)
    return git.stdout.strip() or "unknown"
