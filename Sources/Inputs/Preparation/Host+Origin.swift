extension Host {
    /// The environment with what GitHub would have said of the run. Where nobody but a person's machine knows of it, the person
    /// and the machine stand for the branch, and the commit that git has checked out for GitHub's.
    var environmentWithOrigin: [String: String] {
        guard environment["GITHUB_ACTIONS"] != "true" else { return environment }
        let user = environment["USER"].given ?? environment["LOGNAME"].given
        // In a container nobody is somebody, and its name says nothing.
        let person = user.map { user in [user, machineName].compactMap(\.self).joined(separator: "@") }
        let origin: [String: String?] = [
            "GITHUB_REF_NAME": person, "GITHUB_ACTOR": user,
            "GITHUB_SHA": WorkTree(readBy: self)?.commit,
        ]
        return environment.merging(origin.compactMapValues(\.self)) { given, own in Optional(given).given ?? own }
    }

    /// Source: https://docs.kernel.org/admin-guide/sysctl/kernel.html#hostname
    private var machineName: String? {
        do throws(HostFailure) {
            let bytes = try read(fileAt: "/proc/sys/kernel/hostname", bytesAtMost: 256)
            return Optional(String(decoding: bytes, as: UTF8.self)).given
        } catch {
            return nil
        }
    }
}
