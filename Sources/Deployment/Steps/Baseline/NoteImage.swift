import AWSCore
import AWSServices
import Engine

extension FunctionDeployment {
    /// Looks at an image that is named by its digest, where it is to be sent: a tag has been looked up by then. It is a
    /// courtesy: where the registry may not be asked, AWS decides.
    func noteImage(_ baseline: Baseline) async throws(Interruption) {
        guard let uri = plan.code?.imageUri, let image = ECRImage(uri: uri), image.digest != nil,
            baseline.latest.map({ Changes(of: plan, on: $0.function).code != nil }) ?? true
        else { return }
        do {
            let found = try await engine.call { () throws(AWSFailure) in
                try await ecr.look(at: image, within: Budget.identification)
            }
            if let doubt = found.flatMap({ ImageDoubt($0, uri: uri) }) { tell(doubt) }
        } catch {
            if case .failed(.cancelled) = error { throw error }
        }
    }

    /// Whoever starts over has told it already.
    func tell(_ doubt: ImageDoubt) {
        let isTold = journal.entries.contains { if case .imageDoubtful(doubt) = $0.fact { true } else { false } }
        if !isTold { journal.record(.imageDoubtful(doubt)) }
    }
}
