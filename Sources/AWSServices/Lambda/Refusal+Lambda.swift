import AWSCore

extension Refusal {
    /// A 404 by AWS's own name, so that an address where there is no Lambda never passes for a function that is missing.
    /// Neither is a function in another Region missing: "Functions from 'eu-west-1' are not reachable in this region".
    package var saysItIsNotThere: Bool {
        status == 404 && code == "ResourceNotFoundException" && !message.hasPrefix("Functions from ")
    }

    package var saysItIsDenied: Bool { status == 403 && code.hasPrefix("AccessDenied") }

    /// The code of all versions of all functions in a Region has to find room.
    /// Source: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html#compute-and-storage
    package var saysStorageIsFull: Bool { code == "CodeStorageExceededException" }
}

extension AWSFailure {
    var saysItIsNotThere: Bool {
        if case .refused(let refusal) = self { refusal.saysItIsNotThere } else { false }
    }

    var saysItIsDenied: Bool {
        if case .refused(let refusal) = self { refusal.saysItIsDenied } else { false }
    }

    /// AWS lists none as an empty list; other control planes refuse with what AWS says where one is asked for by name.
    var saysNoneIsProvisioned: Bool {
        guard case .refused(let refusal) = self else { return false }
        return refusal.status == 404 && refusal.code == "ProvisionedConcurrencyConfigNotFoundException"
    }
}
