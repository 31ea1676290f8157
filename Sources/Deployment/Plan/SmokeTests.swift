import AWSCore
import Engine

/// Invocations that must go well, one after the other, before what they test is published or gets traffic.
package struct SmokeTests: Sendable {
    package enum Target: String, Sendable, CaseIterable {
        /// `$LATEST`, before it is published.
        case latest
        /// The published version, before the alias moves. With SnapStart only this tests what will run.
        case version
        case both
    }

    /// At least one; no two have the same name.
    package var tests: [SmokeTest]
    /// `nil`: what will run; see ``DeploymentPlan/testTarget(of:)``.
    package var target: Target?

    package init(tests: [SmokeTest], target: Target?) {
        self.tests = tests
        self.target = target
    }
}

extension DeploymentPlan {
    /// What is tested where nobody says: `$LATEST`, before it is published. But a version with SnapStart starts otherwise, and
    /// on managed instances nothing but a version can be invoked.
    package func testTarget(of content: FunctionContent) -> SmokeTests.Target {
        let isOnlyTestedAsVersion = content.isManaged || content.members[.snapStart] != nil
        return smokeTests?.target ?? (publication != nil && isOnlyTestedAsVersion ? .version : .latest)
    }
}

/// One invocation and what has to come of it.
package struct SmokeTest: Sendable, Equatable {
    package enum Criterion: Sendable, Equatable {
        /// Any answer that is no error.
        case success
        /// An answer that contains this; see ``Mismatch``.
        case answer(JSONValue)
        /// An error of the function's, with this in its type or its message.
        case error(containing: String)
    }

    /// `nil`: it is the only one.
    package var name: String?
    package var payload: JSONValue
    package var criterion: Criterion
    /// How long an answer is waited for; `nil`: as long as the function may run, and a little more.
    package var timeout: Duration?

    package init(name: String?, payload: JSONValue, criterion: Criterion, timeout: Duration?) {
        self.name = name
        self.payload = payload
        self.criterion = criterion
        self.timeout = timeout
    }
}
