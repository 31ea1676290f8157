import AWSCore

/// A fault as AWS names it, and what mends it: one row of the table of AWS's codes.
///
/// AWS has several names for many a fault: one as the reason of a state, and one as the error of a call.
package struct Remedy: Sendable {
    package let codes: [String]
    /// The row is about just those answers whose message has this in it.
    package let sign: String?
    /// The row is about just the answers to this.
    let operation: String?
    /// As a title; `nil` where that has to name the operation.
    package let cause: String?
    /// Whole sentences, two at most.
    package let cure: String

    static func row(_ codes: String..., cause: String?, cure: String) -> Remedy {
        Remedy(codes: codes, sign: nil, operation: nil, cause: cause, cure: cure)
    }

    static func row(_ codes: String..., sign: String, cause: String?, cure: String) -> Remedy {
        Remedy(codes: codes, sign: sign, operation: nil, cause: cause, cure: cure)
    }

    static func row(_ codes: String..., operation: String, cause: String?, cure: String) -> Remedy {
        Remedy(codes: codes, sign: nil, operation: operation, cause: cause, cure: cure)
    }
}

extension Remedy {
    package static let all =
        network + keys + fileSystems + code + starting + capacity + invocations + requests + beside

    /// What is known of an answer that refused: by its reason, where AWS gives one, for that is the finer code.
    static func of(_ refusal: Refusal) -> Remedy? {
        [refusal.reason, refusal.code].lazy.compactMap(\.self).compactMap { code in
            all.first { $0.isAbout(code, refusal) }
        }.first
    }

    /// What is known of the reason of a state. AWS tells some apart more finely year by year: `FunctionError.InitTimeout`.
    static func ofState(_ code: String) -> Remedy? {
        row(of: code) ?? row(of: String(code.prefix { $0 != "." }))
    }

    private static func row(of code: String) -> Remedy? {
        all.first { $0.codes.contains(code) && $0.sign == nil && $0.operation == nil }
    }

    private func isAbout(_ code: String, _ refusal: Refusal) -> Bool {
        codes.contains(code) && sign.map(refusal.message.contains) != false
            && (operation == nil || operation == refusal.operation)
    }
}
