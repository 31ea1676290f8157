"""What the tests on control planes that nobody here wrote share."""

from __future__ import annotations

from support import ministack, moto
from support.ministack import MiniStack
from support.moto import Moto
from support.rehearsal import Rehearsal
from support.runner import StepResult
from support.testcase import EndToEndTest, only_where


class ElsewhereTest(EndToEndTest):
    def rehearse_on(self, plane: MiniStack | Moto) -> None:
        self.plane, self.aws = plane, plane.client("lambda")
        self.stage = Rehearsal(plane.url)
        self.addCleanup(self.stage.close)
        self.proxy = self.stage.proxy

    def tearDown(self) -> None:
        self.assertEqual(self.stage.mistakes, [])

    def deploy(self, inputs: dict[str, str] | None = None, **options) -> StepResult:
        return self.stage.deploy(inputs, **options)

    def alias(self) -> dict:
        return self.aws.get_alias(FunctionName="orders", Name="live")

    def alias_version(self) -> str:
        return self.alias()["FunctionVersion"]


@only_where(ministack.IS_INSTALLED, "MiniStack and botocore are not installed")
class MiniStackTest(ElsewhereTest):
    """Each test has a MiniStack of its own."""

    def setUp(self) -> None:
        plane = MiniStack()
        self.addCleanup(plane.end)
        plane.start()
        self.rehearse_on(plane)


@only_where(moto.IS_INSTALLED, "moto is not installed")
class MotoTest(ElsewhereTest):
    """The tests of a class share a moto, which forgets everything in between."""

    @classmethod
    def setUpClass(cls) -> None:
        cls.moto = Moto()
        cls.addClassCleanup(cls.moto.end)

    def setUp(self) -> None:
        self.moto.reset()
        self.rehearse_on(self.moto)
