import Synchronization

/// What refusals have taught that these credentials may not do, so that no call is made in vain twice.
final class LearnedPermissions: Sendable {
    enum Denial: Sendable {
        case listTags, getFunction, getFunctionOfVersions

        /// A policy for `function:orders` alone says nothing of `function:orders:1`, nor the other way round.
        /// Source: https://docs.aws.amazon.com/lambda/latest/dg/lambda-api-permissions-ref.html
        static func getFunction(_ qualifier: String?) -> Denial {
            qualifier == nil ? .getFunction : .getFunctionOfVersions
        }
    }

    private let denials = Mutex<Set<Denial>>([])

    func isKnown(_ denial: Denial) -> Bool { denials.withLock { $0.contains(denial) } }

    func note(_ denial: Denial) {
        _ = denials.withLock { $0.insert(denial) }
    }
}
