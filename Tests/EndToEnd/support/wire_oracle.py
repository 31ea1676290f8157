"""Judges a deployment by what really happened to the control plane: what is wrong is a sentence."""

from __future__ import annotations

from typing import Iterator

from support.wire_world import World

WRITES = (
    "CreateFunction", "UpdateFunctionCode", "UpdateFunctionConfiguration", "PublishVersion", "UpdateAlias", "CreateAlias",
)


def violations(world: World, digest: str) -> list[str]:
    """`digest` is that of the planned code."""
    if world.hung:
        return [f"it had not ended after {world.spoiling.bound} s"]
    rules = [_protocol, _no_blind_repetition, _nothing_twice]
    found = [sentence for rule in rules for sentence in rule(world)]
    found += _success(world, digest) if world.result.exit_code == 0 else _failure(world, digest)
    return found


def asked_again(world: World) -> list[str]:
    """Which spoiled calls were repeated, besides the looks of a wait."""
    repeated = []
    for call in world.spoiled:
        after = world.calls[world.calls.index(call) + 1 :][:1]
        is_a_wait = any(word in call.answer for word in (b'"InProgress"', b'"Pending"'))
        if any((one.method, one.target) == (call.method, call.target) for one in after) and not is_a_wait:
            repeated.append(call.operation)
    return repeated


def blames_a_rival(world: World) -> bool:
    told = [*world.result.messages("error"), *world.result.messages("warning"), world.result.summary]
    return "somebody else" in " ".join(told).lower()


def _protocol(world: World) -> Iterator[str]:
    result = world.result
    if result.exit_code not in (0, 1, 3, 4, 130):
        yield f"it ended with {result.exit_code}"
    if not world.spoiled:
        yield "nothing was spoiled"
    if result.file_errors or result.dropped_annotations:
        yield f"the runner complains: {result.file_errors} {result.dropped_annotations}"
    if world.function not in result.summary:
        yield "the summary does not name the function"
    if any(name == "stderr" for name, _ in result.raw):
        yield "something was written to stderr"


def _no_blind_repetition(world: World) -> Iterator[str]:
    """Between two writes of one kind there is a look whose answer arrived whole."""
    looked: dict[str, bool] = {}
    for call in world.calls:
        if call.operation in WRITES:
            if looked.get(call.operation) is False:
                yield f"{call.operation} was repeated blindly"
            looked[call.operation] = False
        elif call.method == "GET" and call.status and call not in world.spoiled:
            looked = dict.fromkeys(looked, True)


def _nothing_twice(world: World) -> Iterator[str]:
    for operation in WRITES:
        if len(world.done(operation)) > 1:
            yield f"{operation} was done {len(world.done(operation))} times"


def _success(world: World, digest: str) -> Iterator[str]:
    outputs, errors = world.result.outputs, world.result.messages("error")
    version = outputs.get("version") or "none"
    published = world.end.get("versions", {}).get(version)
    if outputs.get("outcome") != "deployed" or errors:
        yield f"it succeeded as {outputs.get('outcome')}, with the errors {errors}"
    if published is None or not _is_as_planned(published["configuration"], digest):
        yield f"the version {version} is not what was planned: {published}"
    if world.alias_version != version:
        yield f"the alias points to {world.alias_version}, not to {version}"
    if [one["resource"] for one in world.done("PublishVersion")] != [version]:
        yield f"we published {world.done('PublishVersion')} and not just {version}"
    if "smoke-test-payload" in world.spoiling.inputs and not any(
        call.operation == "Invoke" and call.status == 200 for call in world.calls
    ):
        yield "the smoke test was never run"
    if outputs.get("code-sha256") != digest or version not in outputs.get("version-arn", ""):
        yield f"the outputs are of something else: {outputs}"


def _failure(world: World, digest: str) -> Iterator[str]:
    outputs, errors = world.result.outputs, world.result.messages("error")
    if len(errors) != 1 or outputs.get("outcome") != "failed":
        yield f"it failed as {outputs.get('outcome')}, with the errors {errors}"
    before = "1" if world.existed else None
    if world.alias_version != before and "not known" not in " ".join(errors):
        yield f"the alias points to {world.alias_version}, and nobody says so"
    version = outputs.get("version")
    if version and version not in world.end.get("versions", {}):
        yield f"the version {version} is not there"


def _is_as_planned(configuration: dict, digest: str) -> bool:
    return (configuration["CodeSha256"], configuration["Timeout"]) == (digest, 21)
