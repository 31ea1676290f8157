"""Lockstep beside Terraform, as docs/terraform.md shows it: each leaves the other's alone.

Neither Terraform nor its provider comes from a package index: LOCKSTEP_TERRAFORM_PLUGINS names the folder of a mirror that has
hashicorp/aws (https://developer.hashicorp.com/terraform/cli/config/config-file#filesystem_mirror).
"""

import os
import shutil
import subprocess
import unittest

from support import documents
from support.credentials import CREDENTIALS
from support.elsewhere import MiniStackTest
from support.packages import write_zip

PLUGINS = os.environ.get("LOCKSTEP_TERRAFORM_PLUGINS", "")
AROUND = """
provider "aws" {
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
}
resource "aws_iam_role" "orders" {
  name               = "orders"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{
    Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }] })
}
"""
DEPLOYMENT = {"alias": "live"}


@unittest.skipUnless(PLUGINS and shutil.which("terraform"), "needs Terraform, and its provider in LOCKSTEP_TERRAFORM_PLUGINS")
class BesideTerraform(MiniStackTest):
    def setUp(self):
        super().setUp()
        self.folder = self.stage.workspace / "infrastructure"
        self.folder.mkdir()
        write_zip(self.folder / "placeholder.zip")
        (self.folder / "rc").write_text(f'provider_installation {{\n  filesystem_mirror {{ path = "{PLUGINS}" }}\n}}\n')
        [self.shown] = documents.blocks("docs/terraform.md", language="hcl")
        self.describe(self.shown)
        self.terraform("init")

    def describe(self, resources):
        (self.folder / "main.tf").write_text(AROUND + resources)

    def terraform(self, *arguments, allowed=(0,)):
        """The exit code."""
        environment = {
            **CREDENTIALS, "PATH": os.environ["PATH"], "HOME": str(self.folder), "CHECKPOINT_DISABLE": "1",
            "AWS_ENDPOINT_URL": self.plane.url, "TF_CLI_CONFIG_FILE": str(self.folder / "rc"),
        }
        done = subprocess.run(
            ["terraform", *arguments, "-no-color", "-input=false"], cwd=self.folder, env=environment,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=300)
        self.assertIn(done.returncode, allowed, done.stdout)
        return done.returncode

    def changes(self):
        """Whether Terraform would change anything."""
        return self.terraform("plan", "-detailed-exitcode", allowed=(0, 2)) == 2

    def test_neither_touches_what_is_the_others(self):
        self.terraform("apply", "-auto-approve")
        self.assert_outcome(self.deploy(DEPLOYMENT), "deployed")
        self.assertFalse(self.changes(), "a deployment is no drift")

        self.describe(self.shown.replace('"app.handler"', '"app.handler"\n  memory_size = 512'))
        self.terraform("apply", "-auto-approve")
        self.stage.change_code()
        self.assert_outcome(self.deploy(DEPLOYMENT), "deployed")
        live = self.aws.get_function_configuration(FunctionName="orders", Qualifier="live")
        self.assertEqual(live["MemorySize"], 512)
        self.assertFalse(self.changes())

        self.describe("\n".join(line for line in self.shown.splitlines() if "ignore_changes" not in line))
        self.assertTrue(self.changes(), "without ignore_changes Terraform would undo the deployment")


if __name__ == "__main__":
    unittest.main()
