import Testing

@testable import Inputs

@Suite struct VersionDescriptionTests {
    private static let github = [
        "GITHUB_REF_NAME": "main", "GITHUB_SHA": "0123456789abcdef", "GITHUB_RUN_ID": "77", "GITHUB_RUN_NUMBER": "7",
        "GITHUB_RUN_ATTEMPT": "2", "GITHUB_ACTOR": "ada", "GITHUB_REPOSITORY": "o/r", "GITHUB_WORKFLOW": "Deploy",
    ]

    @Test(
        arguments: [
            (nil, "prod", "prod: main | 0123456 | 2026-03-04T05:06:07Z"),
            (nil, nil, "main | 0123456 | 2026-03-04T05:06:07Z"),
            ("{run-id}/{run-number}.{run-attempt} {actor} {repository} {workflow}", nil, "77/7.2 ada o/r Deploy"),
            ("a|b | {ref}{sha}", nil, "a|b | main0123456"),
            ("{ref} of {stage}: x", nil, "main of x"),
            ("plain", "prod", "plain"),
            ("Fix {} in the greeting of {ref}", nil, "Fix {} in the greeting of main"),
            ("{id} {github.sha} {Ref} { ref } {stage", "prod", "{id} {github.sha} {Ref} { ref } {stage"),
            ("a { b } c {", nil, "a { b } c {"),
            ("${{ref}} {{sha}", nil, "${main} {0123456"),
            ("{x{ref}}", nil, "{xmain}"),
            ("{id} | {run-id}", nil, "{id} | 77"),
        ] as [(String?, String?, String)])
    func theTemplateIsFilledWithTheRun(template: String?, stage: String?, text: String) throws {
        #expect(try description(template, stage, Self.github) == text)
    }

    @Test(
        arguments: [
            (nil, "prod", "prod: local | 2026-03-04T05:06:07Z"),
            (nil, nil, "local | 2026-03-04T05:06:07Z"),
            ("{sha} | {ref}", nil, "local"),
            ("v1 {sha} | x", nil, "x"),
            ("{run-id}", nil, ""),
        ] as [(String?, String?, String)])
    func whatIsNotKnownOutsideGitHubIsLeftOutTidily(template: String?, stage: String?, text: String) throws {
        #expect(try description(template, stage, [:]) == text)
    }

    @Test func aLongDescriptionIsCutBetweenCharacters() throws {
        let cut = try description(String(repeating: "x", count: 255) + "😀y", nil, [:])
        #expect(cut == String(repeating: "x", count: 255))
        let family = "👨‍👩‍👧‍👦"
        #expect(try description(String(repeating: family, count: 50), nil, [:]) == String(repeating: family, count: 23))
        #expect(try description(String(repeating: "y", count: 256) + "z", nil, [:]).count == 256)
    }

    @Test func theDescriptionOfAPublicationIsMadeByTheInputs() throws {
        let given = ["version-description": "{stage} {sha}{run-id}", "stage": "prod"]
        let settings = try GivenInputs(given, environment: Self.github).settings()
        #expect(settings.publication?.versionDescription == "prod 012345677")
    }

    private func description(_ template: String?, _ stage: String?, _ environment: [String: String]) throws -> String {
        let template = template.map(VersionDescription.init(template:)) ?? .standard
        return template.text(VersionDescription.facts(environment, stage: stage, startedAt: 1_772_600_767.9))
    }
}
