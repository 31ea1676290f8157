import Testing

@testable import Packaging

/// What is said of links that no package can hold.
struct LinkCureTests {
    let directory = TemporaryDirectory()

    @Test(
        arguments: [
            (
                "node_modules/shared", "../../shared",
                "the link 'node_modules/shared' leads out of the directory (to '../../shared')", "--install-links"
            ),
            (
                "node_modules/left-pad", "../../node_modules/.pnpm/left-pad@1/node_modules/left-pad", "leads out of",
                "pnpm deploy"
            ),
            (
                "node_modules/.bin/tsc", "../typescript/bin/tsc", "leads to nothing in the directory",
                "exclude node_modules/.bin/"
            ),
            (".venv/bin/python", "/usr/bin/python3.13", "(to '/usr/bin/python3.13')", "exclude its bin/"),
            ("lib/libc.so", "/nix/store/abc-glibc/lib/libc.so", "leads out of", "cp -rL result dist"),
            (
                "app.py", "/build/bazel/execroot/main/app.py", "leads out of",
                "cp -rL bazel-bin/NAME dist"
            ),
            ("data", "../data", "leads out of", "links: follow"),
        ])
    func theCureIsThatOfWhateverMakesSuchLinks(path: String, target: String, what: String, cure: String) {
        make(path, to: target)
        let told = refusal(.keep)
        #expect(told.contains(what) && told.contains(cure) && told.hasSuffix("exclude leaves them out."), "\(told)")
        #expect(told.contains("links: follow") != told.contains("leads to nothing"), "\(told)")
    }

    @Test func whereAChainEndsIsTold() {
        make(".venv/bin/python", to: "python3")
        directory.link(".venv/bin/python3", to: "/usr/bin/python3")
        let told = refusal(.keep)
        #expect(
            told.contains(
                "'.venv/bin/python' leads out of the directory (to 'python3', which ends at '/usr/bin/python3')"))
        #expect(told.components(of: "virtual environment") == 1, "\(told)")
    }

    @Test func aLinkToWhatIsLeftOutSaysSo() {
        make("bin/run", to: "../tests/run")
        directory.directory("tests")
        directory.file("tests/run", "")
        let told = refusal(.keep, excluding: IgnoreList(lines: "tests/"))
        #expect(
            told.contains("the link 'bin/run' leads to what is left out of the package (to '../tests/run')"), "\(told)")
    }

    @Test func aPathThatIsALinkToNothingIsNamedAsOne() {
        directory.link("result", to: "store")
        directory.link("store", to: "/nix/store/abc-app")
        let failure = #expect(throws: PackagingFailure.self) {
            try DeploymentPackage.zip(at: directory("result/app.zip"), limits: .lambda)
        }
        let told = failure?.description ?? ""
        #expect(failure == .linkedToNothing(path: directory("result/app.zip"), end: "/nix/store/abc-app/app.zip"))
        #expect(
            told.contains("leads to '/nix/store/abc-app/app.zip', and nothing is there. In a workflow only"), "\(told)")
        #expect(
            told.hasSuffix("What Nix has built is a link to its store: copy it in a step before (cp -rL result dist)."))
    }

    private func make(_ path: String, to target: String) {
        directory.file("index.js", "")
        let names = path.split(separator: "/").dropLast()
        for count in 0..<names.count { directory.directory(names[...count].joined(separator: "/")) }
        directory.link(path, to: target)
    }

    private func refusal(_ links: SourceDirectory.Links, excluding list: IgnoreList = .empty) -> String {
        do throws(PackagingFailure) {
            _ = try SourceTree.scan(SourceDirectory(path: directory.path, exclude: list, links: links))
            return "taken"
        } catch {
            return error.description
        }
    }
}

extension String {
    fileprivate func components(of words: String) -> Int {
        var rest = self[...]
        var count = 0
        while let range = rest.firstRange(of: words) {
            count += 1
            rest = rest[range.upperBound...]
        }
        return count
    }
}
