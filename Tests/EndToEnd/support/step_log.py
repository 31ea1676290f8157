"""One step's output as GitHub's runner treats it, line by line (actions/runner, ActionCommandManager.cs)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Callable

from support import commands
from support.commands import Command
from support.masks import Masks

ANNOTATIONS_PER_TYPE = 10
MESSAGE_LIMIT = 4096
FORBIDDEN = ("set-env", "add-path")


@dataclass(frozen=True)
class Annotation:
    level: str
    message: str
    title: str | None = None
    file: str | None = None

    @property
    def cause(self) -> str:
        """The title without the name of the function, where one is known."""
        cause = re.sub(r"^[\w-]+: ", "", self.title or "")
        return cause[:1].lower() + cause[1:]


class StepLog:
    def __init__(self, masks: Masks, on_line: Callable[[str], None]) -> None:
        self.masks = masks
        self._on_line = on_line
        self.lines: list[str] = []
        """What a person reads: masked, without the commands that were carried out."""
        self.commands: list[Command] = []
        """Every command that was carried out."""
        self.annotations: list[Annotation] = []
        """Those that are sent; of each type the first ten."""
        self.dropped: list[Annotation] = []
        self.outputs: dict[str, str] = {}
        """By the old `set-output` command."""
        self.failed = False
        self.died = False
        """After a bad stop-commands token the runner reads no more."""
        self._registered = set(commands.REGISTERED)
        self._stop_token: str | None = None
        self._echo = False

    def read(self, line: str) -> None:
        if self.died:
            return
        command = commands.parse(line, self._registered)
        if command is None or not self._carry_out(command):
            self.write(line)

    def write(self, line: str) -> None:
        self._append(self.masks.apply(line))

    def annotate(self, level: str, message: str, title: str | None = None, file: str | None = None) -> None:
        """Only the message is masked, not the title. It is cut in the log as well; a blank one is none."""
        message = _cut(self.masks.apply(message))
        self._append(f"##[{level}]{message}")
        if not message.strip():
            return
        annotation = Annotation(level, message, title, file)
        sent = sum(one.level == level for one in self.annotations)
        (self.annotations if sent < ANNOTATIONS_PER_TYPE else self.dropped).append(annotation)

    def _append(self, line: str) -> None:
        self.lines.append(line)
        self._on_line(line)

    def _carry_out(self, command: Command) -> bool:
        name = command.name.lower()
        if self._stop_token is not None:
            return self._resume(name, command)
        if name == "stop-commands":
            return self._stop(command)
        self.commands.append(command)
        self._perform(name, command)
        if self._echo and name not in ("debug", "error", "warning", "notice", "add-mask"):
            self.write(command.line)
        return True

    def _stop(self, command: Command) -> bool:
        token = command.data
        self.commands.append(command)
        if not token or token.lower() == "pause-logging" or token.lower() in commands.REGISTERED:
            self.failed = self.died = True
            return True
        if len(token) > 6:
            self.masks.add(token)
        self._stop_token = token.lower()
        self._registered.add(token)
        self.write(command.line)
        return True

    def _resume(self, name: str, command: Command) -> bool:
        if name != self._stop_token:
            return False
        self._registered = set(commands.REGISTERED)
        self._stop_token = None
        self.commands.append(command)
        self.write(command.line)
        return True

    def _perform(self, name: str, command: Command) -> None:
        if name in ("error", "warning", "notice"):
            self.annotate(name, command.data, command.get("title"), command.get("file"))
        elif name == "add-mask":
            if command.data.strip():
                self.masks.add(command.data)
            else:
                self.annotate("warning", "Can't add secret mask for empty string in ##[add-mask] command.")
        elif name == "group":
            self.write(f"##[group]{command.data}")
        elif name == "endgroup":
            self.write("##[endgroup]")
        elif name == "echo":
            self._switch_echo(command)
        elif name in ("set-output", "save-state"):
            self._old_output(name, command)
        elif name in FORBIDDEN:
            self.annotate("error", f"Unable to process command '{command.line}' successfully.")
            self.annotate("error", f"The `{name}` command is disabled.")
            self.failed = True

    def _switch_echo(self, command: Command) -> None:
        value = command.data.strip().lower()
        if value in ("on", "off"):
            self._echo = value == "on"
        else:
            self.annotate("error", f"Unable to process command '{command.line}' successfully.")
            self.failed = True

    def _old_output(self, name: str, command: Command) -> None:
        self.annotate("warning", f"The `{name}` command is deprecated and will be disabled soon.")
        if name == "set-output":
            self.outputs[command.get("name") or ""] = command.data


def _cut(message: str) -> str:
    """The limit counts UTF-16 units."""
    return message.encode("utf-16-le")[: MESSAGE_LIMIT * 2].decode("utf-16-le", "ignore")
