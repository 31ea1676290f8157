import AWSCore
import Testing

@testable import Reporting

/// What is denied is told apart as AWS words it.
@Suite struct DenialTests {
    private static let who = "User: arn:aws:sts::123456789012:assumed-role/deploy/run is not authorized to perform: "
    private static let what =
        who + "lambda:UpdateAlias on resource: arn:aws:lambda:eu-west-1:123456789012:function:orders"

    private func told(_ reason: String) -> String {
        Denial(message: Self.what + reason).advice("lambda:UpdateAlias").text(redacting: \.self)
    }

    @Test func whatIsNotAllowedIsAllowedByAStatementThatCanBeCopied() {
        let denial = Denial(
            message: Self.what + " because no identity-based policy allows the lambda:UpdateAlias action")
        #expect(denial.source == .identity && !denial.isExplicit)
        #expect(
            denial.statement(allowing: "lambda:UpdateAlias")?.text
                == #"{"Sid": "UpdateAlias", "Effect": "Allow", "Action": "lambda:UpdateAlias", "#
                + #""Resource": "arn:aws:lambda:eu-west-1:123456789012:function:orders"}"#)
        #expect(Denial(message: Self.what).statement(allowing: "lambda:UpdateAlias") != nil)
        #expect(Denial(message: "no").statement(allowing: "lambda:UpdateAlias") == nil, "of what is not told")
    }

    @Test(
        arguments: [
            (
                " because no identity-based policy allows the lambda:UpdateAlias action",
                "lack a permission: allow lambda:Up"
            ),
            ("", "lack a permission: allow lambda:UpdateAlias"),
            (
                " because no resource-based policy allows the lambda:UpdateAlias action",
                "policy of the resource itself does not"
            ),
            (
                " because no permissions boundary allows the lambda:UpdateAlias action",
                "boundary of the deploying role does not"
            ),
            (" because no session policy allows the lambda:UpdateAlias action", "session policy does not allow it"),
            (
                " because no service control policy allows the lambda:UpdateAlias action",
                "service control policy of the organ"
            ),
            (
                " because no VPC endpoint policy allows the lambda:UpdateAlias action",
                "VPC endpoint on the way to AWS does not"
            ),
            (" with an explicit deny in an identity-based policy", "policy of the deploying role itself forbids it"),
            (" with an explicit deny in a permissions boundary", "boundary of the deploying role forbids it"),
            (
                " with an explicit deny in a service control policy: arn:aws:organizations::1:policy/o-q/service_control_policy/p-2",
                "service control policy of the organization forbids it"
            ),
            (
                " with an explicit deny in a resource control policy",
                "resource control policy of the organization forbids"
            ),
            (" with an explicit deny in a policy of a new kind", "a policy forbids it, and AWS does not say which"),
        ])
    func theKindOfPolicyIsNamed(reason: String, told expected: String) {
        #expect(told(reason).contains(expected), "\(told(reason))")
    }

    @Test func noStatementIsOfferedWhereNoneHelps() {
        for source in Denial.Source.allCases {
            let forbidden = Denial(message: Self.what + " with an explicit deny in a \(source.rawValue)")
            #expect(forbidden.source == source && forbidden.statement(allowing: "lambda:UpdateAlias") == nil)
            let missing = Denial(message: Self.what + " because no \(source.rawValue) allows the x action")
            #expect((missing.statement(allowing: "x") != nil) == (source == .identity))
        }
    }
}
