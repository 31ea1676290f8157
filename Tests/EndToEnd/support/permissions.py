"""The policy that docs/permissions.md shows, and a role that has it and nothing more."""

from __future__ import annotations

import copy
import json
from dataclasses import dataclass

from support.action_file import REPOSITORY
from support.credentials import CREDENTIALS
from support.ministack import MiniStack
from support.recording_proxy import Answer, Call
from support.signing_proxy import SigningProxy, read, signed_service

ACCOUNT = "000000000000"

# Where MiniStack checks something else than AWS does, and therefore has to be granted more than is documented.
MINISTACK_ALSO_NEEDS = {
    "lambda:ListAliases": "it is what MiniStack checks for GetAlias and UpdateAlias",
    "lambda:DeleteFunction": "MiniStack checks it for the function, also where a version is deleted",
    "lambda:GetPolicy": "MiniStack checks it for the function, also where a version is asked about",
    "lambda:CreateFunction": "MiniStack does not see the name of the function to be, and checks the resource *",
}

# What MiniStack does not know, or checks another permission for, and is answered in its stead.
MINISTACK_LACKS = {
    "ListProvisionedConcurrencyConfigs": (200, {"ProvisionedConcurrencyConfigs": []}),
    "GetProvisionedConcurrencyConfig": (404, {"Message": "No Provisioned Concurrency Config found for this function"}),
}

# The action behind an operation, where it is not the service's name and the operation's.
ACTIONS = {
    "Invoke": "lambda:InvokeFunction", "HeadObject": "s3:GetObject", "HeadBucket": "s3:ListBucket",
    "BatchGetImage": "ecr:BatchGetImage",
    "DescribeAlarms": "cloudwatch:DescribeAlarms",
}


@dataclass(frozen=True)
class Policy:
    statements: list[dict]

    @classmethod
    def documented(cls) -> Policy:
        """As it stands in docs/permissions.md, for MiniStack's account and the tests' Region."""
        page = (REPOSITORY / "docs" / "permissions.md").read_text()
        text = page.split("<!-- policy -->\n```json\n", 1)[1].split("```", 1)[0]
        text = text.replace("123456789012", ACCOUNT).replace("eu-central-1", CREDENTIALS["AWS_REGION"])
        return cls(json.loads(text)["Statement"])

    @classmethod
    def printed(cls, log: list[str], title: str) -> Policy:
        """What `mode: permissions` printed under this title, the first line that names it."""
        lines = log[next(index for index, line in enumerate(log) if title in line) + 1:]
        end = next(index for index, line in enumerate(lines) if line == "}")
        return cls(json.loads("\n".join(lines[:end + 1]))["Statement"])

    @property
    def actions(self) -> list[str]:
        return [action for each in self.statements for action in _list(each["Action"])]

    @property
    def document(self) -> str:
        return json.dumps({"Version": "2012-10-17", "Statement": self.statements})

    def renamed(self, names: dict[str, str]) -> Policy:
        text = json.dumps(self.statements)
        for documented, ours in names.items():
            text = text.replace(documented, ours)
        return Policy(json.loads(text))

    def without(self, *actions: str) -> Policy:
        statements = copy.deepcopy(self.statements)
        for each in statements:
            each["Action"] = [action for action in _list(each["Action"]) if action not in actions]
        return Policy([each for each in statements if each["Action"]])

    def with_what_ministack_needs(self) -> Policy:
        allowed = [action for action in MINISTACK_ALSO_NEEDS if action in ("lambda:ListAliases", *self.actions)]
        return Policy([*self.statements, {"Effect": "Allow", "Action": allowed, "Resource": "*"}])

    def denying(self, action: str) -> Policy:
        return Policy([*self.statements, {"Effect": "Deny", "Action": action, "Resource": "*"}])


ANYBODY_OF_THE_ACCOUNT = Policy(
    [{"Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:root"}, "Action": "sts:AssumeRole"}])


