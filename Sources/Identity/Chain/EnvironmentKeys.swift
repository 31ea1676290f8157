import AWSCore

/// The variables in which whoever deploys, or a step before, leaves keys.
struct EnvironmentKeys: ChainStep {
    static let name = "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"
    let environment: [String: String]

    var name: String { Self.name }

    func look() throws(IdentityFailure) -> ChainLook {
        do throws(CredentialsFailure) {
            return .found(try Credentials(environment: environment))
        } catch {
            switch error {
            case .notSet: return .absent(reason: "they are not set")
            // As AWS's own tools have it: no pair begins with its secret.
            case .halfSet(missing: "AWS_ACCESS_KEY_ID"):
                return .absent(reason: "AWS_ACCESS_KEY_ID is not set, though AWS_SECRET_ACCESS_KEY is")
            case .halfSet(let missing): throw .notToBeHad(step: name, reason: "\(missing) is not set")
            case .malformed(let variable):
                throw .notToBeHad(step: name, reason: "\(variable) holds what no key has")
            }
        }
    }
}
