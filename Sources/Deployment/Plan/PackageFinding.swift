import AWSCore
import Engine

/// Something that is wrong with the package in the function as planned, or may be.
package struct PackageFinding: Sendable, Equatable {
    /// It cannot work.
    package let isError: Bool
    package let wording: Wording

    package init(isError: Bool, wording: Wording) {
        self.isError = isError
        self.wording = wording
    }
}

/// Holds the package against a function; who makes a plan knows what is in the package.
package typealias PackageJudgement = @Sendable (FunctionContent) -> [PackageFinding]
