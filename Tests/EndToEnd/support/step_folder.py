"""What the runner keeps on its own machine for a step: its `_temp`, with the files by which the step answers."""

from __future__ import annotations

from pathlib import Path

FILES = {
    "GITHUB_OUTPUT": "set_output", "GITHUB_STEP_SUMMARY": "step_summary", "GITHUB_ENV": "set_env",
    "GITHUB_PATH": "add_path", "GITHUB_STATE": "save_state",
}


class StepFolder:
    def __init__(self, temp: Path, workspace: Path) -> None:
        self.temp = temp
        self.workspace = workspace
        self.home = temp / "_github_home"
        self.workflow = temp / "_github_workflow"
        self.commands = temp / "_runner_file_commands"
        for folder in (self.home, self.workflow, self.commands):
            folder.mkdir()
        (self.workflow / "event.json").write_text("{}\n")
        for variable in FILES:
            self.file(variable).touch(0o644)

    def file(self, variable: str) -> Path:
        return self.commands / FILES[variable]

    def written(self) -> str:
        """The text of all files by which the step answers; one that was deleted has none."""
        files = [self.file(variable) for variable in FILES]
        return "\n".join(file.read_text("utf-8", "replace") for file in files if file.is_file())

    def variables(self) -> dict[str, str]:
        """What the runner adds to every step, with the paths of its own machine."""
        return {
            "HOME": str(self.home), "RUNNER_OS": "Linux", "RUNNER_ARCH": "X64", "RUNNER_TEMP": str(self.temp),
            "GITHUB_WORKSPACE": str(self.workspace), "GITHUB_EVENT_PATH": str(self.workflow / "event.json"),
            "GITHUB_REPOSITORY": "octocat/orders", "GITHUB_SHA": "0123456789abcdef0123456789abcdef01234567",
            "GITHUB_REF": "refs/heads/main", "GITHUB_REF_NAME": "main", "GITHUB_EVENT_NAME": "push",
            "GITHUB_ACTOR": "octocat", "GITHUB_WORKFLOW": "deploy", "GITHUB_JOB": "deploy", "GITHUB_RUN_ID": "1",
            "GITHUB_WORKFLOW_REF": "octocat/orders/.github/workflows/deploy.yml@refs/heads/main",
            "GITHUB_RUN_NUMBER": "1", "GITHUB_RUN_ATTEMPT": "1", "GITHUB_SERVER_URL": "https://github.com",
            "GITHUB_API_URL": "https://api.github.com",
            **{variable: str(self.file(variable)) for variable in FILES},
        }
