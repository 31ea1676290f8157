"""What a step runs: an executable of this machine, or a container, started as GitHub's runner starts one."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from support.step_folder import StepFolder

ALWAYS = {"GITHUB_ACTIONS": "true", "CI": "true"}
PIPES = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
RUNNER_USER = 1001 if os.geteuid() == 0 else os.geteuid()
"""1001 is that of GitHub's own machines. The command files are his, with mode 0644, and not the container's."""


class Executable:
    def __init__(self, command: list[str]) -> None:
        self._command = command

    def start(self, variables: dict[str, str], folder: StepFolder) -> subprocess.Popen:
        environment = {"PATH": "/usr/local/bin:/usr/bin:/bin", **variables, **ALWAYS}
        return subprocess.Popen(self._command, env=environment, cwd=folder.workspace, **PIPES)

    def clear(self, folder: StepFolder) -> None:
        """The process is all there was."""


class Container:
    """As in ContainerActionHandler.cs and DockerCommandManager.cs, but in the network of this machine, where the tests'
    servers listen, and without Docker's own socket. Only the client is told when a step is cancelled.
    """

    label = f"lockstep-tests={os.getpid()}"
    """By which the containers of this run are found."""

    def __init__(self, image: str, *options: str, arguments: tuple[str, ...] = ()) -> None:
        self._image, self._options, self._arguments = image, options, arguments

    def start(self, variables: dict[str, str], folder: StepFolder) -> subprocess.Popen:
        _give_to_runner(folder.temp)
        mounts = {
            folder.home: "/github/home", folder.workflow: "/github/workflow",
            folder.commands: "/github/file_commands", folder.workspace: "/github/workspace",
            folder.temp: "/github/runner_temp",  # last, for the others lie in it
        }
        command = ["docker", "run", "--name", folder.temp.name, "--label", self.label]
        command += ["--workdir", "/github/workspace", "--rm"]
        for name in variables:
            command += ["-e", name]
        for name, value in ALWAYS.items():
            command += ["-e", f"{name}={value}"]
        command += ["--network", "host", *self._options]
        for path, inside in mounts.items():
            command += ["-v", f"{path}:{inside}"]
        translated = {name: _translated(value, mounts) for name, value in variables.items()}
        command += [self._image, *self._arguments]
        return subprocess.Popen(command, env={**client_variables(), **translated}, **PIPES)

    def clear(self, folder: StepFolder) -> None:
        """RuntimeError: the container was still there."""
        left = docker("ps", "--all", "--quiet", "--filter", f"name=^{folder.temp.name}$")
        if left:
            docker("rm", "--force", left)
            raise RuntimeError("the container outlived its step")


def docker(*arguments: str) -> str:
    """What the client answers. CalledProcessError: it failed."""
    command = ["docker", *arguments]
    return subprocess.run(command, check=True, stdin=subprocess.DEVNULL, capture_output=True, text=True).stdout.strip()


def client_variables() -> dict[str, str]:
    """By which the client finds its engine, whatever HOME the step is given."""
    own = {name: value for name, value in os.environ.items() if name == "PATH" or name.startswith("DOCKER_")}
    return {"DOCKER_CONFIG": str(Path.home() / ".docker"), **own}


def _translated(value: str, mounts: dict[Path, str]) -> str:
    """A value that is a path of the runner's machine, or begins with one, becomes the container's."""
    for path, inside in mounts.items():
        if value == str(path) or value.startswith(f"{path}/"):
            return inside + value.removeprefix(str(path))
    return value


def _give_to_runner(folder: Path) -> None:
    for path in [folder, *folder.rglob("*")]:
        os.chown(path, RUNNER_USER, -1)
