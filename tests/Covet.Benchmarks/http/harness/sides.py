"""The sides: Covet and its peers, each described by the peer.json beside its source."""
import json
import os
import shutil
import signal
import socket
import subprocess

import machine
import manyroutes

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(HERE)))
PEERS = os.path.join(HERE, "peers")


class BuildFailed(Exception):
    pass


def names():
    return sorted(name for name in os.listdir(PEERS) if os.path.exists(os.path.join(PEERS, name, "peer.json")))


def load(peers, out):
    """Covet first, then the peers asked for. Gives those that can run, and the others with the reason."""
    present, absent = [], []
    folders = [os.path.join(HERE, "covet")] + [os.path.join(PEERS, name) for name in peers if name != "covet"]
    for folder in folders:
        name = os.path.basename(folder)
        description = os.path.join(folder, "peer.json")
        if not os.path.exists(description):
            absent.append((name, "no such side"))
            continue
        with open(description, encoding="utf-8") as file:
            side = Side(folder, json.load(file), os.path.join(out, name))
        missing = side.missing()
        if missing:
            absent.append((name, missing))
        else:
            present.append(side)
    return present, absent


class Side:
    def __init__(self, folder, description, out):
        self.folder, self.description, self.out = folder, description, out
        self.name, self.title = description["name"], description["title"]

    def missing(self):
        for need in self.description.get("needs", []):
            if shutil.which(need) is None:
                return f"{need} is not installed"
        probe = self.description.get("probe")
        if probe:
            try:
                result = subprocess.run(self.filled(probe, 0, 0), capture_output=True)
            except OSError as error:
                return str(error)
            if result.returncode:
                return "not installed; run tests/Covet.Benchmarks/http/install"
        return None

    def runs(self, workload):
        return workload.name in self.description.get("workloads", [workload.name])

    def place(self, routes):
        """Where the build for so many extra routes lies; only compiled routes need a build of their own."""
        return os.path.join(self.out, str(routes)) if "dotnet" in self.description else self.out

    def filled(self, command, port, routes):
        values = {"{out}": self.place(routes), "{peer}": self.folder, "{port}": str(port)}
        for key, value in values.items():
            command = [part.replace(key, value) for part in command]
        return command

    def build(self, counts):
        if "dotnet" in self.description:
            for count in counts:
                self.publish(count)
        elif "build" in self.description:
            os.makedirs(self.out, exist_ok=True)
            self.command(self.filled(self.description["build"], 0, 0), self.folder)

    def publish(self, routes):
        place = self.place(routes)
        os.makedirs(place, exist_ok=True)
        command = ["dotnet", "publish", os.path.join(self.folder, self.description["dotnet"]), "-c", "Release", "-r", "linux-x64",
                   "-o", place, "--artifacts-path", place + "-build", "-v", "quiet", "-nologo"]
        if routes:
            source = os.path.join(place + "-build", "ManyRoutes.cs")
            os.makedirs(os.path.dirname(source), exist_ok=True)
            text = manyroutes.WRITERS[self.name](routes)
            if not os.path.exists(source) or open(source, encoding="utf-8").read() != text:
                with open(source, "w", encoding="utf-8") as file:
                    file.write(text)
            command.append(f"-p:ManyRoutesFile={source}")
        self.command(command, self.folder)

    def command(self, command, folder):
        result = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if result.returncode:
            raise BuildFailed(result.stdout[-4000:])

    def binary_size(self):
        binary = self.description.get("binary")
        if binary is None:
            return None
        path = self.filled([binary], 0, 0)[0]
        return os.path.getsize(path) if os.path.exists(path) else None

    def version(self):
        command = self.description.get("version")
        if not command:
            return None
        result = subprocess.run(self.filled(command, 0, 0), capture_output=True, text=True)
        return (result.stdout + result.stderr).strip().splitlines()[0]

    def start(self, routes=0, auth=False):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        place = self.place(routes)
        os.makedirs(place, exist_ok=True)
        template = self.description.get("template")
        if template:
            with open(os.path.join(self.folder, template), encoding="utf-8") as file:
                text = file.read().replace("{out}", place).replace("{port}", str(port))
            with open(os.path.join(place, template.removesuffix(".template")), "w", encoding="utf-8") as file:
                file.write(text)
        environment = {key: value for key, value in os.environ.items() if not key.startswith(("DOTNET_", "ASPNETCORE_", "COMPlus_"))}
        environment.update(PORT=str(port), ROUTES=str(routes), AUTH="1" if auth else "0", NODE_ENV="production",
                           PYTHONDONTWRITEBYTECODE="1")
        server, _ = machine.cores()
        process = subprocess.Popen(self.filled(self.description["start"], port, routes), cwd=place, env=environment,
                                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                   preexec_fn=machine.pin(server), start_new_session=True)
        return Server(self, process, port)


class Server:
    def __init__(self, side, process, port):
        self.side, self.process, self.port = side, process, port

    @property
    def pid(self):
        return self.process.pid

    def stop(self):
        """Ends the process group that start made, and no other."""
        for sign in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.killpg(self.process.pid, sign)
            except ProcessLookupError:
                break
            try:
                self.process.wait(timeout=3)
                break
            except subprocess.TimeoutExpired:
                continue
        self.process.wait()
