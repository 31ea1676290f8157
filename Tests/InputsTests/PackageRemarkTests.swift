import Packaging
import Testing
import Worlds

@testable import Inputs

/// What is told of a package that is taken.
@Suite struct PackageRemarkTests {
    private func remarks(files: [String: Int], zip: Int, unpacked: Int) throws -> [String] {
        let directory = makeTemporaryDirectory()
        for (name, count) in files { write(String(repeating: "x", count: count), to: "\(directory)/\(name)") }
        let source = SourceDirectory(path: directory, exclude: .empty, links: .keep)
        return try DeploymentPackage.zip(of: source, limits: .lambda)
            .remarks(limits: SizeLimits(zip: zip, unpacked: unpacked))
    }

    @Test func nearALimitTheLargestFilesAreNamed() throws {
        let files = ["a": 2048, "b": 3072, "c": 1, "d": 1024, "e": 10, "f": 20]
        #expect(try remarks(files: files, zip: 1 << 20, unpacked: 8 << 10) == [])
        #expect(
            try remarks(files: files, zip: 1 << 20, unpacked: 7 << 10) == [
                "has 6.0 KB of the 7.0 KB that Lambda takes unpacked, layers included; its largest files: \"b\" (3.0 KB), "
                    + "\"a\" (2.0 KB), \"d\" (1.0 KB), \"f\" (20 bytes), \"e\" (10 bytes)"
            ])
        let both = try remarks(files: files, zip: 900, unpacked: 7 << 10)
        #expect(both.count == 1 && both[0].contains("that Lambda takes unpacked, layers included, and has "), "\(both)")
        #expect(both[0].contains(" of the 900 bytes that Lambda takes zipped; its largest"))
    }
}
