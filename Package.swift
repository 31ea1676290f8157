// swift-tools-version: 6.1
import PackageDescription

/// Every target of ours is held to the same rules.
let houseRules: [SwiftSetting] = [.unsafeFlags(["-warnings-as-errors"])]

func room(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: houseRules)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, resources: resources, swiftSettings: houseRules)
}

/// What `lockstep --version` tells, as the scripts pass it; an ordinary build does not know it.
func stamp(_ name: String) -> CSetting {
    .define(name, to: "\"\(Context.environment[name] ?? "")\"")
}

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let flyingFox = Target.Dependency.product(name: "FlyingFox", package: "FlyingFox")
let flyingSocks = Target.Dependency.product(name: "FlyingSocks", package: "FlyingFox")

let package = Package(
    name: "lockstep",
    products: [
        .executable(name: "lockstep", targets: ["lockstep"]),
        .executable(name: "lockstep-simulator", targets: ["lockstep-simulator"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ],
    targets: [
        // The program, in the order of the journey; imports go down only (Tests/HouseTests holds the table).
        .executableTarget(
            name: "lockstep", dependencies: ["LockstepAction", "CurlTransport"], swiftSettings: houseRules),
        room(
            "LockstepAction",
            [
                "Inputs", "Reporting", "Deployment", "Engine", "Identity", "AWSServices", "AWSCore", "GitHubActions",
                "HTTP",
            ]
        ),
        room(
            "Inputs",
            ["Deployment", "Engine", "Packaging", "Identity", "AWSServices", "AWSCore", "CStamp", argumentParser]),
        room("Reporting", ["Inputs", "Deployment", "Engine", "Identity", "AWSServices", "AWSCore", "GitHubActions"]),
        room("Deployment", ["Engine", "AWSServices", "AWSCore"]),
        room("Engine", ["AWSServices", "AWSCore"]),
        room("Packaging", ["CArchive"]),
        room("Identity", ["AWSServices", "AWSCore", "HTTP"]),
        room("GitHubActions", []),
        room("AWSServices", ["AWSCore", "XML"]),
        room("XML", ["CExpat"]),
        room("AWSCore", ["HTTP", "CCurl"]),
        room("CurlTransport", ["HTTP", "CCurl"]),
        room("HTTP", []),
        .target(name: "CStamp", cSettings: [stamp("LOCKSTEP_COMMIT"), stamp("LOCKSTEP_DATE")]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev", "libssl-dev"])]),
        .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        // Without pkgConfig: a folder of libraries named before ours would let Debian's libcurl win in the static program.
        .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"])]),

        // A model of Lambda's control plane, for tests, the demo and rehearsals; not in the image.
        room("ControlPlaneSimulator", ["HTTP", "XML"]),
        .executableTarget(
            name: "lockstep-simulator",
            dependencies: ["ControlPlaneSimulator", "HTTP", flyingFox, flyingSocks, argumentParser],
            swiftSettings: houseRules),

        // The whole program over that model, in every world there is, judged by an oracle for each promise.
        .target(
            name: "Worlds",
            dependencies: [
                "LockstepAction", "Inputs", "Reporting", "Deployment", "Engine", "Packaging", "AWSServices", "AWSCore",
                "HTTP",
                "ControlPlaneSimulator", "Fuzzing",
            ], path: "Tests/Worlds", swiftSettings: houseRules),
        .executableTarget(
            name: "lockstep-worlds", dependencies: ["Worlds", "ControlPlaneSimulator", argumentParser],
            path: "Tests/lockstep-worlds", swiftSettings: houseRules),

        // Writes what action.yml and the documents say of the inputs and outputs, from their definitions (make docs).
        .executableTarget(
            name: "lockstep-docs", dependencies: ["Inputs", "Reporting", "Engine", "AWSCore"],
            path: "Tests/lockstep-docs",
            swiftSettings: houseRules),

        // Seeded chance for the tests that try a great many inputs.
        .target(name: "Fuzzing", path: "Tests/Fuzzing", swiftSettings: houseRules),

        tests("HTTPTests", ["HTTP"]),
        tests("XMLTests", ["XML", "Fuzzing"]),
        tests("AWSCoreTests", ["AWSCore", "HTTP"]),
        tests("AWSServicesTests", ["AWSServices", "AWSCore", "HTTP", "ControlPlaneSimulator", "Fuzzing"]),
        tests("CurlTransportTests", ["CurlTransport", "AWSServices", "AWSCore", "HTTP"]),
        tests("IdentityTests", ["Identity", "AWSServices", "AWSCore", "HTTP"]),
        tests("PackagingTests", ["Packaging", "Fuzzing"]),
        tests("GitHubActionsTests", ["GitHubActions", "Fuzzing"]),
        // Functions and aliases as AWS shows them, to be varied by a test.
        .target(
            name: "Samples", dependencies: ["Engine", "AWSServices", "AWSCore"], path: "Tests/Samples",
            swiftSettings: houseRules),

        tests("EngineTests", ["Engine", "AWSServices", "AWSCore", "Samples"]),
        tests("DeploymentTests", ["Deployment", "Samples", "Engine", "AWSServices", "AWSCore"]),
        tests("ControlPlaneSimulatorTests", ["ControlPlaneSimulator", "HTTP", "XML"]),
        tests(
            "LockstepActionTests",
            [
                "LockstepAction", "Inputs", "Reporting", "Deployment", "Engine", "AWSServices", "AWSCore", "HTTP",
                "ControlPlaneSimulator", "Worlds", "Fuzzing", "lockstep-docs",
            ]),
        tests(
            "InputsTests",
            ["Inputs", "Deployment", "Engine", "Packaging", "Identity", "AWSServices", "AWSCore", "Worlds", "Fuzzing"]),
        tests(
            "ReportingTests",
            ["Reporting", "Inputs", "Deployment", "Engine", "Identity", "AWSServices", "AWSCore", "GitHubActions"]),
        tests("HouseTests", ["Inputs", "lockstep-docs"]),
    ],
    swiftLanguageModes: [.v6]
)
