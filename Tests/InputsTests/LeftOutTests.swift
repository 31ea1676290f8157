import Packaging
import Testing

@testable import Inputs

/// One line of the log for all that is left out.
@Suite struct LeftOutTests {
    private func left(_ line: String, _ source: LeftOut.Source, files: Int, directories: Int) -> LeftOut {
        var left = LeftOut(line: line, source: source)
        left.files = files
        left.directories = directories
        return left
    }

    @Test func howManyFilesAreLeftOutByWhichLineIsTold() {
        let told = [
            left(".git", .always, files: 0, directories: 1), left("*.md", .list, files: 12, directories: 0),
            left("tests", .input, files: 1, directories: 2),
        ].told
        #expect(
            told
                == "is packaged without 1 folder by .git (by default), 12 files by *.md (.lambdaignore), "
                + "2 folders and 1 file by tests (exclude)")
    }

    @Test func manyLinesAndLongOnesAreCutShort() {
        let long = String(repeating: "x", count: 100)
        let told = (0..<10).map { left("\(long)\($0)", .input, files: $0, directories: 1) }.told
        #expect(told.hasSuffix(", 2 folders and 17 files by 2 more lines"), "\(told)")
        #expect(told.count < 900)
    }
}
