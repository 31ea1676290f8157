/// Why an attempt ended: for good, or because somebody else was there.
enum Interruption: Error {
    case failed(DeploymentFailure)
    case rival(Rival)

    /// - Parameter conflicts: how many there have been, this one included.
    func asFailure(conflicts: Int) -> DeploymentFailure {
        switch self {
        case .failed(let failure): failure
        case .rival(let rival): .conflict(rival, conflicts: conflicts)
        }
    }
}
