import Testing

@testable import Inputs

/// A commit by git's own files, as `git` lays them out.
@Suite struct WorkTreeTests {
    private static let commit = "0f26533aaaaaaaabbbbbbbbccccccccddddddddd"
    private static let other = "1111111111111111111111111111111111111111"

    private func commit(_ files: [String: String]) -> String? {
        WorkTree(readBy: GivenHost(files: files.mapValues { Array($0.utf8) }))?.commit
    }

    @Test func aBranchLeadsToItsCommit() {
        let files = [".git/HEAD": "ref: refs/heads/feature/x\n", ".git/refs/heads/feature/x": "\(Self.commit)\n"]
        #expect(Self.commit.count == 40 && commit(files) == Self.commit)
    }

    @Test func withoutABranchTheCommitStandsThere() {
        #expect(commit([".git/HEAD": "\(Self.commit)\n"]) == Self.commit)
    }

    @Test func itIsFoundFromAFolderWithin() {
        #expect(commit(["../../.git/HEAD": Self.commit]) == Self.commit)
        #expect(commit([".git/HEAD": Self.commit, "../.git/HEAD": Self.other]) == Self.commit)
    }

    @Test func aPackedReferenceIsFoundButALooseOneIsNewer() {
        let packed = """
            # pack-refs with: peeled fully-peeled sorted
            \(Self.other) refs/heads/domain
            \(Self.commit) refs/heads/main
            ^\(Self.other)
            """
        let files = [".git/HEAD": "ref: refs/heads/main", ".git/packed-refs": packed]
        #expect(commit(files) == Self.commit)
        #expect(commit(files.merging([".git/refs/heads/main": Self.other]) { $1 }) == Self.other)
    }

    /// `git worktree add`; a submodule's path is relative, and it has no `commondir`.
    @Test func ofAnotherWorkTreeTheBranchesLieInTheFirst() {
        let files = [
            "../.git": "gitdir: /src/shop/.git/worktrees/fix\n",
            "/src/shop/.git/worktrees/fix/HEAD": "ref: refs/heads/fix\n",
            "/src/shop/.git/worktrees/fix/commondir": "../..\n",
            "/src/shop/.git/worktrees/fix/../../refs/heads/fix": Self.commit,
        ]
        #expect(commit(files) == Self.commit)
        #expect(
            commit([".git": "gitdir: ../.git/modules/lib", "../.git/modules/lib/HEAD": Self.commit]) == Self.commit)
    }

    @Test(arguments: [
        [:], [".git/HEAD": ""], [".git/HEAD": "ref: refs/heads/main"], [".git/HEAD": "ref: refs/../../secret"],
        [".git/HEAD": "ref: refs/heads/.invalid"], [".git": "something else"], [".git/HEAD": "0f26533"],
    ])
    func whereNobodyKnowsNothingIsSaid(files: [String: String]) {
        #expect(commit(files) == nil)
    }

    @Test func aLaptopsDeploymentTellsWhoAndWhat() throws {
        let files = ["/proc/sys/kernel/hostname": "laptop\n", ".git/HEAD": Self.commit].mapValues { Array($0.utf8) }
        let origin = GivenHost(environment: ["USER": "ada"], files: files).environmentWithOrigin
        let facts = VersionDescription.facts(origin, stage: nil, startedAt: 1_772_600_767.9)
        #expect(VersionDescription.standard.text(facts) == "ada@laptop | 0f26533 | 2026-03-04T05:06:07Z")
        #expect(facts[.actor] == "ada")
    }

    @Test func inAContainerNobodyIsNamed() {
        let files = ["/proc/sys/kernel/hostname": Array("3f2a9c1b2d".utf8)]
        #expect(GivenHost(environment: [:], files: files).environmentWithOrigin == [:])
    }

    @Test func onGitHubNothingIsRead() {
        let environment = ["GITHUB_ACTIONS": "true", "USER": "runner"]
        let files = [".git/HEAD": Array(Self.commit.utf8)]
        #expect(GivenHost(environment: environment, files: files).environmentWithOrigin == environment)
    }
}