class Deployers:
    """Roles of MiniStack's, each assumed as GitHub's workflows assume theirs."""

    def __init__(self, ministack: MiniStack) -> None:
        self._iam, self._sts = ministack.client("iam"), ministack.client("sts")
        # The functions' own, which must exist; whether it can be assumed is of no concern here.
        self._iam.create_role(RoleName="orders", AssumeRolePolicyDocument=ANYBODY_OF_THE_ACCOUNT.document)

    def credentials(self, name: str, policy: Policy) -> dict[str, str]:
        """Of a new role that has this policy, and what MiniStack needs."""
        role = self.role(name, ANYBODY_OF_THE_ACCOUNT, policy)
        keys = self._sts.assume_role(RoleArn=role, RoleSessionName="github")["Credentials"]
        return {
            **CREDENTIALS, "AWS_ACCESS_KEY_ID": keys["AccessKeyId"], "AWS_SECRET_ACCESS_KEY": keys["SecretAccessKey"],
            "AWS_SESSION_TOKEN": keys["SessionToken"],
        }


    def role(self, name: str, trust: Policy, policy: Policy) -> str:
        """The ARN of a new one."""
        role = self._iam.create_role(RoleName=name, AssumeRolePolicyDocument=trust.document)["Role"]
        needed = policy.with_what_ministack_needs().document
        self._iam.put_role_policy(RoleName=name, PolicyName="documented", PolicyDocument=needed)
        return role["Arn"]

    def trust(self, role: str, trust: Policy) -> None:
        self._iam.update_assume_role_policy(RoleName=role.rpartition("/")[2], PolicyDocument=trust.document)

    def know_tokens(self, url: str, audiences: list[str]) -> None:
        """An OIDC provider in IAM."""
        self._iam.create_open_id_connect_provider(Url=url, ClientIDList=audiences)

    def audiences(self, issuer: str) -> list[str] | None:
        """Those that the provider of these tokens has; `None`: there is no such provider."""
        arn = f"arn:aws:iam::{ACCOUNT}:oidc-provider/{issuer.removeprefix('https://')}"
        try:
            return self._iam.get_open_id_connect_provider(OpenIDConnectProviderArn=arn)["ClientIDList"]
        except self._iam.exceptions.NoSuchEntityException:
            return None


class Gatekeeper(SigningProxy):
    """Refuses, in AWS's words, what AWS would and MiniStack does not."""

    def __init__(self, upstream: str, credentials: dict[str, str], refuses: dict[str, str]) -> None:
        """`refuses` has the words to refuse an operation with."""
        keys = [credentials[f"AWS_{name}"] or None for name in ("ACCESS_KEY_ID", "SECRET_ACCESS_KEY", "SESSION_TOKEN")]
        super().__init__(upstream, *keys)
        self._refuses = refuses

    def ask(self, call: Call) -> Answer:
        operation = read(call).operation
        words = self._refuses.get(operation)
        if words is None and operation in MINISTACK_LACKS:
            status, body = MINISTACK_LACKS[operation]
            return Answer(status, [("Content-Type", "application/json")], json.dumps(body).encode())
        if words is None:
            return super().ask(call)
        headers = [("Content-Type", "application/json"), ("x-amzn-errortype", "AccessDeniedException")]
        return Answer(403, headers, json.dumps({"Message": words}).encode())

    @property
    def denied(self) -> set[str]:
        """The operations that were refused by the policy, or by us in its stead."""
        return {read(call).operation for call in self.calls if call.status == 403}

    @property
    def needed(self) -> set[str]:
        """The actions that the calls so far take by AWS's own rules."""
        return {_action(call) for call in self.calls}


def _action(call: Call) -> str:
    reading = read(call)
    if "VersionId" in reading.parameters:
        return "s3:GetObjectVersion"
    return ACTIONS.get(reading.operation) or f"{signed_service(call)}:{reading.operation}"


def _list(value) -> list:
    return value if isinstance(value, list) else [value]
