import Inputs
import Testing
import Worlds

@testable import LockstepAction

@Suite struct SystemHostTests {
    @Test func aVariableEndsItsNameAtTheFirstEqualsSign() {
        let entries = ["A=\u{301}b=c", "B=", "=x", "no variable", "C=\u{FE0F}"].map { Array($0.utf8) }
        #expect(variables(in: entries) == ["A": "\u{301}b=c", "B": "", "": "x", "C": "\u{FE0F}"])
    }

    @Test func onlyAnOrdinaryFileIsReadAndNoneThatIsTooLarge() throws {
        let folder = makeTemporaryDirectory()
        write("12345", to: "\(folder)/file")
        let host = SystemHost()
        #expect(try host.read(fileAt: "\(folder)/file", bytesAtMost: 5) == Array("12345".utf8))
        for (path, told) in [
            ("\(folder)/none", "No such file"), (folder, "it is not a file"), ("/dev/zero", "it is not a file"),
            ("\(folder)/file/x", "Not a directory"),
        ] {
            let failure = #expect(throws: HostFailure.self) { try host.read(fileAt: path, bytesAtMost: 5) }
            #expect(failure?.reason.contains(told) == true, "\(failure as Any)")
        }
        let tooLarge = #expect(throws: HostFailure.self) {
            try host.read(fileAt: "\(folder)/file", bytesAtMost: 4)
        }
        #expect(tooLarge?.reason.contains("more than 4 bytes") == true)
    }
}
