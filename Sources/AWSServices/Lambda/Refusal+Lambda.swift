import AWSCore

extension Refusal {
    /// A 404 by AWS's own name, so that an address where there is no Lambda never passes for a function that is missing.
    /// Neither is a function in another Region missing: "Functions from 'eu-west-1' are not reachable in this region".
    package var saysItIsNotThere: Bool {
        status == 404 && code == "ResourceNotFoundException" && !message.hasPrefix("Functions from ")
    }
}

extension AWSFailure {
    var saysItIsNotThere: Bool {
        if case .refused(let refusal) = self { refusal.saysItIsNotThere } else { false }
    }

    var saysItIsDenied: Bool {
        guard case .refused(let refusal) = self else { return false }
        return refusal.status == 403 && refusal.code.hasPrefix("AccessDenied")
    }

    /// AWS lists none as an empty list; other control planes refuse with what AWS says where one is asked for by name.
    var saysNoneIsProvisioned: Bool {
        guard case .refused(let refusal) = self else { return false }
        return refusal.status == 404 && refusal.code == "ProvisionedConcurrencyConfigNotFoundException"
    }
}
