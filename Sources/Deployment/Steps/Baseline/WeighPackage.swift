import Engine

extension FunctionDeployment {
    /// Says before anything is written that package and layers are too much together. AWS, which alone knows how much the
    /// layers are unpacked, then refuses the code.
    func weighPackage(_ baseline: Baseline) {
        guard let latest = baseline.latest, let code = plan.code, let weight = code.weight else { return }
        // What is there already is not sent.
        guard code.digest == nil || code.digest != latest.function.configuration.codeSha256 else { return }
        let standing = latest.function.configuration.members[ConfigurationMember.layers.rawValue]
        if let excess = weight.excess(planned: plan.configuration[.layers], standing: standing) {
            journal.record(.packageTooHeavy(excess))
        }
    }
}
