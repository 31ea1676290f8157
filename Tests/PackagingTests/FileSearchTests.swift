import Testing

@testable import Packaging

/// A pattern in the place of a path: it is taken if it fits one file.
struct FileSearchTests {
    let directory = TemporaryDirectory()

    init() {
        for name in [
            "target", "target/classes", "target/empty", "target/x.jar", ".m2", "build", "build/a", "build/a/b",
        ] {
            directory.directory(name)
        }
        for name in [
            "target/orders-1.2.jar", "target/orders.txt", "target/classes/a.class", "target/.hidden.jar",
            ".m2/other.zip",
            "build/a/b/fn.zip", "build/a/fn.tar", "build/[x].zip",
        ] {
            directory.file(name, "")
        }
        directory.link("build/again", to: "a")
    }

    @Test(arguments: [
        ("target/*.jar", "target/orders-1.2.jar"), ("target/orders-?.?.jar", "target/orders-1.2.jar"),
        ("target/orders-[0-9].2.*", "target/orders-1.2.jar"), ("t*t/*.txt", "target/orders.txt"),
        ("**/*.class", "target/classes/a.class"), ("**/fn.zip", "build/a/b/fn.zip"),
        ("build/**/fn.zip", "build/a/b/fn.zip"), ("build/a/**", nil), ("build/a/b/**", "build/a/b/fn.zip"),
        ("build/again/b/*.zip", "build/a/b/fn.zip"), ("target/.*.jar", "target/.hidden.jar"),
        (".m2/*.zip", ".m2/other.zip"),
        ("build/[x].zip", "build/[x].zip"), ("target/none.jar", "target/none.jar"),
        ("**/target/*.jar", "target/orders-1.2.jar"),
    ])
    func theOneFileThatItFitsIsTaken(pattern: String, file: String?) {
        guard let file else { return #expect(found(pattern)?.count == 2) }
        #expect(found(pattern) == [pattern.contains("again") ? "build/again/b/fn.zip" : file])
    }

    @Test(arguments: ["target/*.war", "none/*.jar", "target/orders.txt/*", "target/[.jar", "*.zip", "**/.m3/*"])
    func thatNoneFitsIsSaid(pattern: String) {
        #expect(found(pattern) == [])
        #expect(told(pattern).contains("fits no file."), "\(told(pattern))")
    }

    @Test func severalAreListed() {
        directory.file("target/original-orders-1.2.jar", "")
        let told = told("target/*.jar")
        let files = ["orders-1.2.jar", "original-orders-1.2.jar"].map { "'\(directory("target/\($0)"))'" }
        #expect(told.hasSuffix("' fits 2 files, and one is needed: \(files.joined(separator: "; "))."), "\(told)")
    }

    @Test func manyAreListedInPart() {
        for number in 10..<40 { directory.file("target/\(number).zip", "") }
        let told = told("target/*.zip")
        #expect(told.contains("fits 30 files") && told.contains("19.zip'; and 20 more"), "\(told)")
    }

    /// - Returns: The paths from here that it fits.
    private func found(_ pattern: String) -> [String]? {
        do throws(PackagingFailure) {
            return [String(try FileSearch.file(at: directory(pattern)).dropFirst(directory("").count))]
        } catch {
            guard case .notOneFile(_, let found) = error else { return nil }
            return found.map { String($0.dropFirst(directory("").count)) }
        }
    }

    private func told(_ pattern: String) -> String {
        do throws(PackagingFailure) {
            return try FileSearch.file(at: directory(pattern))
        } catch {
            return error.description
        }
    }
}
